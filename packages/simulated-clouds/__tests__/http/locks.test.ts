import { resourceGroupId, subscriptionId } from "../../src/clouds/azure/resource-id";
import { startClient, type RestClient, type Sent } from "./client";

const V = "?api-version=2016-09-01";
const LOCKS = "providers/Microsoft.Authorization/locks";

let client: RestClient;
let arm: Sent;
let subscription: string;
let group: string;
let network: string;
async function begin(settings: Parameters<typeof startClient>[0] = {}) {
  client = await startClient(settings);
  arm = { token: await client.deployerToken() };
  const [{ id }] = client.world.settings.customer.subscriptions;
  [subscription, group] = [subscriptionId(id), resourceGroupId(id, "network")];
  network = `${group}/providers/Microsoft.Network/virtualNetworks/hub`;
  client.world.byHand.createResourceGroup(group);
  client.world.byHand.createVirtualNetwork(network, ["10.1.0.0/16"]);
}
afterEach(() => client.close());

const put = (scope: string, name: string, properties: object) =>
  client.put(`${scope}/${LOCKS}/${name}${V}`, { properties }, arm);
const listed = async (scope: string, filter = "") => {
  const { body } = await client.get(`${scope}/${LOCKS}${V}${filter && `&$filter=${filter}`}`, arm);
  return (body.value as unknown as { id: string }[]).map(({ id }) => id);
};

test("a lock that was there before, or was set by hand, is listed at every scope that it has to do with", async () => {
  await begin();
  client.world.byHand.lock(subscription, "CanNotDelete", "above");
  client.world.byHand.lock(network, "ReadOnly");
  const [above, below] = [`${subscription}/${LOCKS}/above`, `${network}/${LOCKS}/lock`];
  for (const scope of [subscription, group, network, `${network}/subnets/one`]) {
    expect(await listed(scope)).toEqual([above, below]);
  }
  expect(await listed(`${group}/providers/Microsoft.Network/virtualNetworks/other`)).toEqual([above]);
  expect(await listed(group, "atScope()")).toEqual([above]);
  await client.close();
  await begin({ customer: { locks: [{ scope: subscription, level: "ReadOnly", name: "policy", notes: "ask us" }] } });
  const { body } = await client.get(`${subscription}/${LOCKS}/policy${V}`, arm);
  expect(body).toEqual({
    id: `${subscription}/${LOCKS}/policy`,
    name: "policy",
    type: "Microsoft.Authorization/locks",
    properties: { level: "ReadOnly", notes: "ask us" },
  });
});

test("a lock that is set over HTTP keeps what it locks until it is removed", async () => {
  await begin();
  const made = await put(group, "keep", { level: "CanNotDelete", notes: "mine" });
  expect(made).toMatchObject({ status: 201, body: { name: "keep", properties: { notes: "mine" } } });
  expect(await put(group, "keep", { level: "ReadOnly" })).toMatchObject({ status: 200 });
  expect(await listed(group)).toHaveLength(1);
  expect(await client.delete(`${network}?api-version=2025-01-01`, arm)).toMatchObject({
    status: 409,
    body: { error: { code: "ScopeLocked" } },
  });
  expect((await put(network, "second", { level: "CanNotDelete" })).status).toBe(201);
  for (const id of [`${group}/${LOCKS}/keep`, `${network}/${LOCKS}/second`]) {
    expect((await client.delete(id + V, arm)).status).toBe(200);
    expect((await client.delete(id + V, arm)).status).toBe(204);
    expect((await client.get(id + V, arm)).status).toBe(404);
  }
  expect((await client.delete(`${network}?api-version=2025-01-01`, arm)).status).toBe(202);
});

test("a scope may have several locks, each by its name", async () => {
  await begin();
  await put(group, "one", { level: "CanNotDelete" });
  await put(group, "two", { level: "CanNotDelete" });
  expect(await listed(group)).toEqual([`${group}/${LOCKS}/one`, `${group}/${LOCKS}/two`]);
  await client.delete(`${group}/${LOCKS}/one${V}`, arm);
  expect(await client.delete(`${network}?api-version=2025-01-01`, arm)).toMatchObject({
    body: { error: { message: expect.stringContaining(`are locked: '${group}'.`) as string } },
  });
});

test("a Contributor sees locks and cannot set them, and a level that nobody knows is refused", async () => {
  await begin({ deployer: { azureRoles: ["Contributor"] } });
  expect(await put(group, "keep", { level: "CanNotDelete" })).toMatchObject({
    status: 403,
    body: { error: { code: "AuthorizationFailed" } },
  });
  expect(await listed(group)).toEqual([]);
  await client.close();
  await begin();
  expect((await put(group, "keep", { level: "NotSpecified" })).status).toBe(400);
  expect(await listed(group)).toEqual([]);
});
