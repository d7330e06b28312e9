import { Argument, Command as Program, CommanderError, Option } from "commander";
import { CloudError, inOneLine, UsageError } from "../clouds/errors";
import { connect } from "../clouds/clouds";
import { given, type Environment } from "../clouds/environment";
import { clientSecretOf, describedSignIn } from "../clouds/sign-in";
import type { Command } from "../report/command";
import { COULD_NOT_LOOK, exitStatus, jsonOf } from "../report/report";
import { textOf } from "../report/text";
import { subjectOf, type SubjectOptions } from "../subject/from-options";
import { adopt } from "../adopt/adopt";
import { doctor } from "../doctor/doctor";
import { init, LANGUAGES, type InitOptions } from "../init/init";
import type { Example, Language } from "../init/example";
import { status } from "../status/status";
import { Terminal, type Streams } from "./terminal";

/** Every command, in the order in which they are listed. */
const COMMANDS: readonly Command[] = [doctor, status, adopt];

export interface RunOptions extends Streams {
  readonly env: Environment;
  readonly version: string;
  /** What `init` writes. */
  readonly examples: () => readonly Example[];
}

/**
 * Runs the command line; nothing is thrown.
 *
 * @param args what was typed after the command's name
 * @returns the exit status: 0, or 1 where a check failed, or 2 where the checks could not be run
 */
export async function run(
  args: readonly string[],
  { env, version, examples, ...streams }: RunOptions,
): Promise<number> {
  const terminal = new Terminal(streams, env);
  let code = 0;
  const program = new Program("aiven-azure-peering")
    .description("Looks at the peering of an Aiven VPC with Azure virtual networks. It reads, and changes nothing.")
    .version(version)
    .exitOverride()
    .showHelpAfterError(false)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => undefined })
    .addHelpText("after", SIGNING_IN);
  for (const command of COMMANDS) {
    const action = async (options: Options): Promise<void> => {
      code = await look(command, options, env, terminal);
    };
    program.addCommand(commandOf(command, action, terminal));
  }
  program.addCommand(initCommand(examples, terminal));
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return failed(error, terminal);
  } finally {
    terminal.calm();
  }
}

const SIGNING_IN = `
It signs in to Azure as Terraform does: with az login; with ARM_CLIENT_ID, ARM_TENANT_ID and ARM_CLIENT_SECRET,
ARM_CLIENT_CERTIFICATE_PATH or ARM_USE_OIDC; or with ARM_USE_MSI. It signs in to Aiven with AIVEN_TOKEN.
The exit status is 0 if no check failed, 1 if one did (with --strict also if one is unknown), and 2 if the checks could
not be run.`;

function commandOf(command: Command, action: (options: Options) => Promise<void>, terminal: Terminal): Program {
  const program = new Program(command.name)
    .summary(command.summary)
    .description(command.summary)
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => undefined })
    .option("--stack <path>", "a synthesised stack: its folder in cdktf.out/stacks, or its cdk.tf.json")
    .option("--vpc <project/uuid>", "an existing VPC")
    .option("--project <name>", "the Aiven project, if the VPC does not exist yet")
    .option("--cloud <name>", "the Aiven cloud of that VPC, such as azure-westeurope")
    .option("--range <cidr>", "the address range of that VPC")
    .option(
      "--network <id>",
      "the ARM id of a virtual network; can be given more than once",
      (id: string, ids: string[] = []) => [...ids, id],
    )
    .option("--client-id <uuid>", "the client id of the application that peers, if it exists")
    .option("--strict", "exit with 1 where a check is unknown, as where one failed")
    .option("--quiet", "only failures and warnings, each with what to do, and the closing line")
    .option("--json", "one JSON object instead of text, of all that was found")
    .addHelpText("after", `\nExamples:\n${command.examples.map((example) => exampleOf(command, example)).join("\n")}`)
    .action(action);
  for (const { flags, description, choices, default: value } of command.options ?? []) {
    const option = new Option(flags, description);
    if (choices) option.choices(choices);
    if (value !== undefined) option.default(value);
    program.addOption(option);
  }
  return program;
}

/** It asks no cloud, so it needs no sign-in. */
function initCommand(examples: () => readonly Example[], terminal: Terminal): Program {
  const summary = "an app of your own, from an example";
  const listed = () => {
    const all = new Map(examples().map(({ name, title }) => [name, title]));
    return [...all].map(([name, title]) => `  ${name.padEnd(22)}${title}`).join("\n");
  };
  return new Program("init")
    .summary(summary)
    .description(summary)
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => undefined })
    .addArgument(new Argument("<example>", "which one, of those below"))
    .addArgument(new Argument("<folder>", "a new folder, or an empty one"))
    .addOption(
      new Option("--language <name>", "the language of the app")
        .choices(LANGUAGES)
        .default("typescript" satisfies Language),
    )
    .option("--cdktn", "for CDK Terrain instead of CDKTF")
    .option("--packages <folder>", "a folder with the packages' tarballs or wheels, where they are not published")
    .addHelpText("after", () => `\nExamples:\n${listed()}`)
    .action(
      (example: string, folder: string, options: Pick<InitOptions, "language" | "packages"> & { cdktn?: true }) => {
        const { language, packages, cdktn } = options;
        terminal.out(init(examples(), { example, folder, language, packages, core: cdktn ? "cdktn" : "cdktf" }));
      },
    );
}

const exampleOf = ({ name }: Command, [args, does]: Command["examples"][number]): string =>
  `  aiven-azure-peering ${name} ${args}\n      ${does}`;

type Options = SubjectOptions & { readonly json?: boolean; readonly quiet?: boolean; readonly strict?: boolean };

async function look(command: Command, options: Options, env: Environment, terminal: Terminal): Promise<number> {
  const subject = subjectOf(options, env, command);
  terminal.progress("signing in");
  const { aivenToken = given(env, "AIVEN_TOKEN") } = subject;
  terminal.hide(aivenToken);
  // a provider block may name the tenant, where the environment does not
  const ARM_TENANT_ID = given(env, "ARM_TENANT_ID") ?? subject.tenantId;
  const signedInBy = { ...env, ARM_TENANT_ID, AIVEN_TOKEN: aivenToken };
  const clouds = await connect(signedInBy);
  terminal.hide(aivenToken, clientSecretOf(describedSignIn(signedInBy)));
  const progress = (text: string): void => terminal.progress(text);
  const report = await command.run({ subject, clouds, env, options: { ...options }, progress });
  if (options.json === true) terminal.out(`${jsonOf(command.name, report)}\n`);
  else if (report.text === undefined) terminal.out(textOf(report, terminal.look, options));
  else {
    terminal.beside(textOf(report, terminal.look, options));
    terminal.out(report.text);
  }
  return exitStatus(report, options);
}

function failed(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    // help and version are no failures
    if (error.exitCode === 0) return 0;
    terminal.complain(misuse(error));
    return COULD_NOT_LOOK;
  }
  if (error instanceof CloudError) {
    const { message, remedy } = error;
    terminal.complain(`aiven-azure-peering: ${message}${remedy === undefined ? "" : `; ${remedy}`}`);
    return COULD_NOT_LOOK;
  }
  const text = error instanceof Error ? error.message : String(error);
  const what = error instanceof UsageError ? "" : "internal error: ";
  terminal.complain(`aiven-azure-peering: ${what}${inOneLine(text)}`);
  return COULD_NOT_LOOK;
}

function misuse({ code, message }: CommanderError): string {
  if (code === "commander.help") return "aiven-azure-peering: no command is given; see aiven-azure-peering --help";
  return `aiven-azure-peering: ${inOneLine(message.replace(/^error: /, ""))}; see aiven-azure-peering --help`;
}
