import { ApiError } from "../api-error";
import { overlapping } from "../ip-range";
import type { Arm, ArmRequest, RequestContext } from "./arm";
import type { VirtualNetworkProperties } from "./network-properties";
import type { Provisioning } from "./provisioning";
import { resourceNotFound } from "./resource-groups";
import { parentOf, sameId } from "./resource-id";
import type { ArmResource, Properties, Resources } from "./resources";

export type PeeringState = "Initiated" | "Connected" | "Disconnected";
export type PeeringSyncLevel = "FullyInSync" | "LocalNotInSync" | "RemoteNotInSync" | "LocalAndRemoteNotInSync";

export interface PeeringProperties {
  readonly remoteVirtualNetworkId: string;
  readonly peeringState: PeeringState;
  readonly peeringSyncLevel: PeeringSyncLevel;
  readonly settings: Properties;
}

export type VirtualNetworkPeering = ArmResource<PeeringProperties>;
const TYPE = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
export const PEER_ACTION = "Microsoft.Network/virtualNetworks/peer/action";

/**
 * One half of a peering lives on each virtual network. The first is Initiated; the second makes both Connected; deleting
 * either leaves the other Disconnected, and a Disconnected half can only be deleted.
 */
export class VirtualNetworkPeerings {
  constructor(
    private readonly arm: Arm,
    private readonly resources: Resources,
    private readonly provisioning: Provisioning,
  ) {}

  put(
    context: RequestContext,
    id: string,
    input: { remoteVirtualNetworkId: string; settings?: Properties; syncRemoteAddressSpace?: boolean },
  ): VirtualNetworkPeering {
    const request: ArmRequest = { method: "PUT", id, action: `${TYPE}/write` };
    return this.arm.call(context, request, () => {
      // whoever peers must be allowed to at the other network too, in that network's own tenant
      this.arm.checkLinked(context, request, PEER_ACTION, input.remoteVirtualNetworkId);
      const local = this.network(parentOf(id));
      const remote = this.network(input.remoteVirtualNetworkId);
      this.provisioning.requireSucceeded(local.id, id);
      this.provisioning.requireSucceeded(remote.id, id);
      this.refuseOverlap(id, local, remote);
      this.refuseSecondPeering(id, local.id, remote.id);
      const before = this.resources.get<PeeringProperties>(id);
      const peeringState = before?.properties.peeringState ?? this.meetOtherHalf(id, local.id, remote.id);
      const peeringSyncLevel =
        before && !input.syncRemoteAddressSpace ? before.properties.peeringSyncLevel : "FullyInSync";
      const properties = {
        settings: input.settings ?? {},
        remoteVirtualNetworkId: remote.id,
        peeringState,
        peeringSyncLevel,
      };
      return this.resources.put({ id, location: "", tags: {}, properties });
    });
  }

  get(context: RequestContext, id: string): VirtualNetworkPeering {
    return this.arm.call(context, { method: "GET", id, action: `${TYPE}/read` }, () => {
      const peering = this.resources.get<PeeringProperties>(id);
      if (!peering) throw resourceNotFound(id);
      return peering;
    });
  }

  delete(context: RequestContext, id: string): void {
    this.arm.call(context, { method: "DELETE", id, action: `${TYPE}/delete` }, () => this.erase(id));
  }

  erase(id: string): void {
    const peering = this.resources.get<PeeringProperties>(id);
    if (!peering) return;
    this.resources.delete(id);
    const other = this.between(peering.properties.remoteVirtualNetworkId, parentOf(id));
    if (other) this.change(other, { peeringState: "Disconnected" });
  }

  /** The halves that live on a virtual network. */
  of(networkId: string): VirtualNetworkPeering[] {
    return this.resources.ofType<PeeringProperties>(TYPE, networkId);
  }

  /** The half on `from` that points to `to`. */
  between(from: string, to: string): VirtualNetworkPeering | undefined {
    return this.of(from).find(({ properties }) => sameId(properties.remoteVirtualNetworkId, to));
  }

  /** Peered networks learn of a changed range only by a sync. */
  addressSpaceChanged(networkId: string, before: readonly string[], after: readonly string[]): void {
    if ([...before].sort().join() === [...after].sort().join()) return;
    for (const half of this.of(networkId)) this.change(half, { peeringSyncLevel: "LocalNotInSync" });
    for (const half of this.resources.ofType<PeeringProperties>(TYPE, "/")) {
      if (!sameId(half.properties.remoteVirtualNetworkId, networkId)) continue;
      this.change(half, { peeringSyncLevel: "RemoteNotInSync" });
    }
  }

  private change(peering: VirtualNetworkPeering, properties: Partial<PeeringProperties>): void {
    this.resources.put({ ...peering, properties: { ...peering.properties, ...properties } });
  }

  private network(id: string): ArmResource<VirtualNetworkProperties> {
    const network = this.resources.get<VirtualNetworkProperties>(id);
    if (!network) throw resourceNotFound(id);
    return network;
  }

  private meetOtherHalf(id: string, localId: string, remoteId: string): PeeringState {
    const other = this.between(remoteId, localId);
    if (!other) return "Initiated";
    if (other.properties.peeringState === "Disconnected") {
      throw new ApiError(
        400,
        "RemotePeeringIsDisconnected",
        `Cannot create or update peering ${id} because remote peering ${other.id} referencing parent virtual network ${localId} is in Disconnected state. Update or re-create the remote peering to get it back to Initiated state. Peering gets Disconnected when remote vnet or remote peering is deleted and re-created.`,
      );
    }
    this.change(other, { peeringState: "Connected" });
    return "Connected";
  }

  private refuseOverlap(
    id: string,
    local: ArmResource<VirtualNetworkProperties>,
    remote: ArmResource<VirtualNetworkProperties>,
  ): void {
    const shared = overlapping(local.properties.addressSpace, remote.properties.addressSpace);
    if (shared.length === 0) return;
    const text = `Cannot create or update peering ${id}. Virtual networks ${local.id} and ${remote.id} cannot be peered because their address spaces overlap. Overlapping address prefixes: ${shared.join(", ")}`;
    throw new ApiError(400, "VnetAddressSpacesOverlap", text);
  }

  private refuseSecondPeering(id: string, localId: string, remoteId: string): void {
    const other = this.between(localId, remoteId);
    if (!other || sameId(other.id, id)) return;
    const text = `Peering ${other.id} already references remote virtual network ${remoteId}. Cannot add another peering ${id} referencing the same remote virtual network.`;
    throw new ApiError(400, "AnotherPeeringAlreadyReferencesRemoteVnet", text);
  }
}
