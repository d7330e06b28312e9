import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import type { TerraformStack } from "cdktf";
import {
  AivenServicePrincipalSource,
  type AivenAzurePeeringProps,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { accounts, arm, type SettingsInput } from "simulated-clouds";
import { AIVEN_SAYS } from "../support/aiven-says";
import { expectActive, expectDestroyed, expectOursDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure } from "../support/failure";
import { existingApplication, existingIn, LISTING } from "../support/identities";
import { peerNetwork } from "../support/peering";

/** Roles that the security team has defined; the first two are one role for each side. */
const APPLICATION = {
  guid: "9f000000-0000-4000-8000-000000000001",
  name: "peer",
  actions: [
    "Microsoft.Network/virtualNetworks/read",
    ...["read", "write", "delete"].map((verb) => `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/${verb}`),
  ],
};
const AIVEN = {
  guid: "9f000000-0000-4000-8000-000000000002",
  name: "be peered",
  actions: ["Microsoft.Network/virtualNetworks/peer/action"],
};
const LIST = { guid: "9f000000-0000-4000-8000-000000000003", name: "list", actions: [LISTING] };
const idOf = ({ guid }: { guid: string }) =>
  `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

const access = PeeringAccess.withRoles({
  applicationRoleDefinitionId: idOf(APPLICATION),
  aivenRoleDefinitionId: idOf(AIVEN),
});

const NETWORK_ID = arm.resourceId(SUBSCRIPTION_ID, "Hub-RG", "Microsoft.Network", "virtualNetworks", "Hub-VNet");

/** Clouds with a network in them, which the deployer may read at the least. */
async function withNetwork(settings: SettingsInput): Promise<Deployment> {
  const deployment = await Deployment.fresh(settings);
  deployment.world.byHand.createResourceGroup(arm.resourceGroupId(SUBSCRIPTION_ID, "Hub-RG"), "japaneast");
  deployment.world.byHand.createVirtualNetwork(NETWORK_ID, ["10.1.0.0/16"], "japaneast");
  return deployment;
}

function peer(stack: TerraformStack, over: Partial<AivenAzurePeeringProps>): void {
  const names = { name: "Hub-VNet", resourceGroupName: "Hub-RG" };
  const network = new DataAzurermVirtualNetwork(stack, "network", names);
  peerNetwork(stack, { virtualNetwork: AzureVirtualNetwork.fromDataSource(network), ...over });
}

const { clientId: CLIENT_ID } = existingApplication();

/** What the security team does. */
async function assign({ world }: Deployment, ...sides: ("application" | "aiven")[]): Promise<void> {
  const principal = (clientId: string) =>
    world.entra.directory.servicePrincipal(accounts.customerTenantId, clientId)?.objectId as string;
  if (sides.includes("application")) world.byHand.assignRole(principal(CLIENT_ID), APPLICATION.name, NETWORK_ID);
  if (sides.includes("aiven")) world.byHand.assignRole(principal(accounts.aivenApplicationId), AIVEN.name, NETWORK_ID);
  await world.clock.advance(600_000);
}

describe("a deployer who may not assign roles, nor register applications", () => {
  const clouds = (grants: string[]) =>
    withNetwork({
      signIn: "client-secret",
      deployer: { azureRoles: ["Contributor"], managesApplications: false },
      customer: { roles: [APPLICATION, AIVEN] },
      aivenPrincipalExists: true,
      existingApplication: existingApplication(...grants),
    });

  /** What the page says. */
  const build = (azurePeeringProvider: AzurePeeringProvider) => (stack: () => TerraformStack) => {
    const only = stack();
    peer(only, {
      azurePeeringProvider,
      identity: existingIn(only, { aivenServicePrincipal: AivenServicePrincipalSource.EXISTING }),
      access: PeeringAccess.existing(),
    });
  };

  test.each([
    ["azapi, which needs no right at the subscription", AzurePeeringProvider.AZAPI, []],
    ["azurerm, where the application may list resource providers", AzurePeeringProvider.AZURERM, [LISTING]],
  ])("peers with rights that exist, through %s", async (_, azurePeeringProvider, grants) => {
    const deployment = await clouds(grants);
    await assign(deployment, "application", "aiven");
    await deployment.change(build(azurePeeringProvider));
    await expectActive(deployment);
    const roleCalls = deployment.world.journal
      .matching(/roleAssignments|roleDefinitions/)
      .filter(({ method }) => method !== "GET");
    expect(roleCalls).toEqual([]);
    await expectOursDestroyed(deployment);
  });

  test("without the application's role is refused Azure's peering; with it, the next apply passes", async () => {
    const deployment = await clouds([]);
    await assign(deployment, "aiven");
    await deployment.change(build(AzurePeeringProvider.AZAPI));
    expectFailure(await deployment.apply(), "AuthorizationFailed", "virtualNetworkPeerings/");
    await assign(deployment, "application");
    await expectActive(deployment);
    await expectOursDestroyed(deployment, APPLICATION.name);
  });

  test("without Aiven's role is refused Aiven's connection; with it, the next apply passes", async () => {
    const deployment = await clouds([]);
    await assign(deployment, "application");
    await deployment.change(build(AzurePeeringProvider.AZAPI));
    expectFailure(await deployment.apply(), AIVEN_SAYS.couldNotPeer, "LinkedAuthorizationFailed");
    await assign(deployment, "aiven");
    await expectActive(deployment);
    await expectOursDestroyed(deployment, AIVEN.name);
  });
});

describe("a deployer who may assign some roles, but define none", () => {
  const clouds = (assignable = [APPLICATION, AIVEN, LIST]) =>
    withNetwork({
      signIn: "azure-cli",
      deployer: {
        azureRoles: ["Reader", "Role Based Access Control Administrator"],
        assignableRoles: assignable.map(({ guid }) => guid),
      },
      customer: { roles: [APPLICATION, AIVEN, LIST] },
    });
  /** What the page says, through either provider. */
  const through = {
    azurerm: (stack: TerraformStack) =>
      peer(stack, {
        access,
        identity: new PeeringApplication(stack, "application", {
          resourceProviderAccess: ResourceProviderAccess.withRole(idOf(LIST)),
        }),
      }),
    azapi: (stack: TerraformStack) => peer(stack, { access, azurePeeringProvider: AzurePeeringProvider.AZAPI }),
  };

  test.each([
    ["azurerm", [APPLICATION, AIVEN, LIST]],
    ["azapi", [APPLICATION, AIVEN]],
  ] as const)("peers with roles that are given, through %s", async (name, assignable) => {
    const deployment = await clouds([...assignable]);
    await deployment.change((stack) => through[name](stack()));
    await expectActive(deployment);
    await expectOursDestroyed(deployment);
  });

  test("and gives another than the condition names is refused the assignment", async () => {
    const deployment = await clouds([APPLICATION]);
    await deployment.change((stack) => through.azapi(stack()));
    expectFailure(
      await deployment.apply(),
      "ABAC condition that is not fulfilled",
      "Microsoft.Authorization/roleAssignments/write",
    );
  });
});

test("a pipeline that may manage what it owns, and nothing else, creates all and removes it as an owner", async () => {
  const deployment = await Deployment.fresh({
    signIn: "client-secret",
    deployer: { applicationPermissions: ["Application.ReadWrite.OwnedBy"] },
    aivenPrincipalExists: true,
  });
  const { entra, deployer } = deployment.world;
  const { clientId = "", homeTenantId = "" } = deployer.application ?? {};
  const owner = entra.directory.servicePrincipal(homeTenantId, clientId)?.objectId ?? "";
  await deployment.change((stack) => {
    const only = stack();
    const identity = new PeeringApplication(only, "application", {
      owners: [owner],
      aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
    });
    peerNetwork(only, { identity, azurePeeringProvider: AzurePeeringProvider.AZAPI });
  });
  await expectActive(deployment);
  await expectDestroyed(deployment);
});
