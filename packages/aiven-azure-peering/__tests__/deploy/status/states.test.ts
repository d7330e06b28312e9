import { accounts, type SettingsInput, time } from "simulated-clouds";
import { Clouds } from "../support/clouds";
import { PeeringByHand, type ByHand } from "../support/peering-by-hand";
import { readStatus } from "../support/status";

const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

async function byHand(settings: SettingsInput = {}, how: ByHand = {}): Promise<PeeringByHand> {
  const clouds = await Clouds.start(settings);
  started.push(clouds);
  return new PeeringByHand(clouds, how);
}

test("of a peering that works there is nothing to complain of", async () => {
  const peering = await (await byHand()).make();
  const { code, status, states, lines } = await readStatus(started[0], peering.options);
  expect({ code, status, states }).toEqual({ code: 0, status: "ok", states: ["ACTIVE", "Connected", "FullyInSync"] });
  expect(lines).toMatchObject({
    VPC: { message: `my-project/${peering.vpcId} in azure-japaneast, 10.0.0.0/24, ACTIVE` },
    "right of the application": { message: "in effect" },
    "right of Aiven": { message: "in effect" },
    application: { message: "by hand, multi-tenant" },
  });
  expect(lines["client secret"].message).toMatch(/^primary ends on \d{4}-\d\d-\d\d, in 89 days$/);
  expect(lines["Aiven's service principal"].message).toMatch(/^aiven-prod-executor, /);
  expect(JSON.stringify(lines)).not.toContain(peering.secret);
});

const TUTORIAL = "create it: https://aiven.io/docs/platform/howto/vnet-peering-azure";
/** Of what is there, and then by the tutorial. */
const again =
  /^avn vpc peering-connection delete --project my-project --project-vpc-id \S+ .*\nthen create the peering again: https:/;

/** What was found of each side, and of the ranges, as `status message`; with the remedies beside them. */
async function sidesOf(peering: PeeringByHand) {
  const { code, states, lines } = await readStatus(started[0], peering.options);
  const seen = ["virtual network", "Aiven's connection", "Azure's peering", "address ranges"].filter(
    (check) => check in lines,
  );
  return {
    code,
    states: states.join(" "),
    seen: Object.fromEntries(seen.map((check) => [check, `${lines[check].status} ${lines[check].message}`])),
    remedies: seen.map((check) => lines[check].remedy),
  };
}

describe("each state of Aiven's connection", () => {
  test("absent, and Azure's too", async () => {
    const peering = await (await byHand()).prepare();
    expect(await sidesOf(peering)).toEqual({
      code: 1,
      states: "absent absent absent",
      seen: { "Aiven's connection": "failed does not exist", "Azure's peering": "failed does not exist" },
      // nobody has given a stack
      remedies: [TUTORIAL, TUTORIAL],
    });
  });

  test.each(["APPROVED", "APPROVED_PEER_REQUESTED"])("%s: Azure's peering is yet to come", async (state) => {
    const peering = await (await (await (await byHand()).prepare()).identify()).request({ settled: false });
    Object.assign(peering.connection, { state });
    expect(await sidesOf(peering)).toMatchObject({
      code: 0,
      states: `${state} absent absent`,
      seen: {
        "Aiven's connection": `warning ${state}: Aiven is about to create it`,
        "Azure's peering": "ok does not exist yet, as it should be: Aiven comes first",
      },
      remedies: ["run status again in a minute", undefined],
    });
  });

  test("PENDING_PEER without Azure's peering", async () => {
    const peering = await (await (await (await byHand()).prepare()).identify()).request();
    const { states, seen } = await sidesOf(peering);
    expect(states).toBe("PENDING_PEER absent absent");
    expect(seen).toEqual({
      "Aiven's connection":
        "warning PENDING_PEER: Aiven waits for Azure's peering: Aiven says: VNet peering pending setup of the peering in the user's Azure account",
      "Azure's peering": "failed does not exist",
    });
  });

  test("PENDING_PEER while Aiven has not seen Azure's peering", async () => {
    const peering = await (await (await (await (await byHand()).prepare()).identify()).request()).complete();
    expect(await sidesOf(peering)).toEqual({
      code: 0,
      states: "PENDING_PEER Connected FullyInSync",
      seen: {
        "Aiven's connection": "warning PENDING_PEER: Aiven has not found Azure's peering yet",
        "Azure's peering": "ok Connected",
        "address ranges": "ok FullyInSync",
      },
      remedies: ["wait up to 15 minutes, then run status again", undefined, undefined],
    });
  });

  test.each<[string, string, string | RegExp]>([
    ["ERROR", "Aiven did not complete it", again],
    ["REJECTED_BY_PEER", "Azure has refused Aiven, usually because a role is missing or address ranges overlap", again],
    ["DELETED", "Aiven is removing it", "run status again in a minute"],
    ["NEVER_HEARD_OF", "this command does not know the state", "look at the VPC in Aiven's console"],
  ])("%s", async (state, why, remedy) => {
    const stateInfo = { message: "for the test", type: "test" };
    const settings: SettingsInput = { aiven: { approvalOutcome: { state, stateInfo } } };
    const peering = await (await (await (await byHand(settings)).prepare()).identify()).request();
    const { seen, remedies } = await sidesOf(peering);
    expect(seen["Aiven's connection"]).toMatch(new RegExp(`^\\w+ ${state}: ${why}: Aiven says: for the test$`));
    if (typeof remedy === "string") expect(remedies[0]).toBe(remedy);
    else expect(remedies[0]).toMatch(remedy);
  });

  test("INVALID_SPECIFICATION, with Azure's message to Aiven", async () => {
    const peering = await (await (await (await byHand({}, { range: "10.0.0.0/16" })).prepare()).identify()).request();
    const { code, states, seen, remedies } = await sidesOf(peering);
    expect({ code, states }).toEqual({ code: 1, states: "INVALID_SPECIFICATION absent absent" });
    expect(seen["Aiven's connection"]).toMatch(
      /^failed INVALID_SPECIFICATION: .*: Aiven says: .*address spaces overlap/,
    );
    expect(remedies[0]).toMatch(again);
  });

  test("DELETED_BY_PEER, once Aiven has looked after Azure's peering was deleted", async () => {
    const peering = await (await byHand()).make();
    peering.world.byHand.removeAzurePeering(peering.azurePeeringId);
    // Aiven does not know it yet: a contradiction, and no reason to remove anything
    const { states: before, seen: said, remedies: then, code } = await sidesOf(peering);
    expect([before, code]).toEqual(["ACTIVE absent absent", 0]);
    expect(said["Azure's peering"]).toMatch(
      /^unknown Aiven's connection is ACTIVE, but no peering of the network is recognised/,
    );
    expect(then.join()).not.toMatch(/ delete |terraform/);
    await peering.world.clock.advance(time.minutes(5));
    const { states, seen, remedies } = await sidesOf(peering);
    expect(states).toBe("DELETED_BY_PEER absent absent");
    expect(seen["Aiven's connection"]).toMatch(/^failed DELETED_BY_PEER: Azure's peering was deleted: Aiven says: /);
    expect(remedies[0]).toMatch(again);
  });

  test("DELETING", async () => {
    const peering = await (await byHand()).make();
    const { peerCloudAccount, peerResourceGroup, peerVpc } = peering.connection;
    peering.world.aiven.peeringConnections.delete({ apiToken: "token" }, "my-project", peering.vpcId, {
      peerCloudAccount,
      peerResourceGroup,
      peerVpc,
    });
    expect((await sidesOf(peering)).seen["Aiven's connection"]).toBe("warning DELETING: Aiven is removing it");
  });
});

describe("each state of Azure's peering", () => {
  test("Disconnected, since Aiven's connection is gone", async () => {
    const peering = await (await byHand()).make();
    peering.world.byHand.removeAivenPeering(peering.connection);
    const why = "one side was removed while the other one existed, or Azure's peering was renamed";
    expect(await sidesOf(peering)).toEqual({
      code: 1,
      states: "absent Disconnected RemoteNotInSync",
      seen: { "Aiven's connection": `failed does not exist: ${why}`, "Azure's peering": `failed Disconnected: ${why}` },
      remedies: Array(2).fill(
        `az network vnet peering delete --ids ${peering.azurePeeringId}\nthen create the peering again: https://aiven.io/docs/platform/howto/vnet-peering-azure`,
      ),
    });
  });

  test("Initiated, since Aiven's connection leads to nothing of it", async () => {
    const peering = await (await (await (await byHand()).prepare()).identify()).request();
    const { executor } = peering.world.aiven;
    // Aiven's connection is gone before ours comes, and its connection does not know
    executor.deletePeering(peering.connection.vpc, peering.networkId);
    await peering.complete();
    const { code, states, seen, remedies } = await sidesOf(peering);
    // nobody sees that it is no longer under way
    expect({ code, states }).toEqual({ code: 0, states: "PENDING_PEER Initiated RemoteNotInSync" });
    expect(seen["Azure's peering"]).toBe("warning Initiated: under way, Aiven's connection is PENDING_PEER");
    expect(remedies[1]).toMatch(/^wait up to 20 minutes, [^]*:\naz network vnet peering delete [^]*\navn vpc /);
    Object.assign(peering.connection, { state: "ACTIVE" });
    const { code: then, seen: later } = await sidesOf(peering);
    expect(then).toBe(1);
    expect(later["Azure's peering"]).toMatch(/^failed Initiated: Aiven has no side for it: /);
  });

  test("RemoteNotInSync, and after Aiven's refresh FullyInSync", async () => {
    const peering = await (await byHand()).make();
    peering.world.byHand.growVirtualNetwork(peering.networkId, "10.2.0.0/16");
    const { code, states, seen, remedies } = await sidesOf(peering);
    expect({ code, states }).toEqual({ code: 1, states: "ACTIVE Connected RemoteNotInSync" });
    expect(seen["address ranges"]).toBe(
      "failed RemoteNotInSync: Aiven's connection does not have a range of the virtual network yet, and traffic to it is dropped",
    );
    expect(remedies[2]).toBe(
      `refresh Aiven's connection: Refresh VPC connections of the VPC in Aiven's console, or avn vpc peering-connection refresh --project-vpc-id ${peering.vpcId}. Aiven does so by itself once a day`,
    );
    peering.world.byHand.refreshAivenPeering(peering.connection);
    expect((await sidesOf(peering)).seen["address ranges"]).toBe("ok FullyInSync");
  });

  test("LocalNotInSync and LocalAndRemoteNotInSync, since Aiven's network has grown", async () => {
    const peering = await (await byHand()).make();
    const { aiven, byHand: hands } = peering.world;
    hands.growVirtualNetwork(aiven.executor.networkId(peering.connection.vpc), "10.9.0.0/24");
    const local = await sidesOf(peering);
    expect(local.states).toBe("ACTIVE Connected LocalNotInSync");
    expect(local.seen["address ranges"]).toMatch(
      /^failed LocalNotInSync: Azure's peering does not have a range of Aiven's network/,
    );
    // nobody but the application gets tokens of both tenants
    const { customerTenantId, aivenTenantId } = accounts;
    expect(local.remedies[2]?.split("\n")).toEqual([
      ...[customerTenantId, aivenTenantId].map(
        (tenant) =>
          `az login --service-principal --username ${peering.clientId} --password "$SECRET" --tenant ${tenant}`,
      ),
      `az network vnet peering sync --ids ${peering.azurePeeringId}`,
    ]);
    hands.growVirtualNetwork(peering.networkId, "10.2.0.0/16");
    const both = await sidesOf(peering);
    expect(both.states).toBe("ACTIVE Connected LocalAndRemoteNotInSync");
    expect(both.seen["address ranges"]).toMatch(/^failed LocalAndRemoteNotInSync: /);
  });

  test("absent with its network", async () => {
    const peering = await (await byHand()).make();
    peering.world.byHand.deleteResource(peering.networkId);
    const { code, seen, remedies } = await sidesOf(peering);
    expect(code).toBe(1);
    expect(seen["virtual network"]).toBe("failed does not exist");
    expect(remedies[0]).toBe("correct --network");
  });
});

describe("Azure's peering is recognised", () => {
  test.each([
    ["with a range that is wider than the VPC's", ["10.0.0.0/23"]],
    ["with ranges beside the VPC's", ["10.0.0.0/24", "192.168.7.0/24"]],
  ])("%s", async (_name, networkAddressSpace) => {
    const peering = await (await byHand({ aiven: { networkAddressSpace } })).make();
    expect(await sidesOf(peering)).toMatchObject({ code: 0, states: "ACTIVE Connected FullyInSync" });
  });

  test("and no network of one's own is taken for Aiven's, though it has the VPC's range", async () => {
    const peering = await (await byHand()).prepare();
    const { byHand: hands } = peering.world;
    const other = peering.networkId.replaceAll("Hub", "Spoke");
    hands.createVirtualNetwork(other, ["10.0.0.0/24"]);
    hands.peerVirtualNetworks(peering.networkId, other);
    expect((await sidesOf(peering)).states).toBe("absent absent absent");
  });
});

test("traffic that a flag keeps out: only the application can write the peering", async () => {
  const peering = await (await byHand()).make();
  const { azure } = peering.world;
  const found = azure.resources.get<{ settings: object }>(peering.azurePeeringId);
  if (!found) throw new Error("there is no peering");
  azure.resources.put({
    ...found,
    properties: { ...found.properties, settings: { allowVirtualNetworkAccess: false } },
  });
  const { lines } = await readStatus(started[0], peering.options);
  expect(lines.traffic).toMatchObject({ status: "failed" });
  expect(lines.traffic.remedy?.split("\n").map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "az login --service-principal",
    "az login --service-principal",
    "az network vnet",
  ]);
});
