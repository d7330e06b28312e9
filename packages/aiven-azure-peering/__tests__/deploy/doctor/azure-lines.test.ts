import { TerraformVariable } from "cdktf";
import {
  AivenServicePrincipalSource,
  AivenVpc,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringApplication,
  VirtualNetworkAccessSource,
} from "cdktf-aiven-azure-peering";
import { accounts } from "simulated-clouds";
import { expectActive } from "../../../../../__tests__/deploy/support/assertions";
import { addNetwork, addPeering } from "../../../../../__tests__/deploy/support/peering";
import { assign, virtualNetwork } from "../../../../../__tests__/deploy/troubleshooting/rights-of-others";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/troubleshooting/situations";
import { Before, type Build } from "../support/doctor";
import { createHub, GIVEN_ROLES, HUB } from "./azure-situations";

const OTHER = "5ab50000-0000-4000-8000-000000000002";
const ELSEWHERE = "99999999-0000-4000-8000-000000000000";
const READER = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";
const { EXISTING } = AivenServicePrincipalSource;

test.each([
  ["10.1.128.0/17", ["failed ranges: 10.1.128.0/17 of this network overlaps 10.1.0.0/16 of Hub-VNet"]],
  ["10.2.0.0/16", []],
])("a second network of the VPC with %s beside 10.1.0.0/16", async (range, complaints) => {
  const before = await Before.apply({}, (stack) => {
    const only = stack();
    const peering = addPeering(only);
    // the construct refuses what it can see
    const { stringValue } = new TerraformVariable(only, "range", { type: "string", default: range });
    peering.addVirtualNetwork("spoke", AzureVirtualNetwork.fromResource(addNetwork(only, "Spoke", stringValue)));
  });
  const found = (await before.doctor()).complaints;
  expect(found).toEqual(complaints.map((each) => `${each}, which the same VPC is to be peered with`));
});

test.each([
  ["10.1.128.0/17", ["failed ranges: 10.1.128.0/17 of this network overlaps 10.1.0.0/16 of Hub-VNet"]],
  ["10.2.0.0/16", []],
])("a second network by its id, which Azure has with %s", async (range, complaints) => {
  const spoke = HUB.replaceAll("Hub", "Spoke");
  const before = await Before.apply({}, (stack) => {
    const [hub, other] = [HUB, spoke].map((id) => AzureVirtualNetwork.fromId(id, { location: "japaneast" }));
    addPeering(stack(), { virtualNetwork: hub }).addVirtualNetwork("spoke", other);
  });
  createHub(before);
  const { byHand } = before.deployment.world;
  byHand.createResourceGroup(spoke.split("/providers/")[0], "japaneast");
  byHand.createVirtualNetwork(spoke, [range], "japaneast");
  const found = (await before.doctor()).complaints;
  expect(found).toEqual(complaints.map((each) => `${each}, which the same VPC is to be peered with`));
});

test.each([
  [undefined, "another tenant", "sign in to the tenant of the subscription: az login --tenant …"],
  [ELSEWHERE, ELSEWHERE, `az login --tenant ${ELSEWHERE}`],
])("a subscription of another tenant, where the stack says it is of %s", async (tenantId, theirs, remedy) => {
  const before = await Before.apply({}, (stack) => {
    const options = { location: "japaneast", tenantId };
    addPeering(stack(), {
      virtualNetwork: AzureVirtualNetwork.fromId(HUB.replace(accounts.customerSubscriptionId, OTHER), options),
    });
  });
  before.deployment.world.azure.subscriptions.all.push({ id: OTHER, tenantId: ELSEWHERE, name: "theirs" });
  const doctor = await before.doctor();
  expect(doctor.code).toBe(1);
  expect(doctor.of("subscription")).toEqual({
    ...{ looked: "subscription", verdict: "failed", remedy },
    found: `${OTHER} is of ${theirs}, signed in to ${accounts.customerTenantId}`,
  });
  // of a network that nobody may see there is nothing more to say
  expect(doctor.of("virtual network")).toBeUndefined();
});

test("a tenant that is written and is not the subscription's", async () => {
  const before = await Before.apply({}, (stack) => {
    const options = { location: "japaneast", tenantId: ELSEWHERE };
    addPeering(stack(), { virtualNetwork: AzureVirtualNetwork.fromId(HUB, options) });
  });
  createHub(before);
  expect((await before.doctor()).of("subscription")).toMatchObject({
    verdict: "failed",
    found: `${accounts.customerSubscriptionId} is of ${accounts.customerTenantId}, and ${ELSEWHERE} is written`,
    remedy: expect.stringContaining(`name tenant ${accounts.customerTenantId}`) as string,
  });
});

test("a role that is given for listing resource providers counts, where it is assigned", async () => {
  const build =
    (...subscriptionIds: string[]): Build =>
    (stack) => {
      const only = stack();
      const resourceProviderRoleDefinitionId = READER;
      const identity = new PeeringApplication(only, "application", {
        resourceProviderRoleDefinitionId,
        subscriptionIds,
      });
      addPeering(only, { identity });
    };
  const before = await Before.apply(
    { customer: { subscriptions: [accounts.customerSubscriptionId, OTHER].map((id) => ({ id, name: id })) } },
    build(accounts.customerSubscriptionId),
  );
  expect((await before.doctor()).of("list resource providers")).toMatchObject({
    verdict: "ok",
    found: `the stack grants it in ${accounts.customerSubscriptionId}`,
  });
  await before.deployment.change(build(OTHER));
  expect((await before.doctor()).of("list resource providers")).toMatchObject({
    verdict: "failed",
    found: `the stack grants it in ${OTHER}, and the network is in ${accounts.customerSubscriptionId}`,
  });
});

test("a peering that is imported: nothing, and the apply imports both sides", async () => {
  const application = { aivenServicePrincipal: EXISTING };
  const shape = {
    ...{ azurePeeringProvider: AzurePeeringProvider.AZAPI, virtualNetwork, peeringName: "to-aiven" },
    access: VirtualNetworkAccessSource.EXISTING,
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
    ...{ project: undefined, networkCidr: undefined, vpc: AivenVpc.fromId(`my-project/${vpc.id}`) },
    ...{ importExisting: true, remoteVirtualNetworkId: aiven.executor.networkId(vpc) },
  };
  deployment.remove();
  await deployment.change(withExisting({ ...shape, ...imported }, application));
  expect((await before.doctor()).complaints).toEqual([]);
  expect(await deployment.apply()).toMatchObject({
    code: 0,
    text: expect.stringMatching(/2 imported, \d+ added, \d changed, 0 destroyed/) as string,
  });
});
