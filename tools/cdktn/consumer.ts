import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../run";

const INSTALL = ["install", "--prefer-offline", "--no-audit", "--no-fund"];
const FLAGS = ["--strict", "--target", "es2022", "--module", "node16", "--skipLibCheck", "false"];

/** What packages an app asks for, and what npm is to make of them. */
export interface Asked {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** An app outside the repository, with one file of TypeScript, that gets its packages from npm as a user does. */
export async function installApp(home: string, code: string, asked: Asked): Promise<void> {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  writeFileSync(join(home, "main.ts"), code);
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, ...asked }, undefined, 2));
  await run("npm", INSTALL, home);
}

/** Compiles it with every declaration checked, runs it, and returns the JSON of its one stack. */
export async function synthesiseApp(home: string): Promise<string> {
  await run(process.execPath, ["node_modules/typescript/bin/tsc", ...FLAGS, "main.ts"], home);
  await run(process.execPath, ["main.js"], home);
  const stacks = join(home, "cdktf.out/stacks");
  return readFileSync(join(stacks, readdirSync(stacks)[0] ?? "", "cdk.tf.json"), "utf8");
}
