import { subscriptionId } from "../resource-id";
import type { Subscription } from "../subscriptions";

/** Subscriptions and their resource providers: https://learn.microsoft.com/rest/api/resources/subscriptions */
export const subscriptionJson = ({ id, name, tenantId, state = "Enabled" }: Subscription) => ({
  id: subscriptionId(id),
  authorizationSource: "RoleBased",
  managedByTenants: [],
  subscriptionId: id,
  tenantId,
  displayName: name,
  state,
  subscriptionPolicies: {
    locationPlacementId: "Public_2014-09-01",
    quotaId: "PayAsYouGo_2014-09-01",
    spendingLimit: "Off",
  },
});

export const providerJson = (
  subscription: string,
  { namespace, registrationState }: { readonly namespace: string; readonly registrationState: string },
) => ({
  id: `${subscriptionId(subscription)}/providers/${namespace}`,
  namespace,
  registrationPolicy: "RegistrationRequired",
  registrationState,
  resourceTypes: [],
});
