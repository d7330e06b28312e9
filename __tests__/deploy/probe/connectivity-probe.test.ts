import { testNeeding } from "../../../tools/needing";
import { expectDestroyed } from "../support/assertions";
import { addressOf } from "../support/failure";
import {
  addPrivateService,
  deployPrivateService,
  type PrivateServiceOptions,
  PROBE,
  runs,
} from "../support/private-service";
import type { Deployment } from "../support/deployment";

const test = testNeeding("python3", "whether a machine reaches a service");

/** The service admits nobody from the machine's network. */
const CLOSED: PrivateServiceOptions = { service: () => ({ pgUserConfig: { ipFilter: ["10.7.0.0/16"] } }) };
const change = (deployment: Deployment, options: PrivateServiceOptions) =>
  deployment.change((stack) => addPrivateService(stack(), options));
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const HOST = "postgres-my-project.aivencloud.com";
const PASSED = new RegExp(
  `^${HOST.replaceAll(".", "\\.")} is private: 10\\.0\\.0\\.4, in 10\\.0\\.0\\.0/24, answers as PostgreSQL over TLSv1\\.3; waited \\d+ s of at most \\d+ s$`,
);
const ROUTE =
  "10.0.0.4 port 12691 does not answer (timed out): the peering is not ACTIVE yet or not Connected, this machine is in a network that " +
  "is not peered, or an outbound rule, a route or a firewall drops the traffic";
const PORT =
  "refuses the connection, so the network path is there: the service's IP filter does not hold this machine's address, the port is " +
  "wrong, or the service is powered off";
const RANGE =
  "the service does not live in the peered Aiven VPC, or that is not the VPC's range, or it is still moving there; check projectVpcId " +
  "of the service and networkCidr of the probe";

test("from nothing to a passed probe and back to nothing", async () => {
  const deployment = await deployPrivateService();
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  const { message, outcome, waited } = await deployment.outputs();
  expect(message).toMatch(PASSED);
  expect(JSON.parse(outcome as string)).toEqual({ passed: true, step: "tls", message, waitedSeconds: waited });

  const made = deployment.callsSince(0);
  const probed = made.findIndex((call) => /^PUT .*\/runCommands\//.test(call));
  expect(probed).toBeGreaterThan(made.findIndex((call) => /^PUT .*\/Hub-VNet\/virtualNetworkPeerings\//.test(call)));
  expect(probed).toBeGreaterThan(made.indexOf("POST /v1/project/my-project/service"));

  await deployment.wait();
  expect(await deployment.plan()).toMatchObject({ code: 0 });

  const moment = deployment.world.clock.now();
  await expectDestroyed(deployment);
  const removed = deployment.callsSince(moment);
  const vpc = removed.findIndex((call) => /^DELETE \/v1\/project\/my-project\/vpcs\/[^/]+$/.test(call));
  expect(removed.indexOf("DELETE /v1/project/my-project/service/postgres")).toBeGreaterThanOrEqual(0);
  expect(removed.indexOf("DELETE /v1/project/my-project/service/postgres")).toBeLessThan(vpc);
});

test("a peering that is still PENDING_PEER is waited for, and the probe says how long", async () => {
  const deployment = await deployPrivateService({}, { aiven: { poll: 600 } });
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
  const { message, waited } = await deployment.outputs();
  expect(message).toMatch(PASSED);
  expect(message).toContain(`; waited ${String(waited)} s of at most 900 s`);
  expect(waited).toBeGreaterThan(120);
  expect(waited).toBeLessThan(600);
});

test("a peering that stays PENDING_PEER fails the probe within the bound, and the next apply probes again", async () => {
  const deployment = await deployPrivateService({ probe: { maximumWait: "2m" } }, { aiven: { poll: 700 } });
  const { code, text } = await deployment.apply();
  expect(code).toBe(1);
  expect(text).toContain(`with ${PROBE}`);
  expect(text).toContain("command terminated with exit status=12");
  expect(text).toMatch(new RegExp(`${escape(ROUTE)}; waited 1[012]\\d s of at most 120 s`));
  expect(deployment.states).toEqual(["PENDING_PEER", "Connected"]);

  await deployment.wait();
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  expect((await deployment.outputs()).message).toMatch(PASSED);
});

test.each<[string, PrivateServiceOptions, number, string]>([
  [
    "a public service",
    { service: () => ({ projectVpcId: undefined }) },
    11,
    `${HOST} resolves to 203.0.113.10, outside 10.0.0.0/24: ${RANGE}`,
  ],
  ["an IP filter without the machine's network", CLOSED, 13, `10.0.0.4 port 12691 ${PORT}`],
  [
    "an IP filter with descriptions, and without the machine's network",
    { service: () => ({ pgUserConfig: { ipFilterObject: [{ network: "10.7.0.0/16", description: "office" }] } }) },
    13,
    `10.0.0.4 port 12691 ${PORT}`,
  ],
  [
    "a peering that lets no traffic through",
    { peering: { allowVirtualNetworkAccess: false }, probe: { maximumWait: "1m" } },
    12,
    ROUTE,
  ],
  ["a wrong port", { probe: { port: 5432 } }, 13, `10.0.0.4 port 5432 ${PORT}`],
  ["a machine in a network that is not peered", { machineElsewhere: true, probe: { maximumWait: "1m" } }, 12, ROUTE],
  [
    "a wrong name",
    { probe: { host: "nobody.aivencloud.com" } },
    10,
    "nobody.aivencloud.com does not resolve (Name or service not known): the host name is wrong, the service is not there yet, or the " +
      "virtual network's own DNS servers answer no public names",
  ],
])("%s fails the probe, and the apply", async (_break, options, exitCode, message) => {
  const deployment = await deployPrivateService(options);
  const { code, text } = await deployment.apply();
  expect(code).toBe(1);
  expect(text).toContain(`command terminated with exit status=${exitCode}`);
  expect(text).toContain(`${message}; waited `);
  expect(runs(deployment)).toBe(1);
  await expectDestroyed(deployment);
});

test("a peering that somebody removed fails the probe", async () => {
  const deployment = await deployPrivateService({ probe: { maximumWait: "0s" } }, { aiven: { poll: 5 } });
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  for (const { id } of deployment.world.byHand.azurePeerings()) deployment.world.byHand.removeAzurePeering(id);

  const { code, text } = await deployment.apply("-refresh=false", `-replace=${PROBE}`);
  expect(code).toBe(1);
  expect(text).toContain(`${ROUTE}; waited 5 s of at most 0 s`);
});

test("what broke the path can be put right in one apply", async () => {
  const deployment = await deployPrivateService(CLOSED);
  expect(await deployment.apply()).toMatchObject({ code: 1 });

  await change(deployment, {});
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  expect((await deployment.outputs()).message).toMatch(PASSED);
});

describe("the probe runs again when", () => {
  let deployment: Deployment;
  beforeEach(async () => {
    deployment = await deployPrivateService();
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    await deployment.wait();
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  });

  test.each([
    ["Aiven's connection", "aiven_azure_vpc_peering_connection."],
    ["Azure's peering", "azurerm_virtual_network_peering."],
    ["the machine", "azurerm_linux_virtual_machine."],
    ["the service", "aiven_pg."],
  ])("%s is created again", async (_what, type) => {
    const { code, text } = await deployment.plan(undefined, `-replace=${addressOf(deployment, type)}`);
    expect(code).toBe(2);
    expect(text).toContain(`# ${PROBE} must be replaced`);
  });

  test.each<[string, PrivateServiceOptions]>([
    ["the service has another name", { service: () => ({ serviceName: "other" }) }],
    ["another port is probed", { probe: { port: 5432 } }],
    ["a trigger changes", { probe: { triggers: { anything: "else" } } }],
    ["it may wait longer", { probe: { maximumWait: "20m" } }],
  ])("%s", async (_what, options) => {
    await change(deployment, options);
    const { code, text } = await deployment.plan();
    expect(code).toBe(2);
    expect(text).toContain(`# ${PROBE} must be replaced`);
  });

  test("and not when anything else changes", async () => {
    await change(deployment, { service: () => ({ plan: "business-4" }) });
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    expect(runs(deployment)).toBe(1);
  });

  test("a change made it fail, until it passes", async () => {
    await change(deployment, { probe: { port: 1 } });
    expect(await deployment.apply()).toMatchObject({ code: 1 });
    expect(await deployment.apply()).toMatchObject({ code: 1 });
    expect(runs(deployment)).toBe(3);
    await change(deployment, {});
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  });
});

describe("a probe that only warns", () => {
  test("lets the apply pass, and warns until it passes itself", async () => {
    const deployment = await deployPrivateService({ ...CLOSED, probe: { failApply: false } });
    const applied = await deployment.apply();
    expect(applied).toMatchObject({ code: 0 });
    const remedy = ` s of at most 900 s. Correct that and run terraform apply -replace='${PROBE}', which probes again`;
    expect(applied.text).toContain(remedy);
    const [, warning, waited] = /(; waited (\d+) s of at most 900 s\. Correct )/.exec(applied.text) ?? [];
    // three minutes from the moment at which the peering lets it through
    expect(Number(waited)).toBeGreaterThanOrEqual(180);
    expect(Number(waited)).toBeLessThan(900);
    expect((await deployment.outputs()).message).toMatch(/^10\.0\.0\.4 port 12691 refuses the connection, /);

    await deployment.wait();
    await change(deployment, { probe: { failApply: false } });
    expect((await deployment.apply()).text).toContain(warning);
    const probed = await deployment.apply(`-replace=${PROBE}`);
    expect(probed).toMatchObject({ code: 0 });
    expect(probed.text).not.toContain("Check block assertion failed");
    const { code, text } = await deployment.plan();
    expect(code).toBe(0);
    expect(text).not.toContain("Check block assertion failed");
  });

  test("says nothing of a machine that is off, of which Azure has no output", async () => {
    const deployment = await deployPrivateService({ probe: { failApply: false } });
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    await deployment.wait();
    forgetOutput(deployment);
    const { code, text } = await deployment.apply();
    expect(code).toBe(0);
    expect(text).not.toContain("Check block assertion failed");
    expect(await deployment.outputs()).toEqual({ outcome: "", message: "", waited: -1 });
  });
});

function forgetOutput({ world }: Deployment): void {
  const { resources } = world.azure;
  for (const resource of resources.all().filter(({ id }) => /\/runCommands\//.test(id))) {
    const properties = resource.properties as { settings: object };
    resources.put({
      ...resource,
      properties: { ...properties, settings: { ...properties.settings, instance_view: [] } },
    });
  }
}
