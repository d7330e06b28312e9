import { ApiError } from "../api-error";
import type { RequestContext } from "./arm";
import type { Azure } from "./azure";
import { nameOf, sameId, typeOf } from "./resource-id";
import { VIRTUAL_NETWORK, type VirtualNetwork } from "./virtual-networks";
import type { PeeringSettings, VirtualNetworkPeering } from "./peering-properties";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

export interface JsonRequest {
  readonly method: "GET" | "PUT" | "DELETE";
  /** The resource's id, without the query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

const PEERING = `${VIRTUAL_NETWORK}/virtualNetworkPeerings`;

/** Resource Manager as its REST API shows it: bodies in JSON by resource id. The rules are those of the clouds behind it. */
export class ArmJson {
  constructor(private readonly azure: Azure) {}

  /** @throws ApiError with Azure's refusal, Error where the simulator serves no such request */
  answer(context: RequestContext, { method, path, query = {}, body = {} }: JsonRequest): JsonObject {
    const { peerings, virtualNetworks } = this.azure;
    const type = typeOf(path);
    if (sameId(type, PEERING)) {
      if (method === "GET") return this.peering(peerings.get(context, path));
      if (method === "PUT") return this.peering(peerings.put(context, path, peeringInput(body, query)));
      peerings.delete(context, path);
      return {};
    }
    if (sameId(type, VIRTUAL_NETWORK) && method === "GET") return this.network(virtualNetworks.get(context, path));
    throw new Error(`the simulator's Resource Manager serves no ${method} of ${type || path} in JSON`);
  }

  peering({ id, properties }: VirtualNetworkPeering): JsonObject {
    const { settings, peeringState, peeringSyncLevel, remoteVirtualNetworkId } = properties;
    return {
      id,
      name: nameOf(id),
      type: PEERING,
      properties: {
        provisioningState: this.azure.provisioning.state(id),
        peeringState,
        peeringSyncLevel,
        remoteVirtualNetwork: { id: remoteVirtualNetworkId },
        remoteAddressSpace: { addressPrefixes: [...properties.remoteAddressSpace] },
        remoteVirtualNetworkAddressSpace: { addressPrefixes: [...properties.remoteVirtualNetworkAddressSpace] },
        ...shownSettings(settings),
      },
    };
  }

  network({ id, location, tags, properties }: VirtualNetwork): JsonObject {
    return {
      id,
      name: nameOf(id),
      type: VIRTUAL_NETWORK,
      location,
      tags: { ...tags },
      properties: {
        provisioningState: this.azure.provisioning.state(id),
        resourceGuid: properties.guid,
        addressSpace: { addressPrefixes: [...properties.addressSpace] },
        subnets: this.azure.subnets.of(id).map((subnet) => ({
          id: subnet.id,
          name: nameOf(subnet.id),
          properties: { addressPrefixes: [...subnet.properties.addressPrefixes] },
        })),
      },
    };
  }
}

/** What a half has of its own, and Azure's value where none was given. */
const SETTINGS: Readonly<Record<keyof PeeringSettings, Json>> = {
  // assumed: what is left out is false, but that the whole networks are peered
  allowVirtualNetworkAccess: false,
  allowForwardedTraffic: false,
  allowGatewayTransit: false,
  useRemoteGateways: false,
  peerCompleteVnets: true,
  enableOnlyIPv6Peering: null,
  localSubnetNames: null,
  remoteSubnetNames: null,
};

function shownSettings(settings: PeeringSettings): JsonObject {
  const found = Object.entries({ ...SETTINGS, ...(settings as JsonObject) });
  return Object.fromEntries(found.filter(([, value]) => value !== null && value !== ""));
}

function peeringInput(body: JsonObject, query: Readonly<Record<string, string>>) {
  const properties = objectIn(body.properties);
  const { id } = objectIn(properties.remoteVirtualNetwork);
  if (typeof id !== "string" || id === "") {
    // assumed: the text; the code is what Azure answers to a reference without an id
    const text = "Value for reference id is missing. Path properties.remoteVirtualNetwork.";
    throw new ApiError(400, "MissingJsonReferenceId", text);
  }
  return {
    remoteVirtualNetworkId: id,
    settings: Object.fromEntries(
      Object.entries(SETTINGS).map(([name, otherwise]) => [name, properties[name] ?? otherwise]),
    ) as PeeringSettings,
    syncRemoteAddressSpace: query.syncRemoteAddressSpace === "true",
  };
}

const objectIn = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
