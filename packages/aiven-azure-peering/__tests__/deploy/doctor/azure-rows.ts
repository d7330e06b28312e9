import { TerraformVariable } from "cdktf";
import {
  AivenServicePrincipalSource,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  PeeringAccess,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { accounts, arm, type SettingsInput } from "simulated-clouds";
import { assign, roles, virtualNetwork } from "../../../../../__tests__/deploy/troubleshooting/rights-of-others";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";
import { networkIn } from "../../../../../__tests__/deploy/troubleshooting/situations";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import type { Before, Build } from "../support/doctor";
import type { ForeseenRow } from "../../../src/doctor/checks";
import type { Situation } from "./situation";

export const HUB = arm.resourceId(
  accounts.customerSubscriptionId,
  "Hub-RG",
  "Microsoft.Network",
  "virtualNetworks",
  "Hub-VNet",
);
const SPOKE = HUB.replaceAll("Hub", "Spoke");
const SUBSCRIPTION = arm.subscriptionId(accounts.customerSubscriptionId);
const OTHER = "5ab50000-0000-4000-8000-000000000002";
const { EXISTING } = AivenServicePrincipalSource;

/** Those that rights-of-others gives to a stack. */
export const GIVEN_ROLES = [
  {
    guid: roles.applicationRoleDefinitionId.slice(-36),
    name: "peer",
    actions: ["Microsoft.Network/virtualNetworks/read", "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/*"],
  },
  {
    guid: roles.aivenRoleDefinitionId.slice(-36),
    name: "be peered",
    actions: ["Microsoft.Network/virtualNetworks/peer/action"],
  },
];

export function createHub({ deployment }: Before): void {
  createNetwork(deployment.world, HUB, "10.1.0.0/16");
}

function createNetwork({ byHand }: Before["deployment"]["world"], id: string, range: string): void {
  byHand.createResourceGroup(id.split("/providers/")[0], "japaneast");
  byHand.createVirtualNetwork(id, [range], "japaneast");
}

/** A peering of the hub whose other side does not exist. */
function peeringTo(before: Before, other: string, range: string, name = "spoke", peeringState = "Connected"): void {
  createHub(before);
  const leads = { remoteVirtualNetworkId: other, remoteAddressSpace: [range] };
  const properties = { ...leads, peeringState, settings: {} };
  const id = `${HUB}/virtualNetworkPeerings/${name}`;
  before.deployment.world.azure.resources.put({ id, location: "", tags: {}, properties });
}

export const existingRights: Build = withExisting(
  { azurePeeringProvider: AzurePeeringProvider.AZAPI, virtualNetwork, access: PeeringAccess.existing() },
  { aivenServicePrincipal: EXISTING },
);

const two: SettingsInput = {
  customer: { subscriptions: [accounts.customerSubscriptionId, OTHER].map((id) => ({ id, name: id })) },
};

const listing = "Microsoft.Resources/subscriptions/providers/read";

/** What Azure knows beforehand of what stops an apply. */
export const AZURE_SITUATIONS = {
  "may not list resource providers": {
    settings: { existingApplication: existingApplication(listing) },
    build: withExisting(),
    wrong: { settings: { existingApplication: existingApplication() } },
  },
  "granted in another subscription": {
    settings: two,
    wrong: {
      build: (stack) => {
        const only = stack();
        const resourceProviderAccess = ResourceProviderAccess.create({
          subscriptionIds: [accounts.customerSubscriptionId],
        });
        const identity = new PeeringApplication(only, "application", { resourceProviderAccess });
        // the construct refuses what it can see
        const { stringValue } = new TerraformVariable(only, "subscription", { type: "string", default: OTHER });
        peerNetwork(only, { identity, virtualNetwork: networkIn(only, stringValue) });
      },
    },
    remedy: /^add 5ab50000-0000-4000-8000-000000000002 to subscriptionIds of `resourceProviderAccess`/,
  },
  "role removed": {
    settings: { existingApplication: existingApplication(listing), aivenPrincipalExists: true },
    build: withExisting({}, { aivenServicePrincipal: EXISTING }),
    wrong: { build: existingRights, harm: createHub },
    remedy: /assigned to the application at .*Hub-VNet, or leave `access` out/,
  },
  "may not define roles": { wrong: { settings: { deployer: { azureRoles: ["Contributor"] } } } },
  "may not assign roles": { wrong: { settings: { deployer: { azureRoles: ["Contributor"] } } } },
  "assigned already": {
    settings: {
      existingApplication: existingApplication(listing),
      aivenPrincipalExists: true,
      customer: { roles: GIVEN_ROLES },
    },
    build: withExisting({ access: PeeringAccess.withRoles(roles) }, { aivenServicePrincipal: EXISTING }),
    wrong: {
      harm: async (before) => {
        createHub(before);
        await assign(before.deployment, GIVEN_ROLES[0], existingApplication().clientId);
      },
    },
  },
  "role name taken": {
    build: (stack) => void peerNetwork(stack(), { access: PeeringAccess.create({ applicationRoleName: "Peers" }) }),
    wrong: { settings: { customer: { roles: [{ guid: crypto.randomUUID(), name: "Peers", actions: [] }] } } },
  },
  "Aiven could not peer": {
    wrong: {
      build: (stack) =>
        void peerNetwork(stack(), { virtualNetwork: AzureVirtualNetwork.fromId(SPOKE, { location: "japaneast" }) }),
    },
    remedy: /^correct its id: az network vnet list --subscription 5ab5/,
  },
  "overlaps a peer": { wrong: { harm: (before) => peeringTo(before, SPOKE, "10.0.0.0/20") } },
  "network is being changed": {
    wrong: {
      harm: (before) => {
        createHub(before);
        before.deployment.world.azure.provisioning.start(HUB, "PutSubnetOperation");
      },
    },
    status: "warning",
  },
  "one side left": {
    build: (stack) => void peerNetwork(stack(), { peeringName: "to-aiven" }),
    wrong: { harm: (before) => peeringTo(before, SPOKE, "10.9.0.0/16", "to-aiven", "Disconnected") },
    remedy: /^az network vnet peering delete --ids .*\/virtualNetworkPeerings\/to-aiven$/,
  },
  locked: {
    wrong: { settings: { customer: { locks: [{ scope: SUBSCRIPTION, level: "ReadOnly", name: "frozen" }] } } },
    remedy: /^az lock delete --ids .*\/locks\/frozen$/,
  },
} as const satisfies Partial<Record<ForeseenRow, Situation>>;
