import type { IncomingHttpHeaders } from "node:http";
import type { JsonObject } from "../clouds/json";

export interface Request {
  readonly method: string;
  /** Decoded, without the query and without a slash at the end. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body, if it is a JSON object; empty otherwise. */
  readonly body: JsonObject;
  /** The body, if it is a form. */
  readonly form: URLSearchParams;
  /** What stands in the path where the route has a name. */
  readonly at: Readonly<Record<string, string>>;
  /** Where the clouds are for the client: `https://localhost:1234`. */
  readonly origin: string;
}

export interface Response {
  readonly status: number;
  readonly body?: object;
  /** What is no JSON, instead of a body. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: Request) => Response | Promise<Response>;

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handle: Handler;
}

/** `:name` stands for one segment, `*name` for any number of them, none included. Case does not matter. */
export function route(method: string, template: string, handle: Handler): Route {
  const pattern = template
    .replace(/[.()$]/g, "\\$&")
    .replace(/\/\*(\w+)/g, "(?<$1>(?:/[^/]+)*)")
    .replace(/:(\w+)/g, "(?<$1>[^/]+?)");
  return { method, pattern: new RegExp(`^${pattern}$`, "i"), handle };
}

/** The first route that fits; "path" where only the method does not. */
export function find(routes: readonly Route[], method: string, path: string) {
  const fitting = routes.flatMap((candidate) => {
    const match = candidate.pattern.exec(path);
    return match ? [{ route: candidate, at: { ...match.groups } }] : [];
  });
  return fitting.find((one) => one.route.method === method) ?? (fitting.length > 0 ? "path" : undefined);
}

export const ok = (body: object, headers?: Response["headers"]): Response => ({ status: 200, body, headers });
export const created = (body: object, headers?: Response["headers"]): Response => ({ status: 201, body, headers });
export const noContent: Response = { status: 204 };
