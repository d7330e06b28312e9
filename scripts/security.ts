/**
 * Has checkov look at what the apps of this repository would deploy: `npm run security`. What it finds and may stay is in
 * .checkov.yaml, with the reason. checkov comes from PyPI, into a virtual environment outside the repository.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT, withTemporaryFolder } from "../tools/folder";
import { run } from "../tools/run";
import { EXAMPLES, synthesise } from "../tools/synthesise";

const CHECKOV = "checkov==3.3.30";
/** A key for the examples that create a machine. */
const SSH_PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA nobody";

interface Report {
  readonly check_type: string;
  readonly summary: { readonly passed: number; readonly failed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
      readonly file_path: string;
    }[];
  };
}

/** The folders with an app in TypeScript; examples/python is main.ts in another language. */
const apps = [ROOT, ...readdirSync(EXAMPLES).map((name) => join(EXAMPLES, name))].filter((app) =>
  existsSync(join(app, "main.ts")),
);

/** Writes the JSON of each stack to `folder`, without what only Terraform reads: checkov's parser stumbles over it. */
function writeJson(app: string, folder: string): void {
  for (const [stack, text] of synthesise(app, { env: { SSH_PUBLIC_KEY } })) {
    const json = JSON.parse(text) as { terraform?: object; import?: object };
    delete json.terraform;
    delete json.import;
    const at = join(folder, "json", `${app === ROOT ? "main" : basename(app)}-${stack}`);
    mkdirSync(at, { recursive: true });
    // Indented as cdktf does, because the parser counts lines.
    writeFileSync(join(at, "cdk.tf.json"), JSON.stringify(json, undefined, 2));
  }
}

function main(): Promise<number> {
  return withTemporaryFolder("security", async (folder) => {
    console.log(`==> install ${CHECKOV}`);
    await run("python3", ["-m", "venv", "venv"], folder);
    const programs = join(folder, "venv/bin");
    await run(join(programs, "pip"), ["install", "--quiet", "--disable-pip-version-check", CHECKOV], folder);

    console.log(`==> synthesise ${apps.length} apps`);
    for (const app of apps) writeJson(app, folder);

    console.log("==> check");
    const options = ["--directory", ".", "--config-file", join(ROOT, ".checkov.yaml"), "--output", "json"];
    const { stdout, stderr } = spawnSync(join(programs, "checkov"), options, {
      cwd: join(folder, "json"),
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    if (!/^\s*[[{]/.test(stdout)) throw new Error(`checkov said no report: ${stdout}\n${stderr}`);
    return statusOf([JSON.parse(stdout)].flat() as Report[]);
  });
}

function statusOf(reports: readonly Report[]): number {
  for (const { check_type, results } of reports) {
    for (const { check_id, check_name, resource, file_path } of results.failed_checks) {
      console.log(`    ${check_type} ${check_id} ${resource} in ${file_path}: ${check_name}`);
    }
  }
  const sum = (of: keyof Report["summary"]) => reports.reduce((total, { summary }) => total + summary[of], 0);
  const [passed, failed, unread] = [sum("passed"), sum("failed"), sum("parsing_errors")];
  console.log(`    ${passed} passed, ${failed} failed, ${unread} files not understood`);
  // Nothing passed means that nothing was looked at.
  return passed === 0 || failed > 0 || unread > 0 ? 1 : 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
