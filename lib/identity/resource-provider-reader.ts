import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Construct } from "constructs";
import { createRole } from "../access/custom-role";

export interface ResourceProviderReaderProps {
  readonly subscriptionId: string;
  readonly principalId: string;
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
    const scopeId = `/subscriptions/${props.subscriptionId}`;
    this.assignment = new RoleAssignment(this, "assignment", {
      scope: scopeId,
      principalId: props.principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId:
        props.roleDefinitionId ??
        createRole(this, "role", {
          name: "list resource providers",
          description:
            "Lets the application that peers with Aiven list resource providers, as azurerm 4.x does at every start.",
          actions: ["Microsoft.Resources/subscriptions/providers/read"],
          subscriptionId: props.subscriptionId,
          provider: props.provider,
        }),
      provider: props.provider,
    });
  }
}
