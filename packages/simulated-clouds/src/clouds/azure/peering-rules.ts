import { ApiError } from "../api-error";
import { overlapping } from "../ip-range";
import type { VirtualNetworkProperties } from "./network-properties";
import { leadsTo, type PeeringSettings, type StoredPeering } from "./peering-properties";
import { sameId } from "./resource-id";
import type { ArmResource } from "./resources";

/** What Azure looks at before it creates or changes a peering. */
export interface PeeringAttempt {
  readonly id: string;
  readonly local: ArmResource<VirtualNetworkProperties>;
  readonly remote: ArmResource<VirtualNetworkProperties>;
  readonly settings: PeeringSettings;
  /** All peerings of each network. */
  readonly localPeerings: readonly StoredPeering[];
  readonly remotePeerings: readonly StoredPeering[];
  readonly remoteHasGateway: () => boolean;
}

export function checkPeering(attempt: PeeringAttempt): void {
  refuseOverlap(attempt);
  refuseOverlapWithPeers(attempt);
  refuseSecondPeering(attempt);
  checkGateways(attempt);
}

const MORE = "For more information please refer to https://aka.ms/VnetPeeringInfo";

function refuseOverlap({ id, local, remote }: PeeringAttempt): void {
  const shared = overlapping(local.properties.addressSpace, remote.properties.addressSpace);
  if (shared.length === 0) return;
  const text = `Cannot create or update peering ${id}. Virtual networks ${local.id} and ${remote.id} cannot be peered because their address spaces overlap. Overlapping address prefixes: ${shared.join(", ")}`;
  throw new ApiError(400, "VnetAddressSpacesOverlap", text);
}

/** A network may not lead to one address twice. Every peering counts, also one whose other side is gone. */
function refuseOverlapWithPeers({ id, local, remote, localPeerings, remotePeerings }: PeeringAttempt): void {
  const refuse = (first: typeof local, which: readonly [string, string], peerings: readonly StoredPeering[]): void => {
    for (const { properties } of peerings) {
      const shared = overlapping(first.properties.addressSpace, properties.remoteAddressSpace);
      if (shared.length === 0) continue;
      const text = `Cannot create or update peering ${id}. Virtual networks ${local.id} and ${remote.id} cannot be peered because address space of the ${which[0]} virtual network overlaps with address space of virtual network ${properties.remoteVirtualNetworkId} already peered with the ${which[1]} virtual network. Overlapping address prefixes: ${shared.join(", ")}. ${MORE}`;
      throw new ApiError(400, "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet", text);
    }
  };
  const others = (peerings: readonly StoredPeering[], networkId: string) =>
    peerings.filter((peering) => !leadsTo(peering, networkId));
  refuse(local, ["first", "second"], others(remotePeerings, local.id));
  // assumed: the words for the networks in the other order
  refuse(remote, ["second", "first"], others(localPeerings, remote.id));
}

function refuseSecondPeering({ id, remote, localPeerings }: PeeringAttempt): void {
  const other = localPeerings.find((peering) => leadsTo(peering, remote.id));
  if (!other || sameId(other.id, id)) return;
  const text = `Peering ${other.id} already references remote virtual network ${remote.id}. Cannot add another peering ${id} referencing the same remote virtual network.`;
  throw new ApiError(400, "AnotherPeeringAlreadyReferencesRemoteVnet", text);
}

function checkGateways({ id, remote, settings, remoteHasGateway }: PeeringAttempt): void {
  if (!settings.useRemoteGateways) return;
  if (settings.allowGatewayTransit) {
    // assumed: code and text; that one peering cannot have both is documented
    const text = `Peering ${id} cannot have both UseRemoteGateways and AllowGatewayTransit flags set to true.`;
    throw new ApiError(400, "InvalidRequestFormat", text);
  }
  if (remoteHasGateway()) return;
  const text = `Peering ${id} cannot have UseRemoteGateway flag set to true because remote virtual network ${remote.id} referenced by the peering does not have any gateways. ${MORE}`;
  throw new ApiError(400, "RemoteVnetHasNoGateways", text);
}
