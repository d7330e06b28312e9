import { serveSchemas, type Served } from "../../src/protocol/serve";
import { runTerraform } from "../../src/terraform";
import { folderWith } from "../support/folder";

const requiredProviders = {
  azurerm: { source: "hashicorp/azurerm", version: "4.55.0" },
  azuread: { source: "hashicorp/azuread" },
  time: { source: "hashicorp/time" },
  aiven: { source: "aiven/aiven", version: "~> 4.61" },
};

const configuration = (vpc: object) => ({
  terraform: { required_providers: requiredProviders },
  provider: { azurerm: { features: [{}] }, azuread: {}, time: {}, aiven: { api_token: "token" } },
  resource: {
    azurerm_resource_group: { group: { name: "group", location: "japaneast" } },
    azuread_application: { app: { display_name: "peering" } },
    time_sleep: { wait: { create_duration: "30s" } },
    aiven_project_vpc: { vpc },
  },
});

const vpc = { project: "project", cloud_name: "azure-japaneast", network_cidr: "10.0.0.0/24" };

let served: Served;
beforeAll(async () => (served = await serveSchemas()));
afterAll(async () => {
  await served.stop();
});

const run = (command: string, config: object) => runTerraform([command], { cwd: folderWith(config), env: served.env });

test("init finds every provider without a registry", async () => {
  const outcome = await run("init", configuration(vpc));
  expect(outcome.text).toMatch(/(Terraform|OpenTofu) has been successfully initialized!/);
  expect(outcome.code).toBe(0);
});

test("a configuration over all four providers is valid", async () => {
  const outcome = await run("validate", configuration(vpc));
  expect(outcome.text).toBe("Success! The configuration is valid.");
  expect(outcome.code).toBe(0);
});

test("an attribute the provider does not have is refused", async () => {
  const outcome = await run("validate", configuration({ ...vpc, cidr: "10.0.0.0/24" }));
  expect(outcome.code).toBe(1);
  expect(outcome.text).toContain("Extraneous JSON object property");
  expect(outcome.text).toContain('No argument or block type is named "cidr"');
});

test("an argument that is missing is named", async () => {
  const outcome = await run("validate", configuration({ project: "project", cloud_name: "azure-japaneast" }));
  expect(outcome.code).toBe(1);
  expect(outcome.text).toContain('The argument "network_cidr" is required, but no definition was found.');
});

test("everything in the Aiven provider is known, values that are made of attributes too", async () => {
  const resource = {
    aiven_kafka_topic: { topic: { project: "p", service_name: "s", topic_name: "t", partitions: 3, replication: 2 } },
  };
  const data = { aiven_service_plan_list: { plans: { project: "p", service_type: "kafka" } } };
  const read = (attribute: string) => {
    const region = 'data.aiven_service_plan_list.plans.service_plans[0].regions["azure-japaneast"]';
    return { ...configuration(vpc), resource, data, output: { read: { value: `\${${region}.${attribute}}` } } };
  };
  expect(await run("validate", read("disk_space_mb"))).toMatchObject({ code: 0 });
  expect((await run("validate", read("size"))).text).toContain('This object does not have an attribute named "size"');
});

test("a resource type outside the schemas is refused", async () => {
  const config = configuration(vpc);
  const outcome = await run("validate", { ...config, resource: { aiven_redis: { redis: {} } } });
  expect(outcome.code).toBe(1);
  expect(outcome.text).toContain('The provider aiven/aiven does not support resource type "aiven_redis"');
});
