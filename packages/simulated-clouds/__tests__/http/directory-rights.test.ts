import { AIVEN_APPLICATION_ID } from "../../src/clouds/aiven/well-known";
import type { SettingsInput, SignIn } from "../../src/clouds/settings";
import { claimsOf, startClient, type RestClient, type Sent } from "./client";

const APPLICATIONS = "/graph/v1.0/applications";
const PRINCIPALS = "/graph/v1.0/servicePrincipals";
const POLICIES = "/graph/v1.0/policies";

const clients: RestClient[] = [];
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));

async function begin(signIn: SignIn, settings: SettingsInput): Promise<{ client: RestClient; graph: Sent }> {
  const client = await startClient({ ...settings, signIn });
  clients.push(client);
  return { client, graph: { token: await tokenOf(client) } };
}

async function tokenOf(client: RestClient): Promise<string> {
  const { user } = client.world.deployer;
  if (!user) return client.deployerToken("graph");
  const form = { grant_type: "refresh_token", refresh_token: client.clouds.tokens.refreshTokenOf(user) };
  const { body } = await client.askToken(user.tenantId, form, `${client.clouds.origin}/graph`);
  return body.access_token;
}

/** The statuses of: an application, its principal, a secret of it, a principal of Aiven's application. */
async function making(client: RestClient, graph: Sent, signInAudience = "AzureADMultipleOrgs"): Promise<number[]> {
  const application = await client.post(APPLICATIONS, { displayName: "peering", signInAudience }, graph);
  const aiven = await client.post(PRINCIPALS, { appId: AIVEN_APPLICATION_ID }, graph);
  if (application.status !== 201) return [application.status, aiven.status];
  const { id, appId } = application.body;
  const principal = await client.post(PRINCIPALS, { appId }, graph);
  const secret = await client.post(`${APPLICATIONS}/${id}/addPassword`, { passwordCredential: {} }, graph);
  return [application.status, principal.status, secret.status, aiven.status];
}

const EVERYTHING = [201, 201, 200, 201];
const ITS_OWN = [201, 201, 200, 403];
const NOTHING = [403, 403];

describe("a person", () => {
  test.each([
    ["Global Administrator", EVERYTHING],
    ["Application Administrator", EVERYTHING],
    ["Cloud Application Administrator", EVERYTHING],
    ["Application Developer", ITS_OWN],
    ["Global Reader", NOTHING],
  ] as const)("who is a %s", async (role, statuses) => {
    const { client, graph } = await begin("azure-cli", { deployer: { directoryRoles: [role] } });
    expect(await making(client, graph)).toEqual(statuses);
    expect((await client.get(APPLICATIONS, graph)).status).toBe(200);
  });

  test("without a role may do nothing, unless the tenant lets its users register applications", async () => {
    const deployer = { directoryRoles: [] };
    const strict = await begin("azure-cli", { deployer });
    expect(await making(strict.client, strict.graph)).toEqual(NOTHING);
    const lax = await begin("azure-cli", { deployer, customer: { usersMayRegisterApplications: true } });
    expect(await making(lax.client, lax.graph)).toEqual(ITS_OWN);
    expect(claimsOf(lax.graph.token ?? "")).toMatchObject({ wids: [] });
  });

  test("is shown the roles they hold, and so are the token's readers", async () => {
    const directoryRoles = ["Application Developer", "Global Reader"] as const;
    const { client, graph } = await begin("azure-cli", { deployer: { directoryRoles } });
    const templates = ["cf1c38e5-3621-4004-a7cb-879624dced7c", "f2ef992c-3afb-46b9-b7cf-a126ee74c451"];
    expect(claimsOf(graph.token ?? "")).toMatchObject({ wids: templates });
    expect((await client.get("/graph/v1.0/me/memberOf", graph)).body.value).toMatchObject(
      directoryRoles.map((displayName) => ({ displayName })),
    );
    const assigned = (await client.get("/graph/v1.0/roleManagement/directory/roleAssignments", graph)).body.value;
    expect(assigned).toMatchObject(templates.map((roleDefinitionId) => ({ roleDefinitionId })));
  });

  test("manages what they own and nothing else", async () => {
    const existingApplication = { clientId: "11111111-1111-4111-8111-111111111111", displayName: "other" };
    const { client, graph } = await begin("azure-cli", {
      deployer: { directoryRoles: ["Application Developer"] },
      existingApplication: { ...existingApplication, multiTenant: true, grants: [] },
    });
    const other = await client.get(`${APPLICATIONS}(appId='${existingApplication.clientId}')`, graph);
    const changed = await client.patch(`${APPLICATIONS}/${other.body.id}`, { displayName: "mine" }, graph);
    expect(changed).toMatchObject({ status: 403, body: { error: { code: "Authorization_RequestDenied" } } });
    const { objectId: principal } = client.world.entra.directory.servicePrincipals.find(
      ({ clientId }) => clientId === existingApplication.clientId,
    ) ?? { objectId: "" };
    client.world.byHand.deleteServicePrincipal(principal);
    const again = await client.post(PRINCIPALS, { appId: existingApplication.clientId }, graph);
    expect(again.status).toBe(403);
    const { id } = (await client.post(APPLICATIONS, { displayName: "own" }, graph)).body;
    expect((await client.get(`${APPLICATIONS}/${id}/owners`, graph)).body.value).toMatchObject([
      { "@odata.type": "#microsoft.graph.user", id: client.world.deployer.user?.objectId },
    ]);
    expect(
      (await client.delete(`${APPLICATIONS}/${id}/owners/${client.world.deployer.user?.objectId}/$ref`, graph)).status,
    ).toBe(204);
    expect((await client.delete(`${APPLICATIONS}/${id}`, graph)).status).toBe(403);
  });

  test("who administers applications is no owner of what they create", async () => {
    const { client, graph } = await begin("azure-cli", {});
    const { id } = (await client.post(APPLICATIONS, { displayName: "own" }, graph)).body;
    expect((await client.get(`${APPLICATIONS}/${id}/owners`, graph)).body.value).toEqual([]);
  });

  test("holds a role as the member of a group, or a custom one, which the token does not name", async () => {
    const byGroup = await begin("azure-cli", {
      deployer: { directoryRoles: [], directoryRolesByGroup: ["Application Administrator"] },
    });
    expect(claimsOf(byGroup.graph.token ?? "")).toMatchObject({ wids: [] });
    const groups = (relation: string) => byGroup.client.get(`/graph/v1.0/me/${relation}`, byGroup.graph);
    expect((await groups("memberOf")).body.value).toEqual([]);
    expect((await groups("transitiveMemberOf")).body.value).toMatchObject([
      { roleTemplateId: "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3" },
    ]);
    expect(await making(byGroup.client, byGroup.graph)).toEqual(EVERYTHING);

    const customDirectoryRole = [
      "microsoft.directory/applications/create",
      "microsoft.directory/servicePrincipals/create",
    ];
    const custom = await begin("azure-cli", { deployer: { directoryRoles: [], customDirectoryRole } });
    expect(claimsOf(custom.graph.token ?? "")).toMatchObject({ wids: [] });
    expect((await making(custom.client, custom.graph)).filter((status) => status === 201)).toHaveLength(3);
    const assigned = await custom.client.get("/graph/v1.0/roleManagement/directory/roleAssignments", custom.graph);
    expect(assigned.body.value).toMatchObject([{ roleDefinition: { isBuiltIn: false } }]);
  });

  test("who is a guest reads next to nothing, unless given a role, and registers nothing", async () => {
    const settings = { customer: { usersMayRegisterApplications: true } };
    const guest = await begin("azure-cli", { ...settings, deployer: { guest: true, directoryRoles: [] } });
    for (const path of [APPLICATIONS, PRINCIPALS, "/graph/v1.0/roleManagement/directory/roleAssignments"]) {
      expect((await guest.client.get(path, guest.graph)).status).toBe(403);
    }
    expect(await making(guest.client, guest.graph)).toEqual(NOTHING);
    const given = await begin("azure-cli", { deployer: { guest: true } });
    expect(await making(given.client, given.graph)).toEqual(EVERYTHING);
  });

  test("gets a role by hand", async () => {
    const { client, graph } = await begin("azure-cli", { deployer: { directoryRoles: [] } });
    const objectId = client.world.deployer.user?.objectId ?? "";
    client.world.byHand.assignDirectoryRole(objectId, "Cloud Application Administrator");
    expect(await making(client, graph)).toEqual(EVERYTHING);
  });
});

describe("a workload", () => {
  test.each([
    [["Application.ReadWrite.All"], EVERYTHING],
    [["Application.ReadWrite.OwnedBy"], ITS_OWN],
    [["Application.Read.All"], NOTHING],
    [[], NOTHING],
  ] as const)("with %j", async (applicationPermissions, statuses) => {
    const { client, graph } = await begin("client-secret", { deployer: { applicationPermissions } });
    expect(claimsOf(graph.token ?? "")).toMatchObject({ roles: applicationPermissions, wids: [] });
    expect(await making(client, graph)).toEqual(statuses);
  });

  test("without any permission reads nothing either", async () => {
    const reads = async (applicationPermissions: readonly "Application.Read.All"[]) => {
      const { client, graph } = await begin("client-secret", { deployer: { applicationPermissions } });
      return (await client.get(PRINCIPALS, graph)).status;
    };
    expect([await reads([]), await reads(["Application.Read.All"])]).toEqual([403, 200]);
  });

  test("with OwnedBy may do no more with what it no longer owns", async () => {
    const deployer = { applicationPermissions: ["Application.ReadWrite.OwnedBy"] as const };
    const { client, graph } = await begin("client-secret", { deployer });
    const { id } = (await client.post(APPLICATIONS, { displayName: "own" }, graph)).body;
    const owner = client.world.entra.directory.applications.find(({ objectId }) => objectId === id)?.owners[0] ?? "";
    expect((await client.delete(`${APPLICATIONS}/${id}/owners/${owner}/$ref`, graph)).status).toBe(204);
    const secret = await client.post(`${APPLICATIONS}/${id}/addPassword`, { passwordCredential: {} }, graph);
    expect(secret.status).toBe(403);
  });

  test("may hold a directory role instead, and be granted a permission by hand", async () => {
    const { client, graph } = await begin("client-secret", {
      deployer: { directoryRoles: ["Application Administrator"], applicationPermissions: [] },
    });
    expect(await making(client, graph)).toEqual(EVERYTHING);
    const other = await begin("client-secret", { deployer: { applicationPermissions: [] } });
    const [{ objectId }] = other.client.world.entra.directory.servicePrincipals.filter(
      ({ displayName }) => displayName === "deployer",
    );
    other.client.world.byHand.grantApplicationPermission(objectId, "Application.ReadWrite.All");
    expect(await making(other.client, other.graph)).toEqual(EVERYTHING);
    const granted = await other.client.get(`${PRINCIPALS}/${objectId}/appRoleAssignments`, other.graph);
    expect(granted.body.value).toMatchObject([{ appRoleId: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9" }]);
  });
});

describe("the tenant's policies", () => {
  const read = async (signIn: SignIn, settings: SettingsInput, policy: string) => {
    const { client, graph } = await begin(signIn, settings);
    return client.get(`${POLICIES}/${policy}`, graph);
  };

  test.each([true, false])("whether users may register applications: %s", async (allowedToCreateApps) => {
    const customer = { usersMayRegisterApplications: allowedToCreateApps };
    const deployer = { applicationPermissions: ["Policy.Read.All"] as const };
    const { body } = await read("client-secret", { customer, deployer }, "authorizationPolicy");
    expect(body).toMatchObject({ id: "authorizationPolicy", defaultUserRolePermissions: { allowedToCreateApps } });
  });

  test.each([
    [[], 403],
    [["Application.ReadWrite.All"], 403],
    [["Policy.Read.All"], 200],
  ] as const)("a workload with %j reads them: %d", async (applicationPermissions, status) => {
    for (const policy of ["authorizationPolicy", "defaultAppManagementPolicy"]) {
      expect((await read("client-secret", { deployer: { applicationPermissions } }, policy)).status).toBe(status);
    }
  });

  test.each(["Global Administrator", "Global Reader"] as const)(
    "a %s reads none of them with the Azure CLI's token",
    async (role) => {
      for (const policy of ["authorizationPolicy", "defaultAppManagementPolicy"]) {
        expect(await read("azure-cli", { deployer: { directoryRoles: [role] } }, policy)).toMatchObject({
          status: 403,
          body: { error: { code: "Authorization_RequestDenied" } },
        });
      }
    },
  );

  test("no restriction, a lifetime, and no secrets at all", async () => {
    const restrictions = async (customer: SettingsInput["customer"]) => {
      const deployer = { applicationPermissions: ["Policy.Read.All"] as const };
      return (await read("client-secret", { customer, deployer }, "defaultAppManagementPolicy")).body;
    };
    expect(await restrictions({})).toMatchObject({
      id: "00000000-0000-0000-0000-000000000000",
      isEnabled: false,
      applicationRestrictions: { passwordCredentials: [] },
    });
    const rule = (restrictionType: string, maxLifetime: string | null) => ({
      restrictionType,
      state: "enabled",
      maxLifetime,
    });
    expect(await restrictions({ passwordLifetimeCapDays: 90 })).toMatchObject({
      isEnabled: true,
      applicationRestrictions: { passwordCredentials: [rule("passwordLifetime", "P90D")] },
    });
    expect(await restrictions({ passwordsForbidden: true })).toMatchObject({
      isEnabled: true,
      applicationRestrictions: { passwordCredentials: [rule("passwordAddition", null)] },
    });
  });

  test("where no application may have secrets, none is added", async () => {
    const { client, graph } = await begin("client-secret", { customer: { passwordsForbidden: true } });
    const { id } = (await client.post(APPLICATIONS, { displayName: "own" }, graph)).body;
    expect(await client.post(`${APPLICATIONS}/${id}/addPassword`, { passwordCredential: {} }, graph)).toMatchObject({
      status: 400,
      body: { error: { code: "CredentialTypeNotAllowedAsPerAppPolicy" } },
    });
  });
});
