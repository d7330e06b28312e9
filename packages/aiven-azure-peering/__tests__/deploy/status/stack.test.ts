import {
  AzurePeeringProvider,
  AzureVirtualNetwork,
  ClientSecretSlot,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { time } from "simulated-clouds";
import { Deployment } from "../../../../../__tests__/deploy/support/deployment";
import { addNetwork, peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import type { StackMaker } from "../../../../../tools/terraform/source";
import { Clouds } from "../support/clouds";
import { readStatus } from "../support/status";

const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

async function deployed(
  build: (stack: StackMaker) => void,
): Promise<{ clouds: Clouds; deployment: Deployment; options: string[] }> {
  const deployment = await Deployment.start({ signIn: "managed-identity" }, build);
  expect((await deployment.apply()).code).toBe(0);
  await deployment.wait();
  const clouds = await Clouds.of(deployment.world);
  started.push(clouds);
  return { clouds, deployment, options: ["--stack", deployment.folderOf()] };
}

test("a stack with two networks and two secrets, of which one is in use", async () => {
  const credential = PeeringCredential.clientSecret({
    primaryEndDate: "2099-01-01T00:00:00Z",
    secondaryEndDate: "2099-06-01T00:00:00Z",
    active: ClientSecretSlot.SECONDARY,
  });
  const { clouds, deployment, options } = await deployed((stack) => {
    const only = stack();
    const identity = new PeeringApplication(only, "application", { credential });
    const peering = peerNetwork(only, { identity });
    peering.addVirtualNetwork("spoke", AzureVirtualNetwork.fromResource(addNetwork(only, "Spoke", "10.2.0.0/16")));
  });
  const { code, status, all, peerings } = await readStatus(clouds, options);
  expect({ code, status }).toEqual({ code: 0, status: "ok" });
  const secrets = all.filter(({ check }) => check === "client secret").map(({ message }) => message);
  expect(secrets.sort()).toEqual([
    expect.stringMatching(/^primary ends on 2099-01-01, in \d+ days, not in use$/),
    expect.stringMatching(/^secondary ends on 2099-06-01, in \d+ days$/),
  ]);
  expect(peerings.map(({ construct }) => construct)).toEqual([
    expect.stringMatching(/\/peering\/spoke$/),
    expect.stringMatching(/\/peering\/virtual-network$/),
  ]);

  const { out } = await clouds.run(["status", ...options]);
  expect(out).toContain("/resourceGroups/Hub-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet");
  expect(out).toContain("/resourceGroups/Spoke-RG/providers/Microsoft.Network/virtualNetworks/Spoke-VNet");
  deployment.world.byHand.removeAzurePeering(deployment.world.byHand.azurePeerings()[1].id);
  // Aiven has not seen it yet
  expect(await readStatus(clouds, options)).toMatchObject({ code: 0, status: "unknown" });
  await deployment.world.clock.advance(time.minutes(5));
  expect((await readStatus(clouds, options)).code).toBe(1);
});

test("a stack with a federated application, before it is applied", async () => {
  const credential = PeeringCredential.federated({
    issuer: "https://issuer.example",
    subject: "repo:mine",
    displayName: "ci",
  });
  const deployment = await Deployment.start({ signIn: "client-secret" }, (stack) => {
    const only = stack();
    peerNetwork(only, {
      identity: new PeeringApplication(only, "application", { credential }),
      azurePeeringProvider: AzurePeeringProvider.AZAPI,
    });
  });
  const clouds = await Clouds.of(deployment.world);
  started.push(clouds);
  const { code, states, lines } = await readStatus(clouds, ["--stack", deployment.folderOf()]);
  expect({ code, states }).toEqual({ code: 1, states: ["absent", "absent", "absent"] });
  expect(lines.VPC).toMatchObject({ status: "failed", message: "my-project has no VPC like this one" });
  expect(lines["virtual network"]).toMatchObject({ status: "failed", message: "does not exist" });
});
