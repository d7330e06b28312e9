import { ApiError } from "../api-error";
import { contains, overlapping } from "../ip-range";
import type { Arm, RequestContext } from "./arm";
import type { SubnetProperties, VirtualNetworkProperties } from "./network-properties";
import type { Provisioning } from "./provisioning";
import { resourceNotFound } from "./resource-groups";
import { nameOf, parentOf, sameId } from "./resource-id";
import type { ArmResource, Properties, Resources } from "./resources";

export type Subnet = ArmResource<SubnetProperties>;
const TYPE = "Microsoft.Network/virtualNetworks/subnets";

export interface SubnetInput {
  readonly addressPrefixes: readonly string[];
  readonly networkSecurityGroupId?: string;
  readonly settings?: Properties;
}

/** A write to a subnet is a write to its virtual network, which is Updating meanwhile. */
export class Subnets {
  constructor(
    private readonly arm: Arm,
    private readonly resources: Resources,
    private readonly provisioning: Provisioning,
  ) {}

  put(context: RequestContext, id: string, input: SubnetInput): Subnet {
    return this.arm.call(context, { method: "PUT", id, action: `${TYPE}/write` }, () => {
      const network = this.resources.get<VirtualNetworkProperties>(parentOf(id));
      if (!network) throw resourceNotFound(parentOf(id));
      this.checkRanges(network, id, input.addressPrefixes);
      this.provisioning.start(network.id, "PutSubnetOperation");
      const usedBy = this.resources.get<SubnetProperties>(id)?.properties.usedBy ?? [];
      const properties = { settings: {}, ...input, usedBy };
      return this.resources.put({ id, location: network.location, tags: {}, properties });
    });
  }

  get(context: RequestContext, id: string): Subnet {
    return this.arm.call(context, { method: "GET", id, action: `${TYPE}/read` }, () => {
      const subnet = this.resources.get<SubnetProperties>(id);
      if (!subnet) throw resourceNotFound(id);
      return subnet;
    });
  }

  delete(context: RequestContext, id: string): void {
    this.arm.call(context, { method: "DELETE", id, action: `${TYPE}/delete` }, () => {
      const subnet = this.resources.get<SubnetProperties>(id);
      if (!subnet) return;
      const [user] = subnet.properties.usedBy;
      if (user) {
        const text = `Subnet ${nameOf(id)} is in use by ${user} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet.`;
        throw new ApiError(400, "InUseSubnetCannotBeDeleted", text);
      }
      this.provisioning.start(parentOf(id), "DeleteSubnetOperation");
      this.resources.delete(id);
    });
  }

  /** The subnets in a virtual network, for whoever may read the network. */
  of(networkId: string): Subnet[] {
    return this.resources.ofType<SubnetProperties>(TYPE, networkId);
  }

  private checkRanges(network: ArmResource<VirtualNetworkProperties>, id: string, prefixes: readonly string[]): void {
    const { addressSpace } = network.properties;
    const outside = prefixes.find((prefix) => !addressSpace.some((range) => contains(range, prefix)));
    if (outside !== undefined) {
      const text = `Subnet '${nameOf(id)}' is not valid because its IP address range is outside the IP address range of virtual network '${nameOf(network.id)}'.`;
      throw new ApiError(400, "NetcfgSubnetRangeOutsideVnet", text);
    }
    for (const other of this.of(network.id)) {
      if (sameId(other.id, id) || overlapping(prefixes, other.properties.addressPrefixes).length === 0) continue;
      const text = `Subnet '${nameOf(id)}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${nameOf(network.id)}'.`;
      throw new ApiError(400, "NetcfgSubnetRangesOverlap", text);
    }
  }
}
