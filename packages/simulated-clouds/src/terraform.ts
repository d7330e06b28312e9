import { spawn } from "node:child_process";
import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  /** Both streams with every run of white space as one blank: Terraform wraps messages wherever a line is full. */
  text: string;
}

export interface RunOptions {
  cwd: string;
  /** Added to the environment: the served providers, TF_VAR_… and the like. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Interrupts Terraform as Ctrl-C would. */
  signal?: AbortSignal;
  /** Receives the process's id. */
  onStart?: (pid: number) => void;
  /** Receives the output as it comes. */
  onOutput?: (chunk: string) => void;
}

/** The binary to run: TERRAFORM_BINARY_NAME, else terraform, else tofu; undefined where none is on the PATH. */
export function findTerraform(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const names = env.TERRAFORM_BINARY_NAME ? [env.TERRAFORM_BINARY_NAME] : ["terraform", "tofu"];
  return names.map((name) => findExecutable(name, env)).find((found) => found !== undefined);
}

/** What is missing where `findTerraform` finds none: what was asked for, if something was. */
export function missingTerraform({ TERRAFORM_BINARY_NAME: named }: NodeJS.ProcessEnv = process.env): string {
  return named
    ? `no ${named}, which TERRAFORM_BINARY_NAME names, is on the PATH`
    : "neither terraform nor tofu is on the PATH";
}

function findExecutable(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = name.includes(path.sep) ? [""] : (env.PATH ?? "").split(path.delimiter);
  const endings = process.platform === "win32" ? ["", ".exe"] : [""];
  const candidates = folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)));
  return candidates.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * What belongs to the operator's accounts: by the prefix of a cloud, a tool or Terraform, and by what a secret is usually called. A machine
 * of Azure's and a job of GitHub's have an identity that azapi and Azure's SDKs find by names without a prefix of Azure's.
 */
const OPERATORS = [
  /^(ARM|AIVEN|AZURE|TF|IDENTITY|MSI|IMDS|ACTIONS_ID_TOKEN_REQUEST)_/,
  /^(AWS|GOOGLE|GCLOUD|GCP|CLOUDSDK|OCI|ALICLOUD|DIGITALOCEAN|CLOUDFLARE|VAULT|CONSUL|NOMAD|TFE|ATLAS|PG|KUBE)(_|[A-Z])/,
  /(^|_)(ACCESS_?KEY|ACCESS_?TOKEN|API_?KEY|CREDENTIALS?|PASSPHRASE|PASSWD|PASSWORD|PAT|PRIVATE_?KEY|SECRETS?|TOKENS?)($|_)/i,
  /(ACCESS|AUTH)TOKEN$/i,
];

/** Where those tools look for a sign-in that is in no variable: a backend that signs in by it would put a simulated state into a real store. */
const NOT_SIGNED_IN = {
  AWS_SHARED_CREDENTIALS_FILE: os.devNull,
  AWS_CONFIG_FILE: os.devNull,
  AWS_EC2_METADATA_DISABLED: "true",
  AZURE_CONFIG_DIR: os.devNull,
  CLOUDSDK_CONFIG: os.devNull,
};

/** The environment for a hermetic run: nothing of the operator's cloud accounts, nothing of their Terraform settings. */
export function terraformEnvironment(added: RunOptions["env"] = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !OPERATORS.some((pattern) => pattern.test(name)));
  return {
    ...Object.fromEntries(inherited),
    ...NOT_SIGNED_IN,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    TF_CLI_ARGS: "-no-color",
    TF_CLI_CONFIG_FILE: os.devNull,
    ...added,
  };
}

/** Runs terraform (or tofu) in a folder. Never rejects for what Terraform says: look at the code. */
export function runTerraform(
  args: readonly string[],
  { cwd, env, signal, onStart, onOutput }: RunOptions,
): Promise<Outcome> {
  const binary = findTerraform();
  if (!binary) {
    return Promise.reject(new Error(missingTerraform()));
  }
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { cwd, env: terraformEnvironment(env), stdio: ["ignore", "pipe", "pipe"] });
    if (child.pid !== undefined) onStart?.(child.pid);
    const interrupt = () => child.kill("SIGINT");
    if (signal?.aborted) interrupt();
    signal?.addEventListener("abort", interrupt);

    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (chunk: string) => {
        output[stream] += chunk;
        onOutput?.(chunk);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      signal?.removeEventListener("abort", interrupt);
      const text = `${output.stdout}\n${output.stderr}`.replace(/\s+/g, " ").trim();
      resolve({ code: code ?? -1, ...output, text });
    });
  });
}

/** Whether a process has a thread that runs, or would if a processor were free; undefined where the system does not say. */
export function isRunning(pid: number): boolean | undefined {
  try {
    const threads = path.join("/proc", String(pid), "task");
    return readdirSync(threads).some((thread) =>
      /\) [RD] /.test(readFileSync(path.join(threads, thread, "stat"), "utf8")),
    );
  } catch {
    return undefined;
  }
}
