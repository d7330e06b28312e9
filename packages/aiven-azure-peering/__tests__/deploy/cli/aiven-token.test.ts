import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accounts } from "simulated-clouds";
import { EXAMPLES } from "../../../../../tools/synthesise";
import { appFolder } from "../../../../../tools/terraform/source";
import { Deployment } from "../../../../../__tests__/deploy/support/deployment";
import { Clouds } from "../support/clouds";

let clouds: Clouds;
let stack: readonly string[];
beforeEach(async () => {
  const deployment = await Deployment.fresh({ signIn: "client-secret" });
  deployment.deploy(appFolder(join(EXAMPLES, "minimal")));
  stack = ["--stack", deployment.folderOf()];
  clouds = await Clouds.of(deployment.world);
});
afterEach(() => clouds.close());

const TOKEN = "the-token-of-the-stack";
const run = (env = {}) =>
  clouds.run(["doctor", ...stack, "--json"], {
    AIVEN_TOKEN: undefined,
    TF_VAR_aiven_project: "my-project",
    TF_VAR_azure_subscription_id: accounts.customerSubscriptionId,
    TF_VAR_azure_tenant_id: accounts.customerTenantId,
    TF_VAR_azure_resource_group: "network",
    TF_VAR_azure_virtual_network: "hub",
    TF_VAR_aiven_network_cidr: "10.0.0.0/24",
    ...env,
  });

test("Aiven is asked with the token that the stack gives to its provider", async () => {
  const { out, err } = await run({ TF_VAR_aiven_api_token: TOKEN });
  expect(err).toBe("");
  expect(out).toContain('"check": "Aiven token"');
  expect(out).not.toContain(TOKEN);
});

test("which nothing prints, should Aiven repeat it, wherever the stack has it from", async () => {
  const file = join(stack[1], "cdk.tf.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("${var.aiven_api_token}", TOKEN));
  clouds.http.disturbances.add({ path: /\/v1\/me/, response: { status: 500, body: { message: `what is ${TOKEN}?` } } });
  const { out, err } = await run();
  expect(err).toBe("");
  expect(out.replace(/\s+/g, " ")).toContain("what is ***?");
});

test("a token that is a word blanks out no word of the report", async () => {
  const { out } = await run({ TF_VAR_aiven_api_token: "token" });
  expect(out).toContain('"check": "Aiven token"');
});

test("without values for its variables it says which to set, as Terraform would ask for them", async () => {
  const missing = (names: string) => ({
    code: 2,
    out: "",
    err: expect.stringContaining(`: set ${names} to the value`) as string,
  });
  expect(await run()).toEqual(missing("TF_VAR_aiven_api_token"));
  expect(await run({ AIVEN_TOKEN: TOKEN })).toEqual(missing("TF_VAR_aiven_api_token"));
  expect(await run({ TF_VAR_aiven_api_token: TOKEN, TF_VAR_aiven_project: undefined })).toEqual(
    missing("TF_VAR_aiven_project"),
  );
});
