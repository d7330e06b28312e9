import type { Precondition } from "cdktf";
import type { IConstruct } from "constructs";
import { operand } from "../terraform/expressions";
import { mark, requireInstance } from "../terraform/recognition";
import { refuse } from "../terraform/refuse";
import { Checks } from "../validation/checks";
import { requireOptions } from "../validation/options";
import { RESOURCE_GROUP_ID, ROLE_DEFINITION_ID } from "../validation/rules";

/**
 * The custom roles that are created for a peering.
 */
export interface CustomRoleOptions {
  /**
   * The name of the peering application's role: 1 to 512 characters, each name once in a tenant whatever its case. Limits:
   * https://learn.microsoft.com/azure/role-based-access-control/custom-roles#custom-role-properties
   *
   * @default - `aiven-azure-peering: peer with Aiven`, and behind it a suffix of the ids of stack and constructs and the subscription
   */
  readonly applicationRoleName?: string;

  /**
   * The name of Aiven's role, with the same limits.
   *
   * @default - `aiven-azure-peering: be peered by Aiven`, and behind it a suffix of the ids of stack and constructs and the subscription
   */
  readonly aivenRoleName?: string;

  /**
   * The ARM id of the resource group in which the roles are defined and can be assigned, for deployers who own the group and not the
   * subscription. The virtual network must be in it.
   *
   * @default - the virtual network's subscription
   */
  readonly roleScope?: string;
}

/**
 * Roles that exist already. One pair serves every subscription in which it can be assigned, as built-in roles do; of an id only the UUID
 * counts.
 */
export interface ExistingRoles {
  /**
   * The resource id of a role for the peering application, with `Microsoft.Network/virtualNetworks/read` and
   * `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/` `read`, `write` and `delete`.
   *
   * @default - a custom role with those actions alone is created
   */
  readonly applicationRoleDefinitionId?: string;

  /**
   * The resource id of a role for Aiven's service principal, with `Microsoft.Network/virtualNetworks/peer/action`.
   *
   * @default - a custom role with that action alone is created
   */
  readonly aivenRoleDefinitionId?: string;
}

/**
 * Where the rights of the peering application and of Aiven on a virtual network come from.
 */
export class PeeringAccess {
  /**
   * Two custom roles with the least rights are created and assigned on the virtual network. The networks of a subscription share the roles.
   *
   * Needs `Microsoft.Authorization/roleDefinitions/write` and `Microsoft.Authorization/roleAssignments/write` at the subscription, or at
   * `roleScope`.
   *
   * @param options names of the roles, and where they are defined
   * @throws if an option is not known; the construct that is given it throws if a literal is not allowed
   */
  public static create(options: CustomRoleOptions = {}): PeeringAccess {
    requireOptions(undefined, "access", options, {
      applicationRoleName: true,
      aivenRoleName: true,
      roleScope: true,
    });
    return new PeeringAccess(options, {}, true);
  }

  /**
   * Roles that exist already are assigned on the virtual network, for subscriptions where custom roles may not be created. A role that is
   * not given is created.
   *
   * Needs `Microsoft.Authorization/roleAssignments/write` on the virtual network.
   *
   * @param roles the ids of the roles
   * @throws if no role is given; the construct that is given it throws if a literal is no id of a role definition
   */
  public static withRoles(roles: ExistingRoles): PeeringAccess {
    requireOptions(undefined, "access", roles, { applicationRoleDefinitionId: true, aivenRoleDefinitionId: true });
    if (roles.applicationRoleDefinitionId === undefined && roles.aivenRoleDefinitionId === undefined) {
      refuse(undefined, "access: no role is given; give applicationRoleDefinitionId, aivenRoleDefinitionId or both");
    }
    return new PeeringAccess({}, roles, true);
  }

  /**
   * Somebody has assigned the roles already, for example a security team, or another peering of the same network and application. Nothing
   * is created or assigned. Without the rights, Aiven's connection ends in `INVALID_SPECIFICATION`, or Azure's peering in
   * `AuthorizationFailed`.
   */
  public static existing(): PeeringAccess {
    return new PeeringAccess({}, {}, false);
  }

  private constructor(
    /** @internal */
    public readonly _customRoles: CustomRoleOptions,
    /** @internal */
    public readonly _existingRoles: ExistingRoles,
    /** @internal */
    public readonly _isAssigned: boolean,
  ) {
    mark(this, "PeeringAccess", _isAssigned);
  }
}

/**
 * Validates the access that a construct is given. What a role may be called is validated with the role.
 *
 * @param virtualNetworkId the network that it is for
 * @returns what Terraform must validate
 */
export function validateAccess(
  scope: IConstruct,
  access: PeeringAccess | undefined,
  virtualNetworkId: string,
): readonly Precondition[] {
  if (access === undefined) return [];
  requireInstance(scope, "access", access, "PeeringAccess", "what PeeringAccess.create, withRoles or existing returns");
  const { applicationRoleDefinitionId, aivenRoleDefinitionId } = access._existingRoles;
  const { roleScope } = access._customRoles;
  const checks = new Checks(scope)
    .literal("access.applicationRoleDefinitionId", applicationRoleDefinitionId, ROLE_DEFINITION_ID)
    .literal("access.aivenRoleDefinitionId", aivenRoleDefinitionId, ROLE_DEFINITION_ID)
    .rule("access.roleScope", roleScope, RESOURCE_GROUP_ID);
  if (roleScope !== undefined) {
    checks.either(
      [roleScope, virtualNetworkId],
      () => virtualNetworkId.toLowerCase().startsWith(`${roleScope.toLowerCase()}/`),
      () => `\${startswith(lower(${operand(virtualNetworkId)}), lower("\${${operand(roleScope)}}/"))}`,
      (show) =>
        `access.roleScope: "${show(roleScope)}" is not allowed, the virtual network "${show(virtualNetworkId)}" is not in that resource ` +
        "group, so the roles could not be assigned there; give the network's group, or leave it out",
    );
  }
  return checks.preconditions ?? [];
}
