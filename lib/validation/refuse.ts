import type { IConstruct } from "constructs";

/**
 * Throws, and says which construct it is about: among a hundred links nobody would find it by the value. What describes something that
 * is no construct has no place to name.
 */
export function refuse(scope: IConstruct | undefined, message: string): never {
  throw new Error(placed(scope, message));
}

/** A message with the path of the construct that it is about. */
export const placed = (scope: IConstruct | undefined, message: string): string =>
  scope === undefined || scope.node.path === "" ? message : `${scope.node.path}: ${message}`;
