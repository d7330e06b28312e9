import type { PeeringSettings } from "../../clouds/azure/peering-properties";
import { maybeText, object, text, type JsonObject } from "../json";
import { created, noContent, ok, route, type Route } from "../router";
import type { ArmFront } from "./routes";
import { NetworkJson } from "./virtual-network-json";

const NETWORK =
  "/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.Network/virtualNetworks/:network";
const PEERINGS = `${NETWORK}/virtualNetworkPeerings`;

export function peeringRoutes({ world, context, kept, operations }: ArmFront): Route[] {
  const { azure } = world;
  const json = new NetworkJson(azure, kept);
  return [
    route("PUT", `${PEERINGS}/:peering`, (request) => {
      const sent = object(request.body.properties);
      const existed = azure.resources.get(request.path) !== undefined;
      const peering = azure.peerings.put(context(request), request.path, {
        remoteVirtualNetworkId: text(object(sent.remoteVirtualNetwork).id),
        settings: settingsOf(sent),
        syncRemoteAddressSpace: maybeText(request.query.get("syncRemoteAddressSpace"))?.toLowerCase() === "true",
      });
      return (existed ? ok : created)(json.peering(peering));
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

const SETTINGS = [
  "allowVirtualNetworkAccess",
  "allowForwardedTraffic",
  "allowGatewayTransit",
  "useRemoteGateways",
  "peerCompleteVnets",
  "enableOnlyIPv6Peering",
  "localSubnetNames",
  "remoteSubnetNames",
] as const satisfies readonly (keyof PeeringSettings)[];

const settingsOf = (sent: JsonObject): PeeringSettings =>
  Object.fromEntries(SETTINGS.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])));
