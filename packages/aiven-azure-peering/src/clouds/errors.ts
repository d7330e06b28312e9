import { visible } from "./text";

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
  /** Whether it is the same with any other question to the cloud. @default false */
  readonly isLost?: boolean;
}

/** That a cloud could not be asked, or refused: in one line, for people. */
export class CloudError extends Error implements CloudErrorDetails {
  readonly cloud: CloudName;
  readonly status?: number;
  readonly code?: string;
  readonly remedy?: string;
  readonly isLost: boolean;

  constructor(message: string, { cloud, status, code, remedy, isLost = false }: CloudErrorDetails) {
    super(inOneLine(message));
    this.name = "CloudError";
    Object.assign(this, { status, code, remedy });
    this.cloud = cloud;
    this.isLost = isLost;
  }
}

/** That what the person gave cannot be used: in one line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(inOneLine(message));
    this.name = "UsageError";
  }
}

export const inOneLine = (text: string): string => visible(text).trim();

/** A message is no page. */
const LONGEST_MESSAGE = 500;

/** What the three clouds put into a body that is a refusal: Azure and Microsoft Graph below `error`, Aiven beside it. */
function saidIn(body: unknown): { readonly code?: string; readonly text: string } {
  const { error, message } = fieldsOf(body);
  const { code, message: inner } = fieldsOf(error);
  const text = [inner, message].find((each) => typeof each === "string") ?? "";
  return { code: typeof code === "string" ? code : undefined, text: shortened(inOneLine(text)) };
}

const fieldsOf = (value: unknown) =>
  (typeof value === "object" && value !== null ? value : {}) as Readonly<Record<string, unknown>>;

const shortened = (text: string): string =>
  text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)} …` : text;

/** A status that is no success, as a line for people. */
export function refusal(cloud: CloudName, status: number, body: unknown): CloudError {
  const { code, text } = saidIn(body);
  const said = [code, text].filter(Boolean).join(": ");
  const details = { cloud, status, code };
  const line = (what: string) => `${cloud} ${what}${said === "" ? "" : `: ${said}`}`;
  if (status === 401) {
    return new CloudError(line("did not accept the sign-in"), { ...details, remedy: signInAgain(cloud), isLost: true });
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
  if (status >= 300 && status < 400) {
    const remedy = "check whether a proxy responds instead";
    return new CloudError(line(`redirects the request (${status})`), { ...details, remedy });
  }
  return new CloudError(line(`refused the request (${status})`), details);
}

const signInAgain = (cloud: CloudName): string =>
  cloud === "Aiven"
    ? "set AIVEN_TOKEN, or the variable from which the stack has it, to a token that is valid"
    : "sign in again (az login), or renew the credential in ARM_…";

/** That nothing came back. */
export function unreachable(cloud: CloudName, url: URL, error: Error): CloudError {
  const { code } = error as { readonly code?: unknown };
  const known = KNOWN[String(code)];
  const why = error.name === "AbortError" ? "it did not answer in time" : (known ?? inOneLine(error.message));
  return new CloudError(`${cloud} cannot be reached at ${url.origin}: ${why}`, {
    cloud,
    code: typeof code === "string" ? code : undefined,
    remedy: "check the network, HTTPS_PROXY and SSL_CERT_FILE",
    isLost: known !== undefined && code !== "ECONNRESET" && code !== "ETIMEDOUT",
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
