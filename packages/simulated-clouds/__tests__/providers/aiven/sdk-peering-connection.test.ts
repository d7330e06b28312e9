import { AIVEN_TENANT_ID } from "../../../src/clouds/aiven/well-known";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../../src/clouds/settings";
import { AivenHarness } from "../../support/aiven";
import { completePeering, PEERING as ADDRESS, peeringGraph as graph } from "../../support/aiven-peering";

// The peering connection of releases up to 4.62.
const aiven = new AivenHarness({ aivenPlugin: "sdk", lag: { rbac: 0 } });

const values = async () => (await aiven.resource(ADDRESS))?.values;
const connections = () => aiven.world.aiven.peeringConnections.all;

test("creation ends at PENDING_PEER with a warning that holds the state info", async () => {
  aiven.configure(graph(aiven.preparePeering()));
  const outcome = await aiven.apply();
  expect(outcome).toMatchObject({ code: 0 });
  expect(outcome.text).toContain(
    "Warning: Aiven platform has created a connection to the specified peer successfully in the cloud, but the " +
      "connection is not active until the user completes the setup in their cloud account.",
  );
  expect(outcome.text).toContain(`"to-tenant-id":"${AIVEN_TENANT_ID}"`);
  const vpcId = aiven.world.aiven.vpcs.all[0].id;
  expect(await values()).toMatchObject({
    id: `my-project/${vpcId}/${CUSTOMER_SUBSCRIPTION_ID}/vnet`,
    state: "PENDING_PEER",
    state_info: { "to-tenant-id": AIVEN_TENANT_ID },
    peering_connection_id: null,
  });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

test("it is looked at after ten seconds, then ever less often", async () => {
  aiven.start({ aiven: { approval: 45 }, lag: { rbac: 0 } });
  aiven.configure(graph(aiven.preparePeering()));
  await aiven.apply();
  const [posted] = aiven.world.journal.matching(/^POST .*peering-connections/);
  const looks = aiven.world.journal.matching(/^GET .*vpcs/).filter(({ at }) => at > posted.at);
  // 10, then 5, then 10 apart; the last one is the read that fills the state
  expect(looks.map(({ at }) => (at - posted.at) / 1000)).toEqual([10, 15, 25, 35, 45]);
});

test.each([false, true])(
  "once ACTIVE, with stateInfoSurvivesActive %s, state_info is or is not there",
  async (survives) => {
    aiven.start({ stateInfoSurvivesActive: survives, lag: { rbac: 0, tenant: 0 } });
    aiven.configure(graph(aiven.preparePeering()));
    await aiven.apply();
    await completePeering(aiven);
    expect(await aiven.terraform(["apply", "-refresh-only", "-auto-approve"])).toMatchObject({ code: 0 });
    const found = await values();
    expect(found?.state).toBe("ACTIVE");
    // null from the API is an empty map in the state
    expect(found?.state_info).toEqual(survives ? expect.objectContaining({ "to-tenant-id": AIVEN_TENANT_ID }) : {});
  },
);

test("an expression that indexes state_info fails every plan once ACTIVE", async () => {
  aiven.start({ lag: { rbac: 0, tenant: 0 } });
  const output = { network: { value: `\${${ADDRESS}.state_info["to-network-id"]}` } };
  aiven.configure(graph(aiven.preparePeering()), { output });
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  await completePeering(aiven);
  const outcome = await aiven.plan();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain("Invalid index");
  expect(outcome.text).toContain("state_info is empty map of string");
});

describe("a connection Aiven cannot make is deleted again and tainted", () => {
  test.each([
    ["Aiven's principal has no role", { admitted: false }],
    ["the app is not multi-tenant", { audience: "AzureADMyOrg" as const }],
  ])("%s", async (_, change) => {
    aiven.configure(graph(aiven.preparePeering(change)));
    const outcome = await aiven.apply();
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.text).toMatch(/VPC peering connection cannot be created, more in the state info: .+ "type":"/);
    expect(connections()).toEqual([]);
    expect(await aiven.resource(ADDRESS)).toMatchObject({ tainted: true, values: { state: null, vnet_name: "vnet" } });
    expect((await aiven.plan()).text).toContain(`${ADDRESS} will be created`);
  });

  test("with the cause gone the next apply makes it", async () => {
    const peering = aiven.preparePeering({ admitted: false });
    aiven.configure(graph(peering));
    await aiven.apply();
    await aiven.admit();
    expect(await aiven.apply()).toMatchObject({ code: 0 });
    expect(await values()).toMatchObject({ state: "PENDING_PEER" });
  });

  test("a key without a value is the text that Go prints for nothing, in the state and in the warning", async () => {
    const stateInfo = { message: "almost", "to-network-id": null, "to-tenant-id": "x" };
    aiven.start({ aiven: { approvalOutcome: { state: "PENDING_PEER", stateInfo } }, lag: { rbac: 0 } });
    aiven.configure(graph(aiven.preparePeering()));
    expect((await aiven.apply()).text).toContain('Find more in the state info: almost "to-network-id":`<nil>`');
    const info = { message: "almost", "to-network-id": "<nil>", "to-tenant-id": "x" };
    expect(await values()).toMatchObject({ state: "PENDING_PEER", state_info: info });
  });

  test.each([
    ["REJECTED_BY_PEER", "VPC peering connection request was rejected, state info: no"],
    ["DELETED_BY_PEER", "A user deleted the peering cloud resource in their account."],
  ])("%s", async (state, message) => {
    const approvalOutcome = { state, stateInfo: { message: "no", type: "x" } };
    aiven.start({ aiven: { approvalOutcome }, lag: { rbac: 0 } });
    aiven.configure(graph(aiven.preparePeering()));
    expect((await aiven.apply()).text).toContain(`Error: ${message}`);
    expect(await aiven.resource(ADDRESS)).toMatchObject({ tainted: true });
    expect(connections()).toEqual([]);
  });
});

test.each(["ERROR", "APPROVED_PEER_REQUESTED"])(
  "%s is an error before the id is saved: an orphan stays",
  async (state) => {
    aiven.start({ aiven: { approvalOutcome: { state, stateInfo: null } }, lag: { rbac: 0 } });
    aiven.configure(graph(aiven.preparePeering()));
    const outcome = await aiven.apply();
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.text).toContain(
      `Error creating VPC peering connection: unexpected state '${state}', wanted target 'ACTIVE, REJECTED_BY_PEER, ` +
        "PENDING_PEER, INVALID_SPECIFICATION, DELETING, DELETED, DELETED_BY_PEER'",
    );
    expect(await aiven.resource(ADDRESS)).toBeUndefined();
    expect(connections()).toHaveLength(1);
  },
);

test("a connection that stays APPROVED times out", async () => {
  aiven.start({ aiven: { approval: 3600 }, lag: { rbac: 0 } });
  aiven.configure(graph({ ...aiven.preparePeering(), timeouts: { create: "15m" } }));
  expect((await aiven.apply()).text).toContain("(last state: 'APPROVED', timeout: 15m0s)");
  expect(await aiven.resource(ADDRESS)).toBeUndefined();
});

test("another timeout is no change", async () => {
  const peering = aiven.preparePeering();
  aiven.configure(graph(peering));
  await aiven.apply();
  aiven.configure(graph({ ...peering, timeouts: { create: "15m" } }));
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

test("a name in upper case is refused by the API, and nothing lowers it before", async () => {
  aiven.configure(graph({ ...aiven.preparePeering(), vnet_name: "VNet" }));
  const outcome = await aiven.apply();
  expect(outcome.text).toMatch(/Error: Error waiting for VPC peering connection creation: 400: .* - with/);
});

test("mixed case is not found again: the connection drops out of the state", async () => {
  aiven.configure(graph(aiven.preparePeering()));
  await aiven.apply();
  // as in the state of an import by hand, or of an API that lowered what it was given
  Object.assign(connections()[0], { peerVpc: "VNet" });
  expect((await aiven.plan()).text).toContain(`${ADDRESS} will be created`);
});

test.each([["peer_resource_group"], ["peer_azure_app_id"], ["vnet_name"]])(
  "another %s replaces the connection",
  async (argument) => {
    const peering = aiven.preparePeering();
    aiven.configure(graph(peering));
    await aiven.apply();
    aiven.configure(graph({ ...peering, [argument]: "other" }));
    expect((await aiven.plan()).text).toContain(`${ADDRESS} must be replaced`);
  },
);

test("destroy deletes the connection before the VPC, and looks after ten seconds whether it is gone", async () => {
  aiven.configure(graph(aiven.preparePeering()));
  await aiven.apply();
  expect(await aiven.destroy()).toMatchObject({ code: 0 });
  expect(connections()).toEqual([]);
  const deletions = aiven.world.journal.matching(/^DELETE/).filter(({ cloud }) => cloud === "aiven");
  expect(deletions.map(({ path }) => path.includes("peering-connections"))).toEqual([true, false]);
  expect((deletions[1].at - deletions[0].at) / 1000).toBe(10);
});

test("import by an id that holds no resource group", async () => {
  aiven.configure(graph(aiven.preparePeering()));
  await aiven.apply();
  const id = String((await values())?.id);
  await aiven.terraform(["state", "rm", ADDRESS]);
  expect(await aiven.terraform(["import", ADDRESS, id])).toMatchObject({ code: 0 });
  expect(await aiven.plan()).toMatchObject({ code: 0 });
  await aiven.terraform(["state", "rm", ADDRESS]);
  expect((await aiven.terraform(["import", ADDRESS, "a/b/c"])).text).toContain("with 4-5 chunks, got 3");
});

test("a vpc_id without its project is refused at validate", async () => {
  aiven.configure({ aiven_azure_vpc_peering_connection: { peering: { ...aiven.preparePeering(), vpc_id: "uuid" } } });
  const outcome = await aiven.terraform(["validate"]);
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toContain("invalid vpc_id, expected <project_name>/<vpc_id>");
});

test("the data source finds a connection by all its parts", async () => {
  const peering = aiven.preparePeering();
  aiven.configure(graph(peering));
  await aiven.apply();
  const data = (found: object) => ({ data: { aiven_azure_vpc_peering_connection: { found } } });
  const output = { state: { value: "${data.aiven_azure_vpc_peering_connection.found.state}" } };
  aiven.configure(graph(peering), { ...data(peering), output });
  expect((await aiven.apply()).text).toContain('state = "PENDING_PEER"');
  aiven.configure(graph(peering), { ...data({ ...peering, vnet_name: "other" }), output });
  expect((await aiven.plan()).text).toMatch(/Error: Azure peering connection my-project\/.*\/other not found/);
});
