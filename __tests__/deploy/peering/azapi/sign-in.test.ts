import { expectActive, expectDestroyed } from "../../support/assertions";
import { applicationOf, callersOfPeering, IDENTITIES, PIPELINES, SIGN_INS, startUnder } from "./support";

/** The row of azapi in the README's table: how Terraform is signed in, and who peers. All of it in one stack. */
const TERRAFORMS_OWN = "Terraform's own";

describe.each(Object.entries(IDENTITIES))("%s", (who, build) => {
  const signIns = who === TERRAFORMS_OWN ? PIPELINES : SIGN_INS;

  test.each(signIns)("comes and goes in one apply each under %s, as nobody but the application", async (signIn) => {
    const deployment = await startUnder(signIn, build);
    await expectActive(deployment);
    const asked = callersOfPeering(deployment);
    expect(asked).toEqual([who === TERRAFORMS_OWN ? "deployer" : applicationOf(deployment)]);
    await expectDestroyed(deployment);
    expect(callersOfPeering(deployment)).toEqual(asked);
  });
});

test.each(SIGN_INS)("the first plan under %s asks nothing as the application", async (signIn) => {
  const deployment = await startUnder(signIn, IDENTITIES["an application with a secret, inside"]);
  expect(await deployment.plan()).toMatchObject({ code: 2 });
  expect(new Set(deployment.world.journal.entries.map(({ identity }) => identity))).toEqual(new Set(["deployer"]));
});
