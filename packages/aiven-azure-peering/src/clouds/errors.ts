/** Whom a question was put to. */
export type CloudName = "Azure" | "Microsoft Entra" | "Microsoft Graph" | "Aiven" | "the pipeline";

export interface CloudErrorDetails {
  readonly cloud: CloudName;
  /** The HTTP status; undefined where nothing came back. */
  readonly status?: number;
  /** The cloud's own, such as `AuthorizationFailed` or `AADSTS7000215`. */
  readonly code?: string;
  /** What to do about it, as a sentence without a period. */
  readonly remedy?: string;
}

/** That a cloud could not be asked, or refused: in one line, for people. */
export class CloudError extends Error implements CloudErrorDetails {
  readonly cloud: CloudName;
  readonly status?: number;
  readonly code?: string;
  readonly remedy?: string;

  constructor(message: string, { cloud, status, code, remedy }: CloudErrorDetails) {
    super(inOneLine(message));
    this.name = "CloudError";
    Object.assign(this, { status, code, remedy });
    this.cloud = cloud;
  }
}

/** That what the person gave cannot be used: in one line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(inOneLine(message));
    this.name = "UsageError";
  }
}

export const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What the three clouds put into a body that is a refusal. */
interface RefusalBody {
  /** Azure and Microsoft Graph. */
  readonly error?: { readonly code?: string; readonly message?: string };
  /** Aiven. */
  readonly message?: string;
}

/** A status that is no success, as a line for people. */
export function refusal(cloud: CloudName, status: number, body: unknown): CloudError {
  const { error, message } = (typeof body === "object" && body !== null ? body : {}) as RefusalBody;
  const text = inOneLine(error?.message ?? message ?? "");
  const said = [error?.code, text].filter(Boolean).join(": ");
  const details = { cloud, status, code: error?.code };
  const line = (what: string) => `${cloud} ${what}${said === "" ? "" : `: ${said}`}`;
  if (status === 401) {
    return new CloudError(line("did not accept the sign-in"), { ...details, remedy: signInAgain(cloud) });
  }
  if (status === 403) {
    return new CloudError(line("denied access"), {
      ...details,
      remedy: cloud === "Aiven" ? "use a token that can read the project" : "sign in with an account that can read it",
    });
  }
  if (status === 404) return new CloudError(line("found no such resource"), details);
  if (status === 429) {
    return new CloudError(line("received too many requests"), { ...details, remedy: "try again in some minutes" });
  }
  if (status >= 500) {
    return new CloudError(line(`is not available (${status})`), { ...details, remedy: "try again in some minutes" });
  }
  return new CloudError(line(`refused the request (${status})`), details);
}

const signInAgain = (cloud: CloudName): string =>
  cloud === "Aiven"
    ? "set AIVEN_TOKEN, or the variable from which the stack has it, to a token that is valid"
    : "sign in again (az login), or renew the credential in ARM_…";

/** That nothing came back. */
export function unreachable(cloud: CloudName, url: string, error: Error): CloudError {
  const { code } = error as { readonly code?: unknown };
  const why =
    error.name === "AbortError" ? "it did not answer in time" : (KNOWN[String(code)] ?? inOneLine(error.message));
  return new CloudError(`${cloud} cannot be reached at ${new URL(url).origin}: ${why}`, {
    cloud,
    code: typeof code === "string" ? code : undefined,
    remedy: "check the network, HTTPS_PROXY and SSL_CERT_FILE",
  });
}

const KNOWN: Readonly<Record<string, string>> = {
  ENOTFOUND: "its host name cannot be resolved",
  EAI_AGAIN: "its host name cannot be resolved",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was reset",
  ETIMEDOUT: "it did not answer in time",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is not trusted",
};
