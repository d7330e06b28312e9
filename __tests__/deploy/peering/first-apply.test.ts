import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import { type Outcome, time, type World } from "simulated-clouds";
import { testNeeding } from "../../../tools/needing";
import { plain } from "../support/changes";
import { SUBSCRIPTION_ID } from "../support/deployment";
import { deployPeering } from "../support/failure";
import { described, madeByHand } from "../support/made-by-hand";
import { minutesAfterTheWaits } from "../support/time-passed";

/** Aiven does not look for Azure's peering for hours. */
const SLOW = { aiven: { poll: 36_000 } };
const HUB_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/Hub-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;

/** What the checks say of the sides in an apply, or in a plan that must want nothing. */
async function warnings(outcome: Promise<Outcome>): Promise<string[]> {
  const { code, stdout, stderr } = await outcome;
  const text = (stdout + stderr).replace(/[\s│╷╵]+/g, " ");
  expect(code === 0 ? "" : text).toBe("");
  const said = [...text.matchAll(/peering (?:with|of) virtual network \S+ is (\w+)(?: and (\w+))?,? not /g)];
  expect(said).toHaveLength(text.split("Check block assertion failed").length - 1);
  return said.map(([, ...states]) => states.filter(Boolean).join(" "));
}

/** Has Aiven's side in Azure vanish before Azure's peering is created, which is Initiated then. */
function loseAivensSide({ aiven, clock }: Pick<World, "aiven" | "clock">): void {
  const [connection] = aiven.peeringConnections.all;
  if (connection?.state === "PENDING_PEER") aiven.executor.deletePeering(connection.vpc, HUB_ID);
  else clock.at(clock.now() + time.seconds(1), () => loseAivensSide({ aiven, clock }));
}

describe.each(Object.values(AzurePeeringProvider))("through %s, while Aiven looks for Azure's peering,", (provider) => {
  const start = () => deployPeering(SLOW, { azurePeeringProvider: provider });

  test("the first apply and the plans of the next 20 minutes warn of nothing, and later ones do", async () => {
    const deployment = await start();
    expect(await warnings(deployment.apply())).toEqual([]);
    expect(deployment.states).toEqual(["PENDING_PEER", "Connected"]);
    expect(await warnings(deployment.plan())).toEqual([]);
    minutesAfterTheWaits(deployment, 19);
    expect(await warnings(deployment.plan())).toEqual([]);
    minutesAfterTheWaits(deployment, 21);
    expect(await warnings(deployment.plan())).toEqual(["PENDING_PEER"]);
    expect(await warnings(deployment.apply())).toEqual(["PENDING_PEER"]);
  });

  test("a peering that is connected again has the time once more", async () => {
    const deployment = await start();
    expect(await warnings(deployment.apply())).toEqual([]);
    minutesAfterTheWaits(deployment, 21);
    await deployment.change(plain({ azurePeeringProvider: provider, connected: false }));
    expect(await warnings(deployment.apply())).toEqual([]);
    await deployment.change(plain({ azurePeeringProvider: provider }));
    expect(await warnings(deployment.apply())).toEqual([]);
    expect(deployment.states).toEqual(["PENDING_PEER", "Connected"]);
  });

  test("any other state of Aiven's connection is warned of at once", async () => {
    const deployment = await start();
    expect(await warnings(deployment.apply())).toEqual([]);
    Object.assign(deployment.world.aiven.peeringConnections.all[0] as object, { state: "REJECTED_BY_PEER" });
    expect(await warnings(deployment.plan())).toEqual(["REJECTED_BY_PEER"]);
  });
});

test("Azure's peering that is Initiated is warned of 20 minutes later, through azapi, which shows it", async () => {
  const deployment = await deployPeering(SLOW, { azurePeeringProvider: AzurePeeringProvider.AZAPI });
  loseAivensSide(deployment.world);
  expect(await warnings(deployment.apply())).toEqual([]);
  expect(deployment.states).toEqual(["PENDING_PEER", "Initiated"]);
  expect(await warnings(deployment.plan())).toEqual([]);
  minutesAfterTheWaits(deployment, 21);
  expect(await warnings(deployment.plan())).toEqual(["PENDING_PEER", "Initiated RemoteNotInSync"]);
});

testNeeding("import by expressions", "a connection that is imported while Aiven looks for Azure's peering")(
  "a connection that existed before is warned of at once",
  async () => {
    const { deployment, made } = await madeByHand();
    const { settings, aiven } = deployment.world;
    settings.aiven.poll = SLOW.aiven.poll;
    await deployment.wait();
    Object.assign(aiven.peeringConnections.all[0] as object, { state: "PENDING_PEER" });
    await deployment.change((stack) => described(stack(), made));
    expect(await warnings(deployment.apply())).toEqual(["PENDING_PEER"]);
  },
);
