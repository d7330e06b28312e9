import { randomUUID } from "node:crypto";
import { ApiError } from "../clouds/api-error";
import type { Response, Request } from "./router";

/** Each cloud wraps what went wrong in its own way; the path says which cloud it is. */
export function errorResponse(path: string, error: unknown): Response {
  if (error instanceof ApiError) return wrapped(path, error);
  if (error instanceof SyntaxError || error instanceof URIError) {
    return wrapped(
      path,
      new ApiError(400, "InvalidRequestContent", `The request content was invalid: ${error.message}`),
    );
  }
  // a bug of the simulator: a client prints this, so that it is seen
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return wrapped(path, new ApiError(500, "SimulatorError", text));
}

function wrapped(path: string, { status, code, message }: ApiError): Response {
  if (/^\/v[12]\//.test(path)) return { status, body: { errors: [{ message, status }], message } };
  const headers: Record<string, string> = status === 401 ? { "www-authenticate": 'Bearer error="invalid_token"' } : {};
  const requestId = randomUUID();
  if (!path.startsWith("/graph/")) {
    return { status, headers: { ...headers, "x-ms-request-id": requestId }, body: { error: { code, message } } };
  }
  const innerError = { date: new Date().toISOString().slice(0, 19), "request-id": requestId };
  return { status, headers, body: { error: { code, message, innerError } } };
}

/** What the real clouds may have and the simulated ones have not. */
export function notServed({ method, path }: Request, otherMethods: boolean): Response {
  const text = `the simulated clouds do not serve ${method} ${path}`;
  return wrapped(
    path,
    otherMethods ? new ApiError(405, "MethodNotAllowed", text) : new ApiError(404, "NotFound", text),
  );
}
