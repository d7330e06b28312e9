import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Construct } from "constructs";
import { assign, type Principal } from "./assignments";
import type { Role } from "./peering-roles";
import { createRole, type GivenName, roleIdIn } from "./role";

/**
 * Whether azurerm lists a subscription's resource providers whenever it is configured, as 4.x does and 5.x does not. It decides whether
 * a new application is granted the right to. `@cdktf/provider-azurerm` ends with 4.x; in the package for CDK Terrain, whose bindings
 * are of 5.x, the build turns it to false.
 */
export const LISTS_RESOURCE_PROVIDERS: boolean = true;

export interface ResourceProviderReaderProps {
  readonly subscriptionId: string;
  readonly principal: Principal;
  /** What keeps the name of a custom role apart from others. */
  readonly nameKey: string;
  /** The whole name instead. */
  readonly roleName?: GivenName;
  readonly roleDefinitionId?: string;
  readonly provider?: AzurermProvider;
}

/**
 * Lets the application list a subscription's resource providers: azurerm 4.x does so whenever it is configured, and fails where it may not.
 */
export class ResourceProviderReader extends Construct {
  public readonly assignment: RoleAssignment;

  constructor(scope: Construct, id: string, props: ResourceProviderReaderProps) {
    super(scope, id);
    const { subscriptionId, principal, provider } = props;
    const scopeId = `/subscriptions/${subscriptionId}`;
    this.assignment = assign(this, "assignment", { scopeId, principal, role: this.role(props), provider });
  }

  private role(props: ResourceProviderReaderProps): Role {
    const { subscriptionId, roleDefinitionId, nameKey, roleName, provider } = props;
    // A principal of this construct's own can have no assignment that somebody else made too.
    if (roleDefinitionId !== undefined) return { id: roleIdIn(subscriptionId, roleDefinitionId), isGiven: false };
    const id = createRole(this, "role", {
      name: "list resource providers",
      nameKey,
      given: roleName,
      description:
        "Lets the application that peers with Aiven list resource providers, as azurerm 4.x does at every start.",
      actions: ["Microsoft.Resources/subscriptions/providers/read"],
      subscriptionId,
      provider,
    });
    return { id, isGiven: false };
  }
}
