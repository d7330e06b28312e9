import { AIVEN_TENANT_ID } from "../../../src/clouds/aiven/well-known";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../../src/clouds/settings";
import { AivenHarness } from "../../support/aiven";
import { completePeering, PEERING, peeringGraph } from "../../support/aiven-peering";

// The peering connection of a release after 4.62.
const aiven = new AivenHarness({ aivenPlugin: "framework", lag: { rbac: 0 } });

const values = async () => (await aiven.resource(PEERING))?.values;
const connections = () => aiven.world.aiven.peeringConnections.all;
const refreshOnly = () => aiven.terraform(["apply", "-refresh-only", "-auto-approve"]);

/** Aiven comes to this state instead of what its own checks would say. */
const ending = (state: string, stateInfo: Record<string, string | null> | null = null) => ({
  aiven: { approvalOutcome: { state, stateInfo } },
  lag: { rbac: 0 },
});

test("creation ends at PENDING_PEER, which each later plan warns of", async () => {
  aiven.configure(peeringGraph(aiven.preparePeering()));
  const outcome = await aiven.apply();
  expect(outcome).toMatchObject({ code: 0 });
  const warning = /Warning: Azure VPC peering setup is incomplete .* until the peer setup is completed in Azure\./;
  expect(outcome.text).toMatch(warning);
  const vpcId = aiven.world.aiven.vpcs.all[0].id;
  expect(await values()).toMatchObject({
    id: `my-project/${vpcId}/${CUSTOMER_SUBSCRIPTION_ID}/vnet`,
    state: "PENDING_PEER",
    state_info: { "to-tenant-id": AIVEN_TENANT_ID },
  });
  const plan = await aiven.plan();
  expect(plan).toMatchObject({ code: 0 });
  expect(plan.text).toMatch(warning);
});

test("it is looked at at once, then every five seconds", async () => {
  aiven.start({ aiven: { approval: 12 }, lag: { rbac: 0 } });
  aiven.configure(peeringGraph(aiven.preparePeering()));
  await aiven.apply();
  const calls = aiven.world.journal.entries.filter(({ cloud }) => cloud === "aiven");
  const [posted, ...looks] = calls.slice(calls.findIndex(({ path }) => path.endsWith("/peering-connections")));
  expect(looks.map(({ method, at }) => [method, (at - posted.at) / 1000])).toEqual(
    [0, 5, 10, 15].map((seconds) => ["GET", seconds]),
  );
});

test.each([false, true])(
  "once ACTIVE, with stateInfoSurvivesActive %s, state_info is there or null",
  async (survives) => {
    aiven.start({ stateInfoSurvivesActive: survives, lag: { rbac: 0, tenant: 0 } });
    aiven.configure(peeringGraph(aiven.preparePeering()));
    await aiven.apply();
    await completePeering(aiven);
    expect((await refreshOnly()).text).not.toContain("setup is incomplete");
    const found = await values();
    expect(found?.state).toBe("ACTIVE");
    expect(found?.state_info ?? null).toEqual(
      survives ? expect.objectContaining({ "to-tenant-id": AIVEN_TENANT_ID }) : null,
    );
  },
);

test("an expression that indexes state_info fails every plan once ACTIVE, in other words than of the empty map", async () => {
  aiven.start({ lag: { rbac: 0, tenant: 0 } });
  const output = { network: { value: `\${${PEERING}.state_info["to-network-id"]}` } };
  aiven.configure(peeringGraph(aiven.preparePeering()), { output });
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  await completePeering(aiven);
  const outcome = await aiven.plan();
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.text).toMatch(/Attempt to index null value .*state_info is null/);
});

describe("a connection that Aiven refuses stays, in Aiven and in the state as tainted", () => {
  test.each([
    ["Aiven's principal has no role", { admitted: false }],
    ["the app is not multi-tenant", { audience: "AzureADMyOrg" as const }],
  ])("%s", async (_, change) => {
    aiven.configure(peeringGraph(aiven.preparePeering(change)));
    const outcome = await aiven.apply();
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.text).toMatch(
      /Error: failed to refresh state .* resource reached a failed state: VPC peering connection specification is invalid; state_info: message=".+", type=".+"/,
    );
    expect(connections()).toMatchObject([{ state: "INVALID_SPECIFICATION" }]);
    const kept = await aiven.resource(PEERING);
    expect(kept).toMatchObject({ tainted: true, values: { state: null, vnet_name: "vnet" } });
    expect(kept?.values.id).toMatch(/\/vnet$/);
    expect((await aiven.plan()).text).toContain(`${PEERING} is tainted, so must be replaced`);
  });

  test("with the cause gone the next apply replaces it", async () => {
    aiven.configure(peeringGraph(aiven.preparePeering({ admitted: false })));
    await aiven.apply();
    await aiven.admit();
    expect(await aiven.apply()).toMatchObject({ code: 0 });
    expect(await values()).toMatchObject({ state: "PENDING_PEER" });
    expect(connections()).toHaveLength(1);
  });

  test.each([
    ["REJECTED_BY_PEER", "VPC peering connection request was rejected by the peer"],
    ["DELETED_BY_PEER", "peer cloud resource was deleted"],
    ["ERROR", "VPC peering connection reached ERROR"],
    ["DELETED", "VPC peering connection was deleted and cannot become active"],
  ])("%s, with what Aiven says of it in order", async (state, message) => {
    aiven.start(ending(state, { type: "x", message: 'a "b"', more: null }));
    aiven.configure(peeringGraph(aiven.preparePeering()));
    const said = String.raw`${message}; state_info: message="a \"b\"", more="<nil>", type="x"`;
    expect((await aiven.apply()).text).toContain(`resource reached a failed state: ${said}`);
    expect(await aiven.resource(PEERING)).toMatchObject({ tainted: true });
    expect(connections()).toHaveLength(1);
    expect(await aiven.destroy()).toMatchObject({ code: 0 });
    expect(connections()).toEqual([]);
  });
});

test.each([
  ["APPROVED_PEER_REQUESTED", 'VPC peering connection is still in transient state "APPROVED_PEER_REQUESTED"'],
  ["SOMETHING_NEW", 'unknown VPC peering connection state "SOMETHING_NEW"'],
])("%s is waited for until the time is over, and kept", async (state, message) => {
  aiven.start(ending(state));
  aiven.configure(peeringGraph({ ...aiven.preparePeering(), timeouts: { create: "2m" } }));
  expect((await aiven.apply()).text).toContain(
    `All attempts fail: #1: context deadline exceeded #2: resource is not in the desired state: ${message}`,
  );
  expect(await aiven.resource(PEERING)).toMatchObject({ tainted: true });
});

test("another timeout is an update, in which the state is unknown and the id is not", async () => {
  const peering = aiven.preparePeering();
  aiven.configure(peeringGraph(peering), { output: { id: { value: `\${${PEERING}.id}` } } });
  await aiven.apply();
  aiven.configure(peeringGraph({ ...peering, timeouts: { delete: "15m" } }), {
    output: { id: { value: `\${${PEERING}.id}` } },
  });
  const plan = await aiven.plan();
  expect(plan.text).toMatch(
    /will be updated in-place .* ~ state = "PENDING_PEER" -> \(known after apply\) ~ state_info = \{/,
  );
  expect(plan.text).not.toContain("Changes to Outputs");
  expect(await aiven.apply()).toMatchObject({ code: 0 });
  expect(await values()).toMatchObject({ state: "PENDING_PEER", timeouts: { delete: "15m" } });
  expect(aiven.world.journal.matching(/^POST .*peering-connections/)).toHaveLength(1);
});

test("a name in upper case is refused by the API, and the call is named", async () => {
  aiven.configure(peeringGraph({ ...aiven.preparePeering(), vnet_name: "VNet" }));
  expect((await aiven.apply()).text).toMatch(
    /Error: failed to create resource .* \[400 VpcPeeringConnectionCreate\]: /,
  );
  expect(await aiven.resource(PEERING)).toBeUndefined();
});

test("a connection that is gone drops out of the state", async () => {
  aiven.configure(peeringGraph(aiven.preparePeering()));
  await aiven.apply();
  aiven.world.byHand.removeAivenPeering(connections()[0]);
  expect((await aiven.plan()).text).toContain(`${PEERING} will be created`);
});

test("two networks of one name differ in their groups, but not in their ids", async () => {
  const peering = aiven.preparePeering();
  aiven.configure(peeringGraph(peering));
  await aiven.apply();
  const { peeringConnections } = aiven.world.aiven;
  const [{ vpc, peerCloudAccount, peerVpc, peerAzureAppId, peerAzureTenantId }] = connections();
  const other = { peerCloudAccount, peerVpc, peerAzureAppId, peerAzureTenantId, peerResourceGroup: "other" };
  peeringConnections.create({ apiToken: "token" }, "my-project", vpc.id, other);
  expect(await aiven.plan()).toMatchObject({ code: 0 });

  const id = String((await values())?.id);
  await aiven.terraform(["state", "rm", PEERING]);
  expect((await aiven.terraform(["import", PEERING, id])).text).toContain(
    `Error: failed to read resource finding VPC peering connection "${id}": multiple found: 2`,
  );
});

test("destroy deletes the connection before the VPC, and looks every five seconds whether it is gone", async () => {
  aiven.configure(peeringGraph(aiven.preparePeering()));
  await aiven.apply();
  expect(await aiven.destroy()).toMatchObject({ code: 0 });
  const deletions = aiven.world.journal.matching(/^DELETE/).filter(({ cloud }) => cloud === "aiven");
  expect(deletions.map(({ path }) => path.includes("peering-connections"))).toEqual([true, false]);
  expect((deletions[1].at - deletions[0].at) / 1000).toBe(5);
});

test("a deletion that is refused is asked for again, and named when the time is over", async () => {
  const match = { cloud: "aiven", method: "DELETE", path: /peering-connections/ } as const;
  aiven.configure(peeringGraph({ ...aiven.preparePeering(), timeouts: { delete: "1m" } }));
  await aiven.apply();
  aiven.world.faults.inject({ match, times: Infinity, status: 409, code: "Injected", message: "not now" });
  expect((await aiven.destroy()).text).toContain(
    "waiting for the resource to be gone [409 VpcPeeringConnectionWithResourceGroupDelete]: not now",
  );
  expect(await aiven.resource(PEERING)).toBeDefined();
});

test("a vpc_id without its project is refused at validate", async () => {
  aiven.configure({ aiven_azure_vpc_peering_connection: { peering: { ...aiven.preparePeering(), vpc_id: "uuid" } } });
  expect((await aiven.terraform(["validate"])).text).toMatch(
    /Error: Invalid Attribute Value Match .* Attribute vpc_id must match pattern "\^\[\^\/\]\*\/\[\^\/\]\*\$", got: uuid/,
  );
});

test("the data source finds a connection by all its parts", async () => {
  const peering = aiven.preparePeering();
  const data = (found: object) => ({
    data: { aiven_azure_vpc_peering_connection: { found } },
    output: { state: { value: "${data.aiven_azure_vpc_peering_connection.found.state}" } },
  });
  aiven.configure(peeringGraph(peering));
  await aiven.apply();
  aiven.configure(peeringGraph(peering), data(peering));
  expect((await aiven.apply()).text).toContain('state = "PENDING_PEER"');
  aiven.configure(peeringGraph(peering), data({ ...peering, peer_azure_app_id: "other" }));
  expect((await aiven.plan()).text).toMatch(
    /Error: failed to read datasource .* finding VPC peering connection ".+\/vnet": not found/,
  );
});

test("a state of the older release is read on, and nothing is to be done", async () => {
  aiven.start({ aivenPlugin: "sdk", lag: { rbac: 0, tenant: 0 } });
  aiven.configure(peeringGraph(aiven.preparePeering()));
  await aiven.apply();
  await completePeering(aiven);
  await refreshOnly();
  expect((await values())?.state_info).toEqual({});
  aiven.world.settings.aivenPlugin = "framework";
  expect(await aiven.plan()).toMatchObject({ code: 0 });
  expect(await aiven.destroy()).toMatchObject({ code: 0 });
});
