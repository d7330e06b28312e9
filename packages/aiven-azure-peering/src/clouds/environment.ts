import { readFileSync, statSync } from "node:fs";
import { inOneLine, UsageError } from "./errors";

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
  const text = readRegular(file);
  if (text !== undefined) return text;
  throw new UsageError(`${name}: "${file}" cannot be read, ${advice}`);
}

/** What nobody writes by hand or by cdktf; in bytes. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Undefined for what cannot be read, or would be read for ever, as a pipe or a device may be. */
export function readRegular(file: string): string | undefined {
  try {
    const found = statSync(file);
    return found.isFile() && found.size <= LARGEST_FILE ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
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
    SECRETS.includes(name) ||
    /^TF_VAR_.*(?:secret|token|password|passwd|certificate|credential|assertion|key)/i.test(name)
      ? [value]
      : [],
  );
  const jwt = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
  // shorter ones would blank out words of the text
  const secrets = [...values, ...others].flatMap(formsOf).filter(({ length }) => length >= 8);
  // what another form contains comes after it
  secrets.sort((one, other) => other.length - one.length);
  return secrets.reduce((left, secret) => left.replaceAll(secret, "***"), text.replace(jwt, "***"));
}

/** What a server may make of a text before it repeats it. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  const encoded = encodeURIComponent(secret);
  const form = new URLSearchParams({ x: secret }).toString().slice(2);
  const html = secret.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
  return [
    ...[secret, inOneLine(secret), JSON.stringify(secret).slice(1, -1), html],
    ...[encoded, encoded.replace(/%../g, (each) => each.toLowerCase()), form],
    ...[bytes.toString("base64"), bytes.toString("base64").replace(/=+$/, ""), bytes.toString("base64url")],
    ...[bytes.toString("hex"), bytes.toString("hex").toUpperCase()],
  ];
}
