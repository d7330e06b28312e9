import { ok, route, type Request, type Route } from "../router";
import type { ArmFront } from "./front";

const AUTHORIZATION = "/*scope/providers/Microsoft.Authorization";

/** What a caller may do somewhere, and what stands in the way of everybody. */
export function accessRoutes({ world, context }: ArmFront): Route[] {
  const { arm, rbac } = world.azure;
  const reading = (request: Request, what: string, value: () => object[]) => {
    const action = `Microsoft.Authorization/${what}/read`;
    return arm.call(context(request), { method: "GET", id: request.path, action }, () => ok({ value: value() }));
  };
  return [
    // assumed: whoever is signed in may ask what he may do
    route("GET", `${AUTHORIZATION}/permissions`, (request) => {
      const call = context(request);
      const ask = {
        method: "GET",
        id: request.path,
        action: "Microsoft.Authorization/permissions/read",
        open: true,
      } as const;
      return arm.call(call, ask, () =>
        ok({ value: rbac.permissionsOf(call.token.principalObjectId, request.at.scope) }),
      );
    }),
    // nobody can make one by hand: they come with managed applications and deployment stacks, which are not simulated
    route("GET", `${AUTHORIZATION}/denyAssignments`, (request) => reading(request, "denyAssignments", () => [])),
  ];
}
