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

/** One half of a peering, as the network has it on which it lies. */
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
    readonly remoteAddressSpace?: { readonly addressPrefixes?: readonly string[] };
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
}

const NETWORK = "2024-05-01";
const AUTHORIZATION = "2022-04-01";

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
    return this.find(id, NETWORK);
  }

  /** The halves that lie on a virtual network. */
  peerings(networkId: string): Promise<VirtualNetworkPeering[]> {
    return this.list(`${networkId}/virtualNetworkPeerings`, NETWORK);
  }

  /** What a principal holds at a scope, above it included. */
  roleAssignments(scope: string, principalId: string): Promise<RoleAssignment[]> {
    const filter = `atScope() and assignedTo('${principalId}')`;
    return this.list(`${scope}/providers/Microsoft.Authorization/roleAssignments`, AUTHORIZATION, { $filter: filter });
  }

  roleDefinition(id: string): Promise<RoleDefinition | undefined> {
    return this.find(id, AUTHORIZATION);
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
