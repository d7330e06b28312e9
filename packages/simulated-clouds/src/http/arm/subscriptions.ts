import { sameGuid } from "../../clouds/entra/directory";
import { providerJson, subscriptionJson } from "../../clouds/azure/json/subscription";
import { subscriptionId } from "../../clouds/azure/resource-id";
import type { ResourceProvider } from "../../clouds/azure/resource-providers";
import type { Subscription } from "../../clouds/azure/subscriptions";
import { ok, route, type Request, type Route } from "../router";
import type { ArmRouteContext } from "../context";

export function subscriptionRoutes({ world, context }: ArmRouteContext): Route[] {
  const { azure } = world;
  const providers = (request: Request): ResourceProvider[] =>
    azure.resourceProviders.list(context(request), request.at.subscription);
  return [
    route("GET", "/tenants", (request) => {
      const { tenantId } = context(request).token;
      return ok({ value: [{ id: `/tenants/${tenantId}`, tenantId, tenantCategory: "Home" }] });
    }),
    // those in which the caller holds any role
    route("GET", "/subscriptions", (request) => {
      const { token } = context(request);
      const mine = azure.subscriptions.all.filter(
        ({ id, tenantId }) =>
          sameGuid(tenantId, token.tenantId) && azure.rbac.holdsAnyRoleIn(token.principalObjectId, subscriptionId(id)),
      );
      return ok({ value: mine.map(subscriptionJson), count: { type: "Total", value: mine.length } });
    }),
    route("GET", "/subscriptions/:subscription", (request) => {
      const { subscription } = request.at;
      azure.resourceProviders.subscription(context(request), subscription);
      return ok(subscriptionJson(azure.subscriptions.get(subscription) as Subscription));
    }),
    route("GET", "/subscriptions/:subscription/providers", (request) =>
      ok({ value: providers(request).map((one) => providerJson(request.at.subscription, one)) }),
    ),
    route("GET", "/subscriptions/:subscription/providers/:namespace", (request) => {
      const { subscription, namespace } = request.at;
      const known = providers(request).find((one) => one.namespace.toLowerCase() === namespace.toLowerCase());
      // assumed: every other namespace is one that nobody has registered
      return ok(providerJson(subscription, known ?? { namespace, registrationState: "NotRegistered" }));
    }),
  ];
}
