import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Versions = Record<string, object>;
type Reply = readonly [status: number, body: object];

const FAILURE: Reply = [500, { error: "Internal server error" }];

/** What npm's registry does in a release, on this machine. npm itself is the real one. */
export class NpmRegistry {
  /** What was staged, in this order, as `name@version`. */
  readonly staged: string[] = [];
  /** The tags under which that is. */
  readonly tags: string[] = [];
  /** Packages that cannot be staged, as the registry fails then. */
  readonly failing = new Set<string>();
  /** Packages that it cannot be asked about, for the same reason. */
  readonly silent = new Set<string>();
  readonly #published = new Map<string, Versions>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<NpmRegistry> {
    const server = createServer();
    const registry = new NpmRegistry(server);
    server.on("request", (request, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString();
        const [status, reply] = registry.reply(request.method ?? "", request.url ?? "", body);
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(reply));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  publish(name: string, version: string): void {
    this.#published.set(name, { ...this.#published.get(name), [version]: { name, version } });
  }

  /** What a maintainer does, with a second factor. */
  approve(name: string): void {
    for (const spec of this.staged.filter((each) => each.startsWith(`${name}@`))) {
      this.publish(name, spec.slice(name.length + 1));
    }
  }

  private reply(method: string, url: string, body: string): Reply {
    const staging = /^\/-\/stage\/package\/([^/?]+)$/.exec(url)?.[1];
    if (method === "POST" && staging !== undefined) return this.#stage(staging, body);
    const name = url.slice(1);
    if (this.silent.has(name)) return FAILURE;
    const versions = this.#published.get(name);
    if (method !== "GET" || versions === undefined) return [404, { error: "Not found" }];
    return [200, { name, "dist-tags": { latest: Object.keys(versions).at(-1) }, versions }];
  }

  #stage(name: string, body: string): Reply {
    if (this.failing.has(name)) return FAILURE;
    const sent = JSON.parse(body) as { versions: Versions; "dist-tags": Record<string, string> };
    const [version] = Object.keys(sent.versions);
    const spec = `${name}@${version}`;
    // The registry says so of a version that is only staged, too: https://github.com/npm/cli/issues/9519
    if (this.staged.includes(spec)) {
      return [409, { error: `Cannot stage previously published version "${version}".` }];
    }
    this.staged.push(spec);
    this.tags.push(...Object.keys(sent["dist-tags"]));
    return [201, { stageId: `stage-${this.staged.length}` }];
  }
}
