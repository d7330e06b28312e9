import type { ITerraformDependable } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * The two halves of one peering: Aiven's connection, and Azure's virtual network peering in answer to it.
 *
 * What must wait for the peering names it in `dependsOn`; that holds while `connected` is false too. Its resources are among its children
 * (`node.findChild("connection")`), for what has no option here.
 */
export interface IVirtualNetworkLink extends IConstruct, ITerraformDependable {
  /** Whether the two halves exist. */
  readonly connected: boolean;

  /**
   * Aiven's state of the connection, `ACTIVE` once traffic can flow; Terraform reads it again in every plan. `DISCONNECTED` where
   * `connected` is false.
   */
  readonly state: string;

  /** The tenant of Aiven's network, a UUID, as Aiven said it when the connection was created; empty where `connected` is false. */
  readonly aivenTenantId: string;

  /**
   * The ARM id of Aiven's network, as Aiven said it when the connection was created, or as it was given; empty where `connected` is false.
   */
  readonly remoteVirtualNetworkId: string;

  /**
   * The id of the Aiven half, `<project>/<vpc>/<subscription>/<virtual network>`; empty where `connected` is false.
   */
  readonly connectionId: string;

  /** The ARM id of the Azure half; empty where `connected` is false. */
  readonly virtualNetworkPeeringId: string;

  /**
   * Azure's state of its half, `Connected` once traffic can flow, as Terraform last read it. Empty through azurerm, which does not show it,
   * and where `connected` is false.
   */
  readonly azurePeeringState: string;

  /**
   * Whether each half knows the other network's address ranges as they are now: `FullyInSync`, or `LocalNotInSync`, `RemoteNotInSync` or
   * `LocalAndRemoteNotInSync` after a range was added. Empty through azurerm, which does not show it, and where `connected` is false.
   */
  readonly azurePeeringSyncLevel: string;
}
