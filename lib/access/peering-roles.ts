import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Construct } from "constructs";
import { requireLiteral } from "../validation/checks";
import { checkNames } from "../validation/options";
import { ROLE_DEFINITION_ID } from "../validation/rules";
import { createRole } from "./custom-role";
import { roleIdIn } from "./role-id";
import type { PeeringRoleOverrides } from "./peering-role-overrides";

export interface PeeringRolesProps {
  readonly subscriptionId: string;
  /** What keeps the names of custom roles apart from others. */
  readonly nameKey: string;
  /** Roles that exist already. */
  readonly given?: PeeringRoleOverrides;
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
    this.application = this.role("application", props.given?.applicationRoleDefinitionId, {
      name: "peer with Aiven",
      description: "Lets an application create, read and delete the peerings of a virtual network.",
      actions: [
        "Microsoft.Network/virtualNetworks/read",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
      ],
    });
    this.aiven = this.role("aiven", props.given?.aivenRoleDefinitionId, {
      name: "be peered by Aiven",
      description: "Lets Aiven peer its networks to a virtual network, but not from it.",
      actions: ["Microsoft.Network/virtualNetworks/peer/action"],
    });
  }

  private role(
    id: string,
    given: string | undefined,
    role: { name: string; description: string; actions: string[] },
  ): Role {
    const { subscriptionId, nameKey, provider } = this.props;
    if (given !== undefined) return { id: roleIdIn(subscriptionId, given), isGiven: true };
    return { id: createRole(this, id, { ...role, nameKey, subscriptionId, provider }), isGiven: false };
  }
}

/** Judges the roles that a construct is given. */
export function checkRoles(scope: Construct, roles: PeeringRoleOverrides | undefined): void {
  if (roles === undefined) return;
  checkNames(scope, "roles", roles, { applicationRoleDefinitionId: true, aivenRoleDefinitionId: true });
  for (const [property, value] of Object.entries(roles) as [string, string | undefined][]) {
    if (value !== undefined) requireLiteral(scope, `roles.${property}`, value, ROLE_DEFINITION_ID);
  }
}
