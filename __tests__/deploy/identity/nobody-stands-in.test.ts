import { AzurePeeringProvider, PeeringApplication, PeeringCredential } from "cdktf-aiven-azure-peering";
import type { Application } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { peerNetwork } from "../support/peering";
import { expectActive, expectDestroyed } from "../support/assertions";
import { plain } from "../support/changes";
import { expectFailure } from "../support/failure";
import type { Deployment } from "../support/deployment";
import { applicationOf, callersOfPeering, IDENTITIES, PIPELINE, SIGN_INS, startUnder } from "../support/identities";

/** What becomes of an application behind Terraform's back, and what Entra then says. */
type Harm = readonly [what: string, harm: (application: Application, deployment: Deployment) => void, says: string];

const deleted = (says = "AADSTS700016"): Harm => [
  "it was deleted",
  ({ clientId }, { world }) => {
    world.byHand.deleteApplication(clientId);
  },
  says,
];
const SECRET: readonly Harm[] = [
  [
    "its secret is another one",
    ({ passwords }) => passwords.forEach((each) => Object.assign(each, { secretText: "another" })),
    "AADSTS7000215",
  ],
];
const FEDERATED: readonly Harm[] = [
  [
    "another job is trusted",
    ({ federatedCredentials }) => federatedCredentials.forEach((each) => (each.subject = "repo:somebody/else")),
    "AADSTS70021",
  ],
  ["no job is trusted", (application) => (application.federatedCredentials = []), "AADSTS70021"],
];
const SECRET_GONE = (says: string): Harm => ["its secret is gone", (it) => (it.passwords = []), says];

const CERTIFICATE_GONE: Harm = ["its certificate is gone", (it) => (it.certificates = []), "AADSTS700027"];
/** Of what is looked up the plan knows already that it is gone. */
const NOT_FOUND = "No service principal found";

/** An application of the stack's own is created again once it is gone: until it is, the plan has no client id. */
const HARMS: Readonly<Record<string, readonly Harm[]>> = {
  // a secret that is yet to be created again leaves the certificate that nobody has registered
  "an application with a secret, inside": [...SECRET, SECRET_GONE("AADSTS700027"), deleted()],
  "a federated application, inside": [...FEDERATED, deleted()],
  "an existing one with a secret": [...SECRET, SECRET_GONE("AADSTS7000215"), deleted(NOT_FOUND)],
  "an existing one with a certificate": [CERTIFICATE_GONE, deleted(NOT_FOUND)],
  "an existing federated one": [...FEDERATED, deleted(NOT_FOUND)],
};

const peer = ({ world }: Deployment, clientId: string): Application => {
  const found = world.entra.directory.application(clientId);
  if (!found) throw new Error(`Entra has no application ${clientId}`);
  return found;
};

/** Nobody has asked for Azure's peering but the application; everything else stays as it was. */
async function expectNobodyInstead(deployment: Deployment, says: string, ...args: string[]): Promise<void> {
  const { byHand } = deployment.world;
  const before = byHand.azurePeerings();
  const asked = callersOfPeering(deployment);
  expectFailure(await deployment.apply(...args), says);
  expectFailure(await deployment.destroy(...args), says);
  expect(callersOfPeering(deployment)).toEqual(asked);
  expect(byHand.azurePeerings()).toEqual(before);
}

describe.each(Object.entries(HARMS))("%s", (who, harms) => {
  test.each(SIGN_INS)("is stood in for by nobody under %s, whatever becomes of it", async (signIn) => {
    const deployment = await startUnder(signIn, IDENTITIES[who]);
    await expectActive(deployment);
    const [name = ""] = callersOfPeering(deployment);
    expect(name).toBe(applicationOf(deployment));
    const application = peer(deployment, name.slice("app ".length));
    for (const [, harm, says] of harms) {
      harm(application, deployment);
      await expectNobodyInstead(deployment, says);
    }
    expect(callersOfPeering(deployment)).toEqual([name]);
  });
});

describe("a pipeline that keeps its token in a file", () => {
  const start = (build = IDENTITIES["a federated application, inside"]) =>
    startUnder("oidc", build, { deployer: { multiTenant: true, oidc: { delivery: "file" } } });

  /** azapi takes it for the client id that a plan does not know, if the token comes from a file. */
  const nameTheDeployer = ({ world }: Deployment): void => {
    Object.assign(world.settings.environment, { AZURE_CLIENT_ID: world.deployer.application?.clientId });
  };

  test("and names its own application in AZURE_CLIENT_ID peers as the application all the same", async () => {
    const deployment = await start();
    nameTheDeployer(deployment);
    await expectActive(deployment);
    expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);
    await expectDestroyed(deployment);
  });

  test("and does so is refused in Aiven's tenant once the application was deleted, so that nothing is sent", async () => {
    const deployment = await start();
    await expectActive(deployment);
    const [name = ""] = callersOfPeering(deployment);
    nameTheDeployer(deployment);
    deployment.world.byHand.deleteApplication(name.slice("app ".length));
    await expectNobodyInstead(deployment, "AADSTS7000229");
    expect(callersOfPeering(deployment)).toEqual([name]);
  });

  test("and does so reads Azure's peering as itself once the application was deleted and the peering is disconnected, and changes nothing", async () => {
    const federated = (connected: boolean) => (stack: StackMaker) => {
      const only = stack();
      const credential = PeeringCredential.federated(PIPELINE);
      const identity = new PeeringApplication(only, "application", { credential });
      peerNetwork(only, { azurePeeringProvider: AzurePeeringProvider.AZAPI, identity, connected });
    };
    const deployment = await start(federated(true));
    await expectActive(deployment);
    const { byHand, journal } = deployment.world;
    nameTheDeployer(deployment);
    byHand.deleteApplication(applicationOf(deployment).slice("app ".length));
    // whether it is still connected depends on when Aiven looks after the deletion
    const ids = () => byHand.azurePeerings().map(({ id }) => id);
    const [made, before] = [ids(), journal.entries.length];
    await deployment.change(federated(false));
    // Terraform drops some edges between providers, in no fixed order, to avoid a circle: it is refused before or while it applies
    expectFailure(await deployment.apply(), /AADSTS7000229|Error: Cycle/);
    const asked = journal.entries
      .slice(before)
      .filter(({ path, identity }) => path.includes("/virtualNetworkPeerings/") && identity !== "aiven")
      .map(({ method, identity }) => `${method} ${identity}`);
    expect(asked).toEqual(["GET deployer"]);
    expect(ids()).toEqual(made);
  });
});

test("a pipeline that hands out its token on request is asked for each", async () => {
  const deployment = await startUnder("oidc", IDENTITIES["a federated application, inside"], {
    deployer: { multiTenant: true, oidc: { delivery: "request", lifetime: 300 } },
  });
  await expectActive(deployment);
  expect(callersOfPeering(deployment)).toEqual([applicationOf(deployment)]);
  await expectDestroyed(deployment);
});

test.each(["azure-cli", "managed-identity"] as const)(
  "azurerm is not as tight: under %s it reads Azure's peering as the operator once the application was deleted, and changes nothing",
  async (signIn) => {
    const deployment = await startUnder(signIn, plain());
    await expectActive(deployment);
    const { world } = deployment;
    world.byHand.deleteApplication(applicationOf(deployment).slice("app ".length));
    const before = world.journal.entries.length;
    expect(await deployment.apply()).toMatchObject({ code: 1 });
    const asked = world.journal.entries
      .slice(before)
      .filter(({ path, identity }) => path.includes("/virtualNetworkPeerings/") && identity !== "aiven")
      .map(({ method, identity }) => `${method} ${identity}`);
    expect(asked).toEqual(["GET deployer"]);
  },
);
