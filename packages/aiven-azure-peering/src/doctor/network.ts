import type { VirtualNetworkPeering } from "../clouds/arm";
import { CloudError } from "../clouds/errors";
import { overlapOf } from "../clouds/ip-ranges";
import { check, stopped } from "../report/check";
import { failed, note, ok, unknown } from "../report/report";
import { assignRole } from "../principals/roles";
import { quoted } from "../report/shell";
import { isSame, parseNetworkId } from "../subject/subject";
import { removeAzurePeering } from "../report/commands";
import { remoteRanges, textIn } from "../subject/sides";
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
          : `az login --tenant ${quoted(theirs)}`,
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
      if (error instanceof CloudError && error.code === "InvalidAuthenticationTokenTenant") {
        return elsewhere(tenantIn(error.message) ?? tenantId);
      }
      throw error;
    }
  },
  // Terraform does not read it; a token of another tenant is refused before that
  async whenDenied(_denial, { network: { subscriptionId }, clouds }) {
    const { tid = "the tenant that is signed in to" } = await clouds.whoIsSignedIn();
    return note(`${subscriptionId}, of ${tid}; what it is called and whether it is enabled cannot be read`);
  },
});

/** The tenant that Resource Manager says a subscription is of, where a token is of another one. */
const tenantIn = (message: string): string | undefined =>
  /must match (?:one of )?the tenants? '[^']*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(message)?.[1];

export const virtualNetwork = check({
  name: "virtual network",
  finds: ["Aiven could not peer", "network is being changed"],
  async run({ network, found, unread, clouds }: NetworkScope) {
    if (unread) {
      const remedy = assignRole("Reader", await clouds.whoIsSignedIn(), network.id ?? "");
      if (!network.isRead) return unknown(unread.message, remedy);
      const message = unread.message.replace(/\.$/, "");
      return failed(`${message}; Terraform reads it with this sign-in, and would stop there`, remedy);
    }
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
      remedy: `correct its id: az network vnet list --subscription ${quoted(network.subscriptionId ?? "")} --query "[].id" --output tsv`,
    });
  },
});

export const peering = check({
  name: "peering",
  run(scope: NetworkScope) {
    const { connection, intent, network, foreign } = scope;
    if (!connection || !isPeered(connection)) return [];
    const { state, peer_azure_app_id: clientId } = connection;
    const exists = `exists already, and is ${state} at Aiven`;
    if (intent.source === "options") {
      return unknown(
        `${exists}, with the application ${clientId}; an apply fails unless the stack has it in its state`,
        `--stack cdktf.out/stacks/<name>, to compare; or ${adoptCommand(scope)}`,
      );
    }
    if (foreign.has(connection)) {
      const message = `${exists}, with the application ${clientId}, which is not the stack's`;
      // a connection cannot change its application: Terraform would replace what it has imported
      return network.isImported
        ? failed(
            `${message}; after the import Terraform would replace it`,
            `give the application ${clientId}, as ${adoptCommand(scope)} writes it`,
          )
        : failed(`${message}; Aiven refuses a second one`, adoptCommand(scope));
    }
    if (network.isImported) return ok(`${exists}; it is imported`);
    const { azure } = scope;
    if (azure && network.peeringName !== undefined && !isSame(azure.name, network.peeringName)) {
      return failed(
        `${exists}, but Azure's side is called ${azure.name}, and the stack's is ${network.peeringName}: it is not the stack's`,
        adoptCommand(scope),
      );
    }
    return ok(`${exists}; run status for its state`);
  },
});

const adoptCommand = ({ vpc, wanted, network }: NetworkScope): string =>
  `aiven-azure-peering adopt --vpc ${quoted(`${wanted.project ?? "…"}/${vpc?.project_vpc_id ?? "…"}`)} --network ${quoted(network.id ?? "…")}`;

/** Whether the VPC's range is free in the network and among its peers, and the network's among the VPC's. */
export const ranges = check({
  name: "address ranges",
  finds: ["overlaps a peer"],
  async run(scope: NetworkScope) {
    const { wanted, vpc, connection, peerings } = scope;
    const range = vpc?.network_cidr ?? wanted.networkCidr;
    const own = rangesOf(scope);
    if (isPeered(connection)) {
      return ok(`${range ?? "the VPC"} and ${own?.join(", ") ?? "the network"} are peered`);
    }
    if (scope.unread) return unknown("the network and its peers could not be read");
    if (range === undefined || own === undefined) {
      return unknown(
        `the ${range === undefined ? "range of the VPC" : "address space of the network"} is known after apply`,
      );
    }
    const inside = overlapOf([range], own);
    if (inside) return overlapping(`${range} of the VPC overlaps ${inside[1]} of the network itself`);
    // what is left of an earlier peering has a check of its own
    for (const each of peerings.filter((one) => !isOurs(one, scope))) {
      const shared = overlapOf([range], remoteRanges(each));
      if (!shared) continue;
      const { remoteVirtualNetwork, peeringState = "" } = each.properties;
      const peer = remoteVirtualNetwork?.id ?? "a network without an id";
      return overlapping(
        `${range} of the VPC overlaps ${shared[1]} of ${peer}, with which the network has the peering ${each.name} (${peeringState})`,
        // Azure cannot connect it again
        peeringState === "Disconnected" ? removeAzurePeering(each.id) : undefined,
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

/** Whether one side is left of an earlier peering, beside which the other one cannot be created. */
export const earlierPeering = check({
  name: "earlier peering",
  finds: ["one side left"],
  run(scope: NetworkScope) {
    const { vpc, connection, peerings, unread } = scope;
    if (isPeered(connection)) return ok("none: the peering exists");
    const azures = peerings
      .filter((each) => isOurs(each, scope))
      .slice(0, 1)
      .map(({ id, name, properties: { peeringState = "in no state", remoteVirtualNetwork } }) =>
        stopped("one side left", {
          message: `Azure's peering ${name} with ${remoteVirtualNetwork?.id ?? "no network"} exists and is ${peeringState}, but Aiven has no connection for it`,
          remedy: removeAzurePeering(id),
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
    if (azures.length + aivens.length > 0) return [...azures, ...aivens];
    return unread ? unknown("the peerings of the network could not be read") : ok("none");
  },
});

/** By the name that the stack gives its own, by the network that it leads to, or as what was left when Aiven's side went. */
function isOurs(peering: VirtualNetworkPeering, { network, vpc, wanted, azure }: NetworkScope): boolean {
  const { name, properties } = peering;
  if (isSame(network.peeringName, name) || peering === azure) return true;
  const remote = properties.remoteVirtualNetwork?.id;
  const isForeignTo = !isSame(parseNetworkId(remote ?? "")?.subscriptionId, network.subscriptionId);
  const range = vpc?.network_cidr ?? wanted.networkCidr;
  if (properties.peeringState === "Disconnected" && isForeignTo && range !== undefined) {
    if (remoteRanges(peering).includes(range)) return true;
  }
  return (vpc?.peering_connections ?? []).some(({ state_info }) => isSame(textIn(state_info, "to-network-id"), remote));
}
