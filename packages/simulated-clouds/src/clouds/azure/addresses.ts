import { formatAddress, parseRange } from "../ip-range";
import { sameId, typeOf } from "./resource-id";
import type { SubnetProperties } from "./network-properties";
import type { Resources } from "./resources";

/** One address of a network interface. */
export interface IpConfiguration {
  readonly name: string;
  readonly subnetId?: string;
  readonly privateAddress?: string;
  readonly publicAddressId?: string;
}

/** What holds an address. */
export interface Addressed {
  /** The addresses of a network interface. */
  readonly ipConfigurations?: readonly IpConfiguration[];
  /** The address of a public IP address. */
  readonly publicAddress?: string;
}

/** Azure keeps the first four addresses of a subnet for itself. */
const RESERVED = 4;

/** Gives each configuration the address it asks for, had before, or the next one that is free in its subnet. */
export function allocate(
  resources: Resources,
  wanted: readonly IpConfiguration[],
  before: readonly IpConfiguration[] = [],
): IpConfiguration[] {
  const taken = new Set(allConfigurations(resources).map(({ privateAddress }) => privateAddress));
  return wanted.map((configuration) => {
    const kept = before.find(
      ({ name, subnetId }) => name === configuration.name && sameId(subnetId ?? "", configuration.subnetId ?? ""),
    );
    const privateAddress =
      configuration.privateAddress ?? kept?.privateAddress ?? nextFree(resources, configuration.subnetId, taken);
    taken.add(privateAddress);
    return { ...configuration, privateAddress };
  });
}

/** An address of a documentation range stands for a public one. */
export function publicAddress(resources: Resources): string {
  const taken = resources.all().map(({ properties }) => (properties as Addressed).publicAddress);
  for (let last = 1; ; last += 1) {
    const address = `198.51.100.${last}`;
    if (!taken.includes(address)) return address;
  }
}

export function isPublicAddress(id: string): boolean {
  return sameId(typeOf(id), "Microsoft.Network/publicIPAddresses");
}

function allConfigurations(resources: Resources): IpConfiguration[] {
  return resources.all().flatMap(({ properties }) => (properties as Addressed).ipConfigurations ?? []);
}

function nextFree(resources: Resources, subnetId: string | undefined, taken: ReadonlySet<string | undefined>) {
  const subnet = resources.get<SubnetProperties>(subnetId ?? "");
  const range = parseRange(subnet?.properties.addressPrefixes[0] ?? "");
  if (!range) return undefined;
  let address = range.first + RESERVED;
  while (taken.has(formatAddress(address))) address += 1;
  return formatAddress(address);
}
