import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { PeeringAccess } from "./peering-access";
import { createRole, type Role, roleIdIn } from "./role";

export interface PeeringRolesProps {
  readonly subscriptionId: string;
  /** Makes the names of custom roles unique. */
  readonly nameKey: string;
  readonly access: PeeringAccess;
  /** The construct that the access was given to. */
  readonly givenTo: Construct;
  readonly provider?: TerraformProvider;
}

/** What each side may do on a virtual network, as one pair of roles. */
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
    const { subscriptionId, nameKey, provider, access, givenTo } = this.props;
    const existing = access._existingRoles[`${id}RoleDefinitionId`];
    if (existing !== undefined) return { id: roleIdIn(subscriptionId, existing), isGiven: true };
    const { roleScope, [`${id}RoleName` as const]: name } = access._customRoles;
    const given = name === undefined ? undefined : { value: name, property: `access.${id}RoleName`, givenTo };
    const created = { ...role, nameKey, given, subscriptionId, resourceGroupId: roleScope, provider };
    return createRole(this, id, created);
  }
}
