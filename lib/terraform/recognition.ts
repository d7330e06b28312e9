import type { IConstruct } from "constructs";
import { given, withArticle } from "./given";
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

/**
 * Marks an instance of a class of this package, or the root of an app that uses it.
 *
 * @param made what a class's own methods make an instance of, for a class whose constructor is private: `new` leaves it out
 */
export function mark(value: object, name: string, ...made: [unknown] | []): void {
  if (made.length > 0 && (made[0] === undefined || made[0] === null)) {
    refuse(undefined, `new ${name}: not allowed, use one of ${name}'s static methods`);
  }
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
 * @param show how the value is shown; `kindOf` where a secret may stand in its place
 */
export function requireInstance(
  scope: IConstruct | undefined,
  property: string,
  value: unknown,
  name: string,
  use: string,
  show: (value: unknown) => string = given,
): void {
  if (value === undefined || value === null) refuse(scope, `${property}: missing, give ${use}`);
  const found = markOf(value);
  if (found?.name !== name) refuse(scope, `${property}: ${show(value)} is not allowed, use ${use}`);
  if (found.copy !== COPY) {
    refuse(
      scope,
      `${property}: ${withArticle(name)} of another copy of cdktf-aiven-azure-peering is not allowed; ${REMEDY}`,
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
