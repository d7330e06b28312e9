import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../clouds/world";
import { AccessTokens } from "./access-tokens";
import { CallersTime } from "./callers-time";
import { loopbackCertificate } from "../certificate";
import { Disturbances } from "./disturbances";
import { errorResponse, notServed } from "./errors";
import { isObject, type Json } from "../clouds/json";
import { find, type Response, type Request } from "./router";
import { routesOf } from "./routes";

export interface HttpOptions {
  /** @default - one that is free */
  readonly port?: number;
  /** How many real seconds an access token is good for. @default 3599 */
  readonly tokenLifetime?: number;
}

/** The clouds as clients reach them over HTTPS. */
export interface HttpClouds {
  /** `https://localhost:1234`: login, Azure Resource Manager, Microsoft Graph (below `/graph`) and Aiven in one. */
  readonly origin: string;
  /** The server's certificate in PEM, to be trusted as an authority. */
  readonly certificate: string;
  readonly tokens: AccessTokens;
  readonly disturbances: Disturbances;
  close(): Promise<void>;
}

/** Serves what the clouds of a world hold, on this machine's loopback. */
export async function serveHttp(
  world: World,
  { port = 0, tokenLifetime = 3599 }: HttpOptions = {},
): Promise<HttpClouds> {
  const { key, cert } = await loopbackCertificate();
  const tokens = new AccessTokens(world, tokenLifetime);
  const time = new CallersTime(world);
  const routes = routesOf({ world, tokens, time });
  const disturbances = new Disturbances();
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const disturbance = disturbances.take(decodeURIComponent(incoming.url ?? "/"));
    if (!disturbance) void respond(incoming).then((response) => write(outgoing, response));
    else if (disturbance.response) write(outgoing, disturbance.response);
    else incoming.socket.destroy();
  });

  const respond = async (incoming: IncomingMessage): Promise<Response> => {
    // SDKs put a scope, which begins with a slash, after another one
    const url = new URL(origin() + (incoming.url ?? "/").replace(/^\/+/, "/"));
    try {
      const request = await read(incoming, url, origin());
      await time.catchUp();
      const found = find(routes, request.method, request.path);
      if (!found || found === "path") return notServed(request, found === "path");
      return await found.route.handle({ ...request, at: found.at });
    } catch (error) {
      return errorResponse(url.pathname, error);
    }
  };
  const origin = (): string => `https://localhost:${(server.address() as AddressInfo | null)?.port ?? 0}`;

  await new Promise<void>((resolve, reject) => {
    server.on("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: origin(),
    certificate: cert,
    tokens,
    disturbances,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage, url: URL, origin: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks).toString("utf8");
  const isForm = incoming.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return {
    method: incoming.method ?? "GET",
    path: decodeURIComponent(url.pathname).replace(/(?<=.)\/+$/, ""),
    query: url.searchParams,
    headers: incoming.headers,
    body: isForm ? {} : parsed(content),
    form: new URLSearchParams(isForm ? content : ""),
    at: {},
    origin,
  };
}

function parsed(content: string) {
  if (content === "") return {};
  const body = JSON.parse(content) as Json;
  return isObject(body) ? body : {};
}

function write(outgoing: ServerResponse, { status, headers = {}, body, text }: Response): void {
  if (text !== undefined) return void outgoing.writeHead(status, { "content-type": "text/html", ...headers }).end(text);
  if (body === undefined) return void outgoing.writeHead(status, headers).end();
  const content = JSON.stringify(body);
  outgoing.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers }).end(content);
}
