import { createServer, type AddressInfo, type Socket } from "node:net";
import { TLSSocket, createSecureContext, type SecureContext } from "node:tls";
import type { Certificate } from "../certificate";
import type { Service } from "../clouds/aiven/services";

/** A client of PostgreSQL asks for TLS by these eight bytes before it says anything else. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

export interface Endpoint {
  readonly port: number;
  close(): Promise<void>;
}

/** A port on this machine that speaks as the service does until somebody would have to log in. */
export async function endpointOf({ type }: Pick<Service, "type">, certificate: Certificate): Promise<Endpoint> {
  const context = createSecureContext(certificate);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    if (type === "pg") speakPostgresql(socket, context);
    else secure(socket, context, { requestCert: type === "kafka" });
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

function speakPostgresql(socket: Socket, context: SecureContext): void {
  socket.once("data", (first) => {
    if (!first.equals(SSL_REQUEST)) return void socket.destroy();
    socket.write("S");
    secure(socket, context);
  });
}

/** Kafka admits nobody without a certificate, which shows once the handshake is done. */
function secure(socket: Socket, secureContext: SecureContext, { requestCert = false } = {}): void {
  const options = { isServer: true, secureContext, requestCert, rejectUnauthorized: requestCert };
  new TLSSocket(socket, options).on("error", () => socket.destroy()).resume();
}
