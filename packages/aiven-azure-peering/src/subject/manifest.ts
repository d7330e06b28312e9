import { UsageError } from "../clouds/errors";

/** Where the construct states, in a stack's JSON below `"//"`, what its peerings are made of. */
export const MANIFEST_NAME = "aivenAzurePeering";
/** The version of it that this command reads. */
export const MANIFEST_VERSION = 1;

/** `azuread_application.x`, or `data.azuread_service_principal.x`. */
type Address = string;
/** A literal, or an expression in `${}`. */
type Written = string;

/** What a stack states of one peering, as far as this command reads it. */
export interface PeeringFacts {
  readonly stack: string;
  readonly providers: { readonly aiven: string; readonly azurerm: string };
  readonly vpc: { readonly id: Written; readonly address?: Address; readonly networkCidr?: Written };
  readonly identity: IdentityFacts;
  readonly aivenServicePrincipal: { readonly source: "create" | "existing"; readonly stack: string };
  readonly virtualNetworks: Readonly<Record<string, PeeredVirtualNetworkFacts>>;
}

export interface IdentityFacts {
  readonly kind: "created" | "existing" | "deployer";
  readonly stack: string;
  readonly clientId: Written;
  readonly application?: Address;
  readonly credential: {
    readonly kind: "secret" | "certificate" | "federated" | "environment";
    readonly addresses: readonly Address[];
    readonly active?: Address;
  };
  readonly resourceProviderAccess: readonly { readonly subscriptionId: Written; readonly definition?: Address }[];
}

export interface PeeredVirtualNetworkFacts {
  readonly network: {
    readonly id: Written;
    readonly name: Written;
    readonly resourceGroupName: Written;
    readonly subscriptionId: Written;
    readonly tenantId: Written;
    readonly addressSpaces?: readonly Written[];
    readonly address?: Address;
  };
  readonly connected: boolean;
  readonly importExisting: boolean;
  readonly azurePeering?: { readonly name: Written };
  readonly azurePeeringProvider: "azurerm" | "azapi";
  readonly access: {
    readonly source: "create" | "roles" | "existing";
    readonly application?: RoleFacts;
    readonly aiven?: RoleFacts;
  };
}

interface RoleFacts {
  readonly roleDefinitionId: Written;
  readonly definition?: Address;
}

/**
 * The peerings of a stack, by the paths of their constructs.
 *
 * @param comment what stands below `"//"` in the stack's JSON
 * @param path where the JSON is
 * @throws UsageError where nothing is stated, or in a version that this command does not read
 */
export function readManifest(comment: unknown, path: string): Readonly<Record<string, PeeringFacts>> {
  const manifest = member(comment, MANIFEST_NAME);
  if (manifest === undefined) {
    throw new UsageError(
      `--stack: ${path} does not say what its peerings are made of: it has no AivenAzurePeering, or an older release of the package synthesised it; name the stack that has one, or update the package and synthesise the stack again`,
    );
  }
  const version = member(manifest, "version");
  if (version !== MANIFEST_VERSION) {
    throw new UsageError(
      `--stack: ${path} was synthesised by another release of the package (its manifest has version ${JSON.stringify(version)}, this command reads version ${MANIFEST_VERSION}); use the package and this command in the same release, and synthesise the stack again`,
    );
  }
  return (member(manifest, "peerings") ?? {}) as Readonly<Record<string, PeeringFacts>>;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
