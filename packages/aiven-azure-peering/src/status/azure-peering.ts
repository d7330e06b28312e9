import type { VirtualNetworkPeering } from "../clouds/arm";
import type { Line } from "../report/report";
import { PEERINGS } from "../troubleshooting/peerings";
import { causeOf, remedyOf } from "../troubleshooting/terminal";
import type { Sides } from "../subject/peerings";

/** How Azure's peering is, and whether it knows the ranges of the other side. https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview */
export function azurePeeringLines(sides: Sides): Line[] {
  const { network, azure } = sides;
  if (!network) return [];
  if (!azure)
    return [{ looked: AZURE_PEERING, verdict: "failed", found: "there is none", remedy: "`terraform apply`" }];
  const state = stateLine(azure, sides);
  const connected = azure.properties.peeringState === "Connected";
  return connected ? [state, syncLine(azure), ...flagLines(azure)] : [state];
}

const AZURE_PEERING = "Azure's peering";
const RANGES = "ranges";

function stateLine({ name, properties }: VirtualNetworkPeering, { aiven, aivenNetworkId }: Sides): Line {
  const { peeringState = "no state", remoteVirtualNetwork } = properties;
  const remote = remoteVirtualNetwork?.id ?? "";
  const is = (verdict: Line["verdict"], found: string, remedy?: string): Line => ({
    looked: AZURE_PEERING,
    verdict,
    found,
    remedy,
  });
  if (aivenNetworkId !== undefined && remote.toLowerCase() !== aivenNetworkId.toLowerCase()) {
    const found = `${peeringState}: ${name} leads to ${remote}, and Aiven's network is ${aivenNetworkId}`;
    return is("failed", found, remedyOf(PEERINGS["half a peering"]));
  }
  switch (peeringState) {
    case "Connected":
      return is("ok", "Connected");
    case "Initiated":
      // the other side is not there, or leads elsewhere
      return aiven && ["APPROVED", "APPROVED_PEER_REQUESTED"].includes(aiven.state)
        ? is("warning", "Initiated: Aiven's connection is yet to come", "look again in a minute")
        : is(
            "failed",
            `Initiated: no half of Aiven's meets it: ${causeOf(PEERINGS["half a peering"])}`,
            remedyOf(PEERINGS["half a peering"]),
          );
    case "Disconnected":
      return is("failed", `Disconnected: ${causeOf(PEERINGS["half a peering"])}`, remedyOf(PEERINGS["half a peering"]));
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
  const remote = remedyOf(PEERINGS["not in sync"]);
  const ours = causeOf(PEERINGS["not in sync"]);
  switch (peeringSyncLevel) {
    case "FullyInSync":
      return is("ok", "FullyInSync");
    case "RemoteNotInSync":
      return is("failed", `RemoteNotInSync: ${ours}`, remote);
    case "LocalNotInSync":
      return is("failed", "LocalNotInSync: Aiven's network has a range that Azure's peering has not learnt of", local);
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
