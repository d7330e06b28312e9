/** What the commands look at: peerings as they are described, before or after they exist. Undefined is what nobody said, or is known after an apply only. */
export interface Subject {
  /** Where it is described: the path of a synthesised stack, or "options". */
  readonly source: string;
  /** At least one. What is one VPC, or one identity, is the same object in each. */
  readonly peerings: readonly SubjectPeering[];
  /** The custom roles that the stack defines. */
  readonly definedRoles?: readonly DefinedRole[];
  /** The token that the stack gives to Aiven's provider: a secret, which nothing prints. */
  readonly aivenToken?: string;
  /** The tenant in which Terraform is signed in. */
  readonly tenantId?: string;
  /** Whether azurerm lists a subscription's resource providers before all else, as 4.x does. @default true */
  readonly azurermLists?: boolean;
}

/** A VPC, and the virtual networks that one identity peers with it. */
export interface SubjectPeering {
  /** The path of the construct; undefined for what options describe. */
  readonly construct?: string;
  readonly vpc: SubjectVpc;
  readonly identity: SubjectIdentity;
  readonly networks: readonly SubjectNetwork[];
}

/** Aiven's side. */
export interface SubjectVpc {
  readonly project?: string;
  /** The UUID of a VPC that exists. */
  readonly vpcId?: string;
  /** Whether the stack creates the VPC. */
  readonly created: boolean;
  readonly cloudName?: string;
  readonly networkCidr?: string;
}

/** Who peers. */
export interface SubjectIdentity {
  /**
   * - `created`: a `PeeringApplication` of this stack
   * - `earlier-stack`: one of another stack, which is known from that stack's state
   * - `existing`: an application with credentials of its own, also the deployer's own
   */
  readonly kind?: "created" | "earlier-stack" | "existing";
  readonly clientId?: string;
  /** Where the application is created: its name in Microsoft Entra. */
  readonly displayName?: string;
  /** How it signs in. `environment`: as Terraform itself does. */
  readonly credential?: "secret" | "certificate" | "federated" | "environment";
  /** The name of the client secret that is in use, where a created application has two. */
  readonly activeSecret?: string;
  /** Object ids of the owners that a created application is given. */
  readonly owners?: readonly string[];
  /** When the client secrets of a created application end, as they are written; undefined as Microsoft Entra has it by itself. */
  readonly secretEnds?: readonly (string | undefined)[];
  /** Whom the federated credentials of a created application trust. */
  readonly subjects: readonly TrustedSubject[];
  /** The subscriptions in which a created application is granted the right to list resource providers. */
  readonly listsProvidersIn: readonly (string | undefined)[];
  /** Whether the stack creates Aiven's service principal, expects it, or leaves it to another stack. */
  readonly aivenServicePrincipal?: AivenServicePrincipalSource;
}

/** Whom a federated credential trusts. */
export interface TrustedSubject {
  readonly name?: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly audiences?: readonly string[];
}

export type AivenServicePrincipalSource = "create" | "existing" | "earlier-stack";

/** A virtual network, Azure's side. */
export interface SubjectNetwork {
  /** Its id in Azure Resource Manager; undefined unless subscription, group and name are all known. */
  readonly id?: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly name?: string;
  /** The tenant of its subscription. */
  readonly tenantId?: string;
  /** Whether the stack creates the network. */
  readonly created: boolean;
  /** Whether Terraform reads it as whoever is signed in: it is a resource or a data source of the stack. */
  readonly isRead?: boolean;
  readonly addressSpaces?: readonly string[];
  /** The path of its construct; undefined for a network of the options. */
  readonly construct?: string;
  readonly azurePeeringProvider?: "azurerm" | "azapi";
  /** Whether both sides are imported as they are. */
  readonly isImported?: boolean;
  /** The name of Azure's peering. */
  readonly peeringName?: string;
  readonly access?: Access;
  /** Ids of the roles that are assigned, where they are known. */
  readonly roleIds: { readonly application?: string; readonly aiven?: string };
}

/** As `PeeringAccess` has it: roles are defined and assigned, exist and are assigned, or are assigned already. */
export type Access = "create" | "with-roles" | "existing";

/** A custom role that the stack defines. */
export interface DefinedRole {
  readonly name?: string;
  /** Where it is defined, a subscription or a group. */
  readonly scope?: string;
  readonly subscriptionId?: string;
}

/** Aiven's own application, of which each tenant with a peering has a service principal. https://aiven.io/docs/platform/howto/vnet-peering-azure */
export const AIVEN_APPLICATION_ID = "55f300d4-fc50-4c5e-9222-e90a6e2187fb";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** The segments of a virtual network's id. */
export interface NetworkId {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
}

const NETWORK_ID =
  /^\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)\/?$/i;

export function parseNetworkId(id: string): NetworkId | undefined {
  const [, subscriptionId, resourceGroup, name] = NETWORK_ID.exec(id) ?? [];
  return name === undefined ? undefined : { subscriptionId, resourceGroup, name };
}

export const networkId = ({ subscriptionId, resourceGroup, name }: NetworkId): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/virtualNetworks/${name}`;

/** Whether both are known and the same: ids and names of Azure are so whatever their case. */
export const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();
