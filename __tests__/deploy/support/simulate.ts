import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { ROOT } from "../../../tools/folder";

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run simulate` as somebody would in that folder. */
export function simulateCommand(
  args: readonly string[],
  cwd: string,
  given: Readonly<Record<string, string>>,
): Promise<Ended> {
  const script = join(ROOT, "packages/simulated-clouds/src/cli/simulate.ts");
  const sources = { SWC_NODE_PROJECT: join(ROOT, "tsconfig.json") };
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["-r", require.resolve("@swc-node/register"), script, ...args],
      { cwd, env: { ...process.env, ...sources, ...given, PATH } },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

/** Lends a folder with an app of this repository, in which it finds the packages as it would after `npm install`. */
export async function withAppFolder<T>(app: string, body: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "dist/app-"));
  try {
    for (const file of ["main.ts", "cdktf.json"]) copyFileSync(join(app, file), join(folder, file));
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
