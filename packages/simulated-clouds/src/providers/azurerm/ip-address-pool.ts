import type { PoolAllocation, PoolShare } from "../../clouds/azure/network-properties";
import { isObject, isUnknown, text, type Value, type Values } from "../../protocol/cty";
import type { Diagnostic } from "../../protocol/diagnostics";
import type { Change } from "../../protocol/provider-definition";

const blocksOf = (value: Value | undefined): Values[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A network has ranges of its own or from pools. assumed: the wording. */
export function requireRanges({ address_space: ranges, ip_address_pool: pools }: Values): Diagnostic[] {
  if (isUnknown(ranges) || isUnknown(pools)) return [];
  const given = [Array.isArray(ranges), blocksOf(pools).length > 0].filter(Boolean).length;
  if (given === 1) return [];
  const detail = `"address_space": one of \`address_space,ip_address_pool\` must be specified`;
  return [{ summary: "Invalid combination of arguments", detail, path: ["address_space"] }];
}

/**
 * Ranges that came from a pool are no difference to a configuration that names none: the first plan shows `address_space`
 * as null, every later one as what Azure handed out.
 */
export function keepAllocatedRanges({ config, planned, prior }: Change): void {
  if (prior && blocksOf(config.ip_address_pool).length > 0) planned.address_space = prior.address_space;
}

export const sharesOf = (planned: Values): PoolShare[] =>
  blocksOf(planned.ip_address_pool).map(({ id, number_of_ip_addresses: count }) => ({
    poolId: text(id),
    numberOfIpAddresses: Number(text(count)),
  }));

export const poolBlocks = (allocations: readonly PoolAllocation[] = []): Value[] =>
  allocations.map(({ poolId, numberOfIpAddresses, addressPrefixes }) => ({
    id: poolId,
    number_of_ip_addresses: String(numberOfIpAddresses),
    allocated_ip_address_prefixes: [...addressPrefixes],
  }));
