import { STATUS_CODES } from "node:http";
import { ApiError, TokenError } from "../../clouds/api-error";
import { Failure, type Path } from "../../protocol/diagnostics";
import { StateChangeError } from "../state-change";

/** A provider that cannot be configured: its text is the whole diagnostic. */
export class SignInError extends Error {}

/** A request to Azure that failed, in the words of HashiCorp's Azure SDK. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

export function requestErrorOf(error: ApiError): RequestError {
  const { status, code, message } = error;
  const phrase = STATUS_CODES[status] ?? "";
  return new RequestError(`unexpected status ${status} (${status} ${phrase}) with error: ${code}: ${message}`, status);
}

/** The token endpoint's body is passed on unchanged. */
export const clientCredentialsErrorOf = (error: TokenError): RequestError =>
  new RequestError(
    `clientCredentialsToken: received HTTP status ${error.status} with response: ${error.body}`,
    error.status,
  );

/** Whether the error is one that a provider reports; anything else is a bug of the simulator. */
const isExpected = (error: unknown): error is Error =>
  error instanceof RequestError || error instanceof StateChangeError;

/** azurerm: one chain of words, `what: why`. `what` may be empty where the provider adds nothing. */
export async function doing<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isExpected(error)) throw error;
    throw new Failure({ summary: what === "" ? error.message : `${what}: ${error.message}` });
  }
}

/** azuread: the summary says what was attempted, the detail why it failed. */
export async function attempting<T>(summary: string, work: () => T | Promise<T>, path?: Path): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isExpected(error)) throw error;
    throw new Failure({ summary, detail: error.message, path });
  }
}
