import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES } from "../../../tools/synthesise";
import { appFolder } from "../../../tools/terraform/source";
import { testNeeding } from "../../../tools/needing";
import { Deployment, SUBSCRIPTION_ID, TENANT_ID } from "../support/deployment";
import { PUBLIC_KEY } from "../support/private-service";

const test = testNeeding("python3", "examples/kafka, whose machine runs the probe");

let example: Deployment;
beforeEach(async () => {
  example = await Deployment.fresh({});
  example.env = {
    TF_VAR_aiven_api_token: "token",
    TF_VAR_aiven_project: "my-project",
    TF_VAR_azure_subscription_id: SUBSCRIPTION_ID,
    TF_VAR_azure_tenant_id: TENANT_ID,
  };
});

const synth = (SSH_PUBLIC_KEY?: string) =>
  example.deploy(appFolder(join(EXAMPLES, "kafka"), { env: { SSH_PUBLIC_KEY } }));

test("from nothing to Kafka that is shown to be private, and back to nothing", async () => {
  synth(PUBLIC_KEY);
  const { code: applied, text: said } = await example.apply();
  expect({ applied, said }).toMatchObject({ applied: 0 });
  expect((await example.terraform(["output", "-raw", "is_it_private"])).stdout).toMatch(
    /^private-kafka-my-project\.aivencloud\.com is private: 10\.0\.0\.4, in 10\.0\.0\.0\/24, answers over TLSv1\.3; waited \d+ s of at most 900 s$/,
  );
  expect((await example.terraform(["output", "-raw", "bootstrap_server"])).stdout).toBe(
    "private-kafka-my-project.aivencloud.com:12691",
  );
  const [{ acl, topics, userConfig, users }] = example.world.aiven.services.all;
  expect(acl).toEqual([
    { id: expect.any(String) as string, permission: "readwrite", topic: "orders", username: "shop" },
  ]);
  expect(topics).toMatchObject([{ name: "orders", partitions: 3, replication: 2 }]);
  expect(users.map(({ username }) => username)).toEqual(["avnadmin", "shop"]);
  expect(userConfig).toMatchObject({ ip_filter: ["10.1.0.0/16"] });

  await example.wait();
  const { code, text } = await example.plan();
  expect({ code, text }).toMatchObject({ code: 0 });
  expect(await example.destroy()).toMatchObject({ code: 0 });
  expect(example.world.added()).toEqual([]);
});

test("asked whether it is PostgreSQL, Kafka is none, and the probe says so", async () => {
  synth(PUBLIC_KEY);
  expect(await example.apply()).toMatchObject({ code: 0 });
  const configuration = join(example.folderOf(example.stacks[0]), "cdk.tf.json");
  const text = readFileSync(configuration, "utf8");
  expect(text).toContain('"value": "tls"');
  writeFileSync(configuration, text.replace('"value": "tls"', '"value": "postgresql"'));
  // the command's name was hashed over what the app said, so it does not become another one by itself
  const { code, text: said } = await example.apply(
    "-replace=azurerm_virtual_machine_run_command.probe_run-command_5A2781CC",
  );
  expect(code).toBe(1);
  expect(said).toContain("or it is no PostgreSQL: check port and protocol");
});

test("without a key there is Kafka, and no machine", async () => {
  synth();
  expect(await example.apply()).toMatchObject({ code: 0 });
  expect(example.world.added().filter(({ kind }) => /virtualMachines/i.test(kind))).toEqual([]);
  expect(example.world.added().filter(({ kind }) => kind === "service")).toMatchObject([{ state: "RUNNING" }]);
});
