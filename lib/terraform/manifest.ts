import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";

// What a peering is made of, for tools that read a synthesised stack. It stands in the stack's JSON under "//", which Terraform ignores:
//
//   "//": { "aivenAzurePeering": { "version": 1, "peerings": { "<path of the construct>": PeeringFacts } } }
//
// An address is one of the stack's own JSON, such as `azuread_application.x` or `data.azuread_service_principal.x`. A value is what stands in
// the configuration: a literal, or an expression in `${}`. No secret is among them.

/** Raised where a name goes or means something else; a new name needs none. */
export const MANIFEST_VERSION = 1;

type Address = string;
type Value = string;

export interface PeeringFacts {
  /** The stack of the peering; an identity or a service principal may be of another one. */
  readonly stack: string;
  /** As a resource names them in `provider`: `aiven`, or `aiven.alias`. */
  readonly providers: { readonly aiven: string; readonly azuread: string; readonly azurerm: string };
  readonly vpc: VpcFacts;
  readonly identity: IdentityFacts;
  readonly aivenServicePrincipal: AivenServicePrincipalFacts;
  /** By the path of each peered network's construct. */
  readonly virtualNetworks: Readonly<Record<string, PeeredVirtualNetworkFacts>>;
}

export interface VpcFacts {
  readonly id: Value;
  /** The resource or data source that describes it; absent where its id was given, or it is of another stack. */
  readonly address?: Address;
  readonly networkCidr?: Value;
}

export interface AivenServicePrincipalFacts {
  readonly source: "create" | "existing";
  readonly address: Address;
  /** The stack that the address is of. */
  readonly stack: string;
}

export interface IdentityFacts {
  /** `created` by the app, `existing` before it, or the `deployer`'s own. */
  readonly kind: "created" | "existing" | "deployer";
  /** The stack that the addresses are of. */
  readonly stack: string;
  readonly clientId: Value;
  readonly servicePrincipalObjectId: Value;
  /** Of an application that the app creates. */
  readonly application?: Address;
  readonly servicePrincipal?: Address;
  readonly credential: CredentialFacts;
  /** The subscriptions in which an application that the app creates is granted the right to list resource providers. */
  readonly resourceProviderAccess: readonly ResourceProviderFacts[];
}

export interface ResourceProviderFacts {
  readonly subscriptionId: Value;
  readonly assignment: Address;
  /** The custom role, where it is created. */
  readonly definition?: Address;
}

export interface CredentialFacts {
  /** As `SignIn` has it. */
  readonly kind: string;
  /** The client secrets or federated credentials of an application that the app creates. */
  readonly addresses: readonly Address[];
  /** The client secret in use. */
  readonly active?: Address;
}

export interface PeeredVirtualNetworkFacts {
  readonly network: {
    readonly id: Value;
    readonly name: Value;
    readonly resourceGroupName: Value;
    readonly subscriptionId: Value;
    readonly tenantId: Value;
    readonly location?: Value;
    readonly addressSpaces?: readonly Value[];
    /** The resource or data source that describes it, where it is of this stack. */
    readonly address?: Address;
  };
  readonly connected: boolean;
  /** Whether both sides exist already and are imported. */
  readonly importExisting: boolean;
  /** Absent where `connected` is false. */
  readonly connection?: Address;
  readonly azurePeering?: { readonly address: Address; readonly name: Value };
  readonly azurePeeringProvider: "azurerm" | "azapi";
  /** The provider that acts as the peering application, as a resource names it. */
  readonly provider: string;
  readonly access: {
    readonly source: "create" | "roles" | "existing";
    readonly application?: RoleFacts;
    readonly aiven?: RoleFacts;
  };
}

export interface RoleFacts {
  readonly roleDefinitionId: Value;
  /** The custom role, where it is created. */
  readonly definition?: Address;
  readonly assignment: Address;
}

/** Writes the facts of one peering into the JSON of its stack, as they are when it is synthesised. */
export class Manifest extends TerraformElement {
  constructor(
    private readonly peering: Construct,
    private readonly facts: () => PeeringFacts,
  ) {
    super(peering, "manifest");
  }

  public override toTerraform(): unknown {
    const peerings = { [this.peering.node.path]: this.facts() };
    return { "//": { aivenAzurePeering: { version: MANIFEST_VERSION, peerings } } };
  }
}
