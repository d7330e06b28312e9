import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import { Deployment } from "../../../../__tests__/deploy/support/deployment";
import { peerNetwork, applicationOfEarlierStack } from "../../../../__tests__/deploy/support/peering";
import { existingApplication, withExisting } from "../../../../__tests__/deploy/support/identities";
import { networkIn } from "../../../../__tests__/deploy/troubleshooting/situations";
import { Clouds } from "./support/clouds";
import { Before, readDoctor, type Build } from "./support/doctor";
import { readStatus } from "./support/status";
import { accounts } from "simulated-clouds";

const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

const { AZAPI } = AzurePeeringProvider;
const OTHER = "5ab50000-0000-4000-8000-000000000002";

/** One stack with a peering by an existing application, and one by an application and a VPC of its own. */
const two: Build = (stack) => {
  const only = stack();
  withExisting({ azurePeeringProvider: AZAPI })(() => only);
  const virtualNetwork = networkIn(only, OTHER);
  peerNetwork(only, { azurePeeringProvider: AZAPI, networkCidr: "10.7.0.0/24", virtualNetwork }, "other");
};
const settings = {
  existingApplication: existingApplication(),
  customer: { subscriptions: [accounts.customerSubscriptionId, OTHER].map((id) => ({ id, name: id })) },
};

test("doctor looks at each application, VPC and network of a stack, and says whose it is", async () => {
  const before = await Before.apply(settings, two);
  const doctor = await before.doctor();
  expect(doctor.complaints).toEqual([]);
  const network = (subscription: string) =>
    `/subscriptions/${subscription}/resourceGroups/Hub-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;
  const sections = ["other", "peering"].flatMap((id) => [`Signing in: stack/${id}`, `Microsoft Entra: stack/${id}`]);
  expect(doctor.titles).toEqual([
    ...sections,
    ...["other", "peering"].map((id) => `Aiven: stack/${id}`),
    network(OTHER),
    network(accounts.customerSubscriptionId),
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
});

test("Aiven's service principal of an earlier stack that is applied is no obstacle", async () => {
  const before = await Before.apply({}, (stack) => {
    peerNetwork(stack("peering"), { identity: applicationOfEarlierStack(stack("identity")) });
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
