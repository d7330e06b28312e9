/**
 * Deploys and destroys one stack twice, once through the simulated providers and once through the published ones over HTTPS, and prints
 * the calls to the clouds that only one of the two made: `npm run compare:providers -- cdktf.out/stacks/minimal --sign-in azure-cli`.
 * The options are those of `npm run simulate`. terraform init fetches the published providers.
 */
import { randomUUID } from "node:crypto";
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  commandLine,
  simulate,
  startHttpSimulation,
  terraform,
  type SettingsInput,
  type World,
} from "simulated-clouds";
import { callsOf, differences, type Calls } from "../tools/compare-calls";
import { withTemporaryFolder } from "../tools/folder";

type Terraform = (...args: string[]) => Promise<void>;

async function main([stack, ...options]: readonly string[]): Promise<number> {
  if (stack === undefined || stack.startsWith("--"))
    throw new Error("give the folder of a stack, such as cdktf.out/stacks/peering");
  const { settings, command } = commandLine.parseOptions(options);
  if (command.length > 0) throw new Error(`${command.join(" ")}: no command is run here`);
  const folder = resolve(process.env.INIT_CWD ?? ".", stack);
  const simulated = await withSimulatedProviders(settings, folder);
  const published = await withPublishedProviders(settings, folder);
  const found = differences(simulated, published);
  for (const { call, simulated: ours, published: theirs } of found) {
    console.log(`${call}\n    simulated: ${ours}, published: ${theirs}`);
  }
  console.log(found.length === 0 ? "both made the same calls" : `${found.length} calls differ`);
  return found.length === 0 ? 0 : 1;
}

const withSimulatedProviders = (settings: SettingsInput, stack: string): Promise<Calls> =>
  simulate(settings, (simulation) => story(simulation.world, stack, simulation.env));

async function withPublishedProviders(settings: SettingsInput, stack: string): Promise<Calls> {
  const aivenToken = randomUUID();
  const clouds = await startHttpSimulation({ ...settings, environment: { AIVEN_TOKEN: aivenToken } }, { aivenToken });
  const { TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR } = process.env;
  try {
    const env = { ...clouds.env, TF_VAR_aiven_api_token: aivenToken, TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR };
    return await story(clouds.world, stack, env);
  } finally {
    await clouds.stop();
  }
}

/** From nothing to a peering, a look at it, and nothing again. */
const story = (world: World, stack: string, env: NodeJS.ProcessEnv): Promise<Calls> =>
  withTemporaryFolder("compared", async (folder) => {
    // the state lies some folders above the stack
    const cwd = join(folder, "cdktf.out/stacks/stack");
    cpSync(stack, cwd, { recursive: true, filter: (path) => !path.endsWith(".terraform") });
    const run: Terraform = async (...args) => {
      const given = Object.entries(process.env).filter(([name]) => name.startsWith("TF_VAR_"));
      const { code, stdout, stderr } = await terraform.run(args, {
        cwd,
        env: { ...Object.fromEntries(given), ...env },
      });
      if (code !== 0) throw new Error(`terraform ${args[0]} ended with ${code}:\n${stdout}${stderr}`);
    };
    await run("init");
    await run("apply", "-auto-approve");
    await run("plan");
    await run("destroy", "-auto-approve");
    const left = world.added();
    if (left.length > 0) throw new Error(`something is left:\n${commandLine.inventoryTable(left).join("\n")}`);
    return callsOf(world.journal.entries);
  });

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`compare-providers: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
