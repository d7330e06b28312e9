import { ok, route, type Route } from "../router";
import type { ArmRouteContext } from "../context";

/** What a caller's roles permit somewhere. Deny assignments are no part of it: they are listed by themselves. */
export function accessRoutes({ world, context }: ArmRouteContext): Route[] {
  const { arm, rbac } = world.azure;
  return [
    // assumed: whoever is signed in may ask what he may do
    route("GET", "/*scope/providers/Microsoft.Authorization/permissions", (request) => {
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
  ];
}
