/** How many addresses of a pool a network wants. */
export interface PoolShare {
  readonly poolId: string;
  readonly numberOfIpAddresses: number;
}

export interface PoolAllocation extends PoolShare {
  readonly addressPrefixes: readonly string[];
}
