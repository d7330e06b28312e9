import { TerraformVariable } from "cdktf";
import {
  AivenServicePrincipalSource,
  AivenVpc,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { accounts } from "simulated-clouds";
import { expectActive } from "../../../../../__tests__/deploy/support/assertions";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";
import { addNetwork, peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { assign, virtualNetwork } from "../../../../../__tests__/deploy/troubleshooting/rights-of-others";
import { Before, type Build } from "../support/doctor";
import { createHub, GIVEN_ROLES, HUB } from "./azure-rows";

const OTHER = "5ab50000-0000-4000-8000-000000000002";
const ELSEWHERE = "99999999-0000-4000-8000-000000000000";
const READER = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";
const { EXISTING } = AivenServicePrincipalSource;

test.each([
  ["10.1.128.0/17", ["failed address ranges: 10.1.0.0/16 of this network overlaps 10.1.128.0/17 of Spoke-VNet"]],
  ["10.2.0.0/16", []],
])("a second network of the VPC with %s beside 10.1.0.0/16", async (range, complaints) => {
  const before = await Before.apply({}, (stack) => {
    const only = stack();
    const peering = peerNetwork(only);
    // the construct refuses what it can see
    const { stringValue } = new TerraformVariable(only, "range", { type: "string", default: range });
    peering.addVirtualNetwork("spoke", AzureVirtualNetwork.fromResource(addNetwork(only, "Spoke", stringValue)));
  });
  const found = (await before.doctor()).complaints;
  expect(found).toEqual(complaints.map((each) => `${each}, which the stack peers with the same VPC`));
});

test.each([
  ["10.1.128.0/17", ["failed address ranges: 10.1.0.0/16 of this network overlaps 10.1.128.0/17 of Spoke-VNet"]],
  ["10.2.0.0/16", []],
])("a second network by its id, which Azure has with %s", async (range, complaints) => {
  const spoke = HUB.replaceAll("Hub", "Spoke");
  const before = await Before.apply({}, (stack) => {
    const [hub, other] = [HUB, spoke].map((id) => AzureVirtualNetwork.fromId(id, { location: "japaneast" }));
    peerNetwork(stack(), { virtualNetwork: hub }).addVirtualNetwork("spoke", other);
  });
  createHub(before);
  const { byHand } = before.deployment.world;
  byHand.createResourceGroup(spoke.split("/providers/")[0], "japaneast");
  byHand.createVirtualNetwork(spoke, [range], "japaneast");
  const found = (await before.doctor()).complaints;
  expect(found).toEqual(complaints.map((each) => `${each}, which the stack peers with the same VPC`));
});

test.each([
  // Resource Manager says which, whatever the stack does
  [undefined, ELSEWHERE, `az login --tenant ${ELSEWHERE}`],
  [accounts.aivenTenantId, ELSEWHERE, `az login --tenant ${ELSEWHERE}`],
])("a subscription of another tenant, where the stack says it is of %s", async (tenantId, theirs, remedy) => {
  const before = await Before.apply({}, (stack) => {
    const options = { location: "japaneast", tenantId };
    peerNetwork(stack(), {
      virtualNetwork: AzureVirtualNetwork.fromId(HUB.replace(accounts.customerSubscriptionId, OTHER), options),
    });
  });
  before.deployment.world.azure.subscriptions.all.push({ id: OTHER, tenantId: ELSEWHERE, name: "theirs" });
  const doctor = await before.doctor();
  expect(doctor.code).toBe(1);
  expect(doctor.of("subscription")).toEqual({
    check: "subscription",
    status: "failed",
    remedy,
    message: `${OTHER} is of ${theirs}, but Terraform is signed in to ${accounts.customerTenantId}`,
  });
  // of a network that nobody may see there is nothing more to say
  expect(doctor.of("virtual network")).toBeUndefined();
});

test("a tenant that is written and is not the subscription's", async () => {
  const before = await Before.apply({}, (stack) => {
    const options = { location: "japaneast", tenantId: ELSEWHERE };
    peerNetwork(stack(), { virtualNetwork: AzureVirtualNetwork.fromId(HUB, options) });
  });
  createHub(before);
  expect((await before.doctor()).of("subscription")).toMatchObject({
    status: "failed",
    message: `${accounts.customerSubscriptionId} is of ${accounts.customerTenantId}, but the stack specifies ${ELSEWHERE}`,
    remedy: expect.stringContaining(`tenantId ${accounts.customerTenantId}`) as string,
  });
});

test("a role that is given for listing resource providers counts, where it is assigned", async () => {
  const build =
    (...subscriptionIds: string[]): Build =>
    (stack) => {
      const only = stack();
      const resourceProviderAccess = ResourceProviderAccess.withRole(READER, { subscriptionIds });
      const identity = new PeeringApplication(only, "application", { resourceProviderAccess });
      // the construct refuses what it can see
      const id = new TerraformVariable(only, "network", { type: "string", default: HUB }).stringValue;
      peerNetwork(only, { identity, virtualNetwork: AzureVirtualNetwork.fromId(id, { location: "japaneast" }) });
    };
  const before = await Before.apply(
    { customer: { subscriptions: [accounts.customerSubscriptionId, OTHER].map((id) => ({ id, name: id })) } },
    build(accounts.customerSubscriptionId),
  );
  createHub(before);
  expect((await before.doctor()).of("right to list resource providers")).toMatchObject({
    status: "ok",
    message: `the stack grants it in ${accounts.customerSubscriptionId}`,
  });
  await before.deployment.change(build(OTHER));
  expect((await before.doctor()).of("right to list resource providers")).toMatchObject({
    status: "failed",
    message: `the stack grants it in ${OTHER}, but the network is in ${accounts.customerSubscriptionId}`,
  });
});

test("a peering that is imported: nothing, and the apply imports both sides", async () => {
  const application = { aivenServicePrincipal: EXISTING };
  const shape = {
    azurePeeringProvider: AzurePeeringProvider.AZAPI,
    virtualNetwork,
    peeringName: "to-aiven",
    access: PeeringAccess.existing(),
  };
  const settings = { existingApplication: existingApplication(), aivenPrincipalExists: true };
  const before = await Before.apply(
    { ...settings, customer: { roles: GIVEN_ROLES } },
    withExisting(shape, application),
  );
  const { deployment } = before;
  createHub(before);
  await assign(deployment, GIVEN_ROLES[0], existingApplication().clientId);
  await assign(deployment, GIVEN_ROLES[1], accounts.aivenApplicationId);
  await expectActive(deployment);

  const { aiven } = deployment.world;
  const [vpc] = aiven.vpcs.all;
  const imported = {
    project: undefined,
    networkCidr: undefined,
    vpc: AivenVpc.fromId(`my-project/${vpc.id}`),
    importExisting: true,
    remoteVirtualNetworkId: aiven.executor.networkId(vpc),
  };
  deployment.remove();
  await deployment.change(withExisting({ ...shape, ...imported }, application));
  expect((await before.doctor()).complaints).toEqual([]);
  expect(await deployment.apply()).toMatchObject({
    code: 0,
    text: expect.stringMatching(/2 imported, \d+ added, \d changed, 0 destroyed/) as string,
  });
});
