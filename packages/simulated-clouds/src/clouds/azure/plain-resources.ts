import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { allocate, isPublicAddress, publicAddress, type Addressed, type IpConfiguration } from "./addresses";
import type { Arm, RequestContext } from "./arm";
import type { SubnetProperties } from "./network-properties";
import { requireGroup, resourceNotFound } from "./resource-groups";
import { nameOf, typeOf } from "./resource-id";
import type { ArmResource, Resources } from "./resources";

export type OperatingSystem = "Linux" | "Windows";

/** What Azure adds to a resource by itself: a VM's `vmId` for instance. */
export interface PlainProperties extends Addressed {
  readonly uniqueId: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Ids of other resources it uses, which must exist. */
  readonly uses: readonly string[];
  /** Of a machine; Linux where nothing is said. */
  readonly operatingSystem?: OperatingSystem;
}

export type PlainResource = ArmResource<PlainProperties>;

export interface PlainInput {
  readonly id: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly uses?: readonly string[];
  readonly ipConfigurations?: readonly IpConfiguration[];
  readonly operatingSystem?: OperatingSystem;
}

/** Resources without rules of their own here: network security groups, public addresses, interfaces, machines. */
export class PlainResources {
  constructor(
    private readonly arm: Arm,
    private readonly resources: Resources,
  ) {}

  put(context: RequestContext, input: PlainInput): PlainResource {
    const { id, location, tags, settings, uses = [], ipConfigurations, operatingSystem } = input;
    return this.arm.call(context, { method: "PUT", id, action: `${typeOf(id)}/write` }, () => {
      requireGroup(this.resources, id);
      const missing = uses.find((used) => !this.resources.get(used));
      if (missing !== undefined) {
        const text = `Resource ${missing} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`;
        throw new ApiError(400, "InvalidResourceReference", text);
      }
      const before = this.resources.get<PlainProperties>(id)?.properties;
      this.release(id);
      uses.forEach((used) => this.occupy(used, id));
      const properties: PlainProperties = {
        uniqueId: before?.uniqueId ?? randomUUID(),
        settings,
        uses,
        operatingSystem,
        ipConfigurations: ipConfigurations && allocate(this.resources, ipConfigurations, before?.ipConfigurations),
        publicAddress: isPublicAddress(id) ? (before?.publicAddress ?? publicAddress(this.resources)) : undefined,
      };
      return this.resources.put({ id, location, tags, properties });
    });
  }

  get(context: RequestContext, id: string): PlainResource {
    return this.arm.call(context, { method: "GET", id, action: `${typeOf(id)}/read` }, () => {
      const resource = this.resources.get<PlainProperties>(id);
      if (!resource) throw resourceNotFound(id);
      return resource;
    });
  }

  /** Not while another resource uses it. To delete what is not there is no error, here and for every resource. */
  delete(context: RequestContext, id: string): void {
    this.arm.call(context, { method: "DELETE", id, action: `${typeOf(id)}/delete` }, () => {
      const user = this.userOf(id);
      if (user) {
        const text = `${nameOf(typeOf(id))} ${id} is in use by ${user.id} and cannot be deleted.`;
        throw new ApiError(400, "InUseCannotBeDeleted", text);
      }
      this.erase(id);
    });
  }

  erase(id: string): void {
    this.release(id);
    this.resources.within(id).forEach((child) => this.resources.delete(child.id));
    this.resources.delete(id);
  }

  /** The resource that uses another one: the machine of an interface. */
  userOf(id: string): ArmResource<unknown> | undefined {
    return this.resources.all().find(({ properties }) => {
      const { uses, networkSecurityGroupId } = properties as Partial<PlainProperties & SubnetProperties>;
      return [...(uses ?? []), networkSecurityGroupId ?? ""].some((used) => used.toLowerCase() === id.toLowerCase());
    });
  }

  private occupy(usedId: string, by: string): void {
    const subnet = this.resources.get<SubnetProperties>(usedId);
    if (!subnet?.properties.usedBy) return;
    this.resources.put({ ...subnet, properties: { ...subnet.properties, usedBy: [...subnet.properties.usedBy, by] } });
  }

  private release(by: string): void {
    for (const usedId of this.resources.get<PlainProperties>(by)?.properties.uses ?? []) {
      const subnet = this.resources.get<SubnetProperties>(usedId);
      if (!subnet?.properties.usedBy) continue;
      const usedBy = subnet.properties.usedBy.filter((user) => user.toLowerCase() !== by.toLowerCase());
      this.resources.put({ ...subnet, properties: { ...subnet.properties, usedBy } });
    }
  }
}
