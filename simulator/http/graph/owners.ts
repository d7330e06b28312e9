import type { Token } from "../../clouds/entra/tokens";
import { text } from "../json";
import { noContent, route, type Route } from "../router";
import { many } from "./collection";
import type { GraphFront } from "./front";
import { lastSegment } from "./owner-lists";

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
