import { createSign, X509Certificate, createHash } from "node:crypto";
import { generate } from "selfsigned";
import { AIVEN_TENANT_ID } from "../../src/clouds/aiven/well-known";
import { federatedAssertion } from "../../src/clouds/entra/assertions";
import { environmentOf } from "../../src/http/environment";
import { PrivateFolder } from "../../src/private-folder";
import { claimsOf, first, startClient, type RestClient } from "./client";

const clients: RestClient[] = [];
const start = async (...args: Parameters<typeof startClient>): Promise<RestClient> => {
  const client = await startClient(...args);
  clients.push(client);
  return client;
};
afterAll(() => Promise.all(clients.map((client) => client.close())));

const tenantOf = ({ world }: RestClient): string => world.settings.customer.tenantId;
const secretOf = ({ world }: RestClient) => ({
  client_id: world.deployer.environment.ARM_CLIENT_ID,
  client_secret: world.deployer.environment.ARM_CLIENT_SECRET,
});

describe("where everything is", () => {
  test("the metadata that azurerm and azuread read names a cloud and its endpoints", async () => {
    const client = await start();
    const { origin } = client.clouds;
    expect(await client.get("/metadata/endpoints?api-version=2022-09-01")).toMatchObject({
      status: 200,
      body: {
        name: "SimulatedCloud",
        resourceManager: origin,
        microsoftGraphResourceId: `${origin}/graph`,
        authentication: {
          loginEndpoint: `${origin}/`,
          audiences: [`${origin}/`],
          tenant: "common",
          identityProvider: "AAD",
        },
      },
    });
    const { body } = await client.get("/metadata/endpoints?api-version=2018-01-01");
    expect(Object.keys(body)).toEqual(["galleryEndpoint", "graphEndpoint", "portalEndpoint", "authentication"]);
  });

  test("OpenID's metadata and the authority's aliases lead back to the same host", async () => {
    const client = await start();
    const { origin } = client.clouds;
    const { body } = await client.get(`/${tenantOf(client)}/v2.0/.well-known/openid-configuration`);
    expect(body).toMatchObject({ token_endpoint: `${origin}/${tenantOf(client)}/oauth2/v2.0/token` });
    const endpoint = encodeURIComponent(`https://login.microsoftonline.com/${tenantOf(client)}/oauth2/v2.0/authorize`);
    const discovered = await client.get(
      `/common/discovery/instance?api-version=1.1&authorization_endpoint=${endpoint}`,
    );
    expect(discovered.body).toMatchObject({
      tenant_discovery_endpoint: `${origin}/${tenantOf(client)}/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: new URL(origin).host }],
    });
  });
});

describe("signing in", () => {
  test("a secret gets a token that says who it is for, and till when", async () => {
    const client = await start();
    const { body, status } = await client.askToken(tenantOf(client), secretOf(client));
    expect({ status, body }).toMatchObject({ status: 200, body: { token_type: "Bearer", expires_in: 3599 } });
    const claims = claimsOf(body.access_token);
    expect(claims).toMatchObject({
      aud: client.clouds.origin + "/",
      tid: tenantOf(client),
      appid: secretOf(client).client_id,
      idtyp: "app",
    });
    expect(claims.exp).toBeGreaterThan(Date.now() / 1000 + 3500);
  });

  const refused = async (
    client: RestClient,
    tenant: string,
    form: Record<string, string>,
    status: number,
    code: number,
  ) => {
    const response = await client.askToken(tenant, form);
    expect(response).toMatchObject({ status, body: { error_codes: [code] } });
    expect(response.body.error_description).toMatch(new RegExp(`^AADSTS${code}: .* Correlation ID: `));
  };

  test("what is wrong has Entra's codes", async () => {
    const client = await start({ deployer: { multiTenant: true } });
    const good = secretOf(client);
    await refused(client, tenantOf(client), { ...good, client_secret: "wrong" }, 401, 7000215);
    await refused(client, tenantOf(client), { client_id: good.client_id }, 401, 7000216);
    await refused(client, tenantOf(client), { client_secret: "x" }, 400, 900144);
    await refused(client, tenantOf(client), { ...good, grant_type: "password" }, 400, 70003);
    await refused(client, "11111111-1111-4111-8111-111111111111", good, 400, 90002);
    await refused(client, AIVEN_TENANT_ID, good, 401, 7000229);
  });

  test("a pipeline's assertion is as good as a secret, until its subject is another", async () => {
    const client = await start({ signIn: "oidc" });
    const { ARM_CLIENT_ID: client_id, ARM_OIDC_TOKEN: client_assertion } = client.world.deployer.environment;
    const type = { client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" };
    expect((await client.askToken(tenantOf(client), { client_id, client_assertion, ...type })).status).toBe(200);
    const issuer = "https://token.actions.githubusercontent.com";
    const other = federatedAssertion({ issuer, subject: "repo:other", audience: "api://AzureADTokenExchange" });
    await refused(client, tenantOf(client), { client_id, client_assertion: other, ...type }, 401, 700213);
  });

  test("a certificate that Graph was given signs the application in, and no other does", async () => {
    const client = await start();
    const graph = { token: await client.deployerToken("graph") };
    const [ours, theirs] = await Promise.all([generate([], { keySize: 2048 }), generate([], { keySize: 2048 })]);
    const key = new X509Certificate(ours.cert).raw.toString("base64");
    const created = await client.post("/graph/v1.0/applications", { displayName: "certified" }, graph);
    const { id, appId } = created.body;
    await client.post("/graph/v1.0/servicePrincipals", { appId }, graph);
    const credential = { type: "AsymmetricX509Cert", usage: "Verify", key };
    const patched = await client.patch(`/graph/v1.0/applications/${id}`, { keyCredentials: [credential] }, graph);
    expect(patched.status).toBe(204);
    await client.world.clock.advance(60_000);

    const assertion = (named: string, signing: string): string => {
      const x5t = createHash("sha1").update(new X509Certificate(named).raw).digest("base64url");
      const parts = [
        { alg: "RS256", typ: "JWT", x5t },
        { iss: appId, sub: appId, aud: "any" },
      ];
      const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
      return `${text}.${createSign("sha256").update(text).sign(signing).toString("base64url")}`;
    };
    const form = (client_assertion: string) => ({ client_id: appId, client_assertion });
    expect((await client.askToken(tenantOf(client), form(assertion(ours.cert, ours.private)))).status).toBe(200);
    await refused(client, tenantOf(client), form(assertion(theirs.cert, theirs.private)), 401, 700027);
    await refused(client, tenantOf(client), form(assertion(ours.cert, theirs.private)), 401, 700027);

    const { body } = await client.get(`/graph/v1.0/applications/${id}`, graph);
    expect(body.keyCredentials).toMatchObject([{ type: "AsymmetricX509Cert", key: null }]);
    const rest = first(body.keyCredentials).keyId;
    await client.patch(`/graph/v1.0/applications/${id}`, { keyCredentials: [] }, graph);
    await refused(client, tenantOf(client), form(assertion(ours.cert, ours.private)), 401, 700027);
    expect(rest).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("a person's refresh token is good for the own tenant only, and the token names the directory role", async () => {
    const client = await start({ signIn: "azure-cli" });
    const { user } = client.world.deployer;
    if (!user) throw new Error("nobody is signed in");
    const grant = { grant_type: "refresh_token", refresh_token: client.clouds.tokens.refreshTokenOf(user) };
    const { body, status } = await client.askToken(tenantOf(client), grant);
    expect(status).toBe(200);
    expect(claimsOf(body.access_token)).toMatchObject({
      idtyp: "user",
      upn: "deployer@customer.example",
      wids: ["9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"],
    });
    await refused(client, AIVEN_TENANT_ID, grant, 400, 50020);
    await refused(client, tenantOf(client), { ...grant, refresh_token: "none" }, 400, 9002313);
  });

  test("a machine's identity is asked for as on a machine of Azure", async () => {
    const client = await start({ signIn: "managed-identity" });
    const { ARM_MSI_ENDPOINT } = managedIdentityOf(client);
    const query = `?api-version=2018-02-01&resource=${client.clouds.origin}/`;
    const path = ARM_MSI_ENDPOINT + query;
    expect(await client.get(path)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
    // whoever has not been given the address has nothing
    for (const guess of ["", "/invented"]) {
      const guessed = `/metadata/identity${guess}/oauth2/token${query}`;
      expect(await client.get(guessed, { headers: { metadata: "true" } })).toMatchObject({ status: 404 });
    }
    const { body } = await client.get(path, { headers: { metadata: "true" } });
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: "3599" });
    const subscription = client.world.settings.customer.subscriptions[0].id;
    const listed = await client.get(`/subscriptions/${subscription}/providers`, { token: body.access_token });
    expect(listed.status).toBe(200);
  });
});

test("App Service's endpoint, which Azure's SDKs find in the environment, hands out the same tokens", async () => {
  const client = await start({ signIn: "managed-identity" });
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = managedIdentityOf(client);
  const path = `${IDENTITY_ENDPOINT}?api-version=2019-08-01&resource=${client.clouds.origin}/`;
  expect((await client.get(path)).status).toBe(400);
  expect((await client.get(path, { headers: { "X-IDENTITY-HEADER": "invented" } })).status).toBe(400);
  const header = { headers: { "X-IDENTITY-HEADER": IDENTITY_HEADER } };
  expect((await client.get(`${path}&client_id=invented`, header)).status).toBe(400);
  const { body } = await client.get(path, header);
  expect(Number(body.expires_on)).toBeGreaterThan(Date.now() / 1000);
  const subscription = client.world.settings.customer.subscriptions[0].id;
  const listed = await client.get(`/subscriptions/${subscription}/providers`, { token: body.access_token });
  expect(listed.status).toBe(200);
});

test("nobody else has such an endpoint in the environment", async () => {
  expect(Object.keys(managedIdentityOf(await start()))).toEqual([]);
});

/** What `--http` puts into the environment for it. */
function managedIdentityOf({ world, clouds }: RestClient): Record<string, string> {
  const folder = new PrivateFolder();
  try {
    const environment = Object.entries(environmentOf(world, clouds, folder));
    return Object.fromEntries(environment.filter(([name]) => /^IDENTITY_|MSI_ENDPOINT$/.test(name)));
  } finally {
    folder.remove();
  }
}

describe("what a token opens", () => {
  test("one that has ended, is for another API, or was never issued opens nothing", async () => {
    const client = await start({}, { tokenLifetime: 0 });
    const path = `/subscriptions/${client.world.settings.customer.subscriptions[0].id}`;
    const code = async (token?: string) => {
      const { status, body } = await client.get(path, { token });
      return [status, body.error.code];
    };
    expect(await code()).toEqual([401, "AuthenticationFailed"]);
    expect(await code("invented")).toEqual([401, "InvalidAuthenticationToken"]);
    expect(await code(await client.deployerToken("graph"))).toEqual([401, "InvalidAuthenticationToken"]);
    expect(await code(await client.deployerToken())).toEqual([401, "ExpiredAuthenticationToken"]);
    const graph = await client.get("/graph/v1.0/applications", { token: await client.deployerToken("graph") });
    expect(graph).toMatchObject({ status: 401, body: { error: { code: "InvalidAuthenticationToken" } } });
  });
});
