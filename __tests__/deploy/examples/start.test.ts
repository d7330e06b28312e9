import { type ChildProcess, spawn } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraform } from "simulated-clouds";
import { pictureOf } from "../../../scripts/picture";
import { removeTemporaryFolder, ROOT, temporaryFolder } from "../../../tools/folder";
import { deployPeering, expectSuccess } from "../support/failure";

/** Runs one of package.json's commands as npm would. */
function run(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  cwd = ROOT,
): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    const child: ChildProcess = spawn(
      process.execPath,
      ["-r", require.resolve("@swc-node/register"), join(ROOT, script), ...args],
      { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] },
    );
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("close", (code) => done({ code: code ?? -1, text }));
  });
}

let folder: string;
beforeEach(() => (folder = temporaryFolder("start")));
afterEach(() => removeTemporaryFolder(folder));

test("npm start blames the binary that TERRAFORM_BINARY_NAME names, and no other", async () => {
  const environment = { TERRAFORM_BINARY_NAME: "nope", CDKTF_OUTDIR: join(folder, "out") };
  const { text } = await run("scripts/start.ts", [], environment);
  expect(text).toContain(
    "no nope, which TERRAFORM_BINARY_NAME names, is on the PATH, so the example is only synthesised",
  );
  expect(text).not.toContain("neither");
});

test("without Terraform npm start says so, synthesises the example, and says what to do next", async () => {
  symlinkSync(process.execPath, join(folder, "node"));
  const { code, text } = await run("scripts/start.ts", [], {
    PATH: folder,
    TERRAFORM_BINARY_NAME: "",
    CDKTF_OUTDIR: join(folder, "out"),
  });
  expect(text).toContain("neither terraform nor tofu is on the PATH, so the example is only synthesised, not deployed");
  expect(text).toContain("the Terraform JSON is in cdktf.out/stacks/aiven-azure-peering/cdk.tf.json");
  expect(text).toContain("npx cdktf deploy");
  expect(code).toBe(0);
});

test("at its end it draws what status draws, and leaves the clouds as they are", async () => {
  const deployment = await deployPeering({ aiven: { poll: 600 } });
  expectSuccess(await deployment.apply());
  const draw = () => pictureOf(deployment.world, deployment.folderOf(), {});
  const drawn = await draw();
  expect(drawn).toContain("│ Hub-VNet              │ ──────── Connected ────────▶ │ azure-japaneast       │");
  expect(drawn).toContain("│ 10.1.0.0/16           │ ◀┄┄┄┄┄┄ PENDING_PEER ┄┄┄┄┄┄┄ │ 10.0.0.0/24           │");
  await deployment.wait();
  expect(await draw()).toContain("│ 10.1.0.0/16           │ ◀───────── ACTIVE ────────── │ 10.0.0.0/24           │");
});

describe("npm run simulate", () => {
  const simulate = (...args: string[]) => run("packages/simulated-clouds/src/cli/simulate.ts", args, {}, folder);

  test.each([
    [
      ["--sign-in", "telepathy", "true"],
      'simulate: --sign-in: "telepathy" is not allowed, use one of azure-cli, managed-identity, ',
    ],
    [["--azurerm", "3", "true"], 'simulate: --azurerm: "3" is not allowed, use one of 4, 5'],
    [["--rbac-lag", "2m", "true"], 'simulate: --rbac-lag: "2m" is not allowed, use a number of seconds'],
    [["--journal"], "simulate: no command is given; see --help"],
    [["--nonsense", "true"], "simulate: Unknown option '--nonsense'"],
    [["no-such-command"], "simulate: spawn no-such-command ENOENT"],
  ])("%j is refused", async (args, message) => {
    const { code, text } = await simulate(...args);
    expect(text).toContain(message);
    expect(code).toBe(2);
  });

  test("help names every option", async () => {
    const { code, text } = await simulate("--help");
    expect(text).toContain("usage: npm run simulate -- [options] <command> [arguments]");
    expect(code).toBe(0);
  });

  test("runs any command against fresh clouds, and shows what it left there", async () => {
    const vpc = { project: "elsewhere", cloud_name: "azure-eastus", network_cidr: "10.0.0.0/24" };
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({
        terraform: { required_providers: { aiven: { source: "aiven/aiven" } } },
        provider: { aiven: { api_token: "token" } },
        resource: { aiven_project_vpc: { vpc } },
      }),
    );
    const binary = terraform.find() as string;
    const { code, text } = await simulate("--project", "elsewhere", "--journal", binary, "apply", "-auto-approve");
    expect(text).toContain("Apply complete! Resources: 1 added");
    expect(text).toMatch(/aiven POST \/v1\/project\/elsewhere\/vpcs/);
    expect(text).toMatch(/aiven project\/elsewhere\n +vpc +10\.0\.0\.0\/24 +ACTIVE/);
    expect(code).toBe(0);
  });

  test("ends as the command ends", async () => {
    const { code, text } = await simulate(process.execPath, "-e", "process.exit(7)");
    expect(text).toContain("the simulated clouds are as they were");
    expect(code).toBe(7);
  });
});
