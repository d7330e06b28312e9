import type { Properties } from "./resources";

/** How many addresses of a pool a network wants. */
export interface PoolShare {
  readonly poolId: string;
  readonly numberOfIpAddresses: number;
}

export interface PoolAllocation extends PoolShare {
  readonly addressPrefixes: readonly string[];
}

export interface VirtualNetworkProperties {
  readonly addressSpace: readonly string[];
  /** Those of its ranges that come from pools. */
  readonly poolAllocations?: readonly PoolAllocation[];
  readonly guid: string;
  /** What Azure only keeps: DNS servers, flow timeout and so on. */
  readonly settings: Properties;
}

export interface SubnetProperties {
  readonly addressPrefixes: readonly string[];
  readonly networkSecurityGroupId?: string;
  /** Ids of the network interfaces in it. */
  readonly usedBy: readonly string[];
  readonly settings: Properties;
}
