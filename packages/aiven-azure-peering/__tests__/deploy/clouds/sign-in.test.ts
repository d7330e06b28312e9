import { writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "selfsigned";
import { connect } from "../../../src/clouds/clouds";
import { accounts, type OidcSettings } from "simulated-clouds";
import { temporaryFolder } from "../../../../../tools/folder";
import { Clouds, type Environment } from "../support/clouds";

const started: Clouds[] = [];
const start = async (...args: Parameters<typeof Clouds.start>): Promise<Clouds> => {
  const clouds = await Clouds.start(...args);
  started.push(clouds);
  return clouds;
};
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

/** Who both of Microsoft's APIs take the caller for. */
async function signedIn(clouds: Clouds, env: Environment = {}) {
  const connected = await connect({ ...clouds.env, ...env });
  const { oid, tid } = await connected.whoIsSignedIn();
  // the directory is read with a token of its own
  await connected.graph.servicePrincipal("55f300d4-fc50-4c5e-9222-e90a6e2187fb");
  return { mode: connected.signIn.mode, oid, tid };
}

const principalOf = ({ world }: Clouds): string | undefined =>
  world.entra.directory.servicePrincipal(accounts.customerTenantId, world.deployer.application?.clientId ?? "")
    ?.objectId;

test("with a client secret", async () => {
  const clouds = await start({ signIn: "client-secret" });
  expect(await signedIn(clouds)).toEqual({
    mode: "client-secret",
    oid: principalOf(clouds),
    tid: accounts.customerTenantId,
  });
});

test.each<OidcSettings["delivery"]>(["token", "file", "request"])(
  "with an OIDC token, handed over as a %s",
  async (delivery) => {
    const clouds = await start({ signIn: "oidc", deployer: { oidc: { delivery } } });
    expect(await signedIn(clouds)).toEqual({ mode: "oidc", oid: principalOf(clouds), tid: accounts.customerTenantId });
  },
);

test("with a certificate", async () => {
  const clouds = await start({ signIn: "client-secret" });
  const { private: key, cert } = await generate([{ name: "commonName", value: "deployer" }], { keySize: 2048 });
  clouds.world.deployer.application?.certificates.push({
    keyId: "1",
    value: cert,
    start: 0,
    end: Infinity,
    usableAt: 0,
  });
  const file = path.join(temporaryFolder("certificate"), "deployer.pem");
  writeFileSync(file, `${key}\n${cert}`);
  // a certificate goes before a secret, as with azurerm
  expect(await signedIn(clouds, { ARM_CLIENT_CERTIFICATE_PATH: file })).toMatchObject({
    mode: "client-certificate",
    oid: principalOf(clouds),
  });
  const content = Buffer.from(`${key}\n${cert}`).toString("base64");
  expect((await signedIn(clouds, { ARM_CLIENT_CERTIFICATE: content })).mode).toBe("client-certificate");
});

test("as a managed identity", async () => {
  const clouds = await start({ signIn: "managed-identity" });
  expect(await signedIn(clouds)).toEqual({
    mode: "managed-identity",
    oid: clouds.world.deployer.managedIdentity?.objectId,
    tid: accounts.customerTenantId,
  });
});

test("with the Azure CLI, which is started for each token", async () => {
  const clouds = await start({ signIn: "azure-cli" });
  const network = `/subscriptions/${accounts.customerSubscriptionId}/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n`;
  const options = ["--project", "my-project", "--network", network];
  const { err } = await clouds.spawn(["status", ...options], { ARM_TENANT_ID: accounts.customerTenantId });
  expect(err).toBe("");
  const asked = clouds.world.journal.matching(/^GET .*virtualNetworks\/n/);
  expect(asked).toMatchObject([{ identity: "deployer" }]);
});
