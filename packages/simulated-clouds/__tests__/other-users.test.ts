import { spawn } from "node:child_process";
import { chmodSync, statSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { serveHttp, type HttpClouds } from "../src/http/server";
import { startSimulation, type Simulation } from "../src/run";
import { startHttpSimulation } from "../src/run-http";
import { machineHas } from "../../../tools/machine";
import { RestClient } from "../src/http/client";

/** nobody, on every Linux; on macOS it is -2, which setuid takes as a word of 32 bits. */
const NOBODY = process.platform === "darwin" ? 2 ** 32 - 2 : 65534;

interface Attached {
  readonly Addr: { readonly Network: string; readonly String: string };
}
const socketsOf = ({ env }: Simulation): string[] =>
  Object.values(JSON.parse(env.TF_REATTACH_PROVIDERS) as Record<string, Attached>).map(({ Addr }) => Addr.String);

let simulation: Simulation;
beforeAll(async () => (simulation = await startSimulation({ signIn: "managed-identity" })));
afterAll(() => simulation.stop());

describe("what a run keeps is for its owner alone:", () => {
  test("providers listen on Unix sockets, in a folder that nobody else gets into", () => {
    const attached = Object.values(JSON.parse(simulation.env.TF_REATTACH_PROVIDERS) as Record<string, Attached>);
    expect(attached.map(({ Addr }) => Addr.Network)).toEqual(attached.map(() => "unix"));
    const folders = new Set(socketsOf(simulation).map((socket) => dirname(socket)));
    expect([...folders]).toEqual([simulation.folder.path]);
    expect(statSync(simulation.folder.path)).toMatchObject({ mode: 0o040700, uid: process.getuid?.() });
  });

  test("so do files, whatever the mask of the shell", async () => {
    const mask = process.umask(0);
    const http = await startHttpSimulation(simulation.world);
    try {
      expect(statSync(http.folder.path).mode).toBe(0o040700);
      const modes = readdirSync(http.folder.path).map((name) => statSync(join(http.folder.path, name)).mode & 0o077);
      expect(modes.length).toBeGreaterThan(1);
      expect(modes).toEqual(modes.map(() => 0));
    } finally {
      process.umask(mask);
      await http.stop();
    }
  });
});

describe("another user of the machine", () => {
  const test = machineHas("another user", "what another user of the machine gets of a simulation") ? it : it.skip;
  let clouds: HttpClouds;
  beforeAll(async () => (clouds = await serveHttp(simulation.world, { aivenToken: "known-to-the-owner" })));
  afterAll(() => clouds.close());

  /** Runs a script of Node's as another user, or as this one, and returns what it prints. */
  function as(uid: number | undefined, text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const env = { PATH: process.env.PATH, NODE_TLS_REJECT_UNAUTHORIZED: "0", NODE_NO_WARNINGS: "1" };
      const child = spawn(process.execPath, ["-e", text], { cwd: "/", env, uid, gid: uid, stdio: "pipe" });
      let printed = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      child.on("error", reject).on("close", () => resolve(printed.trim()));
    });
  }

  test("reaches no provider, while its owner does", async () => {
    const attempt = `
      const sockets = ${JSON.stringify(socketsOf(simulation))};
      const connected = (path) => new Promise((resolve) => {
        const socket = require("node:net").connect(path, () => { resolve("connected"); socket.destroy(); });
        socket.on("error", ({ code }) => resolve(code));
      });
      Promise.all(sockets.map(connected)).then((all) => console.log(...new Set(all)));`;
    expect(await as(undefined, attempt)).toBe("connected");
    expect(await as(NOBODY, attempt)).toBe("EACCES");
    // the folder is what keeps him out
    chmodSync(simulation.folder.path, 0o711);
    socketsOf(simulation).forEach((socket) => chmodSync(socket, 0o777));
    expect(await as(NOBODY, attempt)).toBe("connected");
    chmodSync(simulation.folder.path, 0o700);
  });

  test("has no token of the managed identity, and is no user of Aiven, over HTTPS", async () => {
    const attempt = `
      const ask = async (path, headers) => {
        const response = await fetch(${JSON.stringify(clouds.origin)} + path, { headers });
        return [response.status, (await response.text()).includes("access_token")].join(" ");
      };
      const resource = "?api-version=2018-02-01&resource=" + encodeURIComponent(${JSON.stringify(`${clouds.origin}/`)});
      Promise.all([
        ask("/metadata/identity/oauth2/token" + resource, { metadata: "true" }),
        ask("/msi/token" + resource, { metadata: "true", "x-identity-header": "guessed" }),
        ask("/v1/project", { authorization: "aivenv1 simulated" }),
        ask("/subscriptions?api-version=2022-12-01", { authorization: "Bearer guessed" }),
      ]).then((all) => console.log(all.join(", ")));`;
    expect(await as(NOBODY, attempt)).toBe("404 false, 400 false, 401 false, 401 false");
    const owner = new RestClient(simulation.world, clouds);
    const { status } = await owner.get("/v1/project", { headers: { authorization: "aivenv1 known-to-the-owner" } });
    expect(status).toBe(200);
  });
});
