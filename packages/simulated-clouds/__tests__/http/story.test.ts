import { minutes } from "../../src/clouds/clock";
import { subscriptionId } from "../../src/clouds/azure/resource-id";
import { AIVEN_APPLICATION_ID } from "../../src/clouds/aiven/well-known";
import { claimsOf, first, startClient, type RestClient } from "./client";

/** The steps of Aiven's tutorial, one REST call each: an application, two roles, both sides, and back. */
let client: RestClient;
beforeAll(async () => (client = await startClient({ deployer: { multiTenant: true } })));
afterAll(() => client.close());

const ROLE = "b1a7c5a0-0000-4000-8000-000000000001";
const version = "?api-version=2024-05-01";
const aivenToken = { headers: { authorization: "aivenv1 token" } };

test("a peering that is made by nothing but REST calls becomes active, and goes without a trace", async () => {
  const { world } = client;
  const { tenantId, subscriptions } = world.settings.customer;
  const subscription = subscriptionId(subscriptions[0].id);
  const group = `${subscription}/resourceGroups/network`;
  const network = `${group}/providers/Microsoft.Network/virtualNetworks/hub`;
  const before = world.inventory();
  const [graph, arm] = [{ token: await client.deployerToken("graph") }, { token: await client.deployerToken() }];

  expect(await client.put(`${group}?api-version=2023-07-01`, { location: "Japan East" }, arm)).toMatchObject({
    status: 201,
    body: { location: "japaneast", properties: { provisioningState: "Succeeded" } },
  });
  const created = await client.put(
    network + version,
    {
      location: "japaneast",
      properties: {
        addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
        subnets: [{ name: "default", properties: { addressPrefix: "10.1.0.0/24" } }],
      },
    },
    arm,
  );
  expect(created).toMatchObject({ status: 201, body: { properties: { provisioningState: "Updating" } } });
  await client.settled(created, arm);

  const application = await client.post(
    "/graph/v1.0/applications",
    { displayName: "peering", signInAudience: "AzureADMultipleOrgs" },
    graph,
  );
  expect(application).toMatchObject({ status: 201, body: { signInAudience: "AzureADMultipleOrgs" } });
  const { id, appId } = application.body;
  const own = await client.post("/graph/v1.0/servicePrincipals", { appId }, graph);
  const theirs = await client.post("/graph/v1.0/servicePrincipals", { appId: AIVEN_APPLICATION_ID }, graph);
  expect([own.status, theirs.status]).toEqual([201, 201]);
  const { body: password } = await client.post(`/graph/v1.0/applications/${id}/addPassword`, {}, graph);
  expect(password.secretText).toHaveLength(40);

  const assign = async (name: string, guid: string, principalId: string, actions: string[]) => {
    const role = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
    const properties = { roleName: name, permissions: [{ actions }], assignableScopes: [subscription] };
    expect((await client.put(`${role}?api-version=2022-05-01-preview`, { properties }, arm)).status).toBe(201);
    const assignment = `${network}/providers/Microsoft.Authorization/roleAssignments/${guid}`;
    const body = { properties: { roleDefinitionId: role, principalId, principalType: "ServicePrincipal" } };
    const response = await client.put(`${assignment}?api-version=2022-04-01`, body, arm);
    expect(response).toMatchObject({ status: 201, body: { properties: { roleDefinitionId: role, principalId } } });
    return { role, assignment };
  };
  const peerings = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
  const granted = [
    await assign("peering own", ROLE, own.body.id, [`${peerings}/*`, "Microsoft.Network/virtualNetworks/read"]),
    await assign("peering aiven", ROLE.replace(/1$/, "2"), theirs.body.id, [
      "Microsoft.Network/virtualNetworks/peer/action",
    ]),
  ];
  await world.clock.advance(minutes(2));

  const vpcs = "/v1/project/my-project/vpcs";
  const { body: vpc } = await client.post(
    `${vpcs}?limit=999`,
    { cloud_name: "azure-japaneast", network_cidr: "10.0.0.0/24", peering_connections: [] },
    aivenToken,
  );
  const vpcPath = `${vpcs}/${vpc.project_vpc_id}`;
  const active = await client.until(`${vpcPath}?limit=999`, ({ body }) => body.state !== "APPROVED", aivenToken);
  expect(active.body).toMatchObject({ state: "ACTIVE", peering_connections: [] });
  const peer = {
    peer_cloud_account: subscriptions[0].id,
    peer_resource_group: "network",
    peer_vpc: "hub",
    peer_azure_app_id: appId,
    peer_azure_tenant_id: tenantId,
  };
  const connection = await client.post(`${vpcPath}/peering-connections?limit=999`, peer, aivenToken);
  expect(connection).toMatchObject({ status: 200, body: { ...peer, state: "APPROVED" } });
  const pending = await client.until(
    vpcPath,
    ({ body }) => first(body.peering_connections).state !== "APPROVED",
    aivenToken,
  );
  const { state, state_info } = first(pending.body.peering_connections);
  expect(state).toBe("PENDING_PEER");
  await world.clock.advance(minutes(1));

  const credentials = { client_id: appId, client_secret: password.secretText };
  const home = await client.askToken(tenantId, credentials);
  const away = await client.askToken(state_info["to-tenant-id"], credentials);
  expect(claimsOf(home.body.access_token)).toMatchObject({
    tid: tenantId,
    appid: appId,
    oid: own.body.id,
    idtyp: "app",
  });
  const both = {
    token: home.body.access_token,
    headers: { "x-ms-authorization-auxiliary": `Bearer ${away.body.access_token}` },
  };
  const azurePeering = `${network}/virtualNetworkPeerings/aiven`;
  const properties = { allowVirtualNetworkAccess: true, remoteVirtualNetwork: { id: state_info["to-network-id"] } };
  expect(await client.put(azurePeering + version, { properties }, { token: both.token })).toMatchObject({
    status: 403,
    body: { error: { code: "LinkedAuthorizationFailed" } },
  });
  expect(await client.put(azurePeering + version, { properties }, both)).toMatchObject({
    status: 201,
    body: {
      properties: {
        ...properties,
        peeringState: "Connected",
        peeringSyncLevel: "FullyInSync",
        remoteVirtualNetworkAddressSpace: { addressPrefixes: ["10.0.0.0/24"] },
      },
    },
  });
  await world.clock.advance(minutes(15));
  expect((await client.get(vpcPath, aivenToken)).body.peering_connections).toMatchObject([{ state: "ACTIVE" }]);

  await client.settled(await client.delete(azurePeering + version, both), both);
  const keys = `peer-accounts/${subscriptions[0].id}/peer-resource-groups/network/peer-vpcs/hub`;
  expect((await client.delete(`${vpcPath}/peering-connections/${keys}`, aivenToken)).status).toBe(200);
  await world.clock.advance(minutes(1));
  expect((await client.delete(vpcPath, aivenToken)).body.state).toBe("DELETING");
  await client.until(vpcPath, ({ status }) => status === 404, aivenToken);
  for (const { role, assignment } of granted) {
    expect((await client.delete(`${assignment}?api-version=2022-04-01`, arm)).status).toBe(200);
    expect((await client.delete(`${role}?api-version=2022-05-01-preview`, arm)).status).toBe(200);
  }
  await client.settled(await client.delete(`${group}?api-version=2023-07-01`, arm), arm);
  for (const principal of [own, theirs]) {
    await client.delete(`/graph/v1.0/servicePrincipals/${principal.body.id}`, graph);
  }
  expect((await client.delete(`/graph/v1.0/applications/${id}`, graph)).status).toBe(204);
  expect(world.inventory()).toEqual(before);
});
