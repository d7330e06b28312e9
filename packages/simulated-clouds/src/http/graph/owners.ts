import { texts, text, type JsonObject } from "../../clouds/json";
import { noContent, route, type Route } from "../router";
import { many } from "./collection";
import type { GraphRouteContext } from "../context";

export function ownerRoutes({ world, caller }: GraphRouteContext): Route[] {
  const { applications, servicePrincipals, directory } = world.entra;
  const typeOf = (id: string): string =>
    directory.users.some(({ objectId }) => objectId === id)
      ? "#microsoft.graph.user"
      : "#microsoft.graph.servicePrincipal";
  const kinds = { applications: applications.owners, servicePrincipals: servicePrincipals.owners };
  return Object.entries(kinds).flatMap(([kind, owners]) => {
    const path = `/graph/:version/${kind}/:id/owners`;
    return [
      route("GET", path, (request) =>
        many(
          request,
          owners.list(caller(request), request.at.id).map((id) => ({ "@odata.type": typeOf(id), id })),
        ),
      ),
      route("POST", `${path}/$ref`, (request) => {
        owners.add(caller(request), request.at.id, lastSegment(text(request.body["@odata.id"])));
        return noContent;
      }),
      route("DELETE", `${path}/:owner/$ref`, (request) => {
        owners.remove(caller(request), request.at.id, request.at.owner);
        return noContent;
      }),
    ];
  });
}

/** The owners that a body names at a creation. */
export const namedOwners = (body: JsonObject): string[] => texts(body["owners@odata.bind"]).map(lastSegment);

const lastSegment = (reference: string): string => reference.split("/").at(-1) ?? "";
