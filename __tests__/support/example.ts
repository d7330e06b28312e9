import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

/** Synthesises main.ts as cdktf does, into a folder of its own. */
export function synthExample(): { folder: string; text: string } {
  const outdir = mkdtempSync(join(tmpdir(), "example-"));
  const { app } = JSON.parse(readFileSync(join(ROOT, "cdktf.json"), "utf8")) as { app: string };
  const [command, ...args] = app.split(" ") as [string, ...string[]];
  execFileSync(command, args, { cwd: ROOT, env: { ...process.env, CDKTF_OUTDIR: outdir } });
  const folder = join(outdir, "stacks", "aiven-azure-peering");
  return { folder, text: readFileSync(join(folder, "cdk.tf.json"), "utf8") };
}
