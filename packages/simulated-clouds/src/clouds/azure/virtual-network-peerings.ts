import { ApiError } from "../api-error";
import type { Arm, ArmRequest, RequestContext } from "./arm";
import type { VirtualNetworkProperties } from "./network-properties";
import {
  leadsTo,
  sameRanges,
  syncLevel,
  type PeeringProperties,
  type PeeringSettings,
  type PeeringState,
  type StoredPeering,
  type VirtualNetworkPeering,
} from "./peering-properties";
import { checkPeering } from "./peering-rules";
import type { NetworkOperation, Provisioning } from "./provisioning";
import { resourceNotFound } from "./resource-groups";
import { inScope, parentOf, sameId, typeOf } from "./resource-id";
import type { ArmResource, Resources } from "./resources";

const TYPE = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
const GATEWAY = "Microsoft.Network/virtualNetworkGateways";
export const PEER_ACTION = "Microsoft.Network/virtualNetworks/peer/action";

export interface PeeringInput {
  readonly remoteVirtualNetworkId: string;
  readonly settings?: PeeringSettings;
  /** The query parameter of that name: the peering learns the other network's ranges of now. A new one does in any case. */
  readonly syncRemoteAddressSpace?: boolean;
}

/**
 * Each virtual network has a peering of its own to the other. The first is Initiated; the second makes both Connected; deleting
 * either leaves the other Disconnected, and a Disconnected one can only be deleted.
 */
export class VirtualNetworkPeerings {
  constructor(
    private readonly arm: Arm,
    private readonly resources: Resources,
    private readonly provisioning: Provisioning,
  ) {}

  put(context: RequestContext, id: string, input: PeeringInput): VirtualNetworkPeering {
    const request: ArmRequest = {
      method: "PUT",
      id,
      action: `${TYPE}/write`,
      remoteNetworkId: input.remoteVirtualNetworkId,
    };
    return this.arm.call(context, request, () => {
      // whoever peers must be allowed to at the other network too, in that network's own tenant
      this.arm.checkLinked(context, request, PEER_ACTION, input.remoteVirtualNetworkId);
      const local = this.network(parentOf(id));
      const remote = this.network(input.remoteVirtualNetworkId);
      this.provisioning.requireSucceeded(local.id, id);
      this.provisioning.requireSucceeded(remote.id, id);
      const settings = input.settings ?? {};
      const [localPeerings, remotePeerings] = [this.stored(local.id), this.stored(remote.id)];
      const remoteHasGateway = () => this.hasGateway(remote.id);
      checkPeering({ id, local, remote, settings, localPeerings, remotePeerings, remoteHasGateway });
      const before = this.resources.get<PeeringProperties>(id)?.properties;
      const peeringState = before?.peeringState ?? this.meetOtherPeering(id, local.id, remote.id);
      const known =
        before && !input.syncRemoteAddressSpace ? before.remoteAddressSpace : remote.properties.addressSpace;
      const properties = { remoteVirtualNetworkId: remote.id, peeringState, remoteAddressSpace: known, settings };
      this.occupy("PutVirtualNetworkPeeringOperation", local.id, remote.id);
      return this.shown(this.resources.put({ id, location: "", tags: {}, properties }));
    });
  }

  get(context: RequestContext, id: string): VirtualNetworkPeering {
    return this.arm.call(context, { method: "GET", id, action: `${TYPE}/read` }, () => {
      const peering = this.resources.get<PeeringProperties>(id);
      if (!peering) throw resourceNotFound(id);
      return this.shown(peering);
    });
  }

  delete(context: RequestContext, id: string): void {
    this.arm.call(context, { method: "DELETE", id, action: `${TYPE}/delete` }, () => {
      const peering = this.resources.get<PeeringProperties>(id);
      if (!peering) return;
      const { remoteVirtualNetworkId } = peering.properties;
      this.occupy("DeleteVirtualNetworkPeeringOperation", parentOf(id), remoteVirtualNetworkId);
      this.erase(id);
    });
  }

  erase(id: string): void {
    const peering = this.resources.get<PeeringProperties>(id);
    if (!peering) return;
    this.resources.delete(id);
    const other = this.toward(peering.properties.remoteVirtualNetworkId, parentOf(id));
    if (other) this.change(other, { peeringState: "Disconnected" });
  }

  /** The peerings of a virtual network. */
  of(networkId: string): VirtualNetworkPeering[] {
    return this.stored(networkId).map((peering) => this.shown(peering));
  }

  /** The peering of `from` that leads to `to`. */
  between(from: string, to: string): VirtualNetworkPeering | undefined {
    const peering = this.toward(from, to);
    return peering && this.shown(peering);
  }

  private occupy(operation: NetworkOperation, ...networkIds: string[]): void {
    networkIds.forEach((networkId) => this.provisioning.start(networkId, operation));
  }

  private stored(networkId: string): StoredPeering[] {
    return this.resources.ofType<PeeringProperties>(TYPE, networkId);
  }

  private toward(from: string, to: string): StoredPeering | undefined {
    return this.stored(from).find((peering) => leadsTo(peering, to));
  }

  private shown(peering: StoredPeering): VirtualNetworkPeering {
    const { remoteVirtualNetworkId, remoteAddressSpace } = peering.properties;
    const other = this.toward(remoteVirtualNetworkId, parentOf(peering.id));
    // assumed: a network that is gone has the ranges it had
    const now = this.addressSpace(remoteVirtualNetworkId) ?? remoteAddressSpace;
    const remoteKnows =
      !!other && sameRanges(other.properties.remoteAddressSpace, this.addressSpace(parentOf(peering.id)) ?? []);
    const peeringSyncLevel = syncLevel(sameRanges(remoteAddressSpace, now), remoteKnows);
    return {
      ...peering,
      properties: { ...peering.properties, peeringSyncLevel, remoteVirtualNetworkAddressSpace: now },
    };
  }

  private addressSpace(networkId: string): readonly string[] | undefined {
    return this.resources.get<VirtualNetworkProperties>(networkId)?.properties.addressSpace;
  }

  /** A gateway lies in a subnet of the network it serves. */
  private hasGateway(networkId: string): boolean {
    return this.resources.all().some(({ id, properties }) => {
      const { uses = [] } = properties as { uses?: readonly string[] };
      return sameId(typeOf(id), GATEWAY) && uses.some((used) => inScope(networkId, used));
    });
  }

  private change(peering: StoredPeering, properties: Partial<PeeringProperties>): void {
    this.resources.put({ ...peering, properties: { ...peering.properties, ...properties } });
  }

  private network(id: string): ArmResource<VirtualNetworkProperties> {
    const network = this.resources.get<VirtualNetworkProperties>(id);
    if (!network) throw resourceNotFound(id);
    return network;
  }

  private meetOtherPeering(id: string, localId: string, remoteId: string): PeeringState {
    const other = this.toward(remoteId, localId);
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
}
