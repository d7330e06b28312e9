/** What a cloud's API returns when it refuses: an HTTP status, the API's error code and its text. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/** Entra's token endpoint has errors in OAuth's form: an `error` and an `error_description` that begins with AADSTS…. */
export class TokenError extends ApiError {
  constructor(
    status: number,
    readonly error:
      "invalid_client" | "invalid_grant" | "unauthorized_client" | "invalid_request" | "unsupported_grant_type",
    readonly aadsts: string,
    text: string,
  ) {
    super(status, aadsts, `${aadsts}: ${text}`);
    this.name = "TokenError";
  }

  /** The body as the endpoint sends it, which the providers print unchanged. */
  get body(): string {
    return `{"error": "${this.error}", "error_description": "${this.message}"}`;
  }
}
