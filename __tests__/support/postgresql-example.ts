import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Synthesised } from "./synth";

const EXAMPLE = resolve(__dirname, "../../examples/postgresql");

export interface SynthesisedExample {
  /** Where Terraform runs; the state is kept beside it. */
  readonly folder: string;
  readonly stack: Synthesised;
  readonly remove: () => void;
}

/** Synthesises examples/postgresql as cdktf does there. */
export function synthPostgresqlExample(sshPublicKey?: string): SynthesisedExample {
  const parent = mkdtempSync(join(tmpdir(), "postgresql-example-"));
  const { app } = JSON.parse(readFileSync(join(EXAMPLE, "cdktf.json"), "utf8")) as { app: string };
  const [command, ...args] = app.split(" ") as [string, ...string[]];
  const env = { ...process.env, CDKTF_OUTDIR: join(parent, "cdktf.out"), SSH_PUBLIC_KEY: sshPublicKey };
  execFileSync(command, args, { cwd: EXAMPLE, env });
  const folder = join(parent, "cdktf.out/stacks/postgresql");
  const json = readFileSync(join(folder, "cdk.tf.json"), "utf8");
  return {
    folder,
    stack: new Synthesised(JSON.parse(json) as never),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}
