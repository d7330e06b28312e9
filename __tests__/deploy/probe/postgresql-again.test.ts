import { testNeeding } from "../../../tools/needing";
import type { Deployment } from "../support/deployment";
import {
  addPrivateService,
  deployPrivateService,
  PROBE,
  type PrivateServiceOptions,
  runs,
} from "../support/private-service";

const test = testNeeding("python3", "when the probe runs again");

const CLOSED: PrivateServiceOptions = { service: () => ({ pgUserConfig: { ipFilter: ["10.7.0.0/16"] } }) };
const change = (deployment: Deployment, options: PrivateServiceOptions) =>
  deployment.change((stack) => addPrivateService(stack(), options));

describe("the probe runs again when", () => {
  let deployment: Deployment;
  beforeEach(async () => {
    deployment = await deployPrivateService();
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    await deployment.wait();
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  });

  test.each([
    ["Aiven's connection", "aiven_azure_vpc_peering_connection.peering_virtual-network_connection_45B80586"],
    ["Azure's peering", "azurerm_virtual_network_peering.peering_virtual-network_azure-peering_4380A92A"],
    ["the machine", "azurerm_linux_virtual_machine.machine"],
    ["the service", "aiven_pg.postgres"],
  ])("%s is made again", async (_what, address) => {
    const { code, text } = await deployment.plan(undefined, `-replace=${address}`);
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
    await change(deployment, { probe: { networkCidr: "10.9.0.0/24" } });
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

  test("says nothing of a machine that is off, of which Azure tells no output", async () => {
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
