import { AzureVirtualMachine, MachineOperatingSystem } from "cdktf-aiven-azure-peering";
import { WINDOWS_PROBE_SCRIPT } from "../../../lib/probe/windows-script";
import type { RunCommand } from "simulated-clouds";
import { expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addPrivateService, PROBE, runs } from "../support/private-service";

const GROUP = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/Machines`;
const MACHINE = `${GROUP}/providers/Microsoft.Compute/virtualMachines/Desk`;

test("a Windows machine is handed the script in PowerShell, and the simulator says that nothing ran", async () => {
  const virtualMachine = AzureVirtualMachine.fromId(MACHINE, {
    location: "japaneast",
    operatingSystem: MachineOperatingSystem.WINDOWS,
  });
  const deployment = await Deployment.start({}, (stack) => addPrivateService(stack(), { probe: { virtualMachine } }));
  const { azure, byHand } = deployment.world;
  byHand.createResourceGroup(GROUP, "japaneast");
  byHand.createVirtualMachine(MACHINE, "Windows", "japaneast");
  const handed: RunCommand[] = [];
  const shell = azure.shell;
  azure.shell = (command) => {
    handed.push(command);
    return shell(command);
  };

  const { code, text } = await deployment.apply();
  expect(code).toBe(1);
  expect(text).toContain(`with ${PROBE}`);
  expect(text).toContain(
    "the simulator runs no PowerShell: what a Windows machine does with a script is known only where it really runs",
  );
  expect(handed).toMatchObject([
    {
      machine: { id: MACHINE },
      script: WINDOWS_PROBE_SCRIPT,
      parameters: {
        PROBE_HOST: "postgres-my-project.aivencloud.com",
        PROBE_PORT: "12691",
        PROBE_PROTOCOL: "postgresql",
        PROBE_NETWORK_CIDR: "10.0.0.0/24",
        PROBE_MAXIMUM_WAIT_SECONDS: "900",
        PROBE_FAIL: "true",
      },
    },
  ]);
  expect(runs(deployment)).toBe(1);

  byHand.deleteResource(MACHINE);
  byHand.deleteResource(GROUP);
  await expectDestroyed(deployment);
});
