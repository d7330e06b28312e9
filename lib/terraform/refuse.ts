import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { given, readable } from "./given";
import { inTerraform } from "./keys";

/**
 * Throws an error that names the construct: among a hundred networks nobody would find it by the value. Outside of a construct there is no
 * path to name. A token is shown as its expression, such as `var.name`, and not as cdktf's number.
 */
export function refuse(scope: IConstruct | undefined, message: string): never {
  throw new Error(placed(scope, Token.isUnresolved(message) ? withoutTokens(scope, message) : message));
}

/** A message in which each token is what Terraform will read, or is called one where that is not known yet. */
const withoutTokens = (scope: IConstruct | undefined, message: string): string =>
  message
    .split(/(\$\{TfToken\[[^\]]*\]\})/)
    .map((part) => (Token.isUnresolved(part) ? textOf(scope && inTerraform(scope, part)) : part))
    .join("");

const textOf = (value: unknown): string =>
  typeof value === "string" ? readable(value) : value === undefined ? "a token" : given(value);

/** A message with the path of the construct that it is about. */
export const placed = (scope: IConstruct | undefined, message: string): string =>
  scope === undefined || scope.node.path === "" ? message : `${scope.node.path}: ${message}`;
