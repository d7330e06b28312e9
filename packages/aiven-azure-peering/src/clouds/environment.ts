import { readFileSync } from "node:fs";
import { UsageError } from "./errors";

/** The variables of a shell. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is set and not empty. */
export const given = (env: Environment, ...names: readonly string[]): string | undefined =>
  names.map((name) => env[name]).find((value) => value !== undefined && value !== "");

/**
 * The content of a file that a variable names.
 *
 * @param advice what to do, where it cannot be read
 * @throws UsageError where it cannot be read
 */
export function readGiven(name: string, file: string, advice = "name a file that exists"): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${name}: "${file}" cannot be read, ${advice}`);
  }
}

/** As Go's `strconv.ParseBool` reads it, which Terraform's providers use. Undefined for anything else, and for nothing. */
export function flag(env: Environment, name: string): boolean | undefined {
  const value = given(env, name);
  if (value === undefined) return undefined;
  if (/^(?:1|t|true)$/i.test(value)) return true;
  return /^(?:0|f|false)$/i.test(value) ? false : undefined;
}

const SECRETS = [
  "ARM_CLIENT_SECRET",
  "ARM_CLIENT_CERTIFICATE",
  "ARM_CLIENT_CERTIFICATE_PASSWORD",
  "ARM_OIDC_TOKEN",
  "ARM_OIDC_REQUEST_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "SYSTEM_ACCESSTOKEN",
  "AIVEN_TOKEN",
];

/**
 * A text without what must not be shown, should some cloud or library have repeated it.
 *
 * @param others secrets that the environment does not hold
 */
export function withoutSecrets(text: string, env: Environment, others: readonly string[] = []): string {
  const values = Object.entries(env).flatMap(([name, value = ""]) =>
    SECRETS.includes(name) || /^TF_VAR_.*(?:secret|token|password|certificate)/i.test(name) ? [value] : [],
  );
  const jwt = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
  // shorter ones would blank out words of the text
  const secrets = [...values, ...others].filter(({ length }) => length >= 8);
  return secrets.reduce((left, secret) => left.replaceAll(secret, "***"), text.replace(jwt, "***"));
}
