import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { Construct } from "constructs";
import type { PeeringIdentity } from "../identity/peering-identity";
import { DEFAULT_ROLE_ASSIGNMENT_WAIT } from "./propagation";
import type { PeeringProviders } from "../terraform/providers";
import { requireLiteral } from "../validation/checks";
import { WAIT } from "../validation/rules";
import type { PeeringRoles } from "./peering-roles";

/**
 * Properties of `VirtualNetworkAccess`.
 */
export interface VirtualNetworkAccessProps {
  /** The ARM id of the virtual network. */
  readonly virtualNetworkId: string;

  /** Who is let in. */
  readonly identity: PeeringIdentity;

  /** What each may do. */
  readonly roles: PeeringRoles;

  /**
   * How long to wait until Azure honours the assignments, a duration such as `2m`. Azure documents up to ten minutes; two are usually
   * enough, of which azurerm spends 20 seconds before.
   *
   * @default "100s"
   */
  readonly propagation?: string;

  /**
   * The provider configurations to use.
   *
   * @default - the stack's default providers
   */
  readonly providers?: PeeringProviders;
}

/**
 * Assigns the two roles on one virtual network, and waits until Azure honours them.
 */
export class VirtualNetworkAccess extends Construct {
  /** The peering application's client id, known to whoever reads it here only after the wait. */
  public readonly clientId: string;

  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props the network, the identity and its roles
   * @throws if a literal duration is not allowed
   */
  constructor(scope: Construct, id: string, props: VirtualNetworkAccessProps) {
    super(scope, id);
    const { identity, roles, providers } = props;
    if (props.propagation !== undefined) requireLiteral("propagation.roleAssignments", props.propagation, WAIT);

    const assign = (name: string, principalId: string, roleDefinitionId: string) =>
      new RoleAssignment(this, name, {
        scope: props.virtualNetworkId,
        principalId,
        // Saves azurerm from waiting for a principal that the directory has not spread yet.
        principalType: "ServicePrincipal",
        roleDefinitionId,
        provider: providers?.azurerm,
      });
    const application = assign("application", identity.servicePrincipalObjectId, roles.applicationRoleDefinitionId);
    const aiven = assign("aiven", identity.aivenServicePrincipal.objectId, roles.aivenRoleDefinitionId);

    const prerequisites = identity._prerequisites(this);
    const wait = new Sleep(this, "propagation", {
      createDuration: props.propagation ?? DEFAULT_ROLE_ASSIGNMENT_WAIT,
      // With the assignments among them, a new assignment is waited for again.
      triggers: { client_id: identity.clientId, application_role: application.id, aiven_role: aiven.id },
      dependsOn: prerequisites.length > 0 ? prerequisites : undefined,
      provider: providers?.time,
    });
    this.clientId = wait.getStringAttribute("triggers.client_id");
  }
}
