import { randomUUID } from "node:crypto";
import type { World } from "../clouds/world";
import type { PrivateFolder } from "../private-folder";
import { simulate } from "../run";
import { startHttpSimulation } from "../run-http";
import { folderOfCaller, inputVariables, runCommand } from "./command";
import { interruptible, type Interruption } from "./interruption";
import { keepClouds } from "./keep";
import { parseOptions, USAGE, type SimulateOptions } from "./options";
import { inventoryTable } from "./table";

interface Clouds {
  readonly world: World;
  /** Leads every provider, and whoever asks over HTTPS, to the clouds. */
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
  const aivenToken = randomUUID();
  const settings = { ...options.settings, environment: { AIVEN_TOKEN: aivenToken } };
  const body = (clouds: Clouds): Promise<number> => run(options, clouds, interruption);
  return (options.http ? withPublishedProviders : withSimulatedProviders)({ ...options, settings }, aivenToken, body);
}

type Body = (clouds: Clouds) => Promise<number>;

/** The clouds over HTTPS alone. */
async function withPublishedProviders({ settings, runScripts }: SimulateOptions, aivenToken: string, body: Body) {
  if (settings.signIn === "client-certificate") {
    throw new Error("--sign-in: client-certificate is not allowed with --http, use client-secret or oidc");
  }
  const http = await startHttpSimulation(settings, { runScripts, aivenToken });
  try {
    return await body(http);
  } finally {
    await http.stop();
  }
}

/** Providers in this process; beside them the same clouds over HTTPS, for whatever is no provider. */
const withSimulatedProviders = ({ settings, runScripts }: SimulateOptions, aivenToken: string, body: Body) =>
  simulate(
    settings,
    async ({ world, env, folder }) => {
      const http = await startHttpSimulation(world, { aivenToken, folder });
      try {
        return await body({ world, env: { ...http.env, ...env }, folder });
      } finally {
        await http.stop();
      }
    },
    { runScripts },
  );

/** What is said here is not what the command says, so it goes to standard error. */
async function run(
  { command, journal, keep, http, grace }: SimulateOptions,
  { world, env, folder }: Clouds,
  interruption: Interruption,
): Promise<number> {
  const say = (...lines: readonly string[]): void => console.error(lines.join("\n"));
  if (http) say(described(env), "");
  const { pipeline } = world.deployer;
  if (pipeline) {
    const { subject, issuer, audience } = pipeline.subject;
    say(`the token of the job is for the subject ${subject}, from ${issuer}, for ${audience}`, "");
  }
  const cwd = folderOfCaller(process.env, "simulate");
  const all = { ...inputVariables(process.env), ...(http ? installation(process.env) : {}), ...env };
  const code = command.length > 0 ? await runCommand(command, { env: all, cwd, interruption, grace }) : 0;
  if (keep && !interruption.signal) await keepClouds(folder, env, ["terraform plan"], interruption);
  if (journal) say("", ...world.journal.lines());
  const added = world.added();
  const table = added.length > 0 ? inventoryTable(added) : ["the simulated clouds are as they were"];
  if (!interruption.signal || keep) say("", ...table);
  return code;
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
