import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./measure";
import { ROOT } from "../tools/folder";

/** What cdktf.json may say for an app in TypeScript; `{module}` is where the runner lies. */
export const RUNNERS: Record<string, (modules: string) => string[]> = {
  "ts-node": (modules) => [join(modules, ".bin/ts-node"), "main.ts"],
  "ts-node, transpile only": (modules) => [join(modules, ".bin/ts-node"), "--transpile-only", "main.ts"],
  "@swc-node/register": () => [process.execPath, "-r", "@swc-node/register", "main.ts"],
  "@swc-node/register, --enable-source-maps": () => [
    process.execPath,
    "--enable-source-maps",
    "-r",
    "@swc-node/register",
    "main.ts",
  ],
  tsx: (modules) => [join(modules, ".bin/tsx"), "main.ts"],
  "node --import tsx": (modules) => [process.execPath, "--import", join(modules, "tsx/dist/loader.mjs"), "main.ts"],
};

/** Those that this repository does not use, in a folder that is gone afterwards. */
export async function withRunners<Result>(body: (modules: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "bench-runners-"));
  try {
    const packages = ["ts-node@10", "tsx@4", "typescript@5.9", "@types/node@20"];
    await run(["npm", "install", "--prefix", folder, "--prefer-offline", "--no-audit", "--no-fund", ...packages], {
      cwd: ROOT,
    });
    return await body(join(folder, "node_modules"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
