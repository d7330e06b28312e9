import { onlyRoles } from "../../src/clouds/azure/permissions";
import { minutes } from "../../src/clouds/clock";
import { subscriptionId } from "../../src/clouds/azure/resource-id";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../src/clouds/settings";
import { claimsOf, first, startClient, type RestClient, type Sent } from "./client";

const V = "?api-version=2022-04-01";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const NETWORK_CONTRIBUTOR = "4d97b98b-1d4f-4787-a291-c67834d212e7";
const ADMINISTRATOR = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";
const subscription = subscriptionId(CUSTOMER_SUBSCRIPTION_ID);
const ASSIGNMENTS = `${subscription}/providers/Microsoft.Authorization/roleAssignments`;
const id = (last: number): string => `${ASSIGNMENTS}/b1a7c5a0-0000-4000-8000-00000000000${last}`;

let client: RestClient;
afterEach(() => client.close());

const body = (role: string, principalId: string, more: object = {}) => ({
  properties: {
    roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    principalId,
    principalType: "ServicePrincipal",
    ...more,
  },
});

test("the condition that a deployer's roles have is shown as the portal writes it", async () => {
  const assignableRoles = [READER];
  client = await startClient({
    deployer: { azureRoles: ["Role Based Access Control Administrator"], assignableRoles },
  });
  const arm = { token: await client.deployerToken() };
  const [principal] = [claimsOf(arm.token).oid as string];
  const { body: listed } = await client.get(`${ASSIGNMENTS}${V}&$filter=assignedTo('${principal}')`, arm);
  expect(first(listed.value).properties).toMatchObject({
    conditionVersion: "2.0",
    condition: `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${READER}})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${READER}}))`,
  });
});

describe("a condition that is set over HTTP", () => {
  /** An application to which an Owner gives the role that assigns roles, under a condition. */
  async function begin(condition: string) {
    client = await startClient({
      lag: { rbac: 0, secret: 0 },
      existingApplication: {
        clientId: "11111111-1111-4111-8111-111111111111",
        displayName: "helper",
        multiTenant: false,
        secret: "helper's",
        grants: [],
      },
    });
    const arm: Sent = { token: await client.deployerToken() };
    const { clientId: client_id = "", secret: client_secret = "" } = client.world.settings.existingApplication ?? {};
    const { tenantId } = client.world.settings.customer;
    const token = (await client.askToken(tenantId, { client_id, client_secret })).body.access_token;
    const principal = claimsOf(token).oid as string;
    const given = await client.put(
      id(1) + V,
      body(ADMINISTRATOR, principal, { condition, conditionVersion: "2.0" }),
      arm,
    );
    await client.world.clock.advance(minutes(1));
    const assign = async (role: string, last: number) =>
      (await client.put(id(last) + V, body(role, principal), { token })).status;
    return { arm, given, assign, principal };
  }

  test("is kept, and holds", async () => {
    const condition = onlyRoles([NETWORK_CONTRIBUTOR]);
    const { arm, given, assign } = await begin(condition);
    expect(given).toMatchObject({ status: 201, body: { properties: { condition, conditionVersion: "2.0" } } });
    expect((await client.get(id(1) + V, arm)).body.properties).toMatchObject({ condition, conditionVersion: "2.0" });
    expect([await assign(READER, 2), await assign(NETWORK_CONTRIBUTOR, 3)]).toEqual([403, 201]);
  });

  test("is changed and removed by another PUT", async () => {
    const { arm, assign, principal } = await begin(onlyRoles([NETWORK_CONTRIBUTOR]));
    await client.put(id(1) + V, body(ADMINISTRATOR, principal, { condition: onlyRoles([READER]) }), arm);
    expect([await assign(NETWORK_CONTRIBUTOR, 2), await assign(READER, 3)]).toEqual([403, 201]);
    await client.put(id(1) + V, body(ADMINISTRATOR, principal), arm);
    expect((await client.get(id(1) + V, arm)).body.properties).toMatchObject({ condition: null });
    expect(await assign(NETWORK_CONTRIBUTOR, 4)).toBe(201);
  });
});
