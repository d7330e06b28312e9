import { accounts, arm, type Body, type RestClient, time } from "simulated-clouds";

const ARM = "?api-version=2024-05-01";
const AIVEN = { headers: { authorization: "aivenv1 token" } };
const PEERINGS = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";

/** The resource group and the name in the id of a network, as Aiven wants them. */
function namesIn(network: string): [group: string, name: string] {
  const [, , , , group, , , , name] = network.toLowerCase().split("/");
  return [group, name];
}

const pathOf = (vpcId: string): string => `/v1/project/${vpcId.replace("/", "/vpcs/")}`;

/** What the tutorial calls Azure's peering of a network. */
export const azurePeeringId = (network: string): string => `${network}/virtualNetworkPeerings/Aiven.by-hand`;

/** An application that somebody has registered by hand, and what is noted down of it. */
export interface Registered {
  readonly clientId: string;
  readonly objectId: string;
  readonly servicePrincipalId: string;
  readonly secret: string;
}

/**
 * The steps of Aiven's tutorial, by REST calls alone: https://aiven.io/docs/platform/howto/vnet-peering-azure. Whoever does them has named
 * everything in mixed case, and has given the application what Terraform needs of it too.
 */
export class Tutorial {
  static async begin(client: RestClient): Promise<Tutorial> {
    return new Tutorial(client, await client.deployerToken(), await client.deployerToken("graph"));
  }

  private roles = 0;

  private constructor(
    private readonly client: RestClient,
    private readonly arm: string,
    private readonly graph: string,
  ) {}

  get subscription(): string {
    return arm.subscriptionId(this.client.world.settings.customer.subscriptions[0].id);
  }

  async network(name: string, range: string): Promise<string> {
    const [group, sent] = [`${this.subscription}/resourceGroups/${name}-RG`, { token: this.arm }];
    await this.expect(this.client.put(`${group}?api-version=2023-07-01`, { location: "japaneast" }, sent));
    const id = `${group}/providers/Microsoft.Network/virtualNetworks/${name}-VNet`;
    const properties = { addressSpace: { addressPrefixes: [range] } };
    await this.client.settled(await this.client.put(id + ARM, { location: "japaneast", properties }, sent), sent);
    return id;
  }

  /** @param password - what is said of its secret, such as a name and an end */
  async application(displayName: string, password: object = {}): Promise<Registered> {
    const sent = { token: this.graph };
    const wanted = { displayName, signInAudience: "AzureADMultipleOrgs" };
    const { id, appId } = await this.expect(this.client.post("/graph/v1.0/applications", wanted, sent));
    const principal = await this.expect(this.client.post("/graph/v1.0/servicePrincipals", { appId }, sent));
    const wantedPassword = { passwordCredential: password };
    const path = `/graph/v1.0/applications/${id}/addPassword`;
    const { secretText } = await this.expect(this.client.post(path, wantedPassword, sent));
    return { clientId: appId, objectId: id, servicePrincipalId: principal.id, secret: secretText };
  }

  /** Aiven's principal, of which a tenant has one. */
  async aivenPrincipal(): Promise<string> {
    const sent = { token: this.graph };
    const made = this.client.post("/graph/v1.0/servicePrincipals", { appId: accounts.aivenApplicationId }, sent);
    return (await this.expect(made)).id;
  }

  async grant(scope: string, principalId: string, ...actions: string[]): Promise<void> {
    await this.grantRole(scope, principalId, { actions });
  }

  async grantRole(
    scope: string,
    principalId: string,
    permission: { readonly actions: string[]; readonly notActions?: string[] },
  ): Promise<void> {
    const [guid, sent] = [`b1a7c5a0-0000-4000-8000-00000000000${(this.roles += 1)}`, { token: this.arm }];
    const role = `${this.subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
    const definition = { roleName: `by hand ${this.roles}`, permissions: [permission] };
    const properties = { ...definition, assignableScopes: [this.subscription] };
    await this.expect(this.client.put(`${role}?api-version=2022-05-01-preview`, { properties }, sent));
    const assignment = { roleDefinitionId: role, principalId, principalType: "ServicePrincipal" };
    const at = `${scope}/providers/Microsoft.Authorization/roleAssignments/${guid}?api-version=2022-04-01`;
    await this.expect(this.client.put(at, { properties: assignment }, sent));
    await this.client.world.clock.advance(time.minutes(2));
  }

  /** @param actions - of the application; unless given what the tutorial has, and reading and deleting */
  async grantPeering(
    network: string,
    { servicePrincipalId }: Registered,
    aivenPrincipal: string,
    actions = [`${PEERINGS}/*`, "Microsoft.Network/virtualNetworks/read"],
  ): Promise<void> {
    await this.grant(network, servicePrincipalId, ...actions);
    await this.grant(network, aivenPrincipal, "Microsoft.Network/virtualNetworks/peer/action");
  }

  /** `my-project/<uuid>` */
  async vpc(range: string): Promise<string> {
    const wanted = { cloud_name: "azure-japaneast", network_cidr: range, peering_connections: [] };
    const { project_vpc_id } = await this.expect(this.client.post("/v1/project/my-project/vpcs", wanted, AIVEN));
    await this.client.until(
      `/v1/project/my-project/vpcs/${project_vpc_id}`,
      ({ body }) => body.state === "ACTIVE",
      AIVEN,
    );
    return `my-project/${project_vpc_id}`;
  }

  /** Asks for Aiven's connection, which is APPROVED then. */
  async requestConnection(vpcId: string, network: string, { clientId }: Registered): Promise<void> {
    const { tenantId, subscriptions } = this.client.world.settings.customer;
    const [group, name] = namesIn(network);
    const peer = {
      peer_cloud_account: subscriptions[0].id,
      peer_resource_group: group,
      peer_vpc: name,
      peer_azure_app_id: clientId,
      peer_azure_tenant_id: tenantId,
    };
    await this.expect(this.client.post(`${pathOf(vpcId)}/peering-connections`, peer, AIVEN));
  }

  /** Aiven's connection, and what Aiven says of its network. */
  async askAiven(vpcId: string, network: string, application: Registered): Promise<Body> {
    const { client } = this;
    await this.requestConnection(vpcId, network, application);
    const [, name] = namesIn(network);
    const connectionOf = (body: Body) =>
      (body.peering_connections as unknown as Body[]).find((each) => each.peer_vpc === name) as Body;
    const settled = ({ body }: { body: Body }) => connectionOf(body).state !== "APPROVED";
    const { state_info } = connectionOf((await client.until(pathOf(vpcId), settled, AIVEN)).body);
    await client.world.clock.advance(time.minutes(1));
    return state_info;
  }

  /** Azure's peering, as the application in both tenants. */
  async peerAzure(
    network: string,
    { clientId, secret }: Registered,
    said: Readonly<Record<string, string | null>>,
    settings: object = {},
  ): Promise<void> {
    const { client } = this;
    const [home, away] = await Promise.all(
      [client.world.settings.customer.tenantId, said["to-tenant-id"] ?? ""].map((tenant) =>
        this.expect(client.askToken(tenant, { client_id: clientId, client_secret: secret })),
      ),
    );
    const headers = { "x-ms-authorization-auxiliary": `Bearer ${away.access_token}` };
    const properties = { allowVirtualNetworkAccess: true, remoteVirtualNetwork: { id: said["to-network-id"] } };
    const sent = { token: home.access_token, headers };
    await this.expect(client.put(azurePeeringId(network) + ARM, { properties: { ...properties, ...settings } }, sent));
  }

  /** Aiven's connection, then Azure's peering. */
  async peer(vpcId: string, network: string, application: Registered, settings: object = {}): Promise<void> {
    await this.peerAzure(network, application, await this.askAiven(vpcId, network, application), settings);
  }

  /** A peering that is nothing to Aiven. */
  async peerNetworks(network: string, other: string, name: string): Promise<void> {
    const properties = { remoteVirtualNetwork: { id: other } };
    const path = `${network}/virtualNetworkPeerings/${name}${ARM}`;
    await this.expect(this.client.put(path, { properties }, { token: this.arm }));
  }

  async changeApplication(clientId: string, change: object): Promise<void> {
    const path = `/graph/v1.0/applications(appId='${clientId}')`;
    await this.expect(this.client.patch(path, change, { token: this.graph }));
  }

  async removeSecrets({ objectId }: Registered): Promise<void> {
    const [path, sent] = [`/graph/v1.0/applications/${objectId}`, { token: this.graph }];
    const { passwordCredentials } = await this.expect(this.client.get(path, sent));
    for (const { keyId } of passwordCredentials as unknown as Body[]) {
      await this.expect(this.client.post(`${path}/removePassword`, { keyId }, sent));
    }
  }

  /** A pipeline may sign in as the application by its own token. */
  async trust({ objectId }: Registered, subject: string): Promise<void> {
    const credential = {
      name: "pipeline",
      issuer: "https://token.actions.githubusercontent.com",
      subject,
      audiences: ["api://AzureADTokenExchange"],
    };
    const path = `/graph/v1.0/applications/${objectId}/federatedIdentityCredentials`;
    await this.expect(this.client.post(path, credential, { token: this.graph }));
  }

  /** Until Aiven has found Azure's peering. */
  async wait(): Promise<void> {
    await this.client.world.clock.advance(time.minutes(15));
  }

  private async expect(response: Promise<{ status: number; body: Body }>): Promise<Body> {
    const { status, body } = await response;
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  }
}
