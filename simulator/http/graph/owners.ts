import type { Token } from "../../clouds/entra/tokens";
import { text, texts, type JsonObject } from "../json";
import { noContent, route, type Route } from "../router";
import { many } from "./collection";
import type { GraphFront } from "./routes";

/** Who owns applications and principals: it changes nothing of what the simulated Entra allows, so only the front knows it. */
export class Owners {
  private readonly byId = new Map<string, Set<string>>();

  of(id: string): Set<string> {
    const owners = this.byId.get(id) ?? new Set();
    this.byId.set(id, owners);
    return owners;
  }

  /** Whoever is named at the creation; else who creates. */
  begin(id: string, body: JsonObject, { principalObjectId }: Token): void {
    const named = texts(body["owners@odata.bind"]).map(lastSegment);
    (named.length > 0 ? named : [principalObjectId]).forEach((owner) => this.of(id).add(owner));
  }
}

const lastSegment = (reference: string): string => reference.split("/").at(-1) ?? "";

export function ownerRoutes({ world, owners, caller }: GraphFront): Route[] {
  const { applications, servicePrincipals, directory } = world.entra;
  const kinds = [
    ["applications", (token: Token, id: string) => applications.get(token, id)],
    ["servicePrincipals", (token: Token, id: string) => servicePrincipals.get(token, id)],
  ] as const;
  const typeOf = (id: string): string =>
    directory.users.some(({ objectId }) => objectId === id)
      ? "#microsoft.graph.user"
      : "#microsoft.graph.servicePrincipal";
  return kinds.flatMap(([kind, get]) => {
    const path = `/graph/:version/${kind}/:id/owners`;
    return [
      route("GET", path, (request) => {
        get(caller(request), request.at.id);
        return many(
          request,
          [...owners.of(request.at.id)].map((id) => ({ "@odata.type": typeOf(id), id })),
        );
      }),
      route("POST", `${path}/$ref`, (request) => {
        get(caller(request), request.at.id);
        owners.of(request.at.id).add(lastSegment(text(request.body["@odata.id"])));
        return noContent;
      }),
      route("DELETE", `${path}/:owner/$ref`, (request) => {
        get(caller(request), request.at.id);
        owners.of(request.at.id).delete(request.at.owner);
        return noContent;
      }),
    ];
  });
}
