import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { type Certificate, loopbackCertificate } from "simulated-clouds";
import { removeTemporaryFolder, temporaryFolder } from "./folder";

/** Debian keeps the server's programs out of the PATH, in a folder for each version. */
export function findPostgresql(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

export interface PostgresqlOptions {
  /** Whether it speaks TLS, with a certificate for loopback, or with this one. */
  readonly tls: boolean | Certificate;
  readonly port?: number;
  /** Its superuser, who needs no password; `test` if nothing is said. */
  readonly user?: string;
}

/** A PostgreSQL server on loopback, with data of its own. */
export class Postgresql {
  /** Starts one, and waits until it listens. */
  public static async start(options: PostgresqlOptions): Promise<Postgresql> {
    const programs = findPostgresql();
    if (programs === undefined) throw new Error("PostgreSQL's server is missing: apt-get install postgresql");
    const port = options.port ?? (await freePort());
    const server = new Postgresql(port, temporaryFolder("postgresql"));
    await server.run(programs, options);
    return server;
  }

  private stopping: () => Promise<void> = () => Promise.resolve();

  private constructor(
    public readonly port: number,
    private readonly folder: string,
  ) {}

  public async stop(): Promise<void> {
    await this.stopping();
    removeTemporaryFolder(this.folder);
  }

  private async run(programs: string, { tls, user: superuser = "test" }: PostgresqlOptions): Promise<void> {
    const user = unprivileged();
    const own = (path: string) => user && chownSync(path, user.uid, user.gid);
    const data = join(this.folder, "data");
    own(this.folder);
    const environment = { ...user, cwd: this.folder, env: { PATH: process.env.PATH, LC_ALL: "C" } };
    const initialise = ["--no-sync", "--auth=trust", `--username=${superuser}`, "-D", data];
    execFileSync(join(programs, "initdb"), initialise, environment);

    const settings = ["listen_addresses=127.0.0.1", `port=${this.port}`, `unix_socket_directories=${this.folder}`];
    if (tls) {
      const { key, cert } = tls === true ? await loopbackCertificate() : tls;
      for (const [name, text] of Object.entries({ key, cert })) {
        const file = join(this.folder, `server.${name}`);
        writeFileSync(file, text, { mode: 0o600 });
        own(file);
        settings.push(`ssl_${name}_file=${file}`);
      }
      settings.push("ssl=on");
    }
    const arguments_ = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    const child = spawn(join(programs, "postgres"), arguments_, {
      ...environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
    this.stopping = () => {
      child.kill("SIGINT"); // PostgreSQL's fast shutdown
      return ended;
    };
    let log = "";
    await new Promise<void>((resolve, reject) => {
      child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
        log += chunk;
        if (log.includes("ready to accept connections")) resolve();
      });
      child.on("error", reject).on("close", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
    });
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export async function freePort(): Promise<number> {
  const listener = await listen(() => undefined);
  await listener.stop();
  return listener.port;
}

/** A port of this machine that does with a connection what is given. */
export async function listen(
  onConnection: (socket: Socket) => void,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
