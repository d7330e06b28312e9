import type { Http } from "./http";
import type { Tokens } from "./tokens";

/** What is read of resources of Azure Resource Manager. https://learn.microsoft.com/rest/api/virtualnetwork */
export interface VirtualNetwork {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly properties: {
    readonly provisioningState?: string;
    readonly addressSpace?: { readonly addressPrefixes?: readonly string[] };
  };
}

/** A virtual network peering, one of the two sides. */
export interface VirtualNetworkPeering {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    /** `Initiated`, `Connected` or `Disconnected`. */
    readonly peeringState?: string;
    /** `FullyInSync`, `LocalNotInSync`, `RemoteNotInSync` or `LocalAndRemoteNotInSync`. */
    readonly peeringSyncLevel?: string;
    readonly provisioningState?: string;
    readonly remoteVirtualNetwork?: { readonly id?: string };
    /** What the peering knows, and what the other network has by now. */
    readonly remoteAddressSpace?: { readonly addressPrefixes?: readonly string[] };
    readonly remoteVirtualNetworkAddressSpace?: { readonly addressPrefixes?: readonly string[] };
    readonly allowVirtualNetworkAccess?: boolean;
    readonly allowForwardedTraffic?: boolean;
    readonly allowGatewayTransit?: boolean;
    readonly useRemoteGateways?: boolean;
    /** False where some subnets are peered alone. */
    readonly peerCompleteVnets?: boolean;
  };
}

/** https://learn.microsoft.com/rest/api/authorization */
export interface RoleAssignment {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    readonly roleDefinitionId: string;
    readonly principalId: string;
    readonly scope: string;
    readonly condition?: string | null;
  };
}

export interface RoleDefinition {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    readonly roleName: string;
    /** `CustomRole` or `BuiltInRole`. */
    readonly type?: string;
    readonly permissions: readonly Permission[];
    readonly assignableScopes?: readonly string[];
  };
}

export interface Permission {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  /** A condition of the role itself, as few built-in roles have one. */
  readonly condition?: string | null;
}

/** Whether some of the permissions allow an action: a `*` stands for any part of it, and what a permission excludes it does not give. */
export const allows = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(
    ({ actions = [], notActions = [] }) =>
      actions.some((pattern) => covers(pattern, action)) && !notActions.some((pattern) => covers(pattern, action)),
  );

function covers(pattern: string, action: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
}

/** What somebody may not do, whatever roles he holds. https://learn.microsoft.com/rest/api/authorization/deny-assignments */
export interface DenyAssignment {
  readonly id: string;
  readonly properties: {
    readonly denyAssignmentName?: string;
    readonly permissions?: readonly Permission[];
    readonly scope?: string;
    readonly doNotApplyToChildScopes?: boolean;
    readonly principals?: readonly DeniedPrincipal[];
    readonly excludePrincipals?: readonly DeniedPrincipal[];
  };
}

export interface DeniedPrincipal {
  readonly id: string;
  /** `User`, `Group`, `ServicePrincipal`; `SystemDefined` is everybody. */
  readonly type?: string;
}

/** https://learn.microsoft.com/rest/api/resources/management-locks */
export interface Lock {
  readonly id: string;
  readonly name: string;
  /** `CanNotDelete` or `ReadOnly`. */
  readonly properties: { readonly level: string; readonly notes?: string };
}

/** https://learn.microsoft.com/rest/api/resources/subscriptions */
export interface Subscription {
  readonly subscriptionId: string;
  readonly tenantId?: string;
  readonly displayName?: string;
  /** `Enabled`, `Warned`, `PastDue`, `Disabled` or `Deleted`; the last two cannot be written to. */
  readonly state?: string;
}

/** Of virtual networks and their peerings. */
export const NETWORK_VERSION = "2024-05-01";
const AUTHORIZATION = "2022-04-01";
const LOCKS = "2020-05-01";
const SUBSCRIPTIONS = "2022-12-01";
const GROUPS = "2021-04-01";

/** Without what is set below it. */
const AT_SCOPE = { $filter: "atScope()" };

/** Azure Resource Manager, read only. Ids are those of ARM, in any case. */
export class Arm {
  constructor(
    private readonly http: Http,
    private readonly tokens: Tokens,
    private readonly endpoint: { readonly arm: string; readonly armScope: string },
  ) {}

  /** The token with which it asks; its claims say who is signed in. */
  token(): Promise<string> {
    return this.tokens.get(this.endpoint.armScope);
  }

  virtualNetwork(id: string): Promise<VirtualNetwork | undefined> {
    return this.find(id, NETWORK_VERSION);
  }

  /** The peerings of a virtual network. */
  peerings(networkId: string): Promise<VirtualNetworkPeering[]> {
    return this.list(`${networkId}/virtualNetworkPeerings`, NETWORK_VERSION);
  }

  /** What a principal holds at a scope, above it included. */
  roleAssignments(scope: string, principalId: string): Promise<RoleAssignment[]> {
    const filter = `atScope() and assignedTo('${principalId}')`;
    return this.list(`${scope}/providers/Microsoft.Authorization/roleAssignments`, AUTHORIZATION, { $filter: filter });
  }

  /** What whoever is signed in may do at a scope by roles, each role by itself. assumed: at a subscription as at what is documented, groups and resources. */
  permissions(scope: string): Promise<Permission[]> {
    return this.list(`${scope}/providers/Microsoft.Authorization/permissions`, AUTHORIZATION);
  }

  /** Those that hold at a scope: for anybody, or for a principal, also as the member of a group. */
  denyAssignments(scope: string, principalId?: string): Promise<DenyAssignment[]> {
    const query = principalId === undefined ? AT_SCOPE : { $filter: `atScope() and assignedTo('${principalId}')` };
    return this.list(`${scope}/providers/Microsoft.Authorization/denyAssignments`, AUTHORIZATION, query);
  }

  /** Those that hold at a scope. */
  locks(scope: string): Promise<Lock[]> {
    return this.list(`${scope}/providers/Microsoft.Authorization/locks`, LOCKS, AT_SCOPE);
  }

  subscription(id: string): Promise<Subscription | undefined> {
    return this.find(`/subscriptions/${id}`, SUBSCRIPTIONS);
  }

  resourceGroup(id: string): Promise<{ readonly id: string } | undefined> {
    return this.find(id, GROUPS);
  }

  /** Roles of one name that can be assigned at a scope. */
  roleDefinitionsNamed(scope: string, name: string): Promise<RoleDefinition[]> {
    const filter = `roleName eq '${name.replaceAll("'", "''")}'`;
    return this.list(`${scope}/providers/Microsoft.Authorization/roleDefinitions`, AUTHORIZATION, { $filter: filter });
  }

  /**
   * A role, by its id, as it is seen from a scope. An assignment names it by the subscription, where whoever has rights in a group alone may
   * not read it.
   */
  roleDefinition(scope: string, id: string): Promise<RoleDefinition | undefined> {
    const guid = id.slice(id.lastIndexOf("/") + 1);
    return this.find(`${scope}/providers/Microsoft.Authorization/roleDefinitions/${guid}`, AUTHORIZATION);
  }

  protected async find<T>(id: string, version: string): Promise<T | undefined> {
    return this.http.find<T>(await this.question(id, version));
  }

  protected async list<T>(path: string, version: string, query: Readonly<Record<string, string>> = {}): Promise<T[]> {
    return this.http.list<T>(await this.question(path, version, query));
  }

  private async question(path: string, version: string, query: Readonly<Record<string, string>> = {}) {
    const url = new URL(`${this.endpoint.arm}${encodeURI(path)}`);
    for (const [name, value] of Object.entries({ ...query, "api-version": version })) url.searchParams.set(name, value);
    const headers = { authorization: `Bearer ${await this.token()}` };
    return { cloud: "Azure", url: url.href, headers } as const;
  }
}
