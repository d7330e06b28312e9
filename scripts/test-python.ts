/**
 * Installs the wheels in a virtual environment outside the repository, as a Python user does, and runs examples/python:
 *
 * - it synthesises the very JSON that main.ts does, which is the same app in TypeScript;
 * - the simulated clouds take it, from init to ACTIVE, and a plan after that is empty;
 * - a mistake is refused with the message that a TypeScript user reads.
 *
 * Takes about a minute and PyPI, so it is no part of `npm test`.
 */
import { deepStrictEqual } from "node:assert";
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { simulate } from "../simulator/run";
import type { Outcome } from "../simulator/terraform";
import { ROOT, withTemporaryFolder } from "../tools/folder";
import { run } from "../tools/run";
import { synthesiseMain } from "../tools/synthesise";
import { CloudDeployment } from "../tools/terraform/cloud-deployment";
import { synthesised } from "../tools/terraform/source";

const EXAMPLE = join(ROOT, "examples/python");
const STACK = "aiven-azure-peering";

/** The wheels in dist/, the library's and the bindings', for CDKTF; new ones where the sources are newer. */
async function wheels(): Promise<string[]> {
  const dist = join(ROOT, "dist/python");
  const find = () => (existsSync(dist) ? readdirSync(dist) : []).filter((name) => /^cdktf_.*\.whl$/.test(name));
  const at = (file: string) => statSync(file).mtimeMs;
  const sources = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" }).map((file) =>
    join("lib", file),
  );
  const newest = Math.max(...[...sources, "package.json", "schemas/aiven.json"].map((file) => at(join(ROOT, file))));
  const found = find();
  if (found.length < 2 || found.some((file) => at(join(dist, file)) < newest)) {
    console.log("==> build the wheels");
    await run("npm", ["run", "package", "--", "python"], ROOT);
  }
  return find().map((name) => join(dist, name));
}

async function main(): Promise<void> {
  const built = await wheels();
  await withTemporaryFolder("python", async (folder) => {
    console.log("==> install them as a user does");
    cpSync(EXAMPLE, folder, { recursive: true });
    await run("python3", ["-m", "venv", "venv"], folder);
    const programs = join(folder, "venv/bin");
    const install = ["install", "--quiet", "--disable-pip-version-check", ...built, "-r", "requirements.txt"];
    await run(join(programs, "pip"), install, folder);

    console.log("==> synthesise");
    // The jsii runtime asks for a newer Node.js in ten lines on every start.
    Object.assign(process.env, { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "1" });
    process.env.PATH = [programs, process.env.PATH].join(delimiter);
    await run("python3", ["main.py"], folder);
    const stack = join(folder, "cdktf.out/stacks", STACK);
    const json = (text: string) => JSON.parse(text) as unknown;
    deepStrictEqual(json(readFileSync(join(stack, "cdk.tf.json"), "utf8")), json(synthesiseMain()));
    console.log("    the JSON is that of main.ts");

    await refuses(folder);
    await deploys(stack);
  });
}

async function refuses(folder: string): Promise<void> {
  console.log("==> make a mistake");
  const mistake = [
    "from cdktf import App, TerraformStack",
    "from cdktf_aiven_azure_peering import AivenVpc",
    'AivenVpc.from_id("my-project", network_cidr="10.0.0.0/24")',
  ];
  const said = await run("python3", ["-c", mistake.join("\n")], folder).then(() => "nothing", String);
  if (!/RuntimeError: Error: vpc.id: "my-project" is not allowed, use/.test(said))
    throw new Error(`it should be refused, and was: ${said}`);
  console.log("    it is refused with the message of the library");
}

async function deploys(stack: string): Promise<void> {
  console.log("==> validate it with Terraform, and deploy it to simulated clouds");
  await simulate({}, async (simulation) => {
    const deployment = new CloudDeployment(() => simulation).deploy(synthesised(stack));
    const { settings } = deployment.world;
    deployment.env = {
      TF_VAR_aiven_api_token: "not-a-real-token",
      TF_VAR_aiven_project: settings.aiven.projects[0],
      TF_VAR_azure_subscription_id: settings.customer.subscriptions[0]?.id,
      TF_VAR_azure_tenant_id: settings.customer.tenantId,
    };
    const succeeds = async (running: Promise<Outcome>) => {
      const { code, text } = await running;
      if (code !== 0) throw new Error(`terraform ended with ${code}: ${text}`);
    };
    await succeeds(deployment.validate());
    await succeeds(deployment.apply());
    await deployment.wait();
    await succeeds(deployment.apply("-refresh-only"));
    deepStrictEqual(deployment.halves, ["ACTIVE", "Connected"]);
    // Ends with 2 if there is anything to change.
    await succeeds(deployment.plan());
    await succeeds(deployment.destroy());
    deepStrictEqual(deployment.changes, { left: [], missing: [] });
    console.log("    valid, ACTIVE, planned empty, destroyed to nothing");
  });
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
