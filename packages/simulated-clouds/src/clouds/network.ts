import { isIPv4 } from "node:net";
import { peerNetworkId } from "./aiven/peering-connection";
import type { Aiven } from "./aiven/aiven";
import type { Service } from "./aiven/services";
import type { Azure } from "./azure/azure";
import type { PlainProperties } from "./azure/plain-resources";
import { parentOf, sameId } from "./azure/resource-id";
import { contains } from "./ip-range";

/** What becomes of a connection: a service takes it, its node refuses it, or nothing ever responds. */
export type Connection =
  { readonly outcome: "accepted"; readonly service: Service } | { readonly outcome: "refused" | "dropped" };

/** The network as the machines in Azure see it: whom a name leads to, and whom packets reach. */
export class Network {
  constructor(
    private readonly azure: Azure,
    private readonly aiven: Aiven,
  ) {}

  /** The host names of Aiven's services are public: every resolver knows them, the private addresses too. */
  resolve(name: string): string[] {
    if (isIPv4(name)) return [name];
    return this.aiven.services.resolve(name);
  }

  /** Network security groups do not matter here: without a rule of their own they let everything out, and responses in. */
  connect(machineId: string, address: string, port: number): Connection {
    for (const { subnetId, privateAddress } of this.interfacesOf(machineId)) {
      const service = this.aiven.services.all.find(
        (candidate) =>
          candidate.address === address && this.joined(parentOf(subnetId ?? ""), privateAddress ?? "", candidate),
      );
      if (!service) continue;
      // Aiven's nodes reject what they do not serve instead of dropping it.
      if (!service.serves || port !== service.port || !admits(service, privateAddress ?? "")) {
        return { outcome: "refused" };
      }
      return { outcome: "accepted", service };
    }
    // assumed: a machine has no way to the internet unless somebody builds one
    return { outcome: "dropped" };
  }

  private interfacesOf(machineId: string) {
    const { uses } = this.azure.resources.get<PlainProperties>(machineId)?.properties ?? {};
    return (uses ?? []).flatMap(
      (id) => this.azure.resources.get<PlainProperties>(id)?.properties.ipConfigurations ?? [],
    );
  }

  /**
   * Both sides are Connected and know the range the other end is in, the customer's lets traffic through, and Aiven calls
   * the connection ACTIVE.
   */
  private joined(networkId: string, privateAddress: string, { project, projectVpcId, address }: Service): boolean {
    const vpc = this.aiven.vpcs.all.find(({ id }) => id === projectVpcId);
    if (vpc?.project !== project) return false;
    const peering = this.azure.peerings.between(networkId, this.aiven.executor.networkId(vpc))?.properties;
    if (peering?.peeringState !== "Connected" || peering.settings.allowVirtualNetworkAccess === false) return false;
    const theirs = this.aiven.executor.peering(vpc, networkId)?.properties.remoteAddressSpace ?? [];
    if (!knows(peering.remoteAddressSpace, address) || !knows(theirs, privateAddress)) return false;
    return this.aiven.peeringConnections.all.some(
      (connection) =>
        connection.vpc === vpc && connection.state === "ACTIVE" && sameId(peerNetworkId(connection), networkId),
    );
  }
}

const knows = (ranges: readonly string[], address: string): boolean =>
  ranges.some((range) => contains(range, `${address}/32`));

/** A service without an IP filter of its own admits every address. */
function admits({ userConfig = {} }: Service, address: string): boolean {
  const filters = ["ip_filter", "ip_filter_string", "ip_filter_object"].flatMap((name) => {
    const entries = userConfig[name];
    return Array.isArray(entries) ? (entries as unknown[]) : [];
  });
  return filters.length === 0 || filters.some((entry) => contains(rangeOf(entry), `${address}/32`));
}

function rangeOf(entry: unknown): string {
  const text = typeof entry === "object" && entry ? (entry as { network?: unknown }).network : entry;
  const range = typeof text === "string" ? text : "";
  return range.includes("/") ? range : `${range}/32`;
}
