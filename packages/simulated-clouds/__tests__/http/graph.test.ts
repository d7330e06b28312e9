import { AIVEN_APPLICATION_ID } from "../../src/clouds/aiven/well-known";
import { first, startClient, type RestClient, type Sent } from "./client";

let client: RestClient;
let graph: Sent;
beforeEach(async () => {
  client = await startClient();
  graph = { token: await client.deployerToken("graph") };
});
afterEach(() => client.close());

const APPLICATIONS = "/graph/v1.0/applications";
const PRINCIPALS = "/graph/v1.0/servicePrincipals";
const create = async (displayName: string, more: object = {}) =>
  (await client.post(APPLICATIONS, { displayName, ...more }, graph)).body;

test("an application keeps what it is given, and is changed by what a PATCH speaks of", async () => {
  const { id, appId } = await create("one", { notes: "mine", web: { redirectUris: ["https://localhost"] } });
  expect((await client.patch(`${APPLICATIONS}/${id}`, { displayName: "two", notes: null }, graph)).status).toBe(204);
  const { body } = await client.get(`${APPLICATIONS}(appId='${appId}')`, graph);
  expect(body).toMatchObject({
    id,
    appId,
    displayName: "two",
    notes: null,
    signInAudience: "AzureADMyOrg",
    web: { redirectUris: ["https://localhost"], implicitGrantSettings: { enableIdTokenIssuance: false } },
    passwordCredentials: [],
  });
  expect((await client.get(`/graph/beta/applications/${id}?$select=displayName`, graph)).body).toEqual({
    "@odata.context": `${client.clouds.origin}/graph/v1.0/$metadata#applications/${id}/$entity`,
    id,
    displayName: "two",
  });
  expect((await client.delete(`${APPLICATIONS}/${id}`, graph)).status).toBe(204);
  expect(await client.get(`${APPLICATIONS}/${id}`, graph)).toMatchObject({
    status: 404,
    body: { error: { code: "Request_ResourceNotFound", innerError: {} } },
  });
});

test("a filter finds by client id and name, and one that is not understood is refused", async () => {
  const { appId } = await create("it's one");
  await create("other");
  const found = async (path: string, filter: string) =>
    (await client.get(`${path}?$filter=${encodeURIComponent(filter)}`, graph)).body.value.length;
  expect(await found(APPLICATIONS, `appId eq '${appId}'`)).toBe(1);
  expect(await found(APPLICATIONS, "displayName eq 'it''s one'")).toBe(1);
  expect(await found(APPLICATIONS, "displayName eq 'none'")).toBe(0);
  await client.post(PRINCIPALS, { appId }, graph);
  expect(await found(PRINCIPALS, `appId eq '${appId}'`)).toBe(1);
  const filter = encodeURIComponent("startsWith(displayName,'o')");
  expect(await client.get(`${APPLICATIONS}?$filter=${filter}`, graph)).toMatchObject({
    status: 400,
    body: { error: { code: "Request_UnsupportedQuery" } },
  });
});

test("a secret's value is shown once", async () => {
  const { id } = await create("one");
  const sent = { passwordCredential: { displayName: "first", endDateTime: "2030-01-01T00:00:00Z" } };
  const { body } = await client.post(`${APPLICATIONS}/${id}/addPassword`, sent, graph);
  expect(body).toMatchObject({ displayName: "first", endDateTime: "2030-01-01T00:00:00.000Z" });
  const listed = first((await client.get(`${APPLICATIONS}/${id}`, graph)).body.passwordCredentials);
  expect(listed).toMatchObject({ keyId: body.keyId, secretText: null, hint: body.secretText.slice(0, 3) });
  await client.post(`${APPLICATIONS}/${id}/removePassword`, { keyId: body.keyId }, graph);
  expect((await client.get(`${APPLICATIONS}/${id}`, graph)).body.passwordCredentials).toEqual([]);
});

test("a federated credential comes, changes and goes", async () => {
  const { id } = await create("one");
  const path = `${APPLICATIONS}/${id}/federatedIdentityCredentials`;
  const subject = {
    name: "main",
    issuer: "https://issuer",
    subject: "repo:a",
    audiences: ["api://AzureADTokenExchange"],
  };
  const { body, status } = await client.post(path, subject, graph);
  expect({ status, body }).toMatchObject({ status: 201, body: { ...subject, description: null } });
  expect((await client.post(path, subject, graph)).status).toBe(409);
  expect((await client.patch(`${path}/${body.id}`, { subject: "repo:b" }, graph)).status).toBe(204);
  expect((await client.get(path, graph)).body.value).toMatchObject([{ subject: "repo:b", issuer: "https://issuer" }]);
  expect((await client.delete(`${path}/${body.id}`, graph)).status).toBe(204);
  expect((await client.get(`${path}/${body.id}`, graph)).status).toBe(404);
});

test("whoever creates is the owner, unless others are named", async () => {
  const { objectId } =
    client.world.entra.directory.servicePrincipals.find(({ displayName }) => displayName === "deployer") ?? {};
  const { id } = await create("one");
  expect((await client.get(`${APPLICATIONS}/${id}/owners`, graph)).body.value).toEqual([
    { "@odata.type": "#microsoft.graph.servicePrincipal", id: objectId },
  ]);
  const reference = { "@odata.id": `${client.clouds.origin}/graph/v1.0/directoryObjects/other` };
  expect((await client.post(`${APPLICATIONS}/${id}/owners/$ref`, reference, graph)).status).toBe(204);
  expect((await client.delete(`${APPLICATIONS}/${id}/owners/${objectId}/$ref`, graph)).status).toBe(204);
  expect((await client.get(`${APPLICATIONS}/${id}/owners`, graph)).body.value).toMatchObject([{ id: "other" }]);
});

test("Aiven's principal can be made once, and shows whose application it is", async () => {
  const { body } = await client.post(PRINCIPALS, { appId: AIVEN_APPLICATION_ID }, graph);
  expect(body).toMatchObject({ displayName: "aiven-prod-executor", signInAudience: "AzureADMultipleOrgs" });
  expect((await client.post(PRINCIPALS, { appId: AIVEN_APPLICATION_ID }, graph)).status).toBe(409);
  expect((await client.get(`${PRINCIPALS}(appId='${AIVEN_APPLICATION_ID}')`, graph)).body.id).toBe(body.id);
  expect((await client.get(`${PRINCIPALS}(appId='11111111-1111-4111-8111-111111111111')`, graph)).status).toBe(404);
});

test("a workload's right to manage applications is an application role of Microsoft Graph, a person's a directory role", async () => {
  const own = client.world.deployer.environment.ARM_CLIENT_ID;
  const assigned = async (each: RestClient, sent: Sent) =>
    (await each.get(`${PRINCIPALS}(appId='${own}')/appRoleAssignments`, sent)).body.value;
  expect(await assigned(client, graph)).toMatchObject([{ appRoleId: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9" }]);

  const person = async (managesApplications: boolean) => {
    const other = await startClient({ signIn: "azure-cli", deployer: { managesApplications } });
    try {
      const { user } = other.world.deployer;
      const refresh_token = user ? other.clouds.tokens.refreshTokenOf(user) : "";
      const form = { grant_type: "refresh_token", refresh_token };
      const { tenantId } = other.world.settings.customer;
      const { body } = await other.askToken(tenantId, form, `${other.clouds.origin}/graph`);
      const sent = { token: body.access_token };
      expect((await other.get("/graph/v1.0/me", sent)).body.userPrincipalName).toBe("deployer@customer.example");
      const filter = encodeURIComponent(`principalId eq '${user?.objectId}'`);
      return [
        (await other.get("/graph/v1.0/me/memberOf", sent)).body.value.length,
        (await other.get(`/graph/v1.0/roleManagement/directory/roleAssignments?$filter=${filter}`, sent)).body.value
          .length,
        (await other.post(APPLICATIONS, { displayName: "one" }, sent)).status,
      ];
    } finally {
      await other.close();
    }
  };
  expect(await person(true)).toEqual([1, 1, 201]);
  expect(await person(false)).toEqual([0, 0, 403]);
});
