import { createServer, type AddressInfo, type Socket } from "node:net";
import { TLSSocket, createSecureContext, type SecureContext } from "node:tls";
import { loopbackCertificate } from "../certificate";

/** A client asks for TLS by these eight bytes before it says anything else. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

export interface Endpoint {
  readonly port: number;
  close(): Promise<void>;
}

let secureContext: Promise<SecureContext> | undefined;

/** A port on this machine that speaks as a PostgreSQL service does until somebody would have to log in. */
export async function postgresqlEndpoint(): Promise<Endpoint> {
  secureContext ??= loopbackCertificate().then(createSecureContext);
  const context = await secureContext;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    socket.once("data", (first) => {
      if (!first.equals(SSL_REQUEST)) return void socket.destroy();
      socket.write("S");
      new TLSSocket(socket, { isServer: true, secureContext: context }).on("error", () => socket.destroy()).resume();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
