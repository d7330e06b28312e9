import type { AccessToken } from "@azure/identity";
import { PATIENCE } from "./client";
import { assert, type SignIn } from "./credentials";
import { flag, given, type Environment } from "./environment";
import { CloudError, inOneLine } from "./errors";
import type { Http } from "./http";
import { list, number, object, optional, text } from "./shape";
import { assertionOf, SERVICE_CONNECTIONS, SIGN_IN_NAMES } from "./sign-in";
import { parseVisible } from "./text";

/** Access tokens, one for each scope: the Azure CLI would start a process for each request otherwise. */
export class Tokens {
  private readonly byScope = new Map<string, Promise<string>>();

  constructor(private readonly signedIn: SignIn) {}

  /** @throws CloudError where Microsoft Entra refuses, or cannot be asked */
  get(scope: string): Promise<string> {
    const token = this.byScope.get(scope) ?? this.ask(scope);
    this.byScope.set(scope, token);
    return token;
  }

  private async ask(scope: string): Promise<string> {
    try {
      const found = await this.inTime(scope);
      if (found) return found.token;
    } catch (error) {
      throw error instanceof CloudError ? error : refusalOf(error, this.signedIn);
    }
    throw new CloudError("Microsoft Entra gave no token", { cloud: "Microsoft Entra", isLost: true });
  }

  /** A sign-in is several responses, and what stands between them may not end. */
  private inTime(scope: string): Promise<AccessToken | null> {
    const enough = AbortSignal.timeout(PATIENCE.signIn);
    const late = new Promise<never>((_, reject) => {
      enough.addEventListener("abort", () => reject(new DOMException("", "AbortError")), { once: true });
    });
    return Promise.race([this.signedIn.credential.getToken(scope, { abortSignal: enough }), late]);
  }
}

/** What a token says of who holds it. Nobody checks the signature here: it is ours. */
export interface Claims {
  /** The tenant. */
  readonly tid?: string;
  /** The principal's object id in it. */
  readonly oid?: string;
  /** The application's client id. */
  readonly appid?: string;
  readonly idtyp?: string;
  /** A person's name. */
  readonly upn?: string;
  readonly unique_name?: string;
  /** Role templates of Microsoft Entra that a person holds. */
  readonly wids?: readonly string[];
  /** Application permissions that an application holds. */
  readonly roles?: readonly string[];
  /** When it ends, in seconds since 1970. */
  readonly exp?: number;
  /** Who has issued it, of whom, and for whom. */
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string | readonly string[];
}

const CLAIMS = object<Claims>({
  tid: optional(text),
  oid: optional(text),
  appid: optional(text),
  idtyp: optional(text),
  upn: optional(text),
  unique_name: optional(text),
  wids: optional(list(text)),
  roles: optional(list(text)),
  exp: optional(number),
  iss: optional(text),
  sub: optional(text),
  aud: optional((value, at) => (Array.isArray(value) ? list(text)(value, at) : text(value, at))),
});

export function claimsOf(token: string): Claims {
  try {
    return CLAIMS(parseVisible(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")), "");
  } catch {
    return {};
  }
}

/** What Azure's SDK throws, as one line with Entra's own words where there are some. */
function refusalOf(error: unknown, { mode }: SignIn): Error {
  const message = inOneLine(error instanceof Error ? error.message : String(error)).slice(0, 2_000);
  const said = /(AADSTS\d+): (.*?)(?= Trace ID:| Correlation ID:|$)/.exec(message);
  const cloud = "Microsoft Entra";
  const how = SIGN_IN_NAMES[mode];
  if (said) {
    const [, code, words] = said;
    return new CloudError(`${cloud} refused the sign-in ${how}: ${code}: ${words}`, {
      cloud,
      status: 401,
      code,
      remedy: REMEDIES[mode],
      isLost: true,
    });
  }
  if (error instanceof Error && error.name === "UsageError") return error;
  const isLate = error instanceof Error && (error.name === "AbortError" || /\baborted\b/.test(message));
  const short = isLate
    ? `${cloud} did not answer in time`
    : message.replace(/^(?:\w*Credential: |Error: |ERROR: )+/g, "").slice(0, 300);
  const busy = /\b(429|5\d\d)\b/.exec(message)?.[1];
  return new CloudError(`the sign-in to Azure ${how} failed: ${short}`, {
    cloud,
    status: busy === undefined ? undefined : Number(busy),
    remedy: REMEDIES[mode],
    isLost: true,
  });
}

const REMEDIES = {
  "client-certificate": "check ARM_TENANT_ID, ARM_CLIENT_ID and the certificate in ARM_CLIENT_CERTIFICATE_PATH",
  "client-secret": "check ARM_TENANT_ID, ARM_CLIENT_ID and ARM_CLIENT_SECRET",
  oidc: "check ARM_TENANT_ID and ARM_CLIENT_ID, and that the token is fresh and of a subject that the application trusts",
  "managed-identity": "run this where the identity is, or unset ARM_USE_MSI",
  "azure-cli": "az login",
} as const;

/** A token by which a pipeline says who its job is. */
export interface PipelineToken {
  /** One that the job was given at its beginning, a file, or one that is asked for each time. */
  readonly delivery: "token" | "file" | "request";
  /** What it says; undefined where only Terraform's providers can ask for one. */
  readonly claims?: Claims;
}

export async function pipelineToken(env: Environment, http: Http): Promise<PipelineToken | undefined> {
  const stands = given(env, "ARM_OIDC_TOKEN", "ARM_OIDC_TOKEN_FILE_PATH") !== undefined;
  if (!stands && given(env, ...SERVICE_CONNECTIONS) !== undefined) return { delivery: "request" };
  const assertion = assertionOf(env, flag(env, "ARM_USE_AKS_WORKLOAD_IDENTITY") ?? false);
  if (!assertion) return undefined;
  const delivery = "token" in assertion ? "token" : "file" in assertion ? "file" : "request";
  return { delivery, claims: claimsOf(await assert(assertion, http)) };
}
