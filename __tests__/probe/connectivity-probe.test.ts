import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { AzureVirtualMachine, ConnectivityProbe, MachineOperatingSystem } from "cdktf-aiven-azure-peering";
import { PROBE_SCRIPT } from "../../lib/probe/script";
import { WINDOWS_PROBE_SCRIPT } from "../../lib/probe/windows-script";
import { commandOf, MACHINE_ID, type Over, parametersOf, synthProbe, TYPE } from "../support/probe";
import { expectRefusal } from "../support/refusal";
import { addPeering, SUBSCRIPTION, synthStack } from "../support/synth";

describe("by default", () => {
  const stack = synthProbe();

  test("it runs the script on the machine, with what it probes in the environment", () => {
    expect(stack.resource(TYPE)).toMatchObject({
      virtual_machine_id: MACHINE_ID,
      location: "japaneast",
      source: { script: PROBE_SCRIPT },
    });
    expect(parametersOf(stack)).toEqual({
      PROBE_HOST: "postgres-my-project.aivencloud.com",
      PROBE_PORT: "12691",
      PROBE_PROTOCOL: "postgresql",
      PROBE_NETWORK_CIDR: "10.0.0.0/24",
      PROBE_MAXIMUM_WAIT_SECONDS: "900",
      PROBE_FAIL: "true",
    });
  });

  test("it takes 30 minutes at most, 15 of them to wait for Aiven", () => {
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: "30m", update: "30m", delete: "30m" } });
  });

  test("it comes after both sides of the peering, and is another command once they are others", () => {
    const connection = stack.address("aiven_azure_vpc_peering_connection");
    const azurePeering = stack.address("azurerm_virtual_network_peering");
    expect(commandOf(stack).name).toMatch(
      /^aiven-probe-[0-9a-f]{8}-\$\{substr\(sha256\(jsonencode\(\[.*\]\)\), 0, 12\)\}$/,
    );
    expect(commandOf(stack).name).toContain(`${connection}.id, ${azurePeering}.id, "${MACHINE_ID}"`);
  });

  test("it adds no check and no condition, and its address is pinned", () => {
    expect(stack.address(TYPE)).toBe(`${TYPE}.probe_run-command_5A2781CC`);
    expect(Object.keys(stack.checks).filter((name) => name.startsWith("probe"))).toEqual([]);
    expect(stack.resource(TYPE)).not.toHaveProperty("lifecycle");
  });

  test("it holds no secret", () => {
    const block = JSON.stringify(stack.resource(TYPE));
    expect(block).not.toMatch(/password|token|secret|protected_parameter/i);
  });
});
describe("what the machine runs", () => {
  const { LINUX, WINDOWS } = MachineOperatingSystem;
  const fromId = (operatingSystem?: MachineOperatingSystem): Over => {
    const virtualMachine = AzureVirtualMachine.fromId(MACHINE_ID, { location: "japaneast", operatingSystem });
    return () => ({ virtualMachine });
  };
  const made = {
    name: "probe",
    location: "westeurope",
    resourceGroupName: "network",
    size: "Standard_B2s",
    networkInterfaceIds: [],
    adminUsername: "probe",
    osDisk: { caching: "ReadOnly", storageAccountType: "Standard_LRS" },
  };
  const fromALinuxMachine: Over = (stack) => ({
    virtualMachine: AzureVirtualMachine.fromResource(new LinuxVirtualMachine(stack, "machine", made)),
  });
  const fromAWindowsMachine: Over = (stack) => ({
    virtualMachine: AzureVirtualMachine.fromResource(
      new WindowsVirtualMachine(stack, "machine", { ...made, adminPassword: "${var.password}" }),
    ),
  });

  test.each<[string, Over, string]>([
    ["by id", fromId(), PROBE_SCRIPT],
    ["by id, as Linux", fromId(LINUX), PROBE_SCRIPT],
    ["by id, as Windows", fromId(WINDOWS), WINDOWS_PROBE_SCRIPT],
    ["from a Linux resource", fromALinuxMachine, PROBE_SCRIPT],
    ["from a Windows resource", fromAWindowsMachine, WINDOWS_PROBE_SCRIPT],
  ])("%s: the script is one in its language, with the same parameters", (_how, over, script) => {
    const stack = synthProbe(over);
    expect(stack.resource(TYPE)).toMatchObject({ source: { script } });
    expect(parametersOf(stack)).toEqual(parametersOf(synthProbe()));
  });

  test("a machine that this app makes is probed again when it is made again", () => {
    const stack = synthProbe(fromAWindowsMachine);
    const address = stack.address("azurerm_windows_virtual_machine");
    expect(commandOf(stack)).toMatchObject({
      virtual_machine_id: `\${${address}.id}`,
      location: `\${${address}.location}`,
      name: expect.stringContaining(`${address}.virtual_machine_id`) as string,
    });
  });

  test("it makes another command where it changes", () => {
    expect(commandOf(synthProbe(fromId(WINDOWS))).name).not.toBe(commandOf(synthProbe(fromId(LINUX))).name);
    expect(commandOf(synthProbe(fromId())).name).toBe(commandOf(synthProbe(fromId(LINUX))).name);
  });

  test("it is Linux or Windows", () => {
    expectRefusal(
      () => fromId("Windows" as MachineOperatingSystem),
      'virtualMachine.operatingSystem: "Windows" is not allowed, use MachineOperatingSystem.LINUX ("linux") or ' +
        'MachineOperatingSystem.WINDOWS ("windows")',
    );
  });
});

describe("a probe of a network that is disconnected", () => {
  const machine = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;
  const probe = (connected: boolean) => {
    let made: ConnectivityProbe | undefined;
    const stack = synthStack((stack) => {
      made = new ConnectivityProbe(stack, "probe", {
        virtualNetwork: addPeering(stack, { connected }).virtualNetwork,
        virtualMachine: AzureVirtualMachine.fromId(machine, { location: "japaneast" }),
        host: "postgres.example",
        port: 5432,
        networkCidr: "10.0.0.0/24",
        failApply: false,
      });
    });
    const { outcome, message, waitedSeconds, node } = made as ConnectivityProbe;
    const said = node.metadata.filter(({ type }) => type === "@cdktf/info").map(({ data }) => data as string);
    return { stack, values: [outcome, message, waitedSeconds], said };
  };

  test("runs no command, says so, and has found nothing", () => {
    const { stack, values, said } = probe(false);
    expect(stack.resources("azurerm_virtual_machine_run_command")).toEqual({});
    expect(Object.keys(stack.checks).filter((name) => name.startsWith("probe"))).toEqual([]);
    expect(values).toEqual(["", "", -1]);
    expect(said).toEqual(["nothing is probed, as stack/peering/virtual-network is not connected"]);
  });

  test("runs once the network is connected", () => {
    const { stack, said } = probe(true);
    expect(Object.keys(stack.resources("azurerm_virtual_machine_run_command"))).toHaveLength(1);
    expect(said).toEqual([]);
  });
});
