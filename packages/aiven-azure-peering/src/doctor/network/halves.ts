import type { VirtualNetworkPeering } from "../../clouds/arm";
import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { textIn } from "../../subject/peerings";
import { PEERINGS } from "../../troubleshooting/peerings";
import { stopped } from "../stopped";
import { isPeered, type Site } from "./site";

const LOOKED = "halves";

/** Whether a half is left of an earlier peering, which the other side cannot be made beside. */
export function peeringsLine(site: Site): Line | readonly Line[] {
  const { connection, peerings } = site;
  if (isPeered(site)) return ok(LOOKED, "Aiven has its half");
  const lines: Line[] = [];
  const left = peerings.find((half) => isOurs(half, site));
  if (left) lines.push(stopped(LOOKED, PEERINGS["half a peering"], leftOnAzure(left)));
  // a deleted one is a memory, which a new one replaces
  if (connection && !["DELETED", "DELETING"].includes(connection.state)) {
    lines.push(
      stopped(LOOKED, PEERINGS["half a peering"], {
        found: `Aiven has a connection with this network that is ${connection.state}`,
        remedy: `delete it in Aiven's console: VPC ${site.vpc?.project_vpc_id ?? ""}, Peering connections, ${connection.peer_resource_group}/${connection.peer_vpc}`,
      }),
    );
  }
  return lines.length > 0 ? lines : ok(LOOKED, "none is left of an earlier peering");
}

function leftOnAzure({ id, name, properties }: VirtualNetworkPeering) {
  const { peeringState = "in no state", remoteVirtualNetwork } = properties;
  const remote = remoteVirtualNetwork?.id ?? "nowhere";
  return {
    found: `the network has a half, ${name}, ${peeringState}, which leads to ${remote}, and Aiven has none that meets it`,
    remedy: `az network vnet peering delete --ids ${id}`,
  };
}

/** By the name that the stack gives its own, or by where it leads to. */
function isOurs({ name, properties }: VirtualNetworkPeering, { network, vpc }: Site): boolean {
  if (network.peeringName !== undefined && name.toLowerCase() === network.peeringName.toLowerCase()) return true;
  const remote = properties.remoteVirtualNetwork?.id?.toLowerCase();
  const aivens = (vpc?.peering_connections ?? []).map(({ state_info }) => textIn(state_info, "to-network-id"));
  return remote !== undefined && aivens.some((id) => id?.toLowerCase() === remote);
}
