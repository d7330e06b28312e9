import type { VirtualNetworkPeering } from "../../clouds/arm";
import { overlapOf } from "../../clouds/ip-ranges";
import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { NETWORKS } from "../../troubleshooting/networks";
import { stopped } from "../stopped";
import { isPeered, type Site } from "./site";

const LOOKED = "ranges";

/** Whether the VPC's range is free in the network and among its peers, and the network's among the VPC's. */
export async function rangesLine(site: Site): Promise<Line> {
  const range = site.vpc?.network_cidr ?? site.plan.aiven.networkCidr;
  const own = rangesOf(site);
  if (isPeered(site)) return ok(LOOKED, `${range ?? "the VPC"} and ${own?.join(", ") ?? "the network"} are peered`);
  if (range === undefined || own === undefined) {
    const what = range === undefined ? "the range of the VPC" : "the address space of the network";
    return { looked: LOOKED, verdict: "unknown", found: `${what} is known only after an apply` };
  }
  const clash = overlapOf([range], own);
  if (clash) return overlapping(`${range} of the VPC overlaps ${clash[1]} of the network itself`);
  for (const peering of site.peerings.filter(({ name }) => name !== site.network.peeringName)) {
    const shared = overlapOf([range], remoteRanges(peering));
    if (!shared) continue;
    const { remoteVirtualNetwork, peeringState = "" } = peering.properties;
    const peer = remoteVirtualNetwork?.id ?? "a network that Azure does not name";
    return overlapping(
      `${range} of the VPC overlaps ${shared[1]} of ${peer}, by the peering ${peering.name} (${peeringState})`,
    );
  }
  return (await besideOthers(site, own)) ?? ok(LOOKED, `${range} is free beside ${own.join(", ")}${peersOf(site)}`);
}

const peersOf = ({ peerings }: Site): string =>
  peerings.length === 0 ? "" : ` and ${peerings.length === 1 ? "1 peer" : `${peerings.length} peers`}`;

/** Aiven's network takes no two peers of one range either. */
async function besideOthers({ plan, network, clouds }: Site, own: readonly string[]): Promise<Line | undefined> {
  // the later of two has the line
  for (const other of plan.networks.slice(0, plan.networks.indexOf(network))) {
    if (other.vpc !== network.vpc) continue;
    const there = other.id === undefined ? undefined : await clouds.arm.virtualNetwork(other.id);
    const clash = overlapOf(own, rangesOf({ found: there, network: other }) ?? []);
    if (!clash) continue;
    const name = other.name ?? other.link ?? "another network";
    return overlapping(
      `${clash[0]} of this network overlaps ${clash[1]} of ${name}, which the same VPC is to be peered with`,
      "peer them with VPCs of their own, or change the address space of one",
    );
  }
  return undefined;
}

const overlapping = (found: string, remedy?: string): Line =>
  stopped(LOOKED, NETWORKS["overlaps a peer"], { found, remedy });

const rangesOf = ({ found, network }: Pick<Site, "found" | "network">): readonly string[] | undefined =>
  found?.properties.addressSpace?.addressPrefixes ?? network.addressSpace;

/** What the half knows, and what the other network has grown by since. */
function remoteRanges({ properties }: VirtualNetworkPeering): readonly string[] {
  const { remoteAddressSpace, remoteVirtualNetworkAddressSpace } = properties;
  return [remoteAddressSpace, remoteVirtualNetworkAddressSpace].flatMap((space) => space?.addressPrefixes ?? []);
}
