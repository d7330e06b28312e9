import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { run } from "../run";
import type { Built, Core } from "./built";

type Language = "typescript" | "python";

/** Apps that the command's `init` writes, from the tarball in which it is published. */
export class Apps {
  private constructor(
    private readonly home: string,
    private readonly core: Core,
    private readonly packages: Readonly<Record<Language, string>>,
  ) {}

  /**
   * Installs the command into a folder outside of the repository.
   *
   * @param more - tarballs that npm's registry does not have, by their packages' names
   */
  static async install(home: string, core: Core, built: Built, more: Readonly<Record<string, string>>): Promise<Apps> {
    const packages = join(home, "packages");
    mkdirSync(packages, { recursive: true });
    for (const tarball of Object.values(built.tarballs)) copyFileSync(tarball, join(packages, basename(tarball)));
    for (const [name, tarball] of Object.entries(more)) {
      copyFileSync(tarball, join(packages, `${name.replace(/^@/, "").replace("/", "-")}-0.tgz`));
    }
    writeFileSync(join(home, "package.json"), JSON.stringify({ private: true }));
    await run("npm", [...INSTALL, built.tarballs[COMMAND]], home);
    return new Apps(home, core, { typescript: packages, python: built.wheels });
  }

  /** Writes an app into a folder below the home; returns where it is. */
  async init(example: string, folder: string, language: Language): Promise<string> {
    const cdktn = this.core === "cdktn" ? ["--cdktn"] : [];
    const options = ["--language", language, "--packages", this.packages[language], ...cdktn];
    await run("npx", ["--no-install", COMMAND, "init", example, folder, ...options], this.home);
    return join(this.home, folder);
  }
}

const COMMAND = "aiven-azure-peering";
const INSTALL = ["install", "--prefer-offline", "--no-audit", "--no-fund"];

/** An app whose packages are installed, and are there for apps in folders below it. */
export interface Installed {
  /** Runs an app as its cdktf.json says, and returns the folder with the JSON of its one stack. */
  synthesise(app: string): Promise<string>;
}

export interface InstalledByPip extends Installed {
  /** Runs lines of Python, and returns what they print. */
  evaluate(lines: readonly string[]): Promise<string>;
  /** Installs more, beside what is there. */
  add(...packages: readonly string[]): Promise<unknown>;
}

/** As its README says, in TypeScript. The app itself is synthesised by the core's own command line. */
export async function installedByNpm(app: string, core: Core): Promise<Installed> {
  await run("npm", INSTALL, app);
  await run("npx", ["--no-install", "tsc"], app);
  await run("npx", ["--no-install", core, "synth"], app, { CHECKPOINT_DISABLE: "1", CI: "1" });
  return { synthesise };
}

/** As its README says, in Python, into a virtual environment. */
export async function installedByPip(app: string): Promise<InstalledByPip> {
  await run("python3", ["-m", "venv", ".venv"], app);
  const programs = join(app, ".venv/bin");
  const add = (...packages: readonly string[]) =>
    run(join(programs, "pip"), ["install", "--quiet", "--disable-pip-version-check", ...packages], app);
  await add("-r", "requirements.txt");
  const env = { PATH: [programs, process.env.PATH].join(delimiter) };
  return {
    synthesise: (other) => synthesise(other, env),
    evaluate: (lines) => run("python3", ["-c", lines.join("\n")], app, env),
    add,
  };
}

async function synthesise(folder: string, env?: Readonly<Record<string, string>>): Promise<string> {
  const { app } = JSON.parse(readFileSync(join(folder, "cdktf.json"), "utf8")) as { app: string };
  const [program = "", ...args] = app.split(" ");
  await run(program, args, folder, env);
  const stacks = join(folder, "cdktf.out/stacks");
  const [stack = "", ...others] = readdirSync(stacks);
  if (others.length > 0) throw new Error(`${folder} has more stacks than one: ${others.join(", ")}`);
  return join(stacks, stack);
}
