import { ApiError } from "../api-error";
import { formatAddress, overlaps, parseRange } from "../ip-range";
import type { PoolAllocation, PoolShare, VirtualNetworkProperties } from "./network-properties";
import { sameId } from "./resource-id";
import type { Resources } from "./resources";

/** Ranges from which Azure's IP address management hands out those of networks. */
export interface IpamPool {
  /** `…/providers/Microsoft.Network/networkManagers/…/ipamPools/…` */
  readonly id: string;
  readonly addressPrefixes: readonly string[];
}

export class IpamPools {
  readonly all: IpamPool[] = [];

  constructor(private readonly resources: Resources) {}

  /** What a network had is kept; where it wants more, it gets a further range. */
  allocate(shares: readonly PoolShare[], before: readonly PoolAllocation[] = []): PoolAllocation[] {
    const taken = this.taken();
    return shares.map((share) => {
      const kept = before.find(({ poolId }) => sameId(poolId, share.poolId));
      const missing = share.numberOfIpAddresses - (kept?.numberOfIpAddresses ?? 0);
      const more = missing > 0 ? [this.free(share.poolId, missing, taken)] : [];
      taken.push(...more);
      return { ...share, addressPrefixes: [...(kept?.addressPrefixes ?? []), ...more] };
    });
  }

  private taken(): string[] {
    return this.resources
      .all()
      .flatMap(({ properties }) => (properties as Partial<VirtualNetworkProperties>).poolAllocations ?? [])
      .flatMap(({ addressPrefixes }) => addressPrefixes);
  }

  /** The first free range that is large enough. */
  private free(poolId: string, count: number, taken: readonly string[]): string {
    const pool = this.all.find(({ id }) => sameId(id, poolId));
    // assumed: code and text of both refusals
    if (!pool) throw new ApiError(404, "ResourceNotFound", `The Resource '${poolId}' was not found.`);
    const prefix = 32 - Math.ceil(Math.log2(count));
    for (const range of pool.addressPrefixes) {
      const { first, last } = parseRange(range) ?? { first: 0, last: -1 };
      for (let address = first; address + 2 ** (32 - prefix) - 1 <= last; address += 2 ** (32 - prefix)) {
        const candidate = `${formatAddress(address)}/${prefix}`;
        if (!taken.some((other) => overlaps(candidate, other))) return candidate;
      }
    }
    const text = `The pool ${poolId} has no range of ${count} addresses left.`;
    throw new ApiError(400, "IpamPoolInsufficientAddressSpace", text);
  }
}
