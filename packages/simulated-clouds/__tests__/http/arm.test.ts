import { ResourceManagerJson } from "../../src/clouds/azure/json/resource-manager";
import { resourceGroupId, subscriptionId } from "../../src/clouds/azure/resource-id";
import { first, startClient, type RestClient, type Sent } from "./client";

let client: RestClient;
let arm: Sent;
let subscription: string;
let group: string;
beforeEach(async () => {
  client = await startClient();
  arm = { token: await client.deployerToken() };
  const [{ id }] = client.world.settings.customer.subscriptions;
  [subscription, group] = [subscriptionId(id), resourceGroupId(id, "network")];
  await client.put(`${group}?api-version=2023-07-01`, { location: "westeurope", tags: { team: "network" } }, arm);
});
afterEach(() => client.close());

const V = "?api-version=2025-01-01";
const networkId = (name: string): string => `${group}/providers/Microsoft.Network/virtualNetworks/${name}`;
const put = async (id: string, body: object) => {
  const response = await client.put(id + V, { location: "westeurope", ...body }, arm);
  if (response.headers["azure-asyncoperation"]) await client.settled(response, arm);
  return response;
};
const network = (name: string, range: string, more: object = {}) =>
  put(networkId(name), { properties: { addressSpace: { addressPrefixes: [range] }, ...more } });
const read = async (id: string, query = "") => (await client.get(id + V + query, arm)).body;

describe("subscriptions and groups", () => {
  test("who may do nothing in a subscription does not see it", async () => {
    const listed = async (sent: Sent) => (await client.get("/subscriptions?api-version=2022-12-01", sent)).body.value;
    expect(await listed(arm)).toMatchObject([{ id: subscription, displayName: "customer", state: "Enabled" }]);
    const nobody = await startClient({ deployer: { azureRoles: [] } });
    const sent = { token: await nobody.deployerToken() };
    expect((await nobody.get("/subscriptions?api-version=2022-12-01", sent)).body.value).toEqual([]);
    expect(await nobody.get(`${subscription}/providers`, sent)).toMatchObject({
      status: 403,
      body: { error: { code: "AuthorizationFailed" } },
    });
    await nobody.close();
  });

  test("resource providers are registered, as far as they are simulated", async () => {
    const states = async (name: string) => (await read(`${subscription}/providers/${name}`)).registrationState;
    expect((await read(`${subscription}/providers`)).value).toHaveLength(4);
    expect([await states("Microsoft.Network"), await states("Microsoft.Other")]).toEqual([
      "Registered",
      "NotRegistered",
    ]);
  });

  test("a group is listed, shows what stands in it by itself, and takes it along", async () => {
    await network("hub", "10.1.0.0/16", { subnets: [{ name: "one", properties: { addressPrefix: "10.1.0.0/24" } }] });
    expect((await read(`${subscription}/resourceGroups`)).value).toMatchObject([
      { id: group, tags: { team: "network" } },
    ]);
    expect((await read(`${group}/resources`)).value).toMatchObject([{ id: networkId("hub") }]);
    await client.settled(await client.delete(group + V, arm), arm);
    expect((await client.get(networkId("hub") + V, arm)).body.error.code).toBe("ResourceNotFound");
    expect((await client.get(group + V, arm)).body.error.code).toBe("ResourceGroupNotFound");
  });

  test("an id is found however it is spelled, and after a slash too many", async () => {
    expect((await client.get(`/${group.toUpperCase()}${V}`, arm)).body.id).toBe(group);
  });
});

describe("networks", () => {
  test("a network and its peerings read the same over HTTP and by azapi", async () => {
    const { azure, byHand, deployer, entra, settings } = client.world;
    await network("hub", "10.1.0.0/16");
    byHand.createVirtualNetwork(networkId("spoke"), ["10.2.0.0/16"]);
    byHand.peerVirtualNetworks(networkId("hub"), networkId("spoke"));
    const { ARM_CLIENT_ID: clientId, ARM_CLIENT_SECRET: secret } = deployer.environment;
    const token = entra.token({ tenantId: settings.customer.tenantId, clientId, credential: { secret } });
    const json = new ResourceManagerJson(azure);
    for (const path of [networkId("hub"), `${networkId("hub")}/virtualNetworkPeerings/to-spoke`]) {
      const shown = json.send({ token }, { method: "GET", path });
      expect(shown.properties).toMatchObject({ provisioningState: "Succeeded" });
      expect(await read(path)).toEqual(shown);
    }
  });

  test("a network is Updating until its operation has succeeded", async () => {
    const body = { location: "West Europe", properties: { addressSpace: { addressPrefixes: ["10.1.0.0/16"] } } };
    const response = await client.put(networkId("hub") + V, body, arm);
    expect(response).toMatchObject({
      status: 201,
      body: { location: "westeurope", properties: { provisioningState: "Updating" } },
    });
    const operation = response.headers["azure-asyncoperation"] as string;
    expect((await client.get(operation, arm)).body.status).toBe("InProgress");
    expect((await client.get(response.headers.location as string, arm)).status).toBe(202);
    await client.settled(response, arm);
    expect((await client.get(response.headers.location as string, arm)).status).toBe(204);
    expect((await read(networkId("hub"))).properties.provisioningState).toBe("Succeeded");
    expect((await client.put(networkId("hub") + V, body, arm)).status).toBe(200);
  });

  test("what the clouds have no rule for is shown again as it was sent", async () => {
    const settings = { flowTimeoutInMinutes: 10, privateEndpointVNetPolicies: "Disabled" };
    await network("hub", "10.1.0.0/16", { ...settings, dhcpOptions: { dnsServers: ["10.1.0.4"] } });
    expect((await read(networkId("hub"))).properties).toMatchObject({
      ...settings,
      dhcpOptions: { dnsServers: ["10.1.0.4"] },
    });
  });

  test("the subnets in a network's body are all it has afterwards; a body without any leaves them", async () => {
    const subnet = (name: string, addressPrefix: string) => ({ name, properties: { addressPrefix } });
    const names = async () => (await read(`${networkId("hub")}/subnets`)).value as unknown as { name: string }[];
    await network("hub", "10.1.0.0/16", { subnets: [subnet("one", "10.1.0.0/24"), subnet("two", "10.1.1.0/24")] });
    await network("hub", "10.1.0.0/16", { subnets: [subnet("two", "10.1.1.0/24")] });
    expect(await names()).toMatchObject([{ name: "two", properties: { addressPrefix: "10.1.1.0/24" } }]);
    await network("hub", "10.1.0.0/16");
    expect(await names()).toHaveLength(1);
    const three = `${networkId("hub")}/subnets/three`;
    await put(three, {
      properties: { addressPrefixes: ["10.1.2.0/24"], serviceEndpoints: [{ service: "Microsoft.Sql" }] },
    });
    expect((await read(three)).properties).toMatchObject({ serviceEndpoints: [{ service: "Microsoft.Sql" }] });
    expect((await client.delete(three + V, arm)).status).toBe(202);
    expect((await client.delete(three + V, arm)).status).toBe(204);
  });

  test("both sides of a peering, their flags and how far they are in sync", async () => {
    await network("one", "10.1.0.0/16");
    await network("two", "10.2.0.0/16");
    const azurePeering = (from: string, to: string) => `${networkId(from)}/virtualNetworkPeerings/to-${to}`;
    const to = (name: string) => ({ remoteVirtualNetwork: { id: networkId(name) } });
    const made = await put(azurePeering("one", "two"), { properties: { ...to("two"), allowForwardedTraffic: true } });
    expect(made).toMatchObject({ status: 201, body: { properties: { peeringState: "Initiated" } } });
    await put(azurePeering("two", "one"), { properties: to("one") });
    expect((await read(`${networkId("one")}/virtualNetworkPeerings`)).value).toMatchObject([
      { name: "to-two", properties: { peeringState: "Connected", allowForwardedTraffic: true } },
    ]);

    client.world.byHand.growVirtualNetwork(networkId("two"), "10.3.0.0/16");
    const ranges = async () => {
      const { peeringSyncLevel, remoteAddressSpace, remoteVirtualNetworkAddressSpace } = (
        await read(azurePeering("one", "two"))
      ).properties;
      return [
        peeringSyncLevel,
        remoteAddressSpace.addressPrefixes.length,
        remoteVirtualNetworkAddressSpace.addressPrefixes.length,
      ];
    };
    expect(await ranges()).toEqual(["LocalNotInSync", 1, 2]);
    await client.put(`${azurePeering("one", "two")}${V}&syncRemoteAddressSpace=true`, { properties: to("two") }, arm);
    expect(await ranges()).toEqual(["FullyInSync", 2, 2]);
    expect((await read(azurePeering("one", "two"))).properties.allowForwardedTraffic).toBe(false);
    await client.settled(await client.delete(azurePeering("two", "one") + V, arm), arm);
    expect((await read(azurePeering("one", "two"))).properties.peeringState).toBe("Disconnected");
    expect((await read(`${subscription}/providers/Microsoft.Network/virtualNetworks`)).value).toHaveLength(2);
  });
});

describe("access", () => {
  const AUTHORIZATION = "providers/Microsoft.Authorization";

  test("roles are found by their name and kind, in a scope and at the root", async () => {
    const names = async (scope: string, filter: string) => {
      const response = await read(
        `${scope}/${AUTHORIZATION}/roleDefinitions`,
        `&$filter=${encodeURIComponent(filter)}`,
      );
      return (response.value as unknown as { id: string; properties: { roleName: string } }[]).map(({ id }) => id);
    };
    const owner = `${AUTHORIZATION}/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`;
    expect(await names(subscription, "roleName eq 'Owner'")).toEqual([`${subscription}/${owner}`]);
    expect(await names("", "roleName eq 'Owner'")).toEqual([`/${owner}`]);
    expect(await names(subscription, "type eq 'CustomRole'")).toEqual([]);
  });

  test("assignments are listed above and below a scope, or narrowed to one principal", async () => {
    const { objectId } =
      client.world.entra.directory.servicePrincipals.find(({ displayName }) => displayName === "deployer") ?? {};
    await network("hub", "10.1.0.0/16");
    const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    const id = `${networkId("hub")}/${AUTHORIZATION}/roleAssignments/b1a7c5a0-0000-4000-8000-000000000001`;
    const roleDefinitionId = `/${AUTHORIZATION}/roleDefinitions/${reader}`;
    const sent = { roleDefinitionId, principalId: objectId, description: "to look" };
    const made = await client.put(id + V, { properties: sent }, arm);
    expect(made.body.properties.roleDefinitionId).toBe(`${subscription}${roleDefinitionId}`);
    expect(await client.put(id + V, { properties: { ...sent, description: "to see" } }, arm)).toMatchObject({
      status: 200,
      body: { properties: { description: "to see", principalType: "ServicePrincipal" } },
    });
    const count = async (scope: string, filter: string) =>
      (await read(`${scope}/${AUTHORIZATION}/roleAssignments`, `&$filter=${encodeURIComponent(filter)}`)).value.length;
    expect(await count(networkId("hub"), "")).toBe(2);
    expect(await count(group, "atScope()")).toBe(1);
    expect(await count(group, "")).toBe(2);
    expect(await count(group, `principalId eq '${objectId}'`)).toBe(2);
    expect(await count(group, "assignedTo('11111111-1111-4111-8111-111111111111')")).toBe(0);
    expect((await client.delete(id + V, arm)).body.id).toBe(id);
    expect((await client.delete(id + V, arm)).status).toBe(204);
  });

  test("whoever is signed in may ask what he may do, even if that is nothing", async () => {
    const permissions = async (each: RestClient) => {
      const sent = { token: await each.deployerToken() };
      return (await each.get(`${group}/${AUTHORIZATION}/permissions${V}`, sent)).body.value;
    };
    expect(await permissions(client)).toMatchObject([{ actions: ["*"], notActions: [] }]);
    const nobody = await startClient({ deployer: { azureRoles: [] } });
    expect(await permissions(nobody)).toEqual([]);
    await nobody.close();
  });

  test("what he may do comes from above, from groups and under conditions; and he may ask where he may read nothing", async () => {
    const GROUP = "96000000-0000-4000-8000-000000000002";
    const peers = {
      guid: crypto.randomUUID(),
      name: "peers",
      actions: ["Microsoft.Network/virtualNetworks/peer/action"],
    };
    const other = await startClient({ deployer: { azureRoles: [], groups: [GROUP] }, customer: { roles: [peers] } });
    const sent = { token: await other.deployerToken() };
    const permissions = async (scope: string) =>
      (await other.get(`${scope}/${AUTHORIZATION}/permissions?api-version=2022-04-01`, sent)).body.value;
    const { byHand, clock, entra } = other.world;
    const one = networkId("one");
    byHand.createResourceGroup(group);
    byHand.createVirtualNetwork(one, ["10.1.0.0/16"]);
    expect((await other.get(`${one}${V}`, sent)).status).toBe(403);
    expect(await permissions(one)).toEqual([]);

    byHand.assignRole(GROUP, "peers", one);
    await clock.advance(120_000);
    expect((await other.get(`${one}${V}`, sent)).status).toBe(403);
    expect(await permissions(one)).toMatchObject([{ actions: peers.actions }]);
    expect(await permissions(group)).toEqual([]);

    const principal = entra.directory.servicePrincipals.find(({ displayName }) => displayName === "deployer");
    const above = "/providers/Microsoft.Management/managementGroups/root";
    byHand.assignRole(principal?.objectId ?? "", "Role Based Access Control Administrator", above);
    await clock.advance(120_000);
    for (const scope of [group, subscription]) {
      const [permission] = (await permissions(scope)) as unknown as object[];
      expect(permission).toMatchObject({ actions: expect.arrayContaining(["*/read"]) as string[] });
      // of this version: a condition is no part of it
      expect(permission).not.toHaveProperty("condition");
    }
    await other.close();
  });
});

test("what is not simulated is said to be missing, not taken for done", async () => {
  expect(await client.put(`${group}/providers/Microsoft.Sql/servers/one${V}`, {}, arm)).toMatchObject({
    status: 404,
    body: { error: { code: "InvalidResourceType" } },
  });
  expect(await client.get("/nowhere", arm)).toMatchObject({
    status: 404,
    body: { error: { message: "the simulated clouds do not serve GET /nowhere" } },
  });
  expect((await client.send("TRACE", group, arm)).status).toBe(405);
  const broken = await client.send("PUT", group + V, { ...arm, headers: { "content-type": "application/json" } });
  expect(broken.status).toBe(200);
});

test("a cloud that fails for no reason fails over HTTP too", async () => {
  const match = { cloud: "arm", method: "GET", path: /resourceGroups/ } as const;
  client.world.faults.inject({ match, status: 429, code: "TooManyRequests", message: "slow down" });
  expect(await client.get(group + V, arm)).toMatchObject({ status: 429, body: { error: { message: "slow down" } } });
  expect(first((await read(`${subscription}/resourceGroups`)).value).name).toBe("network");
});
