import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import * as grpc from "@grpc/grpc-js";

/** Where Terraform finds a provider that it did not start, as `TF_REATTACH_PROVIDERS` says it. */
export interface Address {
  readonly Network: "unix" | "tcp";
  readonly String: string;
}

/** A Unix socket has a name of 108 bytes on Linux and of 104 on macOS, an end included. */
const LONGEST_NAME = 103;

/**
 * Accepts Terraform's connections to one provider.
 *
 * A port of this machine would take anybody who has an account on it. A Unix socket takes whoever gets into its folder. Node has none on
 * Windows, so a port it is there.
 */
export class Listener {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private accepted = 0;

  constructor(provider: grpc.Server) {
    const injector = provider.createConnectionInjector(grpc.ServerCredentials.createInsecure());
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket)).on("error", () => socket.destroy());
      // the other end of a Unix socket has no address, and by that a provider tells its instances from one another
      Object.defineProperty(socket, "remoteAddress", { value: `connection-${++this.accepted}` });
      injector.injectConnection(socket);
    });
  }

  /** @param path - of the socket, where there are any */
  async listen(path: string): Promise<Address> {
    const tcp = process.platform === "win32";
    if (!tcp && Buffer.byteLength(path) > LONGEST_NAME) {
      throw new Error(`TMPDIR: the name of a socket there is too long (${path}), use a folder with a shorter name`);
    }
    return new Promise<Address>((resolve, reject) => {
      this.server
        .on("error", reject)
        .listen(tcp ? { host: "127.0.0.1", port: 0 } : { path }, () =>
          resolve(
            tcp
              ? { Network: "tcp", String: `127.0.0.1:${(this.server.address() as AddressInfo).port}` }
              : { Network: "unix", String: path },
          ),
        );
    });
  }

  close(): void {
    this.server.close();
    this.sockets.forEach((socket) => socket.destroy());
  }
}
