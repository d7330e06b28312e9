import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { inTerraform } from "../terraform/keys";

/**
 * Throws, and says which construct it is about: among a hundred links nobody would find it by the value. What describes something that
 * is no construct has no place to name. A token is shown as the expression that it is: `var.name` says something, cdktf's number does not.
 */
export function refuse(scope: IConstruct | undefined, message: string): never {
  const readable = scope !== undefined && Token.isUnresolved(message) ? String(inTerraform(scope, message)) : message;
  throw new Error(placed(scope, readable));
}

/** A message with the path of the construct that it is about. */
export const placed = (scope: IConstruct | undefined, message: string): string =>
  scope === undefined || scope.node.path === "" ? message : `${scope.node.path}: ${message}`;
