import { NetworkJson } from "../../clouds/azure/json/network";
import { shortName } from "../../clouds/azure/json/resource-group";
import type { VirtualNetwork } from "../../clouds/azure/virtual-networks";
import { sameId } from "../../clouds/azure/resource-id";
import { object, objects, text, textRecord, texts, without, type JsonObject } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import type { ArmRouteContext } from "../context";
import { putSubnet } from "./subnets";

const IN_GROUP = "/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.Network/virtualNetworks";
const NETWORK = `${IN_GROUP}/:network`;
const READ = "Microsoft.Network/virtualNetworks/read";

export function virtualNetworkRoutes(shared: ArmRouteContext): Route[] {
  const { world, context, bodies, operations } = shared;
  const { azure } = world;
  const json = new NetworkJson(azure, (id) => object(bodies.get(id).properties));
  const list = (request: Request) =>
    azure.arm.call(context(request), { method: "GET", id: request.path, action: READ }, () => {
      const scope = request.path.replace(/\/providers\/Microsoft\.Network\/virtualNetworks$/i, "");
      const networks = azure.resources.ofType<VirtualNetwork["properties"]>("Microsoft.Network/virtualNetworks", scope);
      return ok({ value: networks.map((network) => json.virtualNetwork(network)) });
    });
  return [
    route("PUT", NETWORK, (request) => {
      const { location, tags, properties } = request.body;
      const sent = object(properties);
      const existed = azure.resources.get(request.path) !== undefined;
      const network = azure.virtualNetworks.put(context(request), {
        id: request.path,
        location: shortName(text(location)),
        tags: textRecord(tags),
        addressSpace: texts(object(sent.addressSpace).addressPrefixes),
        settings: { dns_servers: texts(object(sent.dhcpOptions).dnsServers) },
      });
      bodies.put(network.id, { properties: without(sent, ["subnets", "virtualNetworkPeerings", "dhcpOptions"]) });
      if (sent.subnets !== undefined) replaceSubnets(shared, request, network.id, objects(sent.subnets));
      const headers = operations.start(request, () => ({
        status: azure.provisioning.state(network.id) === "Succeeded" ? "Succeeded" : "InProgress",
      }));
      return (existed ? ok : created)(json.virtualNetwork(network), headers);
    }),
    route("GET", NETWORK, (request) =>
      ok(json.virtualNetwork(azure.virtualNetworks.get(context(request), request.path))),
    ),
    route("DELETE", NETWORK, (request) => {
      const existed = azure.resources.get(request.path) !== undefined;
      azure.virtualNetworks.delete(context(request), request.path);
      bodies.drop(request.path);
      return existed ? operations.deleted(request) : noContent;
    }),
    route("GET", IN_GROUP, list),
    route("GET", "/subscriptions/:subscription/providers/Microsoft.Network/virtualNetworks", list),
  ];
}

/** The subnets in the body of a network are all it is to have. assumed: a body that does not speak of subnets leaves them. */
function replaceSubnets(
  shared: ArmRouteContext,
  request: Request,
  networkId: string,
  wanted: readonly JsonObject[],
): void {
  const { azure } = shared.world;
  const ids = wanted.map(({ name }) => `${networkId}/subnets/${text(name)}`);
  for (const { id } of azure.subnets.of(networkId).filter((one) => !ids.some((wantedId) => sameId(wantedId, one.id)))) {
    azure.subnets.delete(shared.context(request), id);
    shared.bodies.drop(id);
  }
  for (const subnet of wanted) putSubnet(shared, request, `${networkId}/subnets/${text(subnet.name)}`, subnet);
}
