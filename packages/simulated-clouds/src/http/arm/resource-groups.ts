import { groupJson, resourceJson, shortName } from "../../clouds/azure/json/resource-group";
import { typeOf } from "../../clouds/azure/resource-id";
import type { ArmResource } from "../../clouds/azure/resources";
import { maybeText, text, textRecord } from "../../clouds/json";
import { created, noContent, ok, route, type Route } from "../router";
import type { ArmRouteContext } from "../context";

const GROUP = "/subscriptions/:subscription/resourceGroups/:group";

export function resourceGroupRoutes({ world, context, bodies, operations }: ArmRouteContext): Route[] {
  const { azure } = world;
  return [
    route("PUT", GROUP, (request) => {
      const { location, tags, managedBy } = request.body;
      const existed = azure.resources.get(request.path) !== undefined;
      const group = azure.resourceGroups.put(context(request), {
        id: request.path,
        location: shortName(text(location)),
        tags: textRecord(tags),
        properties: { managedBy: maybeText(managedBy) },
      });
      return (existed ? ok : created)(groupJson(group));
    }),
    route("GET", GROUP, (request) => ok(groupJson(azure.resourceGroups.get(context(request), request.path)))),
    route("HEAD", GROUP, (request) => {
      azure.resourceGroups.get(context(request), request.path);
      return noContent;
    }),
    route("DELETE", GROUP, (request) => {
      azure.resourceGroups.delete(context(request), request.path, (resource) => azure.erase(resource));
      bodies.drop(request.path);
      return operations.deleted(request);
    }),
    route("GET", `${GROUP}/resources`, (request) => {
      const contents = azure.resourceGroups.contents(context(request), request.path.replace(/\/resources$/i, ""));
      // what belongs to another resource, a subnet to its network, is not listed by itself
      const standing = contents.filter(({ id }) => typeOf(id).split("/").length === 2);
      return ok({ value: standing.map(resourceJson) });
    }),
    route("GET", "/subscriptions/:subscription/resourceGroups", (request) => {
      const groups = azure.resources
        .within(request.path.replace(/\/resourceGroups$/i, ""))
        .filter(({ id }) => !typeOf(id));
      const action = "Microsoft.Resources/subscriptions/resourceGroups/read";
      return azure.arm.call(context(request), { method: "GET", id: request.path, action }, () =>
        ok({ value: groups.map((group) => groupJson(group as ArmResource)) }),
      );
    }),
  ];
}
