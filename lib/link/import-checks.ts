import type { IConstruct } from "constructs";
import { VirtualNetworkAccessSource } from "../access/access-source";
import type { PeeringIdentity } from "../identity/peering-identity";
import { refuse } from "../validation/refuse";
import type { VirtualNetworkLinkOptions } from "./link-options";

/** A link whose halves exist already. */
export interface CheckedImport {
  readonly identity: PeeringIdentity;
  readonly options: VirtualNetworkLinkOptions;
  /** Whether it uses roles that somebody has defined. */
  readonly hasGivenRoles: boolean;
}

/** Refuses what cannot be imported, or would be replaced by what it is imported into, and so destroyed. */
export function checkImport(scope: IConstruct, { identity, options, hasGivenRoles }: CheckedImport): void {
  if (options.importExisting !== true) return;
  if (options.connected === false) {
    refuse(scope, "importExisting: true is not allowed with connected: false, which removes both halves; leave it out");
  }
  if (options.azureHalfMovedFrom !== undefined) {
    refuse(
      scope,
      "importExisting: true is not allowed with azureHalfMovedFrom, which moves a half that is in the state already; leave one of them out",
    );
  }
  if (!identity._knownAtFirstPlan(scope)) {
    refuse(
      scope,
      "identity: an application that this stack creates is not allowed with importExisting, as Aiven's half is bound to the application that it " +
        "was made with, and the apply would delete both halves; give that application as an ExistingPeeringApplication",
    );
  }
  if (options.peeringName === undefined) {
    refuse(
      scope,
      "peeringName: missing, give the name that the peering has in Azure, as it is imported (az network vnet peering list shows it)",
    );
  }
  if (options.remoteVirtualNetworkId === undefined) {
    refuse(
      scope,
      "remoteVirtualNetworkId: missing, and Aiven no longer says it of a peering that is ACTIVE, so the apply would replace Azure's half; " +
        "give the remoteVirtualNetwork.id of the peering (az network vnet peering list shows it)",
    );
  }
  if (hasGivenRoles && options.access !== VirtualNetworkAccessSource.EXISTING) {
    refuse(
      scope,
      "roles: not allowed with importExisting, as who made the peering has assigned roles already and a tenant has each assignment once " +
        '(RoleAssignmentExists); give access: VirtualNetworkAccessSource.EXISTING ("existing"), or leave roles out',
    );
  }
}
