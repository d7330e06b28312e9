import type { Http, Question } from "./http";
import { boolean, list, object, optional, text, type Reader } from "./shape";
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

/** Not by a regular expression, which a pattern of many `*` would keep busy for hours. */
function covers(pattern: string, action: string): boolean {
  const [first = "", ...more] = pattern.toLowerCase().split("*");
  const whole = action.toLowerCase();
  if (!whole.startsWith(first)) return false;
  const last = more.pop();
  if (last === undefined) return whole === first;
  let at = first.length;
  for (const part of more) {
    const found = whole.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return whole.length - last.length >= at && whole.endsWith(last);
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

const NETWORK = object<VirtualNetwork>({
  id: text,
  name: text,
  location: text,
  properties: object<VirtualNetwork["properties"]>({
    provisioningState: optional(text),
    addressSpace: optional(addresses()),
  }),
});

const PEERING = object<VirtualNetworkPeering>({
  id: text,
  name: text,
  properties: object<VirtualNetworkPeering["properties"]>({
    peeringState: optional(text),
    peeringSyncLevel: optional(text),
    provisioningState: optional(text),
    remoteVirtualNetwork: optional(object<{ readonly id?: string }>({ id: optional(text) })),
    remoteAddressSpace: optional(addresses()),
    remoteVirtualNetworkAddressSpace: optional(addresses()),
    allowVirtualNetworkAccess: optional(boolean),
    allowForwardedTraffic: optional(boolean),
    allowGatewayTransit: optional(boolean),
    useRemoteGateways: optional(boolean),
    peerCompleteVnets: optional(boolean),
  }),
});

function addresses() {
  return object<{ readonly addressPrefixes?: readonly string[] }>({ addressPrefixes: optional(list(text)) });
}

const PERMISSION = object<Permission>({
  actions: optional(list(text)),
  notActions: optional(list(text)),
  condition: optional(text),
});

const ROLE_ASSIGNMENT = object<RoleAssignment>({
  id: text,
  name: text,
  properties: object<RoleAssignment["properties"]>({
    roleDefinitionId: text,
    principalId: text,
    scope: text,
    condition: optional(text),
  }),
});

const ROLE_DEFINITION = object<RoleDefinition>({
  id: text,
  name: text,
  properties: object<RoleDefinition["properties"]>({
    roleName: text,
    type: optional(text),
    permissions: list(PERMISSION),
    assignableScopes: optional(list(text)),
  }),
});

const DENIED = object<DeniedPrincipal>({ id: text, type: optional(text) });

const DENY_ASSIGNMENT = object<DenyAssignment>({
  id: text,
  properties: object<DenyAssignment["properties"]>({
    denyAssignmentName: optional(text),
    permissions: optional(list(PERMISSION)),
    scope: optional(text),
    doNotApplyToChildScopes: optional(boolean),
    principals: optional(list(DENIED)),
    excludePrincipals: optional(list(DENIED)),
  }),
});

const LOCK = object<Lock>({
  id: text,
  name: text,
  properties: object<Lock["properties"]>({ level: text, notes: optional(text) }),
});

const SUBSCRIPTION = object<Subscription>({
  subscriptionId: text,
  tenantId: optional(text),
  displayName: optional(text),
  state: optional(text),
});

const GROUP = object<{ readonly id: string }>({ id: text });

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
    return this.find(id, NETWORK_VERSION, NETWORK);
  }

  /** The peerings of a virtual network. */
  peerings(networkId: string): Promise<readonly VirtualNetworkPeering[]> {
    return this.list(`${networkId}/virtualNetworkPeerings`, NETWORK_VERSION, PEERING);
  }

  /** What a principal holds at a scope, above it included. */
  roleAssignments(scope: string, principalId: string): Promise<readonly RoleAssignment[]> {
    const $filter = `atScope() and assignedTo('${quoted(principalId)}')`;
    const path = `${scope}/providers/Microsoft.Authorization/roleAssignments`;
    return this.list(path, AUTHORIZATION, ROLE_ASSIGNMENT, { $filter });
  }

  /** What whoever is signed in may do at a scope by roles, each role by itself. assumed: at a subscription as at what is documented, groups and resources. */
  permissions(scope: string): Promise<readonly Permission[]> {
    return this.list(`${scope}/providers/Microsoft.Authorization/permissions`, AUTHORIZATION, PERMISSION);
  }

  /** Those that hold at a scope: for anybody, or for a principal, also as the member of a group. */
  denyAssignments(scope: string, principalId?: string): Promise<readonly DenyAssignment[]> {
    const path = `${scope}/providers/Microsoft.Authorization/denyAssignments`;
    const query =
      principalId === undefined ? AT_SCOPE : { $filter: `atScope() and assignedTo('${quoted(principalId)}')` };
    return this.list(path, AUTHORIZATION, DENY_ASSIGNMENT, query);
  }

  /** Those that hold at a scope. */
  locks(scope: string): Promise<readonly Lock[]> {
    return this.list(`${scope}/providers/Microsoft.Authorization/locks`, LOCKS, LOCK, AT_SCOPE);
  }

  subscription(id: string): Promise<Subscription | undefined> {
    return this.find(`/subscriptions/${id}`, SUBSCRIPTIONS, SUBSCRIPTION);
  }

  resourceGroup(id: string): Promise<{ readonly id: string } | undefined> {
    return this.find(id, GROUPS, GROUP);
  }

  /** Roles of one name that can be assigned at a scope. */
  roleDefinitionsNamed(scope: string, name: string): Promise<readonly RoleDefinition[]> {
    const path = `${scope}/providers/Microsoft.Authorization/roleDefinitions`;
    return this.list(path, AUTHORIZATION, ROLE_DEFINITION, { $filter: `roleName eq '${quoted(name)}'` });
  }

  /**
   * A role, by its id, as it is seen from a scope. An assignment names it by the subscription, where whoever has rights in a group alone may
   * not read it.
   */
  roleDefinition(scope: string, id: string): Promise<RoleDefinition | undefined> {
    const guid = id.slice(id.lastIndexOf("/") + 1);
    const path = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
    return this.find(path, AUTHORIZATION, ROLE_DEFINITION);
  }

  protected async find<T>(id: string, version: string, read: Reader<T>): Promise<T | undefined> {
    return this.http.find(await this.question(id, version), read);
  }

  protected async list<T>(path: string, version: string, read: Reader<T>, query: Query = {}): Promise<readonly T[]> {
    return this.http.list(await this.question(path, version, query), read);
  }

  private async question(path: string, version: string, query: Query = {}): Promise<Question> {
    const headers = { authorization: `Bearer ${await this.token()}` };
    return {
      cloud: "Azure",
      endpoint: this.endpoint.arm,
      path,
      query: { ...query, "api-version": version },
      headers,
    };
  }
}

type Query = Readonly<Record<string, string>>;

/** In a text of a filter. https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html */
const quoted = (text: string): string => text.replaceAll("'", "''");
