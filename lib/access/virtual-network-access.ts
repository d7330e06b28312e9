import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { ITerraformDependable, Precondition, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { PeeredVirtualNetworkFacts, RoleFacts } from "../terraform/manifest";
import { addressOf, protect } from "../terraform/resources";
import { assign, type Principal } from "./assignments";
import type { PeeringRoles } from "./peering-roles";

import { DEFAULT_ROLE_ASSIGNMENT_WAIT } from "../access/propagation";

export interface VirtualNetworkAccessProps {
  /** The ARM id of the virtual network. */
  readonly virtualNetworkId: string;
  /** The peering application's client id. */
  readonly clientId: string;
  readonly application: Principal;
  readonly aiven: Principal;
  /** What each may do; absent where both may do it already. */
  readonly roles?: PeeringRoles;
  /** What else must have spread before the application is used. */
  readonly prerequisites: ITerraformDependable[];
  /** How long Azure takes to honour what is new. */
  readonly propagation?: string;
  /** What Terraform must validate of the networks, here because this exists whether or not they are connected. */
  readonly preconditions?: Precondition[];
  readonly azurerm?: TerraformProvider;
  readonly time?: TerraformProvider;
}

/**
 * Assigns the two roles on one virtual network, and waits until Azure honours them.
 */
export class VirtualNetworkAccess extends Construct {
  /** The peering application's client id, known to whoever reads it here only after the wait. */
  public readonly clientId: string;

  public readonly wait: Sleep;

  /** The assignment of each side's role, where they are made here. */
  public readonly assignments?: { readonly application: RoleAssignment; readonly aiven: RoleAssignment };

  constructor(
    scope: Construct,
    id: string,
    private readonly props: VirtualNetworkAccessProps,
  ) {
    super(scope, id);
    const { roles, prerequisites, preconditions, azurerm: provider, virtualNetworkId: scopeId } = props;
    // With the assignments among them, a new assignment is waited for again.
    const triggers: Record<string, string> = { client_id: props.clientId };
    if (roles !== undefined) {
      const application = { scopeId, principal: props.application, role: roles.application, provider };
      const aiven = { scopeId, principal: props.aiven, role: roles.aiven, provider };
      this.assignments = {
        application: assign(this, "application", application),
        aiven: assign(this, "aiven", aiven),
      };
      triggers.application_role = this.assignments.application.id;
      triggers.aiven_role = this.assignments.aiven.id;
    }

    const isAnythingNew = roles !== undefined || prerequisites.length > 0;
    this.wait = protect(
      new Sleep(this, "propagation", {
        createDuration: props.propagation ?? (isAnythingNew ? DEFAULT_ROLE_ASSIGNMENT_WAIT : "0s"),
        triggers,
        dependsOn: prerequisites.length > 0 ? prerequisites : undefined,
        lifecycle: preconditions && { precondition: preconditions },
        provider: props.time,
      }),
    );
    this.clientId = this.wait.getStringAttribute("triggers.client_id");
  }

  /** What the rights are made of. */
  public facts(): PeeredVirtualNetworkFacts["access"] {
    const { assignments } = this;
    const { roles } = this.props;
    if (roles === undefined || assignments === undefined) return { source: "existing" };
    const facts = (side: "application" | "aiven"): RoleFacts => ({
      roleDefinitionId: roles[side].id,
      definition: roles[side].definition && addressOf(roles[side].definition),
      assignment: addressOf(assignments[side]),
    });
    const isGiven = roles.application.isGiven || roles.aiven.isGiven;
    return { source: isGiven ? "roles" : "create", application: facts("application"), aiven: facts("aiven") };
  }
}
