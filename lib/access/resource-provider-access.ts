import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { type TerraformProvider, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { given } from "../terraform/given";
import { keyOf } from "../terraform/keys";
import { mark, requireInstance } from "../terraform/recognition";
import { refuse } from "../terraform/refuse";
import { requireLiteral } from "../validation/checks";
import { requireOptions } from "../validation/options";
import { ROLE_DEFINITION_ID, UUID } from "../validation/rules";
import { assign, type Principal } from "./assignments";
import { createRole, type GivenName, type Role, roleIdIn } from "./role";

/**
 * Whether azurerm lists a subscription's resource providers whenever it is configured, as 4.x does and 5.x does not. It decides whether
 * an application is granted the right to. `@cdktf/provider-azurerm` ends with 4.x; in the package for CDK Terrain, whose bindings
 * are of 5.x, the build turns it to false.
 */
export const LISTS_RESOURCE_PROVIDERS: boolean = true;

/**
 * Where an existing role is assigned.
 */
export interface ResourceProviderRoleOptions {
  /**
   * The subscriptions, UUIDs.
   *
   * @default - the deployer's subscription
   */
  readonly subscriptionIds?: string[];
}

/**
 * Where a custom role is created and assigned, and what it is called.
 */
export interface CustomResourceProviderRoleOptions extends ResourceProviderRoleOptions {
  /**
   * The names of the roles: as many as `subscriptionIds`, in their order, or one. 1 to 512 characters, each name once in a tenant
   * whatever its case. Limits: https://learn.microsoft.com/azure/role-based-access-control/custom-roles#custom-role-properties
   *
   * @default - `aiven-azure-peering: list resource providers`, and behind it a suffix of the ids of stack and constructs and the subscription
   */
  readonly roleNames?: string[];
}

/**
 * Where the right of a `PeeringApplication` to list the resource providers of a subscription comes from, which azurerm 4.x needs whenever it
 * is configured (`Microsoft.Resources/subscriptions/providers/read`).
 *
 * Without it, the right follows from use: it is granted in each subscription in which a network of the app is peered through azurerm 4.x.
 */
export class ResourceProviderAccess {
  /**
   * The right is not granted: somebody else grants it, or `ARM_PROVIDER_ENHANCED_VALIDATION=false` is set wherever Terraform runs.
   */
  public static none(): ResourceProviderAccess {
    return new ResourceProviderAccess("none", {});
  }

  /**
   * A role that exists already is assigned, for subscriptions where custom roles may not be created.
   *
   * @param roleDefinitionId the resource id of a role with `Microsoft.Resources/subscriptions/providers/read`
   * @param options the subscriptions
   * @throws if an option is not known
   */
  public static withRole(roleDefinitionId: string, options: ResourceProviderRoleOptions = {}): ResourceProviderAccess {
    requireOptions(undefined, "resourceProviderAccess", options, { subscriptionIds: true });
    return new ResourceProviderAccess("role", options, roleDefinitionId);
  }

  /**
   * A custom role with that one action is created and assigned in each subscription that is named.
   *
   * @param options the subscriptions, and names of the roles
   * @throws if an option is not known
   */
  public static create(options: CustomResourceProviderRoleOptions = {}): ResourceProviderAccess {
    requireOptions(undefined, "resourceProviderAccess", options, { subscriptionIds: true, roleNames: true });
    return new ResourceProviderAccess("create", options);
  }

  private constructor(
    /** @internal */
    public readonly _kind: "none" | "role" | "create",
    /** @internal */
    public readonly _options: CustomResourceProviderRoleOptions,
    /** @internal */
    public readonly _roleDefinitionId?: string,
  ) {
    mark(this, "ResourceProviderAccess", _kind);
  }
}

/** Validates what an application is given. What a role may be called is validated with the role. */
export function validateResourceProviderAccess(scope: IConstruct, access: ResourceProviderAccess | undefined): void {
  if (access === undefined) return;
  const property = "identity.resourceProviderAccess";
  requireInstance(
    scope,
    property,
    access,
    "ResourceProviderAccess",
    "what ResourceProviderAccess.none, withRole or create returns",
  );
  const { subscriptionIds, roleNames } = access._options;
  if (access._kind === "role") {
    requireLiteral(scope, `${property}.roleDefinitionId`, access._roleDefinitionId, ROLE_DEFINITION_ID);
  }
  if (subscriptionIds !== undefined) validateSubscriptions(scope, `${property}.subscriptionIds`, subscriptionIds);
  if (roleNames !== undefined) validateCount(scope, `${property}.roleNames`, roleNames, subscriptionIds?.length ?? 1);
}

function validateSubscriptions(scope: IConstruct, property: string, ids: readonly string[]): void {
  if (!Array.isArray(ids) || Token.isUnresolved(ids) || ids.length === 0) {
    refuse(
      scope,
      `${property}: ${given(ids)} is not allowed, use a list of UUIDs, or leave it out for the deployer's subscription`,
    );
  }
  const seen = new Set<string>();
  for (const id of ids as readonly string[]) {
    requireLiteral(scope, property, id, UUID);
    const key = keyOf(scope, id);
    if (seen.has(key)) refuse(scope, `${property}: ${given(id)} is not allowed twice, name each subscription once`);
    seen.add(key);
  }
}

function validateCount(scope: IConstruct, property: string, names: readonly string[], count: number): void {
  if (Array.isArray(names) && !Token.isUnresolved(names) && names.length === count) return;
  const shown = Array.isArray(names) && !Token.isUnresolved(names) ? `a list of ${names.length}` : given(names);
  refuse(
    scope,
    `${property}: ${shown} is not allowed, use a list of ${count}, one for each subscription in the order of subscriptionIds`,
  );
}

export interface ResourceProviderReaderProps {
  readonly subscriptionId: string;
  readonly principal: Principal;
  /** Makes the name of a custom role unique. */
  readonly nameKey: string;
  /** The whole name instead. */
  readonly roleName?: GivenName;
  readonly roleDefinitionId?: string;
  readonly provider?: TerraformProvider;
}

/** Lets the application list a subscription's resource providers. */
export class ResourceProviderReader extends Construct {
  public readonly assignment: RoleAssignment;
  /** The custom role, where it is created here. */
  public readonly definition?: RoleDefinition;

  constructor(scope: Construct, id: string, props: ResourceProviderReaderProps) {
    super(scope, id);
    const { subscriptionId, principal, provider } = props;
    const scopeId = `/subscriptions/${subscriptionId}`;
    const role = this.role(props);
    this.definition = role.definition;
    this.assignment = assign(this, "assignment", { scopeId, principal, role, provider });
  }

  private role(props: ResourceProviderReaderProps): Role {
    const { subscriptionId, roleDefinitionId, nameKey, roleName, provider } = props;
    // A principal of this construct's own can have no assignment that somebody else made too.
    if (roleDefinitionId !== undefined) return { id: roleIdIn(subscriptionId, roleDefinitionId), isGiven: false };
    return createRole(this, "role", {
      name: "list resource providers",
      nameKey,
      given: roleName,
      description:
        "Lets the application that peers with Aiven list resource providers, as azurerm 4.x does at every start.",
      actions: ["Microsoft.Resources/subscriptions/providers/read"],
      subscriptionId,
      provider,
    });
  }
}
