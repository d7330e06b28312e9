import { NetworkJson } from "../../clouds/azure/json/network";
import type { Subnet } from "../../clouds/azure/subnets";
import { maybeText, object, texts, text, type JsonObject } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import type { ArmRouteContext } from "../context";

const NETWORK =
  "/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.Network/virtualNetworks/:network";
const SUBNETS = `${NETWORK}/subnets`;

export function subnetRoutes(shared: ArmRouteContext): Route[] {
  const { world, context, bodies, operations } = shared;
  const { azure } = world;
  const json = new NetworkJson(azure, (id) => object(bodies.get(id).properties));
  return [
    route("PUT", `${SUBNETS}/:subnet`, (request) => {
      const existed = azure.resources.get(request.path) !== undefined;
      const subnet = putSubnet(shared, request, request.path, request.body);
      const network = request.path.split("/").slice(0, -2).join("/");
      const headers = operations.start(request, () => ({
        status: azure.provisioning.state(network) === "Succeeded" ? "Succeeded" : "InProgress",
      }));
      return (existed ? ok : created)(json.subnet(subnet), headers);
    }),
    route("GET", `${SUBNETS}/:subnet`, (request) => ok(json.subnet(azure.subnets.get(context(request), request.path)))),
    route("DELETE", `${SUBNETS}/:subnet`, (request) => {
      const existed = azure.resources.get(request.path) !== undefined;
      azure.subnets.delete(context(request), request.path);
      bodies.drop(request.path);
      return existed ? operations.deleted(request) : noContent;
    }),
    route("GET", SUBNETS, (request) => {
      const network = azure.virtualNetworks.get(context(request), request.path.replace(/\/subnets$/i, ""));
      return ok({ value: azure.subnets.of(network.id).map((subnet) => json.subnet(subnet)) });
    }),
  ];
}

export function putSubnet(
  { world, context, bodies }: ArmRouteContext,
  request: Request,
  id: string,
  body: JsonObject,
): Subnet {
  const sent = object(body.properties);
  const { addressPrefix, addressPrefixes, networkSecurityGroup, ...rest } = sent;
  const prefixes = texts(addressPrefixes);
  const subnet = world.azure.subnets.put(context(request), id, {
    addressPrefixes: prefixes.length > 0 ? prefixes : [text(addressPrefix)].filter(Boolean),
    networkSecurityGroupId: maybeText(object(networkSecurityGroup).id),
  });
  bodies.put(id, { properties: rest });
  return subnet;
}
