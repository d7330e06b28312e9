import { AzurePeeringProvider, AzureVirtualNetwork, PeeringApplication } from "cdktf-aiven-azure-peering";
import { accounts } from "simulated-clouds";
import { Deployment } from "../../../../__tests__/deploy/support/deployment";
import {
  addNetwork,
  peerNetwork,
  SECOND_SUBSCRIPTION,
  secondProvider,
  TWO_SUBSCRIPTIONS,
} from "../../../../__tests__/deploy/support/peering";
import { existingApplication, withExisting } from "../../../../__tests__/deploy/support/identities";
import { drawn } from "../../src/status/drawing";
import { mermaidOf } from "../../src/status/mermaid";
import type { Pictured } from "../../src/status/picture";
import { Clouds } from "./support/clouds";
import { Before, readDoctor, type Build } from "./support/doctor";
import { readStatus } from "./support/status";

const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

const { AZAPI } = AzurePeeringProvider;

/** One stack with a peering by an existing application, and one by an application and a VPC of its own. */
const two: Build = (stack) => {
  const only = stack();
  withExisting({ azurePeeringProvider: AZAPI })(() => only);
  const spoke = addNetwork(only, "Spoke", "10.2.0.0/16", secondProvider(only));
  const virtualNetwork = AzureVirtualNetwork.fromResource(spoke);
  peerNetwork(only, { azurePeeringProvider: AZAPI, networkCidr: "10.7.0.0/24", virtualNetwork }, "other");
};
const settings = { existingApplication: existingApplication(), ...TWO_SUBSCRIPTIONS };

test("doctor looks at each application, VPC and network of a stack, and says whose it is", async () => {
  const before = await Before.apply(settings, two);
  const doctor = await before.doctor();
  expect(doctor.complaints).toEqual([]);
  const network = (subscription: string, name: string) =>
    `/subscriptions/${subscription}/resourceGroups/${name}-RG/providers/Microsoft.Network/virtualNetworks/${name}-VNet`;
  const sections = ["other", "peering"].flatMap((id) => [`Signing in: stack/${id}`, `Microsoft Entra: stack/${id}`]);
  expect(doctor.titles).toEqual([
    ...sections,
    ...["other", "peering"].map((id) => `Aiven: stack/${id}`),
    network(SECOND_SUBSCRIPTION, "Spoke"),
    network(accounts.customerSubscriptionId, "Hub"),
  ]);
  const applications = doctor.lines.filter(({ check }) => check === "application").map(({ message }) => message);
  expect(applications).toEqual([
    expect.stringMatching(/^will be created: aiven-azure-peering /),
    "peering, multi-tenant",
  ]);
});

test("status says how each peering of a stack is", async () => {
  const deployment = await Deployment.start({ signIn: "managed-identity", ...settings }, two);
  expect((await deployment.apply()).code).toBe(0);
  await deployment.wait();
  const clouds = await Clouds.of(deployment.world);
  started.push(clouds);
  const { code, status, all, peerings, vpcs } = await readStatus(clouds, ["--stack", deployment.folderOf()]);
  expect({ code, status }).toEqual({ code: 0, status: "ok" });
  expect(vpcs.map(({ networkCidr }) => networkCidr)).toEqual(["10.7.0.0/24", "10.0.0.0/24"]);
  expect(peerings.map(({ construct, vpcId, aiven }) => [construct, vpcId, aiven?.state])).toEqual([
    ["stack/other/virtual-network", vpcs[0].id, "ACTIVE"],
    ["stack/peering/virtual-network", vpcs[1].id, "ACTIVE"],
  ]);
  expect(all.filter(({ check }) => check === "application").map(({ message }) => message)).toEqual([
    expect.stringMatching(/^aiven-azure-peering \w+, multi-tenant$/),
    "peering, multi-tenant",
  ]);

  // drawn of the same data
  const picture = drawn({ vpcs, peerings } as unknown as Pictured);
  expect(picture.filter((line) => /[◀▶]/.test(line)).map((line) => /(Connected|ACTIVE) ─/.exec(line)?.[1])).toEqual([
    ...["Connected", "ACTIVE"],
    ...["Connected", "ACTIVE"],
  ]);
  expect(picture).toContain("  application: peering");
  const { out: text } = await clouds.run(["status", "--stack", deployment.folderOf()]);
  expect(text).toContain(`${picture.join("\n")}\n\nAiven VPC\n`);
  const mermaid = await clouds.run(["status", "--stack", deployment.folderOf(), "--mermaid"]);
  expect(mermaid).toMatchObject({ code: 0, out: mermaidOf({ vpcs, peerings } as unknown as Pictured) });
  expect(mermaid.err).toContain("Aiven VPC");
});

test("Aiven's service principal of an earlier stack that is applied is no obstacle", async () => {
  const before = await Before.apply({}, (stack) => {
    peerNetwork(stack("peering"), { identity: new PeeringApplication(stack("identity"), "application") });
  });
  const look = () => readDoctor(before.clouds, ["--stack", before.deployment.folderOf("peering")]);
  expect((await look()).of("Aiven's service principal")).toEqual({
    check: "Aiven's service principal",
    status: "ok",
    message: "does not exist yet: an earlier stack creates it; apply that first",
  });
  const { code } = await before.deployment.terraform(["apply", "-auto-approve"], { stack: "identity" });
  expect(code).toBe(0);
  expect((await look()).of("Aiven's service principal")).toMatchObject({
    status: "ok",
    message: "exists, as the stack expects",
  });
});
