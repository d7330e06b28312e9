import { type SettingsInput, time } from "simulated-clouds";
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
      remedies: ["`terraform apply`", "`terraform apply`"],
    });
  });

  test("APPROVED", async () => {
    const peering = await (await (await (await byHand()).prepare()).identify()).request({ settled: false });
    expect(await sidesOf(peering)).toMatchObject({
      code: 1,
      states: "APPROVED absent absent",
      seen: { "Aiven's connection": "warning APPROVED: Aiven is about to create it" },
      remedies: ["run status again in a minute", "`terraform apply`"],
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
      remedies: ["wait up to 15 minutes, then `terraform apply -refresh-only`", undefined, undefined],
    });
  });

  test.each([
    ["APPROVED_PEER_REQUESTED", "Aiven did not complete it", "`terraform apply` requests it again"],
    ["ERROR", "Aiven did not complete it", "`terraform apply` requests it again"],
    [
      "REJECTED_BY_PEER",
      "Azure has refused Aiven, usually because a role is missing or address ranges overlap",
      "correct the cause, then create the peering again (https://github.com/cdktf-aiven-azure-peering/cdktf-aiven-azure-peering/blob/main/docs/networks.md#creating-a-peering-again)",
    ],
    ["DELETED", "Aiven is removing it", "run status again in a minute"],
    ["NEVER_HEARD_OF", "this command does not know the state", "look at the VPC in Aiven's console"],
  ])("%s", async (state, why, remedy) => {
    const stateInfo = { message: "for the test", type: "test" };
    const settings: SettingsInput = { aiven: { approvalOutcome: { state, stateInfo } } };
    const peering = await (await (await (await byHand(settings)).prepare()).identify()).request();
    const { seen, remedies } = await sidesOf(peering);
    expect(seen["Aiven's connection"]).toMatch(new RegExp(`^\\w+ ${state}: ${why}: Aiven says: for the test$`));
    expect(remedies[0]).toBe(remedy);
  });

  test("INVALID_SPECIFICATION, with Azure's message to Aiven", async () => {
    const peering = await (await (await (await byHand({}, { range: "10.0.0.0/16" })).prepare()).identify()).request();
    const { code, states, seen, remedies } = await sidesOf(peering);
    expect({ code, states }).toEqual({ code: 1, states: "INVALID_SPECIFICATION absent absent" });
    expect(seen["Aiven's connection"]).toMatch(
      /^failed INVALID_SPECIFICATION: .*: Aiven says: .*address spaces overlap/,
    );
    expect(remedies[0]).toBe("read the message, correct the cause, and apply again, which replaces the connection");
  });

  test("DELETED_BY_PEER, once Aiven has looked after Azure's peering was deleted", async () => {
    const peering = await (await byHand()).make();
    peering.world.byHand.removeAzurePeering(peering.azurePeeringId);
    expect((await sidesOf(peering)).states).toBe("ACTIVE absent absent");
    await peering.world.clock.advance(time.minutes(5));
    const { states, seen, remedies } = await sidesOf(peering);
    expect(states).toBe("DELETED_BY_PEER absent absent");
    expect(seen["Aiven's connection"]).toMatch(/^failed DELETED_BY_PEER: Azure's peering was deleted: Aiven says: /);
    expect(remedies[0]).toBe("`terraform apply -replace=…` as the check says, which creates both sides again");
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
  const again =
    "create the peering again (https://github.com/cdktf-aiven-azure-peering/cdktf-aiven-azure-peering/blob/main/docs/networks.md#creating-a-peering-again); or remove the side that is left (`az network vnet peering delete`) and apply";

  test("Disconnected, since Aiven's connection is gone", async () => {
    const peering = await (await byHand()).make();
    peering.world.byHand.removeAivenPeering(peering.connection);
    const why = "one side was removed while the other one existed, or Azure's peering was renamed";
    expect(await sidesOf(peering)).toEqual({
      code: 1,
      states: "absent Disconnected RemoteNotInSync",
      seen: { "Aiven's connection": `failed does not exist: ${why}`, "Azure's peering": `failed Disconnected: ${why}` },
      remedies: [again, again],
    });
  });

  test("Initiated, since Aiven's connection leads to nothing of it", async () => {
    const peering = await (await (await (await byHand()).prepare()).identify()).request();
    const { executor } = peering.world.aiven;
    // Aiven's connection is gone before ours comes, and its connection does not know
    executor.deletePeering(peering.connection.vpc, peering.networkId);
    await peering.complete();
    const { code, states, seen } = await sidesOf(peering);
    expect({ code, states }).toEqual({ code: 1, states: "PENDING_PEER Initiated RemoteNotInSync" });
    expect(seen["Azure's peering"]).toMatch(/^failed Initiated: Aiven has no side for it: /);
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
      "refresh Aiven's connection: Refresh VPC connections of the VPC in Aiven's console, or `avn vpc peering-connection refresh --project-vpc-id …`. Aiven does so by itself once a day. Then `terraform apply -refresh-only`",
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
    expect(local.remedies[2]).toBe(`az network vnet peering sync --ids ${peering.azurePeeringId}`);
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
    expect(remedies[0]).toBe("`terraform apply`, or correct its name");
  });
});
