import {
  AzurePeeringProvider,
  DeployerApplication,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { federatedAssertion, type SettingsInput } from "simulated-clouds";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, TENANT_ID } from "../support/deployment";
import { peerNetwork } from "../support/peering";
import {
  applicationOf,
  callersOfPeering,
  existingApplication,
  IDENTITIES,
  LISTING,
  PEOPLE,
  PIPELINE,
  PIPELINES,
  SIGN_INS,
  startUnder,
  withExisting,
} from "../support/identities";

// The table of the README: how Terraform is signed in, and where the identity comes from.

const inside = (settings: SettingsInput) =>
  Deployment.start(settings, (stack) => {
    peerNetwork(stack());
  });

const earlierStack = (settings: SettingsInput, credential?: PeeringCredential) =>
  Deployment.start(settings, (stack) => {
    const identity = new PeeringApplication(stack("identity"), "application", { credential });
    peerNetwork(stack("peering"), { identity });
  });

const existing = (settings: SettingsInput) =>
  Deployment.start({ existingApplication: existingApplication(LISTING), ...settings }, withExisting());

const deployer = (settings: SettingsInput) =>
  Deployment.start({ ...settings, deployer: { multiTenant: true } }, (stack) => {
    const only = stack();
    peerNetwork(only, { identity: new DeployerApplication(only, "application") });
  });

const comesAndGoes = async (deployment: Deployment) => {
  await expectActive(deployment);
  await expectDestroyed(deployment);
};

describe("through azurerm, the identity inside the peering", () => {
  test.each(PEOPLE)("works in one apply under %s", async (signIn) => {
    await comesAndGoes(await inside({ signIn }));
  });

  test.each(PIPELINES)(
    "fails in the first plan under a service principal by %s, as the README says",
    async (signIn) => {
      const deployment = await inside({ signIn });
      const { code, text } = await deployment.plan();
      expect(code).toBe(1);
      expect(text).toContain(
        "unable to build authorizer for Resource Manager API: could not configure AzureCli Authorizer: ",
      );
      expect(text).toMatch(/with provider\["registry\.(terraform\.io|opentofu\.org)\/hashicorp\/azurerm"\]\.peering_/);
      expect(deployment.world.added()).toEqual([]);
    },
  );
});

describe("through azurerm, the identity in an earlier stack", () => {
  test.each(SIGN_INS)("works under %s", async (signIn) => {
    await comesAndGoes(await earlierStack({ signIn }));
  });
});

describe("through azurerm, an existing application", () => {
  test.each(SIGN_INS)("works under %s", async (signIn) => {
    await comesAndGoes(await existing({ signIn }));
  });

  test("that may not list resource providers fails in the first plan, as the README says", async () => {
    const deployment = await existing({ existingApplication: existingApplication() });
    const { code, text } = await deployment.plan();
    expect(code).toBe(1);
    expect(text).toMatch(/populating Resource Provider cache: listing Resource Providers: .*AuthorizationFailed/);
  });

  test("needs no such right with azurerm 5", async () => {
    await comesAndGoes(await existing({ existingApplication: existingApplication(), azurermMajor: 5 }));
  });
});

describe("through azurerm, Terraform's own application", () => {
  test.each(PIPELINES)("works under a service principal by %s", async (signIn) => {
    await comesAndGoes(await deployer({ signIn }));
  });

  test.each(PEOPLE)("cannot be %s", async (signIn) => {
    const deployment = await deployer({ signIn });
    const { code, text } = await deployment.apply();
    expect(code).toBe(1);
    expect(text).toContain("unable to build authorizer for Resource Manager API");
  });
});

test("nobody signed in: Terraform says so before it changes anything", async () => {
  const deployment = await inside({ signIn: "none" });
  expect(await deployment.apply()).toMatchObject({ code: 1 });
  expect(deployment.world.added()).toEqual([]);
});

describe.each(Object.entries(IDENTITIES))("through azapi, in one stack, %s", (who, build) => {
  const isTerraformsOwn = who === "Terraform's own";

  test.each(isTerraformsOwn ? PIPELINES : SIGN_INS)(
    "comes and goes in one apply each under %s, as nobody but the application",
    async (signIn) => {
      const deployment = await startUnder(signIn, build);
      await expectActive(deployment);
      const asked = callersOfPeering(deployment);
      expect(asked).toEqual([isTerraformsOwn ? "deployer" : applicationOf(deployment)]);
      await expectDestroyed(deployment);
      expect(callersOfPeering(deployment)).toEqual(asked);
    },
  );
});

test.each(SIGN_INS)("through azapi, the first plan under %s asks nothing as the application", async (signIn) => {
  const deployment = await startUnder(signIn, IDENTITIES["an application with a secret, inside"]);
  expect(await deployment.plan()).toMatchObject({ code: 2 });
  expect(new Set(deployment.world.journal.entries.map(({ identity }) => identity))).toEqual(new Set(["deployer"]));
});

test("through azapi, a federated application of the stack's own has a credential, and no secret", async () => {
  const deployment = await startUnder("oidc", IDENTITIES["a federated application, inside"]);
  await expectActive(deployment);
  const names = deployment.addresses().join(" ");
  expect(names).toContain("azuread_application_federated_identity_credential");
  expect(names).not.toContain("azuread_application_password");
  expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);
});

test("through azapi, a machine applies as its managed identity, whom the application trusts, and there is no secret", async () => {
  const issuer = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`;
  const managedIdentity = { issuer, subject: "77777777-7777-4777-8777-777777777777" };
  const ARM_OIDC_TOKEN = federatedAssertion({ ...managedIdentity, audience: "api://AzureADTokenExchange" });
  const deployment = await Deployment.start(
    { signIn: "managed-identity", environment: { ARM_OIDC_TOKEN } },
    (stack) => {
      const only = stack();
      const credential = PeeringCredential.federated(managedIdentity);
      const identity = new PeeringApplication(only, "application", { credential });
      peerNetwork(only, { identity, azurePeeringProvider: AzurePeeringProvider.AZAPI });
    },
  );
  await expectActive(deployment);
  expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);
  expect(deployment.world.journal.matching(/addPassword/)).toEqual([]);
  await expectDestroyed(deployment);
});

test.each(["client-secret", "oidc"] as const)(
  "through azurerm, a federated application of an earlier stack peers under %s, and there is no secret",
  async (signIn) => {
    // azurerm takes the application's token from the pipeline's environment, whoever the deployer is
    const environment: Record<string, string> =
      signIn === "oidc"
        ? {}
        : { ARM_OIDC_TOKEN: federatedAssertion({ ...PIPELINE, audience: "api://AzureADTokenExchange" }) };
    const deployment = await earlierStack({ signIn, environment }, PeeringCredential.federated(PIPELINE));
    await comesAndGoes(deployment);
    expect(deployment.world.journal.matching(/addPassword/)).toEqual([]);
  },
);
