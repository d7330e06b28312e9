import {
  type AivenAzurePeeringProps,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { arm, time } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectOursDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { peerNetwork } from "../support/peering";

const { AZAPI, AZURERM } = AzurePeeringProvider;
const GROUP = arm.resourceGroupId(SUBSCRIPTION_ID, "Hub-RG");
const NETWORK = arm.resourceId(SUBSCRIPTION_ID, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");

/** azurerm 4.x lists the subscription's resource providers at every start, unless these variables forbid it. */
const NOT_LISTING = { ARM_PROVIDER_ENHANCED_VALIDATION: "false", ARM_RESOURCE_PROVIDER_REGISTRATIONS: "none" };

/** A group with a network in it, of which the deployer has this role; at the subscription there is none, or just Reader. */
async function withRoleInGroup(role: string, atSubscription?: "Reader"): Promise<Deployment> {
  const deployment = await Deployment.fresh(
    atSubscription === undefined
      ? { deployer: { azureRoles: [] }, environment: NOT_LISTING }
      : { deployer: { azureRoles: [atSubscription] } },
  );
  const { byHand, clock, deployer, settings } = deployment.world;
  byHand.createResourceGroup(GROUP, "japaneast");
  byHand.createVirtualNetwork(NETWORK, ["10.1.0.0/16"], "japaneast");
  byHand.assignRole(deployer.user?.objectId ?? "", role, GROUP);
  await clock.advance(time.seconds(settings.lag.rbac));
  return deployment;
}

const peered =
  (azurePeeringProvider: AzurePeeringProvider, access?: AivenAzurePeeringProps["access"]) => (stack: StackMaker) => {
    const only = stack();
    const virtualNetwork = AzureVirtualNetwork.fromId(NETWORK, { location: "japaneast" });
    // the application has no right at the subscription either
    const identity = new PeeringApplication(only, "application", {
      resourceProviderAccess: ResourceProviderAccess.none(),
    });
    peerNetwork(only, { azurePeeringProvider, virtualNetwork, identity, access });
  };
/** Where the construct's roles can be assigned. */
const scopesOfRoles = ({ world }: Deployment) =>
  world.azure.rbac.definitions
    .filter(({ name }) => name.startsWith("aiven-azure-peering"))
    .map(({ assignableScopes }) => assignableScopes);

const IN_GROUP = PeeringAccess.create({ roleScope: GROUP });

describe.each(["Owner", "User Access Administrator"])("a deployer who is %s of the resource group alone", (role) => {
  test.each([AZAPI, AZURERM])("peers with roles of the group, through %s, and removes them again", async (provider) => {
    const deployment = await withRoleInGroup(role);
    await deployment.change(peered(provider, IN_GROUP));
    await expectActive(deployment);
    expect(scopesOfRoles(deployment)).toEqual([[GROUP], [GROUP]]);
    await expectOursDestroyed(deployment);
  });

  test("is refused the roles at the subscription, and gets on from there with those of the group", async () => {
    const deployment = await withRoleInGroup(role);
    await deployment.change(peered(AZAPI));
    expectFailure(
      await deployment.apply(),
      "AuthorizationFailed",
      // azurerm looks first whether the role is there
      `to perform action 'Microsoft.Authorization/roleDefinitions/read' over scope '/subscriptions/${SUBSCRIPTION_ID}/providers/`,
    );
    expect(deployment.states).toEqual([]);
    await deployment.change(peered(AZAPI, IN_GROUP));
    await expectActive(deployment);
    await expectOursDestroyed(deployment);
  });
});

test("the group's roles take the place of the subscription's while the peering is there", async () => {
  const deployment = await withRoleInGroup("Owner");
  deployment.world.byHand.assignRole(
    deployment.world.deployer.user?.objectId ?? "",
    "Owner",
    `/subscriptions/${SUBSCRIPTION_ID}`,
  );
  await deployment.wait();
  await deployment.change(peered(AZAPI));
  await expectActive(deployment);
  await deployment.change(peered(AZAPI, IN_GROUP));
  await expectActive(deployment);
  expect(scopesOfRoles(deployment)).toEqual([[GROUP], [GROUP]]);
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
});

describe("a deployer who owns the resource group, and reads the subscription", () => {
  /** By an application of the peering's own. */
  const plainly = (azurePeeringProvider: AzurePeeringProvider) => (stack: StackMaker) => {
    const virtualNetwork = AzureVirtualNetwork.fromId(NETWORK, { location: "japaneast" });
    peerNetwork(stack(), { azurePeeringProvider, virtualNetwork, access: IN_GROUP });
  };

  test("needs no variable for azurerm, and peers through azapi", async () => {
    const deployment = await withRoleInGroup("Owner", "Reader");
    await deployment.change(plainly(AZAPI));
    await expectActive(deployment);
    await expectOursDestroyed(deployment);
  });

  test("may not define what the application needs at the subscription through azurerm 4.x", async () => {
    const deployment = await withRoleInGroup("Owner", "Reader");
    await deployment.change(plainly(AZURERM));
    const applied = await deployment.apply();
    expectFailure(applied, "AuthorizationFailed", "with azurerm_role_definition.peering_identity_resource-providers-");
    expect(applied.text).not.toContain("with azurerm_role_definition.peering_subscription_roles_");
  });
});
