import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alternate, inFigures, type Pair, ratio, run, type Sample } from "./measure";
import type { Part, Row } from "./report";
import { RUNNERS, withRunners } from "./runners";
import { ROOT } from "../tools/folder";
import { compile, Workshop } from "./workshop";

const EMPTY = `
import { App, TerraformStack } from "cdktf";
const app = new App();
new TerraformStack(app, "empty");
app.synth();
`;

const OPTIONS = {
  module: "CommonJS",
  moduleResolution: "node",
  target: "ES2022",
  strict: true,
  skipLibCheck: true,
  sourceMap: true,
};

/** A user's app: the sources, and the command by which cdktf runs it. */
function appFolder(source: string, command: string): Workshop {
  const workshop = Workshop.make(["@swc-node", "@swc", "typescript", "@types/node"]);
  workshop.write("package.json", JSON.stringify({ name: "app", private: true }));
  workshop.write("main.ts", source);
  workshop.write("main.js", compile(source));
  workshop.write("tsconfig.json", JSON.stringify({ compilerOptions: OPTIONS, files: ["main.ts"] }));
  workshop.write(
    "cdktf.json",
    JSON.stringify({ language: "typescript", app: command, projectId: "bench", sendCrashReports: "false" }),
  );
  return workshop;
}

/** `cdktf synth` of the example ÷ of an app with an empty stack, and the app alone by each runner ÷ compiled. */
export async function cliBench(): Promise<Part> {
  const { app } = JSON.parse(readFileSync(join(ROOT, "cdktf.json"), "utf8")) as { app: string };
  const example = appFolder(readFileSync(join(ROOT, "main.ts"), "utf8"), app);
  const empty = appFolder(EMPTY, app);
  const timed = async (command: readonly string[], { folder }: Workshop): Promise<Sample> => {
    const env = { CHECKPOINT_DISABLE: "1", CDKTF_OUTDIR: join(folder, "cdktf.out"), CI: "1" };
    return { processor: (await run(command, { cwd: folder, env })).processor };
  };
  const row = (what: string, to: string, pairs: readonly Pair[], goal?: number): Row => ({
    what,
    to,
    value: ratio(pairs, "processor"),
    goal,
    note: inFigures(pairs, "processor", "ms"),
  });
  try {
    const cdktf = [join(ROOT, "node_modules/.bin/cdktf"), "synth"];
    const rows = [
      row(
        "cdktf synth: the example",
        "an app with an empty stack",
        await alternate(
          () => timed(cdktf, example),
          () => timed(cdktf, empty),
        ),
        1.05,
      ),
    ];
    const compiled = [process.execPath, "main.js"];
    rows.push(
      row(
        "the app alone, compiled: the example",
        "an app with an empty stack",
        await alternate(
          () => timed(compiled, example),
          () => timed(compiled, empty),
        ),
      ),
    );
    await withRunners(async (modules) => {
      for (const [name, command] of Object.entries(RUNNERS)) {
        const pairs = await alternate(
          () => timed(command(modules), example),
          () => timed(compiled, example),
        );
        rows.push(row(`the app alone: ${name}`, "compiled JavaScript", pairs));
      }
    });
    return { rows };
  } finally {
    example.remove();
    empty.remove();
  }
}
