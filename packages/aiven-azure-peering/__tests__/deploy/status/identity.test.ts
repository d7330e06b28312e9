import type { SettingsInput } from "simulated-clouds";
import { Clouds } from "../support/clouds";
import { PeeringByHand, type ByHand } from "../support/peering-by-hand";
import { readStatus } from "../support/status";

const DAY = 86_400_000;
const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

async function made(settings: SettingsInput = {}, how: ByHand = {}): Promise<PeeringByHand> {
  const clouds = await Clouds.start(settings);
  started.push(clouds);
  return new PeeringByHand(clouds, how).make();
}

const lines = async ({ options }: PeeringByHand) => (await readStatus(started[0], options)).lines;

/** The lines of the client secrets, by their names. */
async function secretLines({ options }: PeeringByHand) {
  const { all } = await readStatus(started[0], options);
  const found = all.filter(({ check }) => check === "client secret");
  return Object.fromEntries(found.map((line) => [line.message.split(" ")[0], line]));
}

const applicationOf = ({ world, clientId }: PeeringByHand) => {
  const application = world.entra.directory.application(clientId);
  if (!application) throw new Error("there is no application");
  return application;
};

describe("secrets", () => {
  const secrets = (peering: PeeringByHand, ends: Readonly<Record<string, number>>): void => {
    const application = applicationOf(peering);
    const [password] = application.passwords;
    application.passwords = Object.entries(ends).map(([displayName, days]) => ({
      ...password,
      keyId: displayName,
      displayName,
      end: Date.now() + days * DAY + 60_000,
    }));
  };

  test.each([
    [90, "ok", "in 90 days", undefined],
    [30, "ok", "in 30 days", undefined],
    [29, "warning", "in 29 days", /^rotate it before: rotate the client secret \(https:/],
    [1, "warning", "in 1 day", /^rotate it before/],
    [-2, "failed", "ended on", /^az ad app credential reset --append --id /],
  ])("one that ends in %d days", async (days, status, message, remedy) => {
    const peering = await made();
    secrets(peering, { primary: days });
    const { primary } = await secretLines(peering);
    expect(primary).toMatchObject({ status, message: expect.stringContaining(message) as string });
    if (remedy) expect(primary.remedy).toMatch(remedy);
    else expect(primary.remedy).toBeUndefined();
  });

  test("one that has ended is not in use while another one is good", async () => {
    const peering = await made();
    secrets(peering, { primary: -5, secondary: 100 });
    expect(await secretLines(peering)).toMatchObject({
      primary: { status: "ok", message: expect.stringMatching(/, not in use$/) as string },
      secondary: { status: "ok" },
    });
  });
});

test("certificates, with their ends", async () => {
  const peering = await made();
  const end = Date.now() - DAY;
  applicationOf(peering).certificates.push({ keyId: "certificate-1", value: "", start: 0, end, usableAt: 0 });
  expect((await lines(peering)).certificate).toMatchObject({
    status: "failed",
    message: expect.stringMatching(/^certificate-1 ended on /) as string,
    remedy: "give the application a new certificate",
  });
});

test("federated credentials, with whom they trust", async () => {
  const peering = await made();
  applicationOf(peering).federatedCredentials.push({
    id: "1",
    name: "pipeline",
    issuer: "https://issuer.example",
    subject: "repo:customer/infrastructure",
    audiences: ["api://AzureADTokenExchange"],
    description: "",
    usableAt: 0,
  });
  expect((await lines(peering))["federated credential"]).toEqual({
    status: "ok",
    message: "pipeline trusts repo:customer/infrastructure of https://issuer.example for api://AzureADTokenExchange",
  });
});

test("an application that became single-tenant", async () => {
  const peering = await made();
  Object.assign(applicationOf(peering), { signInAudience: "AzureADMyOrg" });
  expect((await lines(peering)).application).toMatchObject({
    status: "failed",
    message: "by hand is not multi-tenant (AzureADMyOrg), so Aiven's tenant cannot have a service principal of it",
    remedy: expect.stringContaining(
      `az ad app update --id ${peering.clientId} --sign-in-audience AzureADMultipleOrgs`,
    ) as string,
  });
});

test("an application that was deleted", async () => {
  const peering = await made();
  peering.world.byHand.deleteApplication(peering.clientId);
  expect((await lines(peering)).application).toMatchObject({
    status: "failed",
    message: `the tenant has no application ${peering.clientId}`,
    remedy: expect.stringMatching(
      /^remove both sides, and create the peering again with another one: https:/,
    ) as string,
  });
});

test("before anything exists the application is not known", async () => {
  const clouds = await Clouds.start();
  started.push(clouds);
  const peering = await new PeeringByHand(clouds).prepare();
  const found = await lines(peering);
  expect(found.application).toEqual({
    status: "unknown",
    message: "not known before Aiven has a connection",
    remedy: "--client-id <uuid>",
  });
  expect(found["Aiven's service principal"]).toMatchObject({
    status: "failed",
    message: "does not exist in the tenant",
  });
});

test("roles that are not in effect", async () => {
  const peering = await made();
  const { azure, byHand } = peering.world;
  for (const { id, scope } of [...azure.rbac.assignments]) {
    if (scope.toLowerCase() === peering.networkId.toLowerCase()) byHand.removeRoleAssignment(id);
  }
  const found = await lines(peering);
  expect(found["right of the application"]).toMatchObject({
    status: "failed",
    message:
      "missing at the network: Microsoft.Network/virtualNetworks/read, Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read, Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write, Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
    // without a stack: the role
    remedy: expect.stringMatching(
      /^az role definition create --role-definition '\{"Name":"the application peers Hub-VNet".*\naz role assignment create --role 'the application peers Hub-VNet' /,
    ) as string,
  });
  expect(found["right of Aiven"]).toMatchObject({
    status: "failed",
    message: "missing at the network: Microsoft.Network/virtualNetworks/peer/action",
  });
});

test("a role of the application that lacks the right to delete", async () => {
  const peerings = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
  const actions = ["Microsoft.Network/virtualNetworks/read", `${peerings}/read`, `${peerings}/write`];
  expect((await lines(await made({}, { actions })))["right of the application"].message).toBe(
    `missing at the network: ${peerings}/delete`,
  );
});

test("what whoever is signed in may not see is unknown, and the rest is looked at", async () => {
  const peering = await made();
  const { world } = peering;
  world.faults.inject({
    match: { cloud: "graph", path: /applications/ },
    status: 403,
    code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.",
    times: Infinity,
  });
  const found = await lines(peering);
  expect(found.application).toEqual({
    status: "unknown",
    message:
      "Microsoft Graph denied access: Authorization_RequestDenied: Insufficient privileges to complete the operation.",
    remedy: "sign in with an account that can read it",
  });
  expect(found["Aiven's connection"].message).toBe("ACTIVE");
});
