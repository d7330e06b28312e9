import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { commandLine, type Interruption, simulate, type Simulation, terraform, time } from "simulated-clouds";
import { ROOT, withTemporaryFolder } from "../tools/folder";
import { pictureOf } from "./picture";

const STACK = "aiven-azure-peering";
const CDKTF = join(ROOT, "node_modules/.bin/cdktf");

const FOR_REAL = `
For real: give the variables of main.ts (TF_VAR_aiven_api_token, TF_VAR_aiven_project, TF_VAR_azure_subscription_id,
TF_VAR_azure_tenant_id), sign in with az login, and run

    npx cdktf deploy

or run npm run synth and take cdktf.out/stacks/${STACK}/cdk.tf.json to your Terraform pipeline. README.md says more.`;

async function main(interruption: Interruption): Promise<number> {
  const { values } = parseArgs({ options: { keep: { type: "boolean" } } });
  if (!terraform.find()) {
    console.log(`${terraform.missing()}, so the example is only synthesised, not deployed.`);
    const { status } = spawnSync(process.execPath, ["-r", "@swc-node/register", "main.ts"], {
      cwd: ROOT,
      stdio: "inherit",
    });
    console.log(`\nthe Terraform JSON is in cdktf.out/stacks/${STACK}/cdk.tf.json${FOR_REAL}`);
    return status ?? 1;
  }
  return simulate({}, (simulation) => {
    const { world, env } = simulation;
    // A state of simulated clouds must never stand where the state of real ones would.
    return withTemporaryFolder("aiven-azure-peering", async (folder) => {
      const { tenantId, subscriptions } = world.settings.customer;
      const variables = {
        TF_VAR_aiven_api_token: "not-a-real-token",
        TF_VAR_aiven_project: world.settings.aiven.projects[0],
        TF_VAR_azure_subscription_id: subscriptions[0]?.id,
        TF_VAR_azure_tenant_id: tenantId,
      };
      console.log("deploying main.ts to clouds that are simulated in this process; no account is used.\n");
      const output = join(folder, "cdktf.out");
      const code = await commandLine.runCommand(
        [CDKTF, "deploy", STACK, "--auto-approve", "--skip-provider-lock", "--output", output],
        { env: { ...env, ...variables, ...progress() }, cwd: ROOT, interruption },
      );
      if (code !== 0 || interruption.signal) return code;

      await world.clock.advance(time.minutes(15));
      const refresh = await simulation.terraform(
        ["apply", "-refresh-only", "-auto-approve"],
        join(output, "stacks", STACK),
        {
          env: variables,
          signal: interruption.aborted,
        },
      );
      const outputs = refresh.stdout.slice(refresh.stdout.lastIndexOf("Outputs:"));
      console.log(`\na quarter of an hour later, terraform apply -refresh-only says:\n\n${outputs}`);
      const inventory = world.added();
      console.log(`what the clouds hold now:\n\n${commandLine.inventoryTable(inventory).join("\n")}`);
      const failure = await shortcoming(simulation, join(output, "stacks", STACK), { env: variables, interruption });
      if (failure !== undefined) {
        console.error(`\n${failure}; that is a bug of this example or of the simulator`);
        return 1;
      }
      console.log(`\n${await pictureOf(world, join(output, "stacks", STACK), variables)}`);
      console.log(FOR_REAL);
      console.log(
        `\n${PROVEN} ${values.keep ? "All of it stays until Ctrl-C." : "All of it is gone now, the state too."}`,
      );
      if (values.keep) {
        const binary = basename(terraform.find() ?? "terraform");
        const commands = [`cd ${join(output, "stacks", STACK)}`, `${binary} plan`, `${binary} destroy`];
        await commandLine.keepClouds(simulation.folder, { ...env, ...variables }, commands, interruption);
      }
      return refresh.code;
    });
  });
}

const PROVEN = "Shown: main.ts was created, the peering is ACTIVE and Connected, and a plan has nothing left to do.";

/** What is not as the last line says, if anything is. */
async function shortcoming(
  simulation: Simulation,
  folder: string,
  { env, interruption }: { readonly env: NodeJS.ProcessEnv; readonly interruption: Interruption },
): Promise<string | undefined> {
  const states = simulation.world.added().map(({ state }) => state);
  if (!states.includes("ACTIVE") || !states.includes("Connected")) return "the peering is not ACTIVE and Connected";
  const { code } = await simulation.terraform(["plan", "-detailed-exitcode"], folder, {
    env,
    signal: interruption.aborted,
  });
  return code === 0 ? undefined : "a plan has something left to do";
}

/** Where nobody watches cdktf shows no spinner: it takes that for continuous integration. */
const progress = (): Record<string, string> => (process.stdout.isTTY ? {} : { CI: "true" });

commandLine.interruptible("npm start", main).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
