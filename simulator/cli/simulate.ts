import { simulate } from "../run";
import { runCommand } from "./command";
import { parseOptions, USAGE } from "./options";
import { inventoryTable } from "./table";

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.length === 0 || args[0] === "--help") {
    console.log(USAGE);
    return args.length === 0 ? 2 : 0;
  }
  const { settings, journal, command } = parseOptions(args);
  if (command.length === 0) throw new Error("no command is given; see --help");
  return simulate(settings, async ({ world, env }) => {
    const code = await runCommand(command, env);
    if (journal) console.log(["", ...world.journal.lines()].join("\n"));
    const added = world.added();
    console.log(
      ["", ...(added.length > 0 ? inventoryTable(added) : ["the simulated clouds are as they were"])].join("\n"),
    );
    return code;
  });
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`simulate: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
