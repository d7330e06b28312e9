import { randomUUID } from "node:crypto";
import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../clouds/world";
import { AccessTokens } from "./access-tokens";
import { CallersTime } from "./callers-time";
import { loopbackCertificate } from "../certificate";
import { type Disturbance, Disturbances } from "./disturbances";
import { errorResponse, notServed } from "./errors";
import { isObject, type Json } from "../clouds/json";
import { find, type Response, type Request } from "./router";
import { routesOf } from "./routes";

export interface HttpOptions {
  /** @default - one that is free */
  readonly port?: number;
  /** How many real seconds an access token is good for. @default 3599 */
  readonly tokenLifetime?: number;
  /** The only token that Aiven's API accepts. @default - any */
  readonly aivenToken?: string;
}

/** The clouds as clients reach them over HTTPS. */
export interface HttpClouds {
  /** `https://localhost:1234`: login, Azure Resource Manager, Microsoft Graph (below `/graph`) and Aiven in one. */
  readonly origin: string;
  /** The server's certificate in PEM, to be trusted as an authority. */
  readonly certificate: string;
  readonly tokens: AccessTokens;
  /** Whoever knows it has the managed identity of the deployer, if he has one. */
  readonly identitySecret: string;
  /** The token that Aiven's API accepts; any, if there is none. */
  readonly aivenToken?: string;
  readonly disturbances: Disturbances;
  close(): Promise<void>;
}

/** Serves what the clouds of a world hold, on this machine's loopback. */
export async function serveHttp(
  world: World,
  { port = 0, tokenLifetime = 3599, aivenToken }: HttpOptions = {},
): Promise<HttpClouds> {
  const { key, cert } = await loopbackCertificate();
  const tokens = new AccessTokens(world, tokenLifetime);
  const time = new CallersTime(world);
  const identitySecret = randomUUID();
  const routes = routesOf({ world, tokens, time, identitySecret, aivenToken });
  const disturbances = new Disturbances();
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    void respond(incoming)
      .then((response) => {
        if (response === undefined) incoming.socket.destroy();
        else if (typeof response === "function") response(outgoing);
        else write(outgoing, response);
      })
      // a header that cannot be sent
      .catch((error: unknown) => write(outgoing, errorResponse("/", error)));
  });

  /** A function writes the response itself; undefined to cut the connection. Whatever is sent has a response: nothing that a client does ends the clouds of others. */
  const respond = async (incoming: IncomingMessage): Promise<Response | Disturbance["write"]> => {
    let path = incoming.url ?? "/";
    try {
      const url = targetOf(path, origin());
      path = url.pathname;
      const decoded = decodeURIComponent(path).replace(/(?<=.)\/+$/, "");
      const disturbance = disturbances.take(decoded + url.search);
      if (disturbance) return disturbance.write ?? disturbance.response;
      const request = await read(incoming, decoded, url, origin());
      await time.catchUp();
      const found = find(routes, request.method, request.path);
      if (!found || found === "path") return notServed(request, found === "path");
      return await found.route.handle({ ...request, at: found.at });
    } catch (error) {
      return errorResponse(path, error);
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
    identitySecret,
    aivenToken,
    disturbances,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * What a request asks for: a path, the whole address as a proxy is given it, or `*`, which stands for the server.
 * https://www.rfc-editor.org/rfc/rfc9112#name-request-target
 */
function targetOf(target: string, origin: string): URL {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  // SDKs put a scope, which begins with a slash, after another one
  return new URL(origin + path.replace(/^(?!\?)\/*/, "/"));
}

async function read(incoming: IncomingMessage, path: string, url: URL, origin: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks).toString("utf8");
  const isForm = incoming.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return {
    method: incoming.method ?? "GET",
    path,
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
