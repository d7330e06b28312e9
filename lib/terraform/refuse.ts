import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { inTerraform } from "./keys";

/**
 * Throws an error that names the construct: among a hundred networks nobody would find it by the value. Outside of a construct there is no
 * path to name. A token is shown as its expression, such as `var.name`, and not as cdktf's number.
 */
export function refuse(scope: IConstruct | undefined, message: string): never {
  const readable = scope !== undefined && Token.isUnresolved(message) ? String(inTerraform(scope, message)) : message;
  throw new Error(placed(scope, readable));
}

/** A message with the path of the construct that it is about. */
export const placed = (scope: IConstruct | undefined, message: string): string =>
  scope === undefined || scope.node.path === "" ? message : `${scope.node.path}: ${message}`;
