import { ApiError } from "../api-error";
import type { Calls } from "../calls";
import { sameGuid } from "../entra/directory";
import type { Token } from "../entra/tokens";
import type { DenyAssignment } from "./deny-assignments";
import type { Locks } from "./locks";
import type { Policies } from "./policies";
import type { Access, Rbac } from "./rbac";
import { subscriptionOf } from "./resource-id";
import type { Subscriptions } from "./subscriptions";

/** The tokens a request carries: its own, and one for each further tenant it touches (x-ms-authorization-auxiliary). */
export interface RequestContext {
  readonly token: Token;
  readonly auxiliaryTokens?: readonly Token[];
}

export interface ArmRequest {
  readonly method: "GET" | "PUT" | "PATCH" | "POST" | "DELETE";
  readonly id: string;
  readonly action: string;
  /** Nobody needs a right for it. */
  readonly open?: boolean;
  /** The id of the role that is assigned or taken away, which a right may have a condition on. */
  readonly roleGuid?: string;
  /** The network at the other end of a peering that is created or changed, which a policy may look at. */
  readonly remoteNetworkId?: string;
}

/** What every request to Azure Resource Manager passes: the right tenant, the right to do it, no denial, lock or policy in the way, then the resource provider. */
export class Arm {
  constructor(
    private readonly calls: Calls,
    private readonly subscriptions: Subscriptions,
    private readonly rbac: Rbac,
    private readonly locks: Locks,
    private readonly policies: Policies,
  ) {}

  call<T>(
    context: RequestContext,
    { method, id, action, open, roleGuid, remoteNetworkId }: ArmRequest,
    work: () => T,
  ): T {
    const { token, auxiliaryTokens = [] } = context;
    const tenants = [token, ...auxiliaryTokens].map(({ tenantId }) => tenantId);
    return this.calls.perform({ cloud: "arm", method, path: id, action, identity: token.identity, tenants }, () => {
      this.checkTenant(token, id);
      const access = open ? "granted" : this.rbac.access(token.principalObjectId, action, id, roleGuid);
      if (access !== "granted") throw authorizationFailed(token, action, id, access);
      const denial = open ? undefined : this.rbac.denial(token.principalObjectId, action, id);
      if (denial) throw denied(token, action, id, denial);
      if (method !== "GET") this.checkEnabled(id);
      this.locks.check(method, id);
      if (method === "PUT" || method === "PATCH") this.policies.check(id, remoteNetworkId);
      return work();
    });
  }

  /**
   * A resource of another subscription that the request links to: who asks must have the action there too. Where that
   * subscription is another tenant's, the auxiliary token for that tenant says who asks.
   */
  checkLinked(context: RequestContext, request: ArmRequest, linkedAction: string, linkedId: string): void {
    const linked = subscriptionOf(linkedId);
    const tenant = this.subscriptions.get(linked)?.tenantId;
    const token = [context.token, ...(context.auxiliaryTokens ?? [])].find(
      ({ tenantId }) => tenant !== undefined && sameGuid(tenantId, tenant),
    );
    const { client, principalObjectId, tenantId } = context.token;
    const allowed = `The client '${client}' with object id '${principalObjectId}' has permission to perform action '${request.action}' on scope '${request.id}'; however,`;
    if (!token) {
      const text = `${allowed} the current tenant '${tenantId}' is not authorized to access linked subscription '${linked}'.`;
      throw new ApiError(403, "LinkedAuthorizationFailed", text);
    }
    if (this.rbac.denial(token.principalObjectId, linkedAction, linkedId)) {
      const text = `${allowed} it does not have permission to perform action '${linkedAction}' on the '0' linked scope(s) '' or the linked scope(s) are invalid and is blocked by deny assignments on the '1' linked scope(s) '${linkedId}'.`;
      throw new ApiError(403, "LinkedAuthorizationFailed", text);
    }
    if (this.rbac.access(token.principalObjectId, linkedAction, linkedId) !== "granted") {
      const text = `${allowed} it does not have permission to perform action(s) '${linkedAction}' on the linked scope(s) '${linkedId}' (respectively) or the linked scope(s) are invalid.`;
      throw new ApiError(403, "LinkedAuthorizationFailed", text);
    }
  }

  /** assumed: that it comes after the rights; status, code and text are seen: https://github.com/microsoft/vscode-azureappservice/issues/1646 */
  private checkEnabled(id: string): void {
    const subscription = this.subscriptions.get(subscriptionOf(id));
    if (subscription?.state !== "Disabled") return;
    const text = `The subscription '${subscription.id}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`;
    throw new ApiError(409, "ReadOnlyDisabledSubscription", text);
  }

  private checkTenant(token: Token, id: string): void {
    const subscription = subscriptionOf(id);
    if (subscription === "") return;
    const tenant = this.subscriptions.get(subscription)?.tenantId;
    if (tenant === undefined) {
      throw new ApiError(404, "SubscriptionNotFound", `The subscription '${subscription}' could not be found.`);
    }
    if (sameGuid(tenant, token.tenantId)) return;
    const [ours, theirs] = [token.tenantId, tenant].map((guid) => `https://sts.windows.net/${guid}/`);
    const text = `The access token is from the wrong issuer '${ours}'. It must match the tenant '${theirs}' associated with this subscription.`;
    throw new ApiError(401, "InvalidAuthenticationTokenTenant", text);
  }
}

function authorizationFailed(token: Token, action: string, scope: string, access: Access): ApiError {
  const what =
    access === "denied"
      ? "does not have authorization"
      : "has an authorization with ABAC condition that is not fulfilled";
  return new ApiError(
    403,
    "AuthorizationFailed",
    `The client '${token.client}' with object id '${token.principalObjectId}' ${what} to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** assumed: who has no right to it in the first place hears of that, and not of the deny assignment. */
function denied(token: Token, action: string, scope: string, denial: DenyAssignment): ApiError {
  return new ApiError(
    403,
    "DenyAssignmentAuthorizationFailed",
    `The client '${token.client}' with object id '${token.principalObjectId}' has permission to perform action '${action}' on scope '${scope}'; however, the access is denied because of the deny assignment with name '${denial.name}' and Id '${denial.guid}' at scope '${denial.scope}'.`,
  );
}
