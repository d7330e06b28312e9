import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InstanceView } from "../../src/clouds/azure/run-commands";
import { createWorld, type World } from "../../src/clouds/world";
import { machineShell } from "../../src/machines/shell";
import { testNeeding } from "../../../../tools/needing";

const test = testNeeding("python3", "what a machine does with a script");

let world: World;
beforeEach(() => (world = createWorld({ clock: { kind: "jump", quantum: 1 } }, machineShell({ runScripts: true }))));
afterEach(() => world.clock.stop());

const machine = { id: "/machine", location: "westeurope", tags: {}, properties: {} };
const run = async (script: string, parameters: Record<string, string> = {}, signal?: AbortSignal) =>
  world.azure.shell({ machine, script, parameters, signal });
const python = (lines: string[], parameters?: Record<string, string>) =>
  run(["#!/usr/bin/env python3", ...lines].join("\n"), parameters);

test("a Python script runs, with the command's parameters in its environment and nothing of this machine's", async () => {
  process.env.AIVEN_TOKEN_OF_MINE = "a secret";
  try {
    const view = await python(["import os", 'print(os.environ["GREETING"], os.environ.get("AIVEN_TOKEN_OF_MINE"))'], {
      GREETING: "$(hello)",
    });
    expect(view).toEqual<InstanceView>({
      executionState: "Succeeded",
      executionMessage: "Execution completed",
      exitCode: 0,
      output: "$(hello) None\n",
      error: "",
    });
  } finally {
    delete process.env.AIVEN_TOKEN_OF_MINE;
  }
});

test("a parameter is called what its author likes: it reaches the script, and nothing that runs the script", async () => {
  const program = mkdtempSync(join(tmpdir(), "parameter-"));
  try {
    writeFileSync(join(program, "python3"), "#!/bin/sh\ntouch ran\n", { mode: 0o755 });
    const parameters = { PATH: program, LD_PRELOAD: join(program, "python3"), PYTHONPATH: program };
    const view = await python(
      ["import os", 'print(*(os.environ[name] for name in ("PATH", "LD_PRELOAD")))'],
      parameters,
    );
    // what is no library would be complained of, where it is loaded
    expect(view).toMatchObject({ output: `${program} ${join(program, "python3")}\n`, error: "" });
  } finally {
    rmSync(program, { recursive: true });
  }
});

test("unless it was asked for no script runs, and the command fails and says so", async () => {
  const careful = createWorld({}, machineShell({}));
  const view = await careful.azure.shell({ machine, script: "#!/usr/bin/env python3\nprint(1)", parameters: {} });
  expect(view).toEqual<InstanceView>({
    executionState: "Failed",
    executionMessage: "Execution failed: command terminated with exit status=127",
    exitCode: 127,
    output: "",
    error:
      "the simulator runs no script of a machine unless it is asked to: it would run on this machine, as you; if you trust it, use --run-scripts",
  });
  careful.clock.stop();
});

test("its exit code and both streams are shown", async () => {
  const view = await python(["import sys", 'print("out")', 'print("err", file=sys.stderr)', "sys.exit(7)"]);
  expect(view).toEqual<InstanceView>({
    executionState: "Failed",
    executionMessage: "Execution failed: command terminated with exit status=7",
    exitCode: 7,
    output: "out\n",
    error: "err\n",
  });
});

test("an exception is a failure, with its trace", async () => {
  expect(await python(["1 / 0"])).toMatchObject({
    exitCode: 1,
    error: expect.stringContaining("ZeroDivisionError") as string,
  });
});

test("a script that is no Python is a failure", async () => {
  expect(await python(["this is no Python"])).toMatchObject({
    executionState: "Failed",
    error: expect.stringContaining("SyntaxError") as string,
  });
});

test("only the end of a long output is kept", async () => {
  const { output } = await python(['print("x" * 10000 + "end", end="")']);
  expect(output).toHaveLength(4096);
  expect(output.endsWith("xend")).toBe(true);
});

test("time is the clouds': a long sleep costs none", async () => {
  const [before, real] = [world.clock.now(), Date.now()];
  const { output } = await python([
    "import time",
    "start = time.monotonic()",
    "time.sleep(3600)",
    "print(int(time.monotonic() - start))",
  ]);
  expect(output).toBe("3600\n");
  expect(world.clock.now() - before).toBe(3_600_000);
  expect(Date.now() - real).toBeLessThan(60_000);
});

test("names and addresses are the clouds': the real network is out of reach", async () => {
  const { output } = await python([
    "import socket",
    "for attempt in (lambda: socket.getaddrinfo('localhost', 22), lambda: socket.create_connection(('127.0.0.1', 22), 5)):",
    "    try:",
    "        attempt()",
    "    except OSError as error:",
    "        print(type(error).__name__, error)",
  ]);
  expect(output).toMatch(/^gaierror .*Name or service not known\n(timeout|TimeoutError) timed out\n$/);
});

describe("the machine that the simulator runs on is left alone:", () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "machine-"))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["write a file", "open(target, 'w')"],
    ["append to a file", "open(target, 'a')"],
    ["create a file", "import os; os.open(target, os.O_CREAT | os.O_WRONLY)"],
    ["make a folder", "import os; os.mkdir(target)"],
    ["start a program", "import subprocess; subprocess.run(['touch', target])"],
    ["start a shell", "import os; os.system('touch ' + target)"],
    ["replace itself", "import os; os.execvp('touch', ['touch', target])"],
    ["fork", "import os; os.fork()"],
    ["listen", "import socket; socket.socket().bind(('127.0.0.1', 0))"],
    ["call into a library", "import ctypes; ctypes.CDLL(None)"],
    ["end another process", "import os; os.kill(os.getppid(), 0)"],
  ])("a script may not %s", async (_what, statement) => {
    const target = join(folder, "target");
    const view = await python([`target = ${JSON.stringify(target)}`, statement]);
    expect(view).toMatchObject({ executionState: "Failed", exitCode: 1 });
    expect(view.error).toContain("PermissionError: a script may not do this on the machine of the simulator");
    expect(existsSync(target)).toBe(false);
  });

  test("a shell script does not run at all, and counts as done", async () => {
    const target = join(folder, "target");
    expect(await run(`#!/bin/bash\ntouch ${target}`)).toMatchObject({ executionState: "Succeeded", output: "" });
    expect(existsSync(target)).toBe(false);
  });
});

test("an operator who interrupts Terraform ends the script", async () => {
  const controller = new AbortController();
  const running = run("#!/usr/bin/env python3\nwhile True: pass", {}, controller.signal);
  setTimeout(() => controller.abort(), 200);
  expect(await running).toMatchObject({ executionState: "Failed", error: "interrupted" });
});

test("without Python on this machine the command fails, and says why", async () => {
  const { PATH } = process.env;
  process.env.PATH = "/nowhere";
  try {
    const view = await python(["print()"]);
    expect(view).toMatchObject({ executionState: "Failed", exitCode: 127 });
    expect(view.error).toContain("python3, which simulated machines need to run a script: ");
  } finally {
    process.env.PATH = PATH;
  }
});
