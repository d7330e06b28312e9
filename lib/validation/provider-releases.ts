import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { Registry } from "../terraform/registry";

/** A release of a provider that a construct cannot do without. */
interface Need {
  readonly user: IConstruct;
  /** `major.minor`. */
  readonly minimum: string;
  /** Why, to complete "… is not allowed, as …". */
  readonly reason: string;
}

const needs = Registry.perStack<Map<string, Need>>();

/**
 * Has a stack checked for the release of a provider, as its JSON will ask Terraform for it. CDKTF merges the constraints of all providers of a
 * name and what the app overrides, and the last one counts without a word.
 *
 * @param user the construct that needs it; the first one is named
 * @param name the provider
 */
export function requireRelease(user: IConstruct, name: string, minimum: string, reason: string): void {
  const known = needs.find(user, "") ?? watch(user);
  if (!known.has(name)) known.set(name, { user, minimum, reason });
}

function watch(user: IConstruct): Map<string, Need> {
  const known = needs.add(user, "", new Map());
  const stack = TerraformStack.of(user);
  stack.node.addValidation({
    validate: () =>
      [...known].flatMap(([name, need]) => {
        const constraint = constraintIn(stack, name);
        if (constraint === undefined || !isBelow(constraint, need.minimum)) return [];
        return [
          `${need.user.node.path}: the release "${constraint}" of the ${name} provider is not allowed, as ${need.reason}; allow ${need.minimum} or ` +
            `later in required_providers, and remove the pin (bindings of your own, or an override of the stack)`,
        ];
      }),
  });
  return known;
}

interface RequiredProviders {
  readonly terraform?: {
    readonly required_providers?: Readonly<Record<string, { readonly version?: unknown } | undefined>>;
  };
}

/** As CDKTF merges it: in the order of the providers, and what is overridden last. */
function constraintIn(stack: TerraformStack, name: string): string | undefined {
  const { rawOverrides } = stack as unknown as { readonly rawOverrides?: RequiredProviders };
  const sources = [...stack.allProviders().map((each) => each.toTerraform() as RequiredProviders), rawOverrides];
  const versions = sources.map((source) => source?.terraform?.required_providers?.[name]?.version);
  const last = versions.filter((version) => version !== undefined && version !== "").pop();
  return typeof last === "string" ? last : undefined;
}

/** Whether every release that a constraint allows is older. https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
function isBelow(constraint: string, minimum: string): boolean {
  return constraint.split(",").some((part) => {
    const [, operator = "", version = ""] = /^\s*(=|!=|>=?|<=?|~>)?\s*v?(\d+(?:\.\d+)*)/.exec(part) ?? [];
    if (version === "" || operator === "!=" || operator.startsWith(">")) return false;
    const numbers = version.split(".").map(Number);
    // `~> 2.4` allows up to 3.0, and `~> 2.4.1` up to 2.5; neither is allowed itself.
    if (operator === "~>") return compare(nextOf(numbers), minimum) <= 0;
    if (operator === "<") return compare(numbers, minimum) <= 0;
    return compare(numbers, minimum) < 0;
  });
}

const nextOf = (numbers: readonly number[]): number[] => {
  const kept = numbers.length > 1 ? numbers.slice(0, -1) : [...numbers];
  return kept.map((number, index) => (index === kept.length - 1 ? number + 1 : number));
};

function compare(numbers: readonly number[], version: string): number {
  const others = version.split(".").map(Number);
  for (let index = 0; index < Math.max(numbers.length, others.length); index++) {
    const difference = (numbers[index] ?? 0) - (others[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
