import { AzurePeeringProvider, AzureVirtualNetwork, PeeringAccess } from "cdktf-aiven-azure-peering";
import { expectActive } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { addPeering } from "../support/peering";

const GROUP = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/Hub-RG`;
const NETWORK = `${GROUP}/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;

/** Clouds with a network in them, whose resource group the deployer owns, and not the subscription. */
async function clouds(azurePeeringProvider: AzurePeeringProvider): Promise<Deployment> {
  const deployment = await Deployment.fresh({ deployer: { azureRoles: ["Reader"] } });
  const { byHand, clock, deployer } = deployment.world;
  byHand.createResourceGroup(GROUP, "japaneast");
  byHand.createVirtualNetwork(NETWORK, ["10.1.0.0/16"], "japaneast");
  byHand.assignRole(deployer.user?.objectId ?? "", "Owner", GROUP);
  await clock.advance(600_000);
  await deployment.change((stack) => {
    addPeering(stack(), {
      azurePeeringProvider,
      virtualNetwork: AzureVirtualNetwork.fromId(NETWORK, { location: "japaneast" }),
      access: PeeringAccess.create({ roleScope: GROUP }),
    });
  });
  return deployment;
}

test("who owns the network's resource group alone peers through azapi, with roles that are defined in the group", async () => {
  const deployment = await clouds(AzurePeeringProvider.AZAPI);
  await expectActive(deployment);
  const defined = deployment.world.journal.matching(/roleDefinitions\//).filter(({ method }) => method === "PUT");
  expect(defined).toHaveLength(2);
  expect(defined.filter(({ path }) => !path.startsWith(`${GROUP}/`))).toEqual([]);
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
  expect(deployment.changes).toEqual({ left: [], missing: [] });
});

test("through azurerm 4 the application needs a right at the subscription, which this deployer may not define", async () => {
  const deployment = await clouds(AzurePeeringProvider.AZURERM);
  const applied = await deployment.apply();
  expectFailure(applied, "AuthorizationFailed", "with azurerm_role_definition.peering_identity_resource-providers-");
  expect(applied.text).not.toContain("with azurerm_role_definition.peering_subscription_roles_");
});
