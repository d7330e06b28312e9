import { accounts, arm, RestClient, time } from "simulated-clouds";
import type { Clouds } from "./clouds";

const PEERINGS = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
const AIVEN = { headers: { authorization: "aivenv1 token" } };
const PROJECT = "/v1/project/my-project";
const VERSION = "?api-version=2024-05-01";

/** What differs between one peering made by hand and another. */
export interface ByHand {
  readonly group?: string;
  readonly name?: string;
  readonly range?: string;
  readonly audience?: string;
  /** Of the application's role. */
  readonly actions?: readonly string[];
}

/** A peering by the steps of Aiven's tutorial, each by a call of the clouds' APIs, up to whichever step a test needs. */
export class PeeringByHand {
  readonly group: string;
  readonly name: string;
  readonly networkId: string;
  readonly azurePeeringId: string;
  clientId = "";
  applicationId = "";
  secret = "";
  vpcId = "";
  private readonly client: RestClient;
  private readonly subscription: string;

  constructor(
    private readonly clouds: Clouds,
    private readonly how: ByHand = {},
  ) {
    this.client = new RestClient(clouds.world, clouds.http);
    this.subscription = clouds.world.settings.customer.subscriptions[0].id;
    this.group = how.group ?? "network";
    this.name = how.name ?? "hub";
    this.networkId = arm.resourceId(this.subscription, this.group, "Microsoft.Network", "virtualNetworks", this.name);
    this.azurePeeringId = `${this.networkId}/virtualNetworkPeerings/aiven`;
  }

  /** The options that name it. */
  get options(): string[] {
    return ["--vpc", `my-project/${this.vpcId}`, "--network", this.networkId];
  }

  get world() {
    return this.clouds.world;
  }

  get connection() {
    const found = this.world.aiven.peeringConnections.all.find(({ peerVpc }) => peerVpc === this.name.toLowerCase());
    if (!found) throw new Error("there is no connection");
    return found;
  }

  /** The network, and the VPC. */
  async prepare(): Promise<this> {
    const { world, client, how } = this;
    world.byHand.createResourceGroup(arm.resourceGroupId(this.subscription, this.group));
    world.byHand.createVirtualNetwork(this.networkId, [how.range ?? "10.1.0.0/16"]);
    const vpc = await client.post(
      `${PROJECT}/vpcs`,
      { cloud_name: "azure-westeurope", network_cidr: "10.0.0.0/24" },
      AIVEN,
    );
    this.vpcId = vpc.body.project_vpc_id;
    await world.clock.advance(time.minutes(2));
    return this;
  }

  /** The application with a secret, both principals, and their roles. */
  async identify(): Promise<this> {
    const { client, how } = this;
    const graph = { token: await client.deployerToken("graph") };
    const signInAudience = how.audience ?? "AzureADMultipleOrgs";
    const { body } = await client.post("/graph/v1.0/applications", { displayName: "by hand", signInAudience }, graph);
    [this.applicationId, this.clientId] = [body.id, body.appId];
    const principal = (appId: string) => client.post("/graph/v1.0/servicePrincipals", { appId }, graph);
    const own = (await principal(this.clientId)).body.id;
    const theirs = (await principal(accounts.aivenApplicationId)).body.id;
    const secret = await client.post(
      `/graph/v1.0/applications/${this.applicationId}/addPassword`,
      {
        passwordCredential: {
          displayName: "primary",
          endDateTime: new Date(Date.now() + 90 * 86_400_000).toISOString(),
        },
      },
      graph,
    );
    this.secret = secret.body.secretText;
    await this.grant("1", own, this.how.actions ?? [`${PEERINGS}/*`, "Microsoft.Network/virtualNetworks/read"]);
    await this.grant("2", theirs, ["Microsoft.Network/virtualNetworks/peer/action"]);
    await this.world.clock.advance(time.minutes(2));
    return this;
  }

  /** Aiven's connection, up to Aiven's answer or, with `answered: false`, up to the request. */
  async request({ answered = true } = {}): Promise<this> {
    const peer = {
      peer_cloud_account: this.subscription,
      peer_resource_group: this.group.toLowerCase(),
      peer_vpc: this.name.toLowerCase(),
      peer_azure_app_id: this.clientId,
      peer_azure_tenant_id: this.world.settings.customer.tenantId,
    };
    const made = await this.client.post(`${PROJECT}/vpcs/${this.vpcId}/peering-connections`, peer, AIVEN);
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
    if (answered) await this.world.clock.advance(time.minutes(1.5));
    return this;
  }

  /** Azure's peering; Aiven has not seen it yet. */
  async complete(): Promise<this> {
    const { client } = this;
    const credentials = { client_id: this.clientId, client_secret: this.secret };
    const token = async (tenant: string) => (await client.askToken(tenant, credentials)).body.access_token;
    const info = this.connection.stateInfo ?? {};
    const both = {
      token: await token(this.world.settings.customer.tenantId),
      headers: { "x-ms-authorization-auxiliary": `Bearer ${await token(info["to-tenant-id"] ?? "")}` },
    };
    const properties = { allowVirtualNetworkAccess: true, remoteVirtualNetwork: { id: info["to-network-id"] } };
    const made = await client.put(this.azurePeeringId + VERSION, { properties }, both);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return this;
  }

  /** All of it, and ACTIVE. */
  async make(): Promise<this> {
    await (await (await (await this.prepare()).identify()).request()).complete();
    await this.world.clock.advance(time.minutes(15));
    return this;
  }

  private async grant(number: string, principalId: string, actions: readonly string[]): Promise<void> {
    const { client } = this;
    const sent = { token: await client.deployerToken() };
    const scope = arm.subscriptionId(this.subscription);
    const guid = `b1a7c5a0-0000-4000-8000-00000000000${number}`;
    const role = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
    const properties = { roleName: `by hand ${number}`, permissions: [{ actions }], assignableScopes: [scope] };
    await client.put(`${role}?api-version=2022-04-01`, { properties }, sent);
    const assignment = `${this.networkId}/providers/Microsoft.Authorization/roleAssignments/${guid}?api-version=2022-04-01`;
    const body = { properties: { roleDefinitionId: role, principalId, principalType: "ServicePrincipal" } };
    const made = await client.put(assignment, body, sent);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  }
}
