import type { JsonObject } from "../../json";
import type { RequestContext } from "../arm";
import type { Azure } from "../azure";
import { sameId, typeOf } from "../resource-id";
import { VIRTUAL_NETWORK } from "../virtual-networks";
import { NetworkJson, PEERING, peeringInput } from "./network";

export interface JsonRequest {
  readonly method: "GET" | "PUT" | "DELETE";
  /** The resource's id, without the query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/** Resource Manager for clients that know resources by id and type alone. The rules are those of the clouds behind it. */
export class ResourceManagerJson {
  private readonly network: NetworkJson;

  constructor(private readonly azure: Azure) {
    this.network = new NetworkJson(azure);
  }

  /** @throws ApiError with Azure's refusal, Error where the simulator serves no such request */
  send(context: RequestContext, { method, path, query = {}, body = {} }: JsonRequest): JsonObject {
    const { peerings, virtualNetworks } = this.azure;
    const type = typeOf(path);
    if (sameId(type, PEERING)) {
      if (method === "GET") return this.network.peering(peerings.get(context, path));
      if (method === "PUT") return this.network.peering(peerings.put(context, path, peeringInput(body, query)));
      peerings.delete(context, path);
      return {};
    }
    if (sameId(type, VIRTUAL_NETWORK) && method === "GET") {
      return this.network.virtualNetwork(virtualNetworks.get(context, path));
    }
    throw new Error(`the simulator's Resource Manager serves no ${method} of ${type || path} in JSON`);
  }
}
