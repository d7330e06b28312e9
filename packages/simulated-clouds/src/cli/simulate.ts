import { randomUUID } from "node:crypto";
import type { World } from "../clouds/world";
import { simulate } from "../run";
import { startHttpSimulation, type HttpSimulation } from "../run-http";
import { folderOfCaller, inputVariables, runCommand } from "./command";
import { interruptible, type Interruption } from "./interruption";
import type { PrivateFolder } from "../private-folder";
import { keepClouds } from "./keep";
import { parseOptions, USAGE, type SimulateOptions } from "./options";
import { inventoryTable } from "./table";

interface Clouds {
  readonly world: World;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: PrivateFolder;
}

async function main(interruption: Interruption): Promise<number> {
  const args = process.argv.slice(2);
  if (args.length === 0 || args[0] === "--help") {
    console.log(USAGE);
    return args.length === 0 ? 2 : 0;
  }
  const options = parseOptions(args);
  if (options.command.length === 0 && !options.keep) throw new Error("no command is given; see --help");
  const body = (clouds: Clouds): Promise<number> => run(options, clouds, interruption);
  return options.http ? withHttpClouds(options, body) : simulate(options.settings, body, options);
}

async function run(
  options: SimulateOptions,
  { world, env, folder }: Clouds,
  interruption: Interruption,
): Promise<number> {
  const { command, journal, keep, http, grace } = options;
  if (http) console.log(`${described(env)}\n`);
  const cwd = folderOfCaller(process.env, "simulate");
  const all = { ...inputVariables(process.env), ...(http ? installation(process.env) : {}), ...env };
  const code = command.length > 0 ? await runCommand(command, { env: all, cwd, interruption, grace }) : 0;
  if (keep && !interruption.signal) await keepClouds(folder, env, ["terraform plan"], interruption);
  if (journal) console.log(["", ...world.journal.lines()].join("\n"));
  const added = world.added();
  const table = added.length > 0 ? inventoryTable(added) : ["the simulated clouds are as they were"];
  if (!interruption.signal || keep) console.log(["", ...table].join("\n"));
  return code;
}

/** Clouds that are served over HTTPS, for providers as they are published; stopped and removed whatever happens. */
async function withHttpClouds<Result>(
  { settings, runScripts }: SimulateOptions,
  body: (clouds: HttpSimulation) => Promise<Result>,
): Promise<Result> {
  if (settings.signIn === "client-certificate") {
    throw new Error("--sign-in: client-certificate is not allowed with --http, use client-secret or oidc");
  }
  const aivenToken = randomUUID();
  const simulation = await startHttpSimulation(settings, { runScripts, aivenToken });
  try {
    return await body(simulation);
  } finally {
    await simulation.stop();
  }
}

/** How the operator has Terraform fetch providers, where it fetches any: from which mirror, into which cache. */
const installation = ({ TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR }: NodeJS.ProcessEnv) => ({
  TF_CLI_CONFIG_FILE,
  TF_PLUGIN_CACHE_DIR,
});

/** The variables that point at the clouds, for people. What signs in stays out of it. */
function described(env: Readonly<Record<string, string>>): string {
  const shown = Object.entries(env).filter(([name]) => !/SECRET|TOKEN|IDENTITY_HEADER|MSI_ENDPOINT|^PATH$/.test(name));
  return shown.map(([name, value]) => `${name}=${value}`).join("\n");
}

interruptible("simulate", main).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`simulate: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
