import { ApiError } from "../api-error";
import type { Arm, RequestContext } from "./arm";
import { nameOf, resourceGroupId, resourceGroupOf, subscriptionOf } from "./resource-id";
import type { ArmResource, Properties, Resources } from "./resources";

const READ = "Microsoft.Resources/subscriptions/resourceGroups/read";

export class ResourceGroups {
  constructor(
    private readonly arm: Arm,
    private readonly resources: Resources,
  ) {}

  put(context: RequestContext, group: ArmResource): ArmResource {
    const action = "Microsoft.Resources/subscriptions/resourceGroups/write";
    return this.arm.call(context, { method: "PUT", id: group.id, action }, () => this.resources.put(group));
  }

  get(context: RequestContext, id: string): ArmResource {
    return this.arm.call(context, { method: "GET", id, action: READ }, () => {
      const group = this.resources.get(id);
      if (!group) throw groupNotFound(nameOf(id));
      return group;
    });
  }

  contents(context: RequestContext, id: string): ArmResource<unknown>[] {
    return this.arm.call(context, { method: "GET", id: `${id}/resources`, action: READ }, () =>
      this.resources.within(id),
    );
  }

  /** Takes everything in it along. */
  delete(context: RequestContext, id: string, erase: (resource: ArmResource<unknown>) => void): void {
    const action = "Microsoft.Resources/subscriptions/resourceGroups/delete";
    this.arm.call(context, { method: "DELETE", id, action }, () => {
      if (!this.resources.get(id)) throw groupNotFound(nameOf(id));
      this.resources.within(id).forEach(erase);
      this.resources.delete(id);
    });
  }
}

const groupNotFound = (name: string): ApiError =>
  new ApiError(404, "ResourceGroupNotFound", `Resource group '${name}' could not be found.`);

/** The group a resource is about to be created in must be there. */
export function requireGroup(resources: Resources, id: string): void {
  const group = resourceGroupOf(id);
  if (!resources.get<Properties>(resourceGroupId(subscriptionOf(id), group))) throw groupNotFound(group);
}

export function resourceNotFound(id: string): ApiError {
  const type = id.split("/providers/")[1] ?? id;
  const text = `The Resource '${type}' under resource group '${resourceGroupOf(id)}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`;
  return new ApiError(404, "ResourceNotFound", text);
}
