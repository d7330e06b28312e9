import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, time } from "simulated-clouds";
import { ROOT } from "../../../tools/folder";
import { machineHas } from "../../../tools/machine";
import { EXAMPLES } from "../../../tools/synthesise";
import { appFolder } from "../../../tools/terraform/source";
import { expectSuccess } from "../support/failure";
import { simulateCommand, withAppFolder } from "../support/simulate";
import { Deployment } from "../support/deployment";

interface Lines {
  readonly env: Readonly<Record<string, string>>;
  /** The words after `simulate --`. */
  readonly args: readonly string[];
}

/** The block of a page that runs an app on simulated clouds: its variables, and the words of its command. */
function linesOf(page: string): Lines {
  const blocks = [...readFileSync(page, "utf8").matchAll(/```shell\n([^]*?)```/g)].map(([, block]) => block);
  const block = blocks.find((each) => /run simulate -- .*/.test(each) && !each.includes("…")) ?? "";
  const lines = block
    .replace(/\\\n\s*/g, "")
    .trim()
    .split("\n");
  const words = lines.map((line) =>
    [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, "")),
  );
  const env = words.filter(([first]) => first === "export").flatMap(([, ...pairs]) => pairs);
  const command = words.find(([first]) => first === "npm") ?? [];
  return {
    env: Object.fromEntries(env.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)])),
    args: command.slice(command.indexOf("--") + 1),
  };
}

const examples = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, "cdktf.json")));
/** Their wheels are not built here, but they synthesise the same JSON. `npm run test:consumers` deploys them. */
const WRITTEN_IN_PYTHON: Readonly<Record<string, string>> = { python: ROOT, "kafka-python": join(EXAMPLES, "kafka") };

test("every example has such lines", () => {
  const without = examples.filter((name) => linesOf(join(EXAMPLES, name, "README.md")).args.length === 0);
  expect(without).toEqual([]);
});

const pages = [
  ...examples.map((name) => [`examples/${name}/README.md`, WRITTEN_IN_PYTHON[name] ?? join(EXAMPLES, name)]),
  ["docs/simulated-clouds.md", join(EXAMPLES, "minimal")],
];

test.each(pages)("the lines of %s deploy what it describes", async (page, app) => {
  const { env, args } = linesOf(join(ROOT, page));
  const { settings, command, runScripts } = commandLine.parseOptions(args);
  const program = WRITTEN_IN_PYTHON[page.split("/")[1] ?? ""] === undefined ? "cdktf" : "cdktf-cli@0.21";
  expect(command.filter((word) => word !== "*")).toEqual([
    "npx",
    program,
    "deploy",
    "--auto-approve",
    "--skip-provider-lock",
  ]);
  const probes = "SSH_PUBLIC_KEY" in env;
  expect(runScripts).toBe(probes);
  if (probes && !machineHas("python3", `the probe in the lines of ${page}`)) return;

  const deployment = await Deployment.fresh(settings);
  deployment.env = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("TF_VAR_")));
  await deployment.deploy(appFolder(app, { env })).initialise();
  expect(command.includes("*") || deployment.stacks.length === 1).toBe(true);
  expectSuccess(await deployment.apply());
  await deployment.world.clock.advance(time.minutes(15));
  const states = deployment.world.added().flatMap(({ state }) => state ?? []);
  expect(states).toEqual(expect.arrayContaining(["ACTIVE", "Connected"]));
  expect(deployment.world.removed()).toEqual([]);
});

test("a job whose subject is not the one that the application trusts is refused in Entra's own words", async () => {
  const { env, args } = linesOf(join(EXAMPLES, "github-secretless/README.md"));
  const deployment = await Deployment.fresh(commandLine.parseOptions(args).settings);
  deployment.env = { ...env, TF_VAR_github_subject: "repo:my-org/my-repo:environment:staging" };
  await deployment.deploy(appFolder(join(EXAMPLES, "github-secretless"))).initialise();
  const { code, text } = await deployment.apply();
  expect(code).toBe(1);
  expect(text).toMatch(/AADSTS700213.*'repo:my-org\/my-repo:environment:production'/);
});

test("the app of one's own is deployed by the lines of README.md, by cdktf itself", () =>
  withAppFolder(ROOT, async (folder) => {
    const { args, env } = linesOf(join(ROOT, "README.md"));
    const { code, out, err } = await simulateCommand(args, folder, env);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toContain("Apply complete!");
    // what simulate says is no part of the command's output
    expect(err).toMatch(/vpc peering connection +aiven-peering +(PENDING_PEER|ACTIVE)/);
    expect(out).not.toContain("vpc peering connection  ");

    const failed = await simulateCommand(["--no-secrets", ...args], folder, env);
    expect(failed.code).toBe(1);
    expect(failed.out).toContain("CredentialTypeNotAllowedAsPerAppPolicy");
  }));

test("doctor, status and adopt run by the lines of docs/simulated-clouds.md", () =>
  withAppFolder(join(EXAMPLES, "minimal"), async (folder) => {
    const page = readFileSync(join(ROOT, "docs/simulated-clouds.md"), "utf8");
    const [, hub = ""] = /export HUB=(\S+)/.exec(page) ?? [];
    const [, options = "", text = ""] = /run simulate -- (.*) sh -c '([^']*doctor[^']*)'/.exec(page) ?? [];
    // npx would take what was built, which the sources are
    const command = `"${process.execPath}" -r "${require.resolve("@swc-node/register")}" "${join(ROOT, "packages/aiven-azure-peering/src/main.ts")}"`;
    const script = text
      .replaceAll("npx aiven-azure-peering", command)
      .replaceAll(/\bterraform\b/g, process.env.TERRAFORM_BINARY_NAME ?? "terraform");
    const { env } = linesOf(join(ROOT, "docs/simulated-clouds.md"));
    const ran = await simulateCommand([...options.split(" "), "sh", "-c", script], folder, { ...env, HUB: hub });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toMatch(/ok +right to assign roles/);
    expect(ran.out).toContain("Apply complete!");
    expect(ran.out).toMatch(/ACTIVE/);
    expect(ran.out).toContain("importExisting");
  }));
