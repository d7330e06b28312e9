import type { VirtualNetworkPeering } from "../clouds/arm";
import { CloudError } from "../clouds/errors";
import { overlapOf } from "../clouds/ip-ranges";
import { check, stopped } from "../report/check";
import { failed, ok, unknown } from "../report/report";
import { isSame } from "../subject/subject";
import { textIn } from "../subject/sides";
import type { IntendedNetwork } from "./intent";
import { isPeered, networksOf, type IntendedNetworkScope, type NetworkScope } from "./scopes";

/** Whether the subscription is one of the tenant in which Terraform is signed in. */
export const subscription = check({
  name: "subscription",
  async run({ network: { subscriptionId, tenantId }, clouds }: IntendedNetworkScope) {
    if (subscriptionId === undefined) return [];
    const { tid = "a tenant that its token does not name" } = await clouds.whoIsSignedIn();
    const elsewhere = (theirs: string | undefined) =>
      failed(
        `${subscriptionId} is of ${theirs ?? "another tenant"}, but Terraform is signed in to ${tid}`,
        theirs === undefined
          ? "sign in to the tenant of the subscription: az login --tenant …"
          : `az login --tenant ${theirs}`,
      );
    try {
      const found = await clouds.arm.subscription(subscriptionId);
      if (!found) {
        return failed(
          `${subscriptionId} does not exist, or is not visible in ${tid}`,
          "az account list --output table, and use one of these",
        );
      }
      const { tenantId: theirs, state } = found;
      if (state === "Disabled" || state === "Deleted") {
        return failed(`${subscriptionId} is ${state}, so nothing can be created in it`);
      }
      if (theirs !== undefined && !isSame(theirs, tid)) return elsewhere(theirs);
      if (tenantId !== undefined && theirs !== undefined && !isSame(tenantId, theirs)) {
        return failed(
          `${subscriptionId} is of ${theirs}, but the stack specifies ${tenantId}`,
          `give the network tenantId ${theirs}, which Aiven needs`,
        );
      }
      return ok(`${found.displayName ?? subscriptionId}, of tenant ${theirs ?? tid}`);
    } catch (error) {
      // so Resource Manager refuses the token of another tenant
      if (error instanceof CloudError && error.code === "InvalidAuthenticationTokenTenant") return elsewhere(tenantId);
      throw error;
    }
  },
});

export const virtualNetwork = check({
  name: "virtual network",
  finds: ["Aiven could not peer", "network is being changed"],
  run({ network, found }: NetworkScope) {
    if (found) {
      const { provisioningState = "Succeeded", addressSpace } = found.properties;
      const message = `in ${found.location}, ${(addressSpace?.addressPrefixes ?? []).join(", ")}`;
      if (provisioningState === "Succeeded") return ok(message);
      const changing = stopped("network is being changed", { message: `${provisioningState}, ${message}` });
      return { ...changing, status: "warning" };
    }
    if (network.created) return ok("does not exist yet: the stack creates it");
    if (network.id === undefined) return unknown("its id is known after apply");
    return stopped("Aiven could not peer", {
      message: `there is no ${network.name ?? network.id} in ${network.resourceGroup ?? "its group"}`,
      remedy: `correct its id: az network vnet list --subscription ${network.subscriptionId ?? ""} --query "[].id" --output tsv`,
    });
  },
});

export const peering = check({
  name: "peering",
  run: ({ connection }: NetworkScope) =>
    isPeered(connection)
      ? ok(
          `exists already, and is ${connection?.state} at Aiven; run status for its state, or adopt if this stack did not create it`,
        )
      : [],
});

/** Whether the VPC's range is free in the network and among its peers, and the network's among the VPC's. */
export const ranges = check({
  name: "address ranges",
  finds: ["overlaps a peer"],
  async run(scope: NetworkScope) {
    const { wanted, vpc, connection, network, peerings } = scope;
    const range = vpc?.network_cidr ?? wanted.networkCidr;
    const own = rangesOf(scope);
    if (isPeered(connection)) {
      return ok(`${range ?? "the VPC"} and ${own?.join(", ") ?? "the network"} are peered`);
    }
    if (range === undefined || own === undefined) {
      return unknown(
        `the ${range === undefined ? "range of the VPC" : "address space of the network"} is known after apply`,
      );
    }
    const inside = overlapOf([range], own);
    if (inside) return overlapping(`${range} of the VPC overlaps ${inside[1]} of the network itself`);
    for (const each of peerings.filter(({ name }) => name !== network.peeringName)) {
      const shared = overlapOf([range], remoteRanges(each));
      if (!shared) continue;
      const { remoteVirtualNetwork, peeringState = "" } = each.properties;
      const peer = remoteVirtualNetwork?.id ?? "a network without an id";
      return overlapping(
        `${range} of the VPC overlaps ${shared[1]} of ${peer}, with which the network has the peering ${each.name} (${peeringState})`,
      );
    }
    const other = await overlapWithOther(scope, own);
    if (other) return other;
    const others = peerings.length === 0 ? "" : ` and ${peerings.length === 1 ? "1 peer" : `${peerings.length} peers`}`;
    return ok(`${range} does not overlap ${own.join(", ")}${others}`);
  },
});

/** The network of the VPC has no two peers of one range either. */
async function overlapWithOther({ intent, wanted, network, clouds }: NetworkScope, own: readonly string[]) {
  const all = networksOf(intent, wanted);
  // the later of two says it
  for (const other of all.slice(0, all.indexOf(network))) {
    const found = other.id === undefined ? undefined : await clouds.arm.virtualNetwork(other.id);
    const shared = overlapOf(own, rangesOf({ found, network: other }) ?? []);
    if (!shared) continue;
    const name = other.name ?? other.construct ?? "another network";
    return overlapping(
      `${shared[0]} of this network overlaps ${shared[1]} of ${name}, which the stack peers with the same VPC`,
      "peer each with a VPC of its own, or change the address space of one",
    );
  }
  return undefined;
}

const overlapping = (message: string, remedy?: string) => stopped("overlaps a peer", { message, remedy });

const rangesOf = ({ found, network }: Pick<NetworkScope, "found"> & { network: IntendedNetwork }) =>
  found?.properties.addressSpace?.addressPrefixes ?? network.addressSpaces;

/** What the peering knows, and what the other network has had added since. */
function remoteRanges({ properties }: VirtualNetworkPeering): readonly string[] {
  const { remoteAddressSpace, remoteVirtualNetworkAddressSpace } = properties;
  return [remoteAddressSpace, remoteVirtualNetworkAddressSpace].flatMap((space) => space?.addressPrefixes ?? []);
}

/** Whether one side is left of an earlier peering, beside which the other one cannot be created. */
export const earlierPeering = check({
  name: "earlier peering",
  finds: ["one side left"],
  run(scope: NetworkScope) {
    const { vpc, connection, peerings } = scope;
    if (isPeered(connection)) return ok("none: the peering exists");
    const azures = peerings
      .filter((each) => isOurs(each, scope))
      .slice(0, 1)
      .map(({ id, name, properties: { peeringState = "in no state", remoteVirtualNetwork } }) =>
        stopped("one side left", {
          message: `Azure's peering ${name} with ${remoteVirtualNetwork?.id ?? "no network"} exists and is ${peeringState}, but Aiven has no connection for it`,
          remedy: `az network vnet peering delete --ids ${id}`,
        }),
      );
    // a new connection replaces one that was deleted
    const isLeft = connection !== undefined && !["DELETED", "DELETING"].includes(connection.state);
    const aivens = isLeft
      ? [
          stopped("one side left", {
            message: `Aiven has a connection with this network that is ${connection.state}`,
            remedy: `delete it in Aiven's console: VPC ${vpc?.project_vpc_id ?? ""}, Peering connections, ${connection.peer_resource_group}/${connection.peer_vpc}`,
          }),
        ]
      : [];
    return azures.length + aivens.length > 0 ? [...azures, ...aivens] : ok("none");
  },
});

/** By the name that the stack gives its own, or by the network that it leads to. */
function isOurs({ name, properties }: VirtualNetworkPeering, { network, vpc }: NetworkScope): boolean {
  if (isSame(network.peeringName, name)) return true;
  const remote = properties.remoteVirtualNetwork?.id;
  return (vpc?.peering_connections ?? []).some(({ state_info }) => isSame(textIn(state_info, "to-network-id"), remote));
}
