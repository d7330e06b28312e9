import type { IConstruct } from "constructs";
import { refuse } from "./refuse";

// An instance of a class of this package is known by a registered symbol: `instanceof` fails without a reason where an app has the package
// twice.

const MARK = Symbol.for("cdktf-aiven-azure-peering");

interface Mark {
  /** The class's name. */
  readonly name: string;
  /** The copy of the package that it is of: an object of its own in each. */
  readonly copy: object;
}

const COPY = {};

/** Marks an instance of a class of this package, or the root of an app that uses it. */
export function mark(value: object, name: string): void {
  Object.defineProperty(value, MARK, { value: { name, copy: COPY } satisfies Mark });
}

const markOf = (value: unknown): Mark | undefined =>
  typeof value === "object" && value !== null ? (value as { readonly [MARK]?: Mark })[MARK] : undefined;

const REMEDY = "install it once (npm ls cdktf-aiven-azure-peering shows each)";

/**
 * Refuses what is no instance of a class of this package.
 *
 * @param name the class's name, as it was marked with
 * @param use completes "… is not allowed, use …"
 */
export function requireInstance(
  scope: IConstruct | undefined,
  property: string,
  value: unknown,
  name: string,
  use: string,
): void {
  const found = markOf(value);
  if (found?.name !== name) {
    const given = value === undefined ? "missing, give" : `${kindOf(value)} is not allowed, use`;
    refuse(scope, `${property}: ${given} ${use}`);
  }
  if (found.copy !== COPY) {
    refuse(
      scope,
      `${property}: ${article(name)} of another copy of cdktf-aiven-azure-peering is not allowed; ${REMEDY}`,
    );
  }
}

/** Refuses an app that uses two copies of this package: each would create what a stack or a tenant has once. */
export function requireOneCopy(construct: IConstruct): void {
  const { root } = construct.node;
  const found = markOf(root);
  if (found === undefined) mark(root, "App");
  else if (found.copy !== COPY)
    refuse(construct, `two copies of cdktf-aiven-azure-peering are not allowed in one app; ${REMEDY}`);
}

function kindOf(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? typeof value;
  const { name } = value.constructor as { name?: string };
  return name === undefined || name === "Object" ? "an object" : article(name);
}

const article = (name: string): string => `${/^[AEIOU]/.test(name) ? "an" : "a"} ${name}`;
