import type { IpConfiguration } from "../../clouds/azure/addresses";
import { isServed, plainJson, withoutSecrets } from "../../clouds/azure/json/plain-resource";
import { shortName } from "../../clouds/azure/json/resource-group";
import type { OperatingSystem } from "../../clouds/azure/plain-resources";
import { maybeText, object, objects, text, textRecord, type JsonObject } from "../../clouds/json";
import { created, noContent, ok, route, type Request, type Route } from "../router";
import { ApiError } from "../../clouds/api-error";
import { typeOf } from "../../clouds/azure/resource-id";
import type { ArmRouteContext } from "../context";

const RESOURCE = "/subscriptions/:subscription/resourceGroups/:group/providers/:namespace/:type/:name";

/** Network interfaces, security groups, public addresses and machines. */
export function plainRoutes({ world, context, bodies, operations }: ArmRouteContext): Route[] {
  const { azure } = world;
  const served = (request: Request): string => {
    if (isServed(request.path)) return request.path;
    const [namespace, type] = typeOf(request.path).split("/");
    // assumed: every other type is one that Azure has not either
    const message = `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${request.query.get("api-version")}'.`;
    throw new ApiError(404, "InvalidResourceType", message);
  };
  return [
    route("PUT", RESOURCE, (request) => {
      const id = served(request);
      const existed = azure.resources.get(id) !== undefined;
      const { location, tags, properties } = request.body;
      const sent = object(properties);
      const ipConfigurations = objects(sent.ipConfigurations).map(ipConfigurationOf);
      const resource = azure.plain.put(context(request), {
        id,
        location: shortName(text(location)),
        tags: textRecord(tags),
        settings: {},
        uses: usedBy(sent, ipConfigurations),
        ipConfigurations: sent.ipConfigurations === undefined ? undefined : ipConfigurations,
        operatingSystem: operatingSystemOf(sent),
      });
      bodies.put(id, withoutSecrets(request.body));
      const headers = operations.start(request, () => ({ status: "Succeeded" }));
      return (existed ? ok : created)(plainJson(azure, resource, bodies.get(id)), headers);
    }),
    route("GET", RESOURCE, (request) => {
      const resource = azure.plain.get(context(request), served(request));
      return ok(plainJson(azure, resource, bodies.get(resource.id)));
    }),
    route("DELETE", RESOURCE, (request) => {
      const existed = azure.resources.get(request.path) !== undefined;
      azure.plain.delete(context(request), served(request));
      bodies.drop(request.path);
      return existed ? operations.deleted(request) : noContent;
    }),
  ];
}

/** An image says it too, but no image is known here. */
const operatingSystemOf = ({ osProfile, storageProfile }: JsonObject): OperatingSystem | undefined =>
  object(osProfile).windowsConfiguration !== undefined ||
  /^windows$/i.test(text(object(object(storageProfile).osDisk).osType))
    ? "Windows"
    : undefined;

function ipConfigurationOf({ name, properties }: JsonObject): IpConfiguration {
  const { subnet, privateIPAddress, publicIPAddress } = object(properties);
  return {
    name: text(name),
    subnetId: maybeText(object(subnet).id),
    privateAddress: maybeText(privateIPAddress),
    publicAddressId: maybeText(object(publicIPAddress).id),
  };
}

/** What must be there, and may not go before this. */
function usedBy(sent: JsonObject, ipConfigurations: readonly IpConfiguration[]): string[] {
  const interfaces = objects(object(sent.networkProfile).networkInterfaces).map(({ id }) => text(id));
  const addresses = ipConfigurations.flatMap(({ subnetId, publicAddressId }) => [
    subnetId ?? "",
    publicAddressId ?? "",
  ]);
  return [...interfaces, ...addresses, text(object(sent.networkSecurityGroup).id)].filter(Boolean);
}
