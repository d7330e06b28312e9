import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Construct } from "constructs";
import { requireLiteral } from "../validation/checks";
import { checkNames } from "../validation/options";
import { refuse } from "../validation/refuse";
import { ROLE_DEFINITION_ID } from "../validation/rules";
import { createRole, type GivenName } from "./role";
import { roleIdIn } from "./role";
import type { PeeringRoleNames } from "./peering-access";
import type { PeeringRoleOverrides } from "./peering-access";

export interface PeeringRolesProps {
  readonly subscriptionId: string;
  /** What keeps the names of custom roles apart from others. */
  readonly nameKey: string;
  /** Roles that exist already. */
  readonly given?: PeeringRoleOverrides;
  /** Names for those that do not. */
  readonly names?: PeeringRoleNames;
  /** The construct that the names were given to. */
  readonly place: Construct;
  readonly provider?: AzurermProvider;
}

/** A role as it is assigned: its id, and whether it was given, so that others may have assigned it too. */
export interface Role {
  readonly id: string;
  readonly isGiven: boolean;
}

/** What each side may do on a virtual network, as one pair of roles for a subscription. */
export class PeeringRoles extends Construct {
  public readonly application: Role;
  public readonly aiven: Role;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PeeringRolesProps,
  ) {
    super(scope, id);
    this.application = this.role("application", {
      name: "peer with Aiven",
      description: "Lets an application create, read and delete the peerings of a virtual network.",
      actions: [
        "Microsoft.Network/virtualNetworks/read",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
      ],
    });
    this.aiven = this.role("aiven", {
      name: "be peered by Aiven",
      description: "Lets Aiven peer its networks to a virtual network, but not from it.",
      actions: ["Microsoft.Network/virtualNetworks/peer/action"],
    });
  }

  private role(id: "application" | "aiven", role: { name: string; description: string; actions: string[] }): Role {
    const { subscriptionId, nameKey, provider, names, place, given: roles } = this.props;
    const name = names?.[id];
    const named: GivenName | undefined =
      name === undefined ? undefined : { value: name, property: `roleNames.${id}`, place };
    const given = roles?.[`${id}RoleDefinitionId`];
    if (given === undefined) {
      return { id: createRole(this, id, { ...role, nameKey, given: named, subscriptionId, provider }), isGiven: false };
    }
    if (named !== undefined) {
      refuse(
        place,
        `${named.property}: "${name}" is not allowed beside roles.${id}RoleDefinitionId, whose role exists already; give one or the other`,
      );
    }
    return { id: roleIdIn(subscriptionId, given), isGiven: true };
  }
}

/** Validates the roles that a construct is given. */
export function checkRoles(scope: Construct, roles: PeeringRoleOverrides | undefined): void {
  if (roles === undefined) return;
  checkNames(scope, "roles", roles, { applicationRoleDefinitionId: true, aivenRoleDefinitionId: true });
  for (const [property, value] of Object.entries(roles) as [string, string | undefined][]) {
    if (value !== undefined) requireLiteral(scope, `roles.${property}`, value, ROLE_DEFINITION_ID);
  }
}
