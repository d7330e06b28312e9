import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AIVEN_TENANT_ID } from "../src/clouds/aiven/well-known";
import { removeTemporaryFolder, ROOT, temporaryFolder } from "../../../tools/folder";

let folder: string;
/** Where the commands put what is only theirs for a while. */
let scratch: string;
beforeEach(() => {
  folder = temporaryFolder("command-line");
  scratch = join(folder, "scratch");
  mkdirSync(scratch);
});
afterEach(() => removeTemporaryFolder(folder));

/** What is left there, but for the compiler's cache. */
const left = (): string[] => readdirSync(scratch).filter((name) => !name.startsWith("swc-node-"));

class Running {
  text = "";
  readonly ended: Promise<number>;
  private readonly child: ChildProcess;

  constructor(script: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    const started = ["-r", require.resolve("@swc-node/register"), join(ROOT, script), ...args];
    this.child = spawn(process.execPath, started, {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: scratch, CI: "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (chunk: Buffer) => (this.text += chunk.toString()));
    }
    this.ended = new Promise((resolve) => this.child.on("close", (code) => resolve(code ?? -1)));
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (let looks = 0; looks < 1000; looks++) {
      const found = pattern.exec(this.text);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never said ${pattern}, but\n${this.text}`);
  }
}

const simulate = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  new Running("packages/simulated-clouds/src/cli/simulate.ts", args, {
    npm_lifecycle_event: "simulate",
    INIT_CWD: folder,
    ...env,
  });
const script = (text: string): string[] => [process.execPath, "-e", text];

test("a command runs in the folder of who called npm, with input variables and nothing else of the operator's", async () => {
  const given = `console.log(process.cwd(), process.env.TF_VAR_name, process.env.ARM_CLIENT_ID, process.env.AIVEN_TOKEN.length)`;
  const env = { TF_VAR_name: "mine", ARM_CLIENT_ID: "theirs", AIVEN_TOKEN: "secret" };
  const running = simulate(script(given), env);
  expect(await running.ended).toBe(0);
  // the token is of the simulated Aiven
  expect(running.text).toContain(`${folder} mine undefined 36`);
});

describe("over HTTPS", () => {
  const shell = (...commands: string[]): string[] => ["sh", "-c", commands.join("; ")];

  test("the environment leads every provider to the clouds, and is printed without what signs in", async () => {
    const ask = `
      fetch("https://" + process.env.ARM_METADATA_HOSTNAME + "/metadata/endpoints?api-version=2022-09-01")
        .then((response) => response.json())
        .then(({ name }) => console.log(name, process.env.ARM_CLIENT_SECRET.length > 0, process.env.TF_REATTACH_PROVIDERS))`;
    const running = simulate(["--http", "--sign-in", "client-secret", ...script(ask)]);
    expect(await running.ended).toBe(0);
    expect(running.text).toContain("SimulatedCloud true undefined");
    for (const name of [
      "AIVEN_WEB_URL",
      "ARM_RESOURCE_MANAGER_ENDPOINT",
      "ARM_DISABLE_INSTANCE_DISCOVERY",
      "SSL_CERT_FILE",
    ]) {
      expect(running.text).toMatch(new RegExp(`^${name}=.+$`, "m"));
    }
    expect(running.text).not.toMatch(/deployer-secret|^(ARM_CLIENT_SECRET|AIVEN_TOKEN)=/m);
    expect(left()).toEqual([]);
  });

  test("the usual authorities stay trusted, or terraform init would not reach its registry", async () => {
    const running = simulate(["--http", ...shell('grep -c "BEGIN CERTIFICATE" "$SSL_CERT_FILE"')]);
    expect(await running.ended).toBe(0);
    expect(Number(/^\d+$/m.exec(running.text)?.[0])).toBeGreaterThan(100);
  });

  test("az says who is signed in, and has tokens of the own tenant only", async () => {
    const running = simulate([
      "--http",
      ...shell(
        "az version",
        "az account show -o=json",
        "az account get-access-token --scope https://any/.default --tenant 72f988bf-0000-4000-8000-00000000c057",
        `az account get-access-token --tenant ${AIVEN_TENANT_ID}`,
        "echo ended with $?",
        "az vm list",
      ),
    ]);
    await running.ended;
    expect(running.text).toMatch(/"azure-cli": "2\.\d+\.\d+"/);
    expect(running.text).toMatch(/"tenantId": "72f988bf-0000-4000-8000-00000000c057"/);
    expect(running.text).toMatch(/"expiresOn": "\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.000000"/);
    expect(running.text).toMatch(/ERROR: AADSTS50020: .*\nended with 1/);
    expect(running.text).toContain("ERROR: 'vm list' is misspelled or not recognized by the system.");
  });

  test("a way to sign in that has no real counterpart is refused", async () => {
    const running = simulate(["--http", "--sign-in", "client-certificate", "true"]);
    expect(await running.ended).toBe(2);
    expect(running.text).toBe(
      "simulate: --sign-in: client-certificate is not allowed with --http, use client-secret or oidc\n",
    );
  });
});

describe("a signal", () => {
  test.each([
    ["SIGTERM", 143, "SIGTERM"],
    ["SIGINT", 130, "SIGINT"],
    // of a terminal that is closed; Terraform would end at once, and forget what it has made
    ["SIGHUP", 129, "SIGTERM"],
  ] as const)("%s ends the command first, says one line, and leaves nothing", async (signal, code, handedOn) => {
    const waiting = `process.on("${handedOn}", () => { console.log("stopped"); process.exit(0) }); console.log("begun"); setInterval(() => 0, 1000)`;
    const running = simulate(["--http", ...script(waiting)]);
    await running.says(/begun/);
    running.kill(signal);
    expect(await running.ended).toBe(code);
    const said = running.text.slice(running.text.indexOf("begun")).split("\n").filter(Boolean);
    expect(said).toEqual([
      "begun",
      "stopped",
      `simulate: stopped by ${signal}, the simulated clouds are gone and nothing is left of them`,
    ]);
    expect(left()).toEqual([]);
  });

  test("a command that does not stop for it is ended with all that it has started, after the grace period", async () => {
    const deaf = `process.on("SIGTERM", () => 0); console.log("pid", process.pid); setInterval(() => 0, 1000)`;
    const starter = `process.on("SIGTERM", () => 0);
      require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(deaf)}], { stdio: "inherit" })`;
    const running = simulate(["--grace", "1", ...script(starter)]);
    const [, pid] = await running.says(/pid (\d+)/);
    running.kill("SIGTERM");
    expect(await running.ended).toBe(143);
    expect(running.text).toContain("the command did not stop within 1 seconds of SIGTERM, so it is ended");
    // what has ended may wait for its parent to look
    expect(execFileSync("ps", ["-A", "-o", "stat=,pid="]).toString()).not.toMatch(
      new RegExp(`^[^Z]\\S* +${pid}$`, "m"),
    );
    expect(left()).toEqual([]);
  });

  test("clouds that are kept serve another terminal until it comes, which then is no failure", async () => {
    const running = simulate(["--http", "--keep"]);
    const [, file] = await running.says(/^ {4}\. (.+)$/m);
    expect(readFileSync(file, "utf8")).toMatch(/^export ARM_METADATA_HOSTNAME='localhost:\d+'$/m);
    const other = await new Promise((resolve) =>
      execFile("sh", ["-c", `. ${file}; az account list`], { env: { PATH: process.env.PATH } }, (_error, text) =>
        resolve(text),
      ),
    );
    expect(other).toContain("5ab50000-0000-4000-8000-000000000001");
    running.kill("SIGINT");
    expect(await running.ended).toBe(0);
    expect(running.text).toContain("the simulated clouds are as they were");
    expect(existsSync(file)).toBe(false);
    expect(left()).toEqual([]);
  });
});

describe("npm start", () => {
  test("--keep leaves the deployment for a plan; without a terminal nothing spins", async () => {
    const running = new Running("scripts/start.ts", ["--keep"], {});
    const [, file, stack] = await running.says(/^ {4}\. (.+)\n {4}cd (.+)\n/m);
    const plan = await new Promise((resolve) => {
      const command = `. ${file}; cd ${stack}; ${process.env.TERRAFORM_BINARY_NAME ?? "terraform"} plan -no-color -input=false`;
      execFile("sh", ["-c", command], { env: { PATH: process.env.PATH } }, (_error, text) => resolve(text));
    });
    expect(plan).toContain("No changes.");
    running.kill("SIGTERM");
    expect(await running.ended).toBe(0);
    expect(running.text).toMatch(/Connected/);
    // what the clouds hold fits a terminal, and a page
    const held = running.text.slice(running.text.indexOf("what the clouds hold now:"));
    const table = held.slice(0, held.indexOf("For real:")).trimEnd().split("\n");
    expect(table.length).toBeGreaterThan(10);
    expect(table.filter((line) => line.length > 100)).toEqual([]);
    expect(running.text).toContain(
      "Shown: main.ts was created, the peering is ACTIVE and Connected, and a plan has nothing left to do. All of it stays until Ctrl-C.",
    );
    // eslint-disable-next-line no-control-regex -- that there is none is what is tested
    expect(running.text).not.toMatch(/\u001b|[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/);
    expect(running.text.trimEnd().split("\n").at(-1)).toBe(
      "npm start: stopped by SIGTERM, the simulated clouds are gone and nothing is left of them",
    );
    expect(left()).toEqual([]);
  });

  test("stopped while it deploys it lets that end, and leaves no folder behind", async () => {
    const running = new Running("scripts/start.ts", [], {});
    await running.says(/Creating\.\.\./);
    running.kill("SIGTERM");
    expect(await running.ended).toBe(143);
    expect(left()).toEqual([]);
  });

  test("an option that does not exist is refused", async () => {
    const running = new Running("scripts/start.ts", ["--stay"], {});
    expect(await running.ended).toBe(2);
    expect(running.text).toMatch(/^npm start: Unknown option '--stay'/);
  });
});
