import { STATUS_CODES } from "node:http";
import { TokenError, type ApiError } from "../../clouds/api-error";
import type { Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";

const LINE = "-".repeat(80);
const TROUBLESHOOT = "https://aka.ms/azsdk/go/identity/troubleshoot";
const ANCHORS: Readonly<Record<string, string>> = {
  AzureCLICredential: "azure-cli",
  AzurePipelinesCredential: "apc",
  ClientCertificateCredential: "client-cert",
  ClientSecretCredential: "client-secret",
  ManagedIdentityCredential: "managed-id",
  WorkloadIdentityCredential: "workload",
};

/** A refusal of Resource Manager, in the words of the Azure SDK for Go. */
export class ResponseError extends Error {
  constructor(
    request: string,
    readonly status: number,
    code: string,
    message: string,
  ) {
    const body = JSON.stringify({ error: { code, message } }, undefined, 2);
    super(`${request}\n${LINE}\n${responseLine(status)}\nERROR CODE: ${code}\n${LINE}\n${body}\n${LINE}\n`);
  }
}

/** A way to sign in that there is not, so that the next one is tried. */
export class CredentialUnavailable extends Error {}

/** A way to sign in that was refused: no other is tried, and nothing is tried again. */
export class AuthenticationFailed extends Error {
  constructor(name: string, text: string) {
    const anchor = ANCHORS[name];
    const link = anchor ? `${text.endsWith(".") ? "" : "."} To troubleshoot, visit ${TROUBLESHOOT}#${anchor}` : "";
    super(`${name}: ${text}${link}`);
  }
}

/** What azapi gives up with when an operation has taken as long as it may, or the operator interrupts. */
export class ContextEnded extends Error {}

export function tokenRefused(name: string, url: string, error: ApiError): AuthenticationFailed {
  const body = error instanceof TokenError ? { error: error.error, error_description: error.message } : error.message;
  const anchor = ANCHORS[name];
  const link = anchor ? `\nTo troubleshoot, visit ${TROUBLESHOOT}#${anchor}` : "";
  const failure = new AuthenticationFailed(name, "");
  failure.message = [
    `${name} authentication failed. `,
    `POST ${url}`,
    LINE,
    responseLine(error.status),
    LINE,
    JSON.stringify(body, undefined, 2),
    `${LINE}${link}`,
  ].join("\n");
  return failure;
}

/** Everything that was tried, as the chain lists it. */
export function chainError(errors: readonly Error[]): Error {
  const attempts = errors.map(({ message }) => `\n\t${message.replaceAll("\n", "\n\t\t")}`).join("");
  const text = `failed to acquire a token.\nAttempted credentials:${attempts}`;
  const last = errors.at(-1);
  return last instanceof CredentialUnavailable
    ? new CredentialUnavailable(`ChainedTokenCredential: ${text}`)
    : new AuthenticationFailed("ChainedTokenCredential", text);
}

/** Whether the error is one that azapi reports; anything else is a bug of the simulator. */
export const isExpected = (error: unknown): error is Error =>
  error instanceof ResponseError ||
  error instanceof CredentialUnavailable ||
  error instanceof AuthenticationFailed ||
  error instanceof ContextEnded;

export const isNotFound = (error: unknown): boolean => error instanceof ResponseError && error.status === 404;

/** What azapi reports of an expected error; any other is handed on. `state` is what exists in spite of it. */
export const failure = (summary: string, what: string, error: unknown, state?: Values): unknown =>
  isExpected(error) ? new Failure({ summary, detail: `${what}: ${error.message}` }, state) : error;

const responseLine = (status: number): string => `RESPONSE ${status}: ${status} ${STATUS_CODES[status] ?? ""}`;
