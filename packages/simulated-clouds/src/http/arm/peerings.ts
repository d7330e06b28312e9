import { NetworkJson, peeringInput } from "../../clouds/azure/json/network";
import { created, noContent, ok, route, type Route } from "../router";
import type { ArmRouteContext } from "../context";

const NETWORK =
  "/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.Network/virtualNetworks/:network";
const PEERINGS = `${NETWORK}/virtualNetworkPeerings`;

export function peeringRoutes({ world, context, operations }: ArmRouteContext): Route[] {
  const { azure } = world;
  const json = new NetworkJson(azure);
  return [
    route("PUT", `${PEERINGS}/:peering`, (request) => {
      const existed = azure.resources.get(request.path) !== undefined;
      const input = peeringInput(request.body, Object.fromEntries(request.query));
      return (existed ? ok : created)(json.peering(azure.peerings.put(context(request), request.path, input)));
    }),
    route("GET", `${PEERINGS}/:peering`, (request) =>
      ok(json.peering(azure.peerings.get(context(request), request.path))),
    ),
    route("DELETE", `${PEERINGS}/:peering`, (request) => {
      const existed = azure.resources.get(request.path) !== undefined;
      azure.peerings.delete(context(request), request.path);
      return existed ? operations.deleted(request) : noContent;
    }),
    route("GET", PEERINGS, (request) => {
      const action = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read";
      return azure.arm.call(context(request), { method: "GET", id: request.path, action }, () => {
        const networkId = request.path.replace(/\/virtualNetworkPeerings$/i, "");
        return ok({ value: azure.peerings.of(networkId).map((peering) => json.peering(peering)) });
      });
    }),
  ];
}
