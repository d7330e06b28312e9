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
