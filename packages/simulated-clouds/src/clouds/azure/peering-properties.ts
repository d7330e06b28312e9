import { sameId } from "./resource-id";
import type { ArmResource } from "./resources";

export type PeeringState = "Initiated" | "Connected" | "Disconnected";
export type PeeringSyncLevel = "FullyInSync" | "LocalNotInSync" | "RemoteNotInSync" | "LocalAndRemoteNotInSync";

/** What whoever creates a peering may say of it, in ARM's names. */
export interface PeeringSettings {
  readonly allowVirtualNetworkAccess?: boolean;
  readonly allowForwardedTraffic?: boolean;
  readonly allowGatewayTransit?: boolean;
  readonly useRemoteGateways?: boolean;
  readonly peerCompleteVnets?: boolean;
  readonly enableOnlyIPv6Peering?: boolean;
  readonly localSubnetNames?: readonly string[];
  readonly remoteSubnetNames?: readonly string[];
}

/** One side of a peering, as Azure stores it. */
export interface PeeringProperties {
  readonly remoteVirtualNetworkId: string;
  readonly peeringState: PeeringState;
  /** The ranges of the other network that it leads to: those it had at the last sync. */
  readonly remoteAddressSpace: readonly string[];
  readonly settings: PeeringSettings;
}

/** One side of a peering, as Azure shows it. */
export interface ShownPeeringProperties extends PeeringProperties {
  readonly peeringSyncLevel: PeeringSyncLevel;
  /** The ranges that the other network has now. */
  readonly remoteVirtualNetworkAddressSpace: readonly string[];
}

export type StoredPeering = ArmResource<PeeringProperties>;
export type VirtualNetworkPeering = ArmResource<ShownPeeringProperties>;

/**
 * How far two sides know each other's ranges. `LocalNotInSync` is the side that must be synced, because the *other* network
 * has changed. The side of the network that has changed says `RemoteNotInSync`, as it does while there is no other side.
 */
export function syncLevel(local: boolean, remote: boolean): PeeringSyncLevel {
  if (local) return remote ? "FullyInSync" : "RemoteNotInSync";
  return remote ? "LocalNotInSync" : "LocalAndRemoteNotInSync";
}

export const sameRanges = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();

export const leadsTo = ({ properties }: StoredPeering, networkId: string): boolean =>
  sameId(properties.remoteVirtualNetworkId, networkId);
