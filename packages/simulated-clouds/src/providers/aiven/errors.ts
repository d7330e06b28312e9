import { ApiError } from "../../clouds/api-error";
import { Failure } from "../../protocol/diagnostics";
import { StateChangeError } from "../state-change";

export const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** How aiven's older, handwritten client prints the API's error; it always leaves room for more. */
export function handwritten(error: unknown): string {
  if (error instanceof ApiError) return `${error.status}: ${error.message} - `;
  if (error instanceof StateChangeError) return error.message;
  throw error;
}

/** How its newer, generated client does; `operation` is the API's name for what was asked. */
export function generated(operation: string, error: unknown): string {
  if (error instanceof ApiError) return `[${error.status} ${operation}]: ${error.message}`;
  if (error instanceof StateChangeError) return error.message;
  throw error;
}

/** Runs one call of the generated client for a resource of the newer kind, whose errors all look alike. */
export function attempt<Result>(summary: string, operation: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw new Failure({ summary, detail: generated(operation, error) });
  }
}
