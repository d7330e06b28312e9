import { randomUUID } from "node:crypto";
import {
  type AzurePeeringProvider,
  type FederatedCredentialOptions,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { federatedAssertion, type FederatedSubject, type Outcome, time } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed, expectOursDestroyed } from "../support/assertions";
import type { Deployment } from "../support/deployment";
import { expectFailure, expectSuccess } from "../support/failure";
import { IDENTITIES, PIPELINE, startUnder } from "../support/identities";
import { peerNetwork } from "../support/peering";
import { AZAPI, AZURERM, tryRows } from "./rows";

/** An application of the stack's own that trusts these jobs, peering through azapi. */
const trusting =
  (...jobs: readonly FederatedCredentialOptions[]) =>
  (stack: StackMaker) => {
    const only = stack();
    const credential = PeeringCredential.federated(...jobs);
    const identity = new PeeringApplication(only, "application", { credential });
    peerNetwork(only, { azurePeeringProvider: AZAPI, identity });
  };

/** The next job is another one. The deployer is trusted in it, as whoever set up the pipeline saw to. */
function startJob({ world: { deployer } }: Deployment, claims: Partial<FederatedSubject>): void {
  deployer.pipeline?.startJob(claims);
  const { application, pipeline } = deployer;
  const [first] = application?.federatedCredentials ?? [];
  if (!application || !pipeline) throw new Error("nobody is signed in by a pipeline");
  const { subject, issuer, audience } = pipeline.subject;
  application.federatedCredentials.push({ ...first, id: randomUUID(), subject, issuer, audiences: [audience] });
}

/** Applied in one job, planned in another that the application does not trust; then it trusts both, and either job does all of it. */
const untrusted =
  (claims: Partial<FederatedSubject>) =>
  async (prints: (outcome: Outcome) => void): Promise<void> => {
    const deployment = await startUnder("oidc", trusting(PIPELINE));
    await expectActive(deployment);
    startJob(deployment, claims);
    prints(await deployment.plan());
    const { subject, issuer, audience } = { ...PIPELINE, audience: undefined, ...claims };
    await deployment.change(trusting(PIPELINE, { subject: `${subject}`, issuer, audience, displayName: "plan" }));
    expectFailure(await deployment.plan(), "No matching federated identity record");
    expectSuccess(await deployment.apply("-refresh=false"));
    await deployment.world.clock.advance(time.minutes(1));
    await expectActive(deployment);
    startJob(deployment, PIPELINE);
    await expectActive(deployment);
    // the deployer's own credentials are the pipeline's
    await expectOursDestroyed(deployment, "pipeline", "pipeline");
  };

/** A federated application whose pipeline's token is not there, then is. */
const withoutToken =
  (azurePeeringProvider: AzurePeeringProvider) =>
  async (prints: (outcome: Outcome) => void): Promise<void> => {
    const deployment = await startUnder(
      "client-secret",
      (stack) => {
        const credential = PeeringCredential.federated(PIPELINE);
        const identity = new PeeringApplication(stack("identity"), "application", { credential });
        peerNetwork(stack("peering"), { azurePeeringProvider, identity });
      },
      { environment: {} },
    );
    prints(await deployment.apply());
    const ARM_OIDC_TOKEN = federatedAssertion({ ...PIPELINE, audience: "api://AzureADTokenExchange" });
    Object.assign(deployment.world.settings.environment, { ARM_OIDC_TOKEN });
    await deployment.wait();
    await expectActive(deployment);
    await expectDestroyed(deployment);
  };

tryRows("A pipeline's token", {
  "subject not trusted": async (prints) => {
    await untrusted({ subject: "repo:customer/infrastructure:pull_request" })(prints);

    // an earlier stack needs no sign-in of the application
    const earlier =
      (...jobs: readonly FederatedCredentialOptions[]) =>
      (stack: StackMaker) => {
        const credential = PeeringCredential.federated(...jobs);
        const identity = new PeeringApplication(stack("identity"), "application", { credential });
        peerNetwork(stack("peering"), { identity });
      };
    const deployment = await startUnder("oidc", earlier(PIPELINE));
    await expectActive(deployment);
    const plan = { ...PIPELINE, subject: "repo:customer/infrastructure:environment:plan" };
    startJob(deployment, plan);
    prints(await deployment.plan(deployment.stacks[1]));
    await deployment.change(earlier(PIPELINE, { ...plan, displayName: "plan" }));
    expectSuccess(await deployment.terraform(["apply", "-auto-approve"], { stack: deployment.stacks[0] }));
    await deployment.world.clock.advance(time.minutes(1));
    await expectActive(deployment);
  },

  "subject in another case": untrusted({ subject: PIPELINE.subject.replace("customer", "Customer") }),

  "issuer not trusted": untrusted({ issuer: "https://token.actions.githubusercontent.com/my-enterprise" }),

  "audience not trusted": async (prints) => {
    const deployment = await startUnder("oidc", trusting(PIPELINE));
    await expectActive(deployment);
    startJob(deployment, { audience: "https://gitlab.com" });
    prints(await deployment.plan());
    deployment.world.deployer.pipeline?.startJob({ audience: "api://AzureADTokenExchange" });
    await expectActive(deployment);

    const other = await startUnder("oidc", trusting(PIPELINE));
    await expectActive(other);
    startJob(other, { audience: "https://gitlab.com" });
    prints(await other.plan());
    await other.change(trusting({ ...PIPELINE, audience: "https://gitlab.com" }));
    expectSuccess(await other.apply("-refresh=false"));
    await other.world.clock.advance(time.minutes(1));
    await expectActive(other);
  },

  "no token of the pipeline, azapi": withoutToken(AZAPI),

  "no token of the pipeline, azurerm": withoutToken(AZURERM),

  "token ended": async (prints) => {
    const job = (delivery: "token" | "request") =>
      startUnder("oidc", IDENTITIES["an existing federated one"], { deployer: { oidc: { delivery, lifetime: 180 } } });
    const deployment = await job("token");
    prints(await deployment.apply());
    deployment.world.deployer.pipeline?.startJob();
    expectSuccess(await deployment.apply());
    await deployment.wait();
    deployment.world.deployer.pipeline?.startJob();
    expect(await deployment.plan()).toMatchObject({ code: 0 });
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);

    await expectActive(await job("request"));
  },
});
