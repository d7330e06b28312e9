import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { Server } from "@grpc/grpc-js";
import { Listener } from "../../src/protocol/listener";
import { serve, serveSchemas } from "../../src/protocol/serve";
import { runTerraform } from "../../src/terraform";
import { folderWith } from "../support/folder";
import { TinyCloud, tinyConfig } from "../support/tiny";

interface Attached {
  Pid: number;
  Addr: { Network: string; String: string };
}
const attachedIn = (variable: string) => Object.values(JSON.parse(variable) as Record<string, Attached>);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function eventually(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(condition()).toBe(true);
}

const listens = (socketName: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketName, () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });

test("stop ends the guard process, closes every socket and leaves no folder", async () => {
  const served = await serveSchemas();
  const attached = attachedIn(served.env.TF_REATTACH_PROVIDERS);
  expect(attached).toHaveLength(5);
  expect(attached.map(({ Pid }) => isAlive(Pid))).toEqual([true, true, true, true, true]);
  expect(attached.every(({ Pid }) => Pid !== process.pid)).toBe(true);
  expect(await Promise.all(attached.map(({ Addr }) => listens(Addr.String)))).toEqual([true, true, true, true, true]);
  await served.stop();
  expect(isAlive(attached[0].Pid)).toBe(false);
  expect(existsSync(served.folder.path)).toBe(false);
  expect(await Promise.all(attached.map(({ Addr }) => listens(Addr.String)))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("where the parent is killed the guard process ends, and removes the folder", async () => {
  const serve = path.resolve(__dirname, "../../src/protocol/serve.ts");
  const script = `require(${JSON.stringify(serve)}).serveSchemas().then((s) => console.log(s.env.TF_REATTACH_PROVIDERS))`;
  const parent = spawn(process.execPath, ["-r", "@swc-node/register", "-e", script], {
    cwd: path.resolve(__dirname, "../../../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const variable = await new Promise<string>((resolve) => createInterface(parent.stdout).once("line", resolve));
  const [{ Pid, Addr }] = attachedIn(variable);
  expect(isAlive(Pid)).toBe(true);
  expect(existsSync(path.dirname(Addr.String))).toBe(true);
  parent.kill("SIGKILL");
  await eventually(() => !isAlive(Pid));
  expect(existsSync(path.dirname(Addr.String))).toBe(false);
});

test("the guard process outlives Ctrl-C, which a terminal sends to it too: Terraform needs it to stop in order", async () => {
  const served = await serveSchemas();
  const [{ Pid }] = attachedIn(served.env.TF_REATTACH_PROVIDERS);
  // it says nothing when it is ready
  await new Promise((resolve) => setTimeout(resolve, 500));
  process.kill(Pid, "SIGINT");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isAlive(Pid)).toBe(true);
  await served.stop();
  expect(isAlive(Pid)).toBe(false);
});

test("a folder for temporary files whose name is too long for a socket is named", async () => {
  const socket = `/tmp/${"x".repeat(100)}/aiven-aiven`;
  await expect(new Listener(new Server()).listen(socket)).rejects.toThrow(
    new Error(`TMPDIR: the name of a socket there is too long (${socket}), use a folder with a shorter name`),
  );
});

test("a provider without behaviour validates, and says so at plan", async () => {
  const served = await serveSchemas();
  try {
    const folder = folderWith({ resource: { time_rotating: { weekly: { rotation_days: 7 } } } });
    expect(await runTerraform(["validate"], { cwd: folder, env: served.env })).toMatchObject({ code: 0 });
    const outcome = await runTerraform(["plan"], { cwd: folder, env: served.env });
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.text).toContain("Error: the simulator has no behaviour for time_rotating");
  } finally {
    await served.stop();
  }
});

test("a provider learns of every call and of every response", async () => {
  let activities = 0;
  const served = await serve([{ ...new TinyCloud().definition(), onActivity: () => void activities++ }]);
  try {
    const folder = folderWith(tinyConfig({ one: { name: "one" } }));
    expect(await runTerraform(["validate"], { cwd: folder, env: served.env })).toMatchObject({ code: 0 });
    // for the resource's configuration and for the schema, for which Terraform 1.5 asks twice
    expect([4, 6]).toContain(activities);
  } finally {
    await served.stop();
  }
});

test("only what is served can be bound", async () => {
  const served = await serveSchemas();
  const stranger = { address: "example/stranger", schema: { provider: { block: {} } } };
  expect(() => served.bind([stranger])).toThrow("example/stranger is not served");
  await served.stop();
});
