import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { contains, forbidden } from "../ip-range";
import type { Arm, RequestContext } from "./arm";
import type { IpamPools } from "./ipam-pools";
import type { PoolShare } from "./network-properties";
import type { SubnetProperties, VirtualNetworkProperties } from "./network-properties";
import type { Provisioning } from "./provisioning";
import { requireGroup, resourceNotFound } from "./resource-groups";
import type { ArmResource, Properties, Resources } from "./resources";
import type { VirtualNetworkPeerings } from "./virtual-network-peerings";

export type VirtualNetwork = ArmResource<VirtualNetworkProperties>;
export const VIRTUAL_NETWORK = "Microsoft.Network/virtualNetworks";

export interface VirtualNetworkInput {
  readonly id: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly addressSpace: readonly string[];
  /** In place of ranges: how much of which pools. */
  readonly pools?: readonly PoolShare[];
  readonly settings?: Properties;
}

export class VirtualNetworks {
  constructor(
    private readonly arm: Arm,
    private readonly resources: Resources,
    private readonly provisioning: Provisioning,
    private readonly peerings: VirtualNetworkPeerings,
    private readonly pools: IpamPools,
  ) {}

  put(context: RequestContext, input: VirtualNetworkInput): VirtualNetwork {
    const { id, location, tags, settings = {} } = input;
    return this.arm.call(context, { method: "PUT", id, action: `${VIRTUAL_NETWORK}/write` }, () => {
      requireGroup(this.resources, id);
      const before = this.resources.get<VirtualNetworkProperties>(id);
      const poolAllocations = this.pools.allocate(input.pools ?? [], before?.properties.poolAllocations);
      const allocated = poolAllocations.flatMap(({ addressPrefixes }) => addressPrefixes);
      const addressSpace = allocated.length > 0 ? allocated : input.addressSpace;
      refuseForbidden(id, addressSpace);
      if (before) this.requireSubnetsInside(before.id, addressSpace);
      this.provisioning.start(id, "PutVirtualNetworkOperation");
      const guid = before?.properties.guid ?? randomUUID();
      return this.resources.put({ id, location, tags, properties: { addressSpace, poolAllocations, guid, settings } });
    });
  }

  get(context: RequestContext, id: string): VirtualNetwork {
    return this.arm.call(context, { method: "GET", id, action: `${VIRTUAL_NETWORK}/read` }, () => {
      const network = this.resources.get<VirtualNetworkProperties>(id);
      if (!network) throw resourceNotFound(id);
      return network;
    });
  }

  /** Its peerings go with it, and leave the other sides disconnected. */
  delete(context: RequestContext, id: string): void {
    this.arm.call(context, { method: "DELETE", id, action: `${VIRTUAL_NETWORK}/delete` }, () => {
      const used = this.resources
        .ofType<SubnetProperties>(`${VIRTUAL_NETWORK}/subnets`, id)
        .find((subnet) => subnet.properties.usedBy.length > 0);
      if (used) {
        const text = `Subnet ${used.id} is in use by ${used.properties.usedBy[0]} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet.`;
        throw new ApiError(400, "InUseSubnetCannotBeDeleted", text);
      }
      this.erase(id);
    });
  }

  erase(id: string): void {
    this.peerings.of(id).forEach((peering) => this.peerings.erase(peering.id));
    this.resources.within(id).forEach((child) => this.resources.delete(child.id));
    this.resources.delete(id);
  }

  private requireSubnetsInside(id: string, addressSpace: readonly string[]): void {
    for (const subnet of this.resources.ofType<SubnetProperties>(`${VIRTUAL_NETWORK}/subnets`, id)) {
      const outside = subnet.properties.addressPrefixes.find(
        (prefix) => !addressSpace.some((range) => contains(range, prefix)),
      );
      if (outside === undefined) continue;
      const text = `Address prefix ${outside} of subnet ${subnet.id} is in use and cannot be removed from the virtual network ${id}.`;
      throw new ApiError(400, "InUsePrefixCannotBeDeleted", text);
    }
  }
}

/** assumed: code and text; which ranges is documented. */
function refuseForbidden(id: string, addressSpace: readonly string[]): void {
  const [range] = forbidden(addressSpace);
  if (range === undefined) return;
  const text = `Address prefix ${range} of virtual network ${id} is not allowed: it overlaps with a range that is reserved by Azure.`;
  throw new ApiError(400, "AddressPrefixNotAllowed", text);
}
