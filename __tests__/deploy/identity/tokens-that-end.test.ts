import { AzurePeeringProvider, PeeringCredential } from "cdktf-aiven-azure-peering";
import type { OidcSettings } from "simulated-clouds";
import { expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { PIPELINE } from "../support/identities";
import { peerNetwork, applicationOfEarlierStack } from "../support/peering";

const FIVE_MINUTES = 300;

const start = (azurePeeringProvider: AzurePeeringProvider, delivery: OidcSettings["delivery"] = "token") =>
  Deployment.start({ signIn: "oidc", deployer: { oidc: { delivery, lifetime: FIVE_MINUTES } } }, (stack) => {
    const identity = applicationOfEarlierStack(stack("identity"), {
      credential: PeeringCredential.federated(PIPELINE),
    });
    peerNetwork(stack("peering"), { identity, azurePeeringProvider });
  });

describe.each(Object.values(AzurePeeringProvider))(
  "a token that ends after five minutes, through %s",
  (azurePeeringProvider) => {
    const inOneJob = async () => {
      const deployment = await start(azurePeeringProvider);
      const { code, text } = await deployment.apply();
      expect([code, text]).toEqual([1, expect.stringContaining("AADSTS700024")]);
      return deployment;
    };

    test("ends within one job for all; the job is run again, and completes", async () => {
      const deployment = await inOneJob();
      deployment.world.deployer.pipeline?.startJob();
      expect(await deployment.apply()).toMatchObject({ code: 0 });
      await deployment.wait();
      expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
    });

    test("is enough for the identity in one job and the peering in the next, and for their removal", async () => {
      const deployment = await start(azurePeeringProvider);
      const { world } = deployment;
      for (const stack of ["identity", "peering"]) {
        world.deployer.pipeline?.startJob();
        expect(await deployment.terraform(["apply", "-auto-approve"], { stack })).toMatchObject({ code: 0 });
      }
      await deployment.wait();
      expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
      for (const stack of ["peering", "identity"]) {
        world.deployer.pipeline?.startJob();
        expect(await deployment.terraform(["destroy", "-auto-approve"], { stack })).toMatchObject({ code: 0 });
      }
      expect(world.added()).toEqual([]);
    });
  },
);

test.each([
  ["an address that is asked for each token", "request"],
  ["a file that is kept fresh", "file"],
] as const)("%s serves one job for all", async (_, delivery) => {
  for (const azurePeeringProvider of Object.values(AzurePeeringProvider)) {
    const deployment = await start(azurePeeringProvider, delivery);
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    await deployment.wait();
    await expectDestroyed(deployment);
  }
});
