import { AivenCloud, PeeringApplication, PeeringCredential } from "cdktf-aiven-azure-peering";
import { expectActive, expectDestroyed } from "../support/assertions";
import { applicationOf, askedForHalf, startUnder, throughAzapi } from "./support";
import { addPeering } from "../support/peering";
import { AzureHalfProvider } from "cdktf-aiven-azure-peering";

test("app deleted", async () => {
  const d = await startUnder("client-secret", throughAzapi());
  await expectActive(d);
  const who = applicationOf(d);
  d.world.byHand.deleteApplication(who.slice(4));
  const r = await d.apply();
  console.log("apply", r.code, r.text.slice(0, 3000));
  const r2 = await d.plan(undefined, "-refresh=false");
  console.log("plan norefresh", r2.code, r2.text.slice(0, 1500));
  const r3 = await d.terraform([
    "apply",
    "-auto-approve",
    "-refresh=false",
    "-target=azuread_application_password.peering_identity_client-secret_primary_861E61AD",
  ]);
  console.log("target", r3.code, r3.text.slice(0, 2500));
  console.log(askedForHalf(d), d.halves);
});
