/** What the commands look at: a peering as it is described, before or after it exists. Undefined is what nobody said, or only an apply can tell. */
export interface Subject {
  /** Where it is described: the path of a synthesised stack, or "options". */
  readonly source: string;
  readonly aiven: SubjectVpc;
  readonly identity: SubjectIdentity;
  /** Whether the stack creates Aiven's service principal in the tenant or expects it there. */
  readonly aivenPrincipal?: "CREATE" | "EXISTING";
  readonly networks: readonly SubjectNetwork[];
  /** The custom roles that the stack defines; undefined is what only an apply can tell. */
  readonly definedRoles?: readonly { readonly name?: string; readonly subscriptionId?: string }[];
  /** The token that the stack gives to Aiven's provider: a secret, which nothing prints. */
  readonly aivenToken?: string;
  /** In which Terraform is signed in. */
  readonly subscriptionId?: string;
  readonly tenantId?: string;
}

/** Aiven's side. */
export interface SubjectVpc {
  readonly project?: string;
  /** The UUID of a VPC that exists. */
  readonly vpcId?: string;
  /** That the stack creates the VPC. */
  readonly created: boolean;
  readonly cloudName?: string;
  readonly networkCidr?: string;
}

/** Who peers. */
export interface SubjectIdentity {
  /**
   * - `created`: a `PeeringApplication` of this stack
   * - `earlier-stack`: one of another stack, which is known from that stack's state
   * - `existing`: an application with credentials of its own, also Terraform's own
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
  readonly subjects: readonly { readonly name?: string; readonly issuer?: string; readonly subject?: string }[];
  /** The subscriptions in which a created application is granted to list resource providers; "" for one that is not known. */
  readonly providerReadIn: readonly string[];
}

/** The Azure side. */
export interface SubjectNetwork {
  /** Its id in Azure Resource Manager; undefined unless subscription, group and name are all known. */
  readonly id?: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly name?: string;
  /** The tenant of its subscription. */
  readonly tenantId?: string;
  /** That the stack creates the network. */
  readonly created: boolean;
  /** Where that is written down. */
  readonly location?: string;
  readonly addressSpace?: readonly string[];
  /** The VPC that it is peered with, where a stack has more than one; the same object for networks of one VPC. */
  readonly vpc?: SubjectVpc;
  /** The path of the link in the construct tree; undefined for a network of the options. */
  readonly link?: string;
  /** Which provider makes Azure's peering. */
  readonly azurePeeringProvider?: "azurerm" | "azapi";
  /** The name of Azure's peering. */
  readonly peeringName?: string;
  /** `CREATE` where the stack assigns the roles, `EXISTING` where it expects them. */
  readonly access?: "CREATE" | "EXISTING";
  /** `DEFINED` where the stack defines the roles, `GIVEN` where they exist. */
  readonly roles?: "DEFINED" | "GIVEN";
  /** Ids of the roles that are assigned, where they are known. */
  readonly roleIds: { readonly application?: string; readonly aiven?: string };
}

/** Aiven's own application, which every peering's tenant has a principal of. https://aiven.io/docs/platform/howto/vnet-peering-azure */
export const AIVEN_APPLICATION_ID = "55f300d4-fc50-4c5e-9222-e90a6e2187fb";

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
