import { EVERYONE, type DenyAssignmentInput } from "../../src/clouds/azure/deny-assignments";
import { resourceGroupId, subscriptionId } from "../../src/clouds/azure/resource-id";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../src/clouds/settings";
import { startClient, type RestClient, type Sent } from "./client";

const V = "?api-version=2022-04-01";
const DENIALS = "providers/Microsoft.Authorization/denyAssignments";
const subscription = subscriptionId(CUSTOMER_SUBSCRIPTION_ID);
const group = resourceGroupId(CUSTOMER_SUBSCRIPTION_ID, "network");
const network = (name: string): string => `${group}/providers/Microsoft.Network/virtualNetworks/${name}`;

let client: RestClient;
let arm: Sent;
let deployer: string;
/** A group that the deployer is a member of. */
const GROUP = "96000000-0000-4000-8000-000000000001";
async function begin(settings: Parameters<typeof startClient>[0] = {}) {
  client = await startClient({ ...settings, deployer: { groups: [GROUP], ...settings.deployer } });
  arm = { token: await client.deployerToken() };
  const { servicePrincipals } = client.world.entra.directory;
  deployer = servicePrincipals.find(({ displayName }) => displayName === "deployer")?.objectId ?? "";
  client.world.byHand.createResourceGroup(group);
  client.world.byHand.createVirtualNetwork(network("one"), ["10.1.0.0/16"]);
  client.world.byHand.createVirtualNetwork(network("two"), ["10.2.0.0/16"]);
}
afterEach(() => client.close());

const listed = async (scope: string, filter = "") => {
  const query = filter && `&$filter=${encodeURIComponent(filter)}`;
  const { body } = await client.get(`${scope}/${DENIALS}${V}${query}`, arm);
  return (body.value as unknown as { properties: { denyAssignmentName: string } }[]).map(
    ({ properties }) => properties.denyAssignmentName,
  );
};
const writeSubnet = () =>
  client.put(
    `${network("one")}/subnets/a?api-version=2025-01-01`,
    { properties: { addressPrefix: "10.1.0.0/24" } },
    arm,
  );
const peer = (from: string, to: string) =>
  client.put(
    `${network(from)}/virtualNetworkPeerings/to-other?api-version=2025-01-01`,
    { properties: { remoteVirtualNetwork: { id: network(to) } } },
    arm,
  );

test("an Owner is refused what a deny assignment refuses, may read, and sees the deny assignment", async () => {
  await begin({ customer: { denyAssignments: [{ scope: group, name: "managed by an application" }] } });
  expect((await client.get(`${network("one")}?api-version=2025-01-01`, arm)).status).toBe(200);
  const { body } = await client.get(`${network("one")}/${DENIALS}${V}`, arm);
  const [{ id, name, properties }] = body.value as unknown as { id: string; name: string; properties: object }[];
  expect(properties).toEqual({
    denyAssignmentName: "managed by an application",
    description: "",
    permissions: [{ actions: ["*"], notActions: ["*/read"], dataActions: [], notDataActions: [] }],
    scope: group,
    doNotApplyToChildScopes: false,
    principals: [{ id: EVERYONE, type: "SystemDefined" }],
    excludePrincipals: [],
    isSystemProtected: true,
  });
  expect(id).toBe(`${group}/${DENIALS}/${name}`);
  expect((await client.get(id + V, arm)).body).toMatchObject({ id });
  expect((await client.get(`${group}/${DENIALS}/0000${V}`, arm)).status).toBe(404);
  const { ARM_CLIENT_ID } = client.world.deployer.environment;
  const action = "Microsoft.Network/virtualNetworks/subnets/write";
  expect(await writeSubnet()).toMatchObject({
    status: 403,
    body: {
      error: {
        code: "DenyAssignmentAuthorizationFailed",
        message: `The client '${ARM_CLIENT_ID}' with object id '${deployer}' has permission to perform action '${action}' on scope '${network("one")}/subnets/a'; however, the access is denied because of the deny assignment with name 'managed by an application' and Id '${name}' at scope '${group}'.`,
      },
    },
  });
});

test("it ends when Azure removes it", async () => {
  await begin();
  const denial = client.world.byHand.deny({ scope: group });
  expect((await writeSubnet()).status).toBe(403);
  client.world.byHand.endDenial(denial);
  expect((await writeSubnet()).status).toBe(201);
});

test("the network that a peering leads to may be denied, though its own is not", async () => {
  await begin();
  const [peering, join] = ["virtualNetworks/virtualNetworkPeerings/write", "virtualNetworks/peer/action"];
  client.world.byHand.deny({ scope: network("two"), actions: [`Microsoft.Network/${join}`], notActions: [] });
  const text = `has permission to perform action 'Microsoft.Network/${peering}' on scope '${network("one")}/virtualNetworkPeerings/to-other'; however, it does not have permission to perform action 'Microsoft.Network/${join}' on the '0' linked scope(s) '' or the linked scope(s) are invalid and is blocked by deny assignments on the '1' linked scope(s) '${network("two")}'.`;
  expect(await peer("one", "two")).toMatchObject({
    status: 403,
    body: { error: { code: "LinkedAuthorizationFailed", message: expect.stringContaining(text) as string } },
  });
  expect((await peer("two", "one")).status).toBe(201);
});

test.each<[string, () => Partial<DenyAssignmentInput>, number]>([
  ["for the deployer", () => ({ principals: [deployer] }), 403],
  ["for somebody else", () => ({ principals: ["11111111-1111-4111-8111-111111111111"] }), 201],
  ["for everybody but the deployer", () => ({ excludePrincipals: [deployer.toUpperCase()] }), 201],
  ["for a group of the deployer's", () => ({ principals: [GROUP] }), 403],
  ["for everybody but that group", () => ({ excludePrincipals: [GROUP] }), 201],
  ["of deletes", () => ({ actions: ["*/delete"], notActions: [] }), 201],
  ["of all but subnets", () => ({ notActions: ["Microsoft.Network/virtualNetworks/subnets/*"] }), 201],
  ["that ends at its own scope", () => ({ doNotApplyToChildScopes: true }), 201],
])("one %s", async (_what, denial, status) => {
  await begin();
  client.world.byHand.deny({ scope: group, ...denial() });
  expect((await writeSubnet()).status).toBe(status);
});

test("one that ends at its own scope holds there", async () => {
  await begin();
  client.world.byHand.deny({ scope: network("one"), doNotApplyToChildScopes: true });
  expect(await client.delete(`${network("one")}?api-version=2025-01-01`, arm)).toMatchObject({
    body: { error: { code: "DenyAssignmentAuthorizationFailed" } },
  });
  expect((await writeSubnet()).status).toBe(201);
});

test("they are listed above and below a scope, or narrowed by name and principal", async () => {
  await begin();
  client.world.byHand.deny({ scope: subscription, name: "above", principals: [deployer] });
  client.world.byHand.deny({ scope: network("one"), name: "below" });
  expect(await listed(group)).toEqual(["above", "below"]);
  expect(await listed(network("two"))).toEqual(["above"]);
  expect(await listed(group, "atScope()")).toEqual(["above"]);
  expect(await listed(group, "denyAssignmentName eq 'below'")).toEqual(["below"]);
  expect(await listed(group, `principalId eq '${deployer}'`)).toEqual(["above"]);
});

test("assignedTo finds those for a group too, and for everybody", async () => {
  await begin();
  client.world.byHand.deny({ scope: subscription, name: "by group", principals: [GROUP] });
  client.world.byHand.deny({ scope: subscription, name: "of everybody" });
  client.world.byHand.deny({ scope: subscription, name: "of another", principals: [crypto.randomUUID()] });
  expect(await listed(group, `principalId eq '${deployer}'`)).toEqual([]);
  expect(await listed(group, `atScope() and assignedTo('${deployer}')`)).toEqual(["by group", "of everybody"]);
  const { body } = await client.get(`${group}/${DENIALS}${V}&$filter=denyAssignmentName eq 'by group'`, arm);
  expect(body.value).toMatchObject([{ properties: { principals: [{ id: GROUP, type: "Group" }] } }]);
});

test("who has no right hears of that first, and what the roles permit does not change", async () => {
  await begin({ deployer: { azureRoles: ["Reader"] } });
  client.world.byHand.deny({ scope: subscription, actions: ["*"], notActions: [] });
  expect(await writeSubnet()).toMatchObject({ body: { error: { code: "AuthorizationFailed" } } });
  expect(await client.get(`${network("one")}?api-version=2025-01-01`, arm)).toMatchObject({
    body: { error: { code: "DenyAssignmentAuthorizationFailed" } },
  });
  const permissions = await client.get(`${group}/providers/Microsoft.Authorization/permissions${V}`, arm);
  expect(permissions.body.value).toMatchObject([{ actions: ["*/read"] }]);
});
