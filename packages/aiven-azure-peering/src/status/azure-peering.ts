import type { VirtualNetworkPeering } from "../clouds/arm";
import type { Line } from "../report/report";
import { HALVES } from "../troubleshooting/peerings";
import { causeOf, remedyOf } from "../troubleshooting/terminal";
import type { Halves } from "../subject/peerings";

/** How Azure's half is, and whether it knows the ranges of the other side. https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview */
export function azureHalfLines(halves: Halves): Line[] {
  const { network, azure } = halves;
  if (!network) return [];
  if (!azure) return [{ looked: HALF, verdict: "failed", found: "there is none", remedy: "`terraform apply`" }];
  const state = stateLine(azure, halves);
  const connected = azure.properties.peeringState === "Connected";
  return connected ? [state, syncLine(azure), ...flagLines(azure)] : [state];
}

const HALF = "Azure's half";
const RANGES = "ranges";

function stateLine({ name, properties }: VirtualNetworkPeering, { aiven, aivenNetworkId }: Halves): Line {
  const { peeringState = "no state", remoteVirtualNetwork } = properties;
  const remote = remoteVirtualNetwork?.id ?? "";
  const is = (verdict: Line["verdict"], found: string, remedy?: string): Line => ({
    looked: HALF,
    verdict,
    found,
    remedy,
  });
  if (aivenNetworkId !== undefined && remote.toLowerCase() !== aivenNetworkId.toLowerCase()) {
    const found = `${peeringState}: ${name} leads to ${remote}, and Aiven's network is ${aivenNetworkId}`;
    return is("failed", found, remedyOf(HALVES["half a peering"]));
  }
  switch (peeringState) {
    case "Connected":
      return is("ok", "Connected");
    case "Initiated":
      // the other half is not there, or leads elsewhere
      return aiven && ["APPROVED", "APPROVED_PEER_REQUESTED"].includes(aiven.state)
        ? is("warning", "Initiated: Aiven's half is yet to come", "look again in a minute")
        : is(
            "failed",
            `Initiated: no half of Aiven's meets it: ${causeOf(HALVES["half a peering"])}`,
            remedyOf(HALVES["half a peering"]),
          );
    case "Disconnected":
      return is("failed", `Disconnected: ${causeOf(HALVES["half a peering"])}`, remedyOf(HALVES["half a peering"]));
    default:
      return is(
        "unknown",
        `${peeringState}: this command does not know that state`,
        "look at the peering in Azure's portal",
      );
  }
}

/** `RemoteNotInSync` is what the half of the network says that has changed, `LocalNotInSync` that of the other one. */
function syncLine({ id, properties }: VirtualNetworkPeering): Line {
  const { peeringSyncLevel = "no level" } = properties;
  const is = (verdict: Line["verdict"], found: string, remedy?: string): Line => ({
    looked: RANGES,
    verdict,
    found,
    remedy,
  });
  const local = `az network vnet peering sync --ids ${id}`;
  const remote = remedyOf(HALVES["not in sync"]);
  const ours = causeOf(HALVES["not in sync"]);
  switch (peeringSyncLevel) {
    case "FullyInSync":
      return is("ok", "FullyInSync");
    case "RemoteNotInSync":
      return is("failed", `RemoteNotInSync: ${ours}`, remote);
    case "LocalNotInSync":
      return is("failed", "LocalNotInSync: Aiven's network has a range that Azure's half has not learnt of", local);
    case "LocalAndRemoteNotInSync":
      return is("failed", `LocalAndRemoteNotInSync: ${ours}; and the reverse`, `${local}, and ${remote}`);
    default:
      return is("unknown", `${peeringSyncLevel}: this command does not know that level`);
  }
}

function flagLines({ id, properties }: VirtualNetworkPeering): Line[] {
  if (properties.allowVirtualNetworkAccess !== false) return [];
  const remedy = `az network vnet peering update --ids ${id} --set allowVirtualNetworkAccess=true`;
  return [
    { looked: "traffic", verdict: "failed", found: "allowVirtualNetworkAccess is false, so none passes", remedy },
  ];
}
