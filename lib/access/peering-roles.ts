import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Construct } from "constructs";
import { requireLiteral } from "../validation/checks";
import { ROLE_DEFINITION_ID, UUID } from "../validation/rules";
import { createRole } from "./custom-role";

/**
 * Roles to use where custom roles may not be created.
 */
export interface PeeringRoleOverrides {
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
 * Properties of `PeeringRoles`.
 */
export interface PeeringRolesProps extends PeeringRoleOverrides {
  /** The subscription in which the roles can be assigned, a UUID. */
  readonly subscriptionId: string;

  /**
   * The deployer in Azure.
   *
   * @default - the stack's default azurerm provider
   */
  readonly provider?: AzurermProvider;
}

/**
 * What each side may do on a virtual network, as one pair of roles for a subscription.
 */
export class PeeringRoles extends Construct {
  /** The resource id of the peering application's role. */
  public readonly applicationRoleDefinitionId: string;

  /** The resource id of the role of Aiven's service principal. */
  public readonly aivenRoleDefinitionId: string;

  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props the subscription, and roles that exist already
   * @throws if a literal id is not allowed
   */
  constructor(scope: Construct, id: string, props: PeeringRolesProps) {
    super(scope, id);
    requireLiteral("roles.subscriptionId", props.subscriptionId, UUID);
    for (const property of ["applicationRoleDefinitionId", "aivenRoleDefinitionId"] as const) {
      const value = props[property];
      if (value !== undefined) requireLiteral(`roles.${property}`, value, ROLE_DEFINITION_ID);
    }
    const { subscriptionId, provider } = props;
    this.applicationRoleDefinitionId =
      props.applicationRoleDefinitionId ??
      createRole(this, "application", {
        name: "peer with Aiven",
        description: "Lets an application create, read and delete the peerings of a virtual network.",
        actions: [
          "Microsoft.Network/virtualNetworks/read",
          "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read",
          "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
          "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
        ],
        subscriptionId,
        provider,
      });
    this.aivenRoleDefinitionId =
      props.aivenRoleDefinitionId ??
      createRole(this, "aiven", {
        name: "be peered by Aiven",
        description: "Lets Aiven peer its networks to a virtual network, but not from it.",
        actions: ["Microsoft.Network/virtualNetworks/peer/action"],
        subscriptionId,
        provider,
      });
  }
}
