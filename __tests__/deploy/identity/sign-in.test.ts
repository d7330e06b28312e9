import { TerraformVariable } from "cdktf";
import {
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  type PeeringCredential,
} from "cdktf-aiven-azure-peering";
import type { ExistingApplication, SettingsInput, SignIn } from "simulated-clouds";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { addPeering, applicationOfEarlierStack } from "../support/peering";

/** The table of the README: how Terraform is signed in, and where the identity comes from. */
const PEOPLE: SignIn[] = ["azure-cli", "managed-identity"];
const PIPELINES: SignIn[] = ["client-secret", "client-certificate", "oidc"];

const CLIENT_ID = "44444444-4444-4444-8444-444444444444";
const SECRET = "an existing secret";
const existingApplication: ExistingApplication = {
  clientId: CLIENT_ID,
  displayName: "existing",
  multiTenant: true,
  secret: SECRET,
  grants: ["Microsoft.Resources/subscriptions/providers/read"],
};

const inside = (settings: SettingsInput) =>
  Deployment.start(settings, (stack) => {
    addPeering(stack());
  });

const earlierStack = (settings: SettingsInput, credential?: PeeringCredential) =>
  Deployment.start(settings, (stack) => {
    const identity = applicationOfEarlierStack(stack("identity"), { credential });
    addPeering(stack("peering"), { identity });
  });

const existing = (settings: SettingsInput) =>
  Deployment.start({ existingApplication, ...settings }, (stack) => {
    const only = stack();
    const secret = new TerraformVariable(only, "secret", { type: "string", sensitive: true, default: SECRET });
    const credential = ExistingCredential.clientSecret(secret.stringValue);
    addPeering(only, {
      identity: new ExistingPeeringApplication(only, "application", { clientId: CLIENT_ID, credential }),
    });
  });

const deployer = (settings: SettingsInput) =>
  Deployment.start({ ...settings, deployer: { multiTenant: true } }, (stack) => {
    const only = stack();
    addPeering(only, { identity: new DeployerApplication(only, "application") });
  });

const comesAndGoes = async (deployment: Deployment) => {
  await expectActive(deployment);
  await expectDestroyed(deployment);
};

describe("the identity inside the peering", () => {
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

describe("the identity in an earlier stack", () => {
  test.each([...PEOPLE, ...PIPELINES])("works under %s", async (signIn) => {
    await comesAndGoes(await earlierStack({ signIn }));
  });
});

describe("an existing application", () => {
  test.each([...PEOPLE, ...PIPELINES])("works under %s", async (signIn) => {
    await comesAndGoes(await existing({ signIn }));
  });

  test("that may not list resource providers fails in the first plan, as the README says", async () => {
    const deployment = await existing({ existingApplication: { ...existingApplication, grants: [] } });
    const { code, text } = await deployment.plan();
    expect(code).toBe(1);
    expect(text).toMatch(/populating Resource Provider cache: listing Resource Providers: .*AuthorizationFailed/);
  });

  test("needs no such right with azurerm 5", async () => {
    await comesAndGoes(
      await existing({ existingApplication: { ...existingApplication, grants: [] }, azurermMajor: 5 }),
    );
  });
});

describe("Terraform's own application", () => {
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
