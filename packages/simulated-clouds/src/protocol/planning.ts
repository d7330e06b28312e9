import { isObject, UNKNOWN, type Value, type Values } from "./cty";
import type { Path } from "./diagnostics";
import { equal } from "./equality";
import type { ResourceBehaviour } from "./provider-definition";
import { attributesOf, blocksOf, membersOf, nestedBlockOf, type Block, type NestedBlock } from "./schema";
import type { CtyType } from "./cty-type";

type Defaults = NonNullable<ResourceBehaviour["defaults"]>;

/**
 * Completes what Terraform proposes: defaults where nothing is set, and unknown for what the provider computes.
 * Terraform has already carried prior values of computed attributes over, so an attribute becomes unknown only in an
 * object, or a nested element, that did not exist before.
 */
export function complete(
  block: Block,
  proposed: Values,
  config: Values | undefined,
  prior: Values | undefined,
  defaults: Defaults = {},
  prefix = "",
): Values {
  const planned: Values = { ...proposed };
  for (const [name, attribute] of attributesOf(block)) {
    const key = prefix + name;
    const value = proposed[name] ?? null;
    const absent = (config?.[name] ?? null) === null;
    const unset = value === null && absent;
    if (attribute.write_only) planned[name] = null;
    // a computed attribute carries its prior value along, yet what is taken out of the configuration is the default again
    else if ((unset || (absent && attribute.computed)) && key in defaults) planned[name] = defaults[key];
    else if (unset && attribute.computed && !prior) planned[name] = UNKNOWN;
    else planned[name] = value;
    const nested = nestedBlockOf(attribute);
    if (nested && planned[name] === value) {
      const inner = { nested, config: config?.[name], prior: prior?.[name], defaults, prefix: `${prefix}${name}.` };
      planned[name] = completeNested(value, inner);
    }
  }
  for (const [name, nested] of blocksOf(block)) {
    const inner = { nested, config: config?.[name], prior: prior?.[name], defaults, prefix: `${prefix}${name}.` };
    planned[name] = completeNested(proposed[name] ?? null, inner);
  }
  return planned;
}

interface Counterparts {
  nested: NestedBlock;
  config: Value | undefined;
  prior: Value | undefined;
  defaults: Defaults;
  prefix: string;
}

function completeNested(proposed: Value, { nested, config, prior, defaults, prefix }: Counterparts): Value {
  const { block, nesting_mode: mode } = nested;
  const element = (value: Value, itsConfig: Value | undefined, itsPrior: Value | undefined): Value =>
    isObject(value) ? complete(block, value, asObject(itsConfig), asObject(itsPrior), defaults, prefix) : value;

  if (Array.isArray(proposed)) {
    const [configs, priors] = [asList(config), asList(prior)];
    if (mode === "list") return proposed.map((value, index) => element(value, configs[index], priors[index]));
    // elements of a set have no index: they are found again by what their configuration sets
    return proposed.map((value) => {
      const own = configs.find((candidate) => matches(block, candidate, value));
      return element(value, own, own && priors.find((candidate) => matches(block, own, candidate)));
    });
  }
  if (mode === "map" && isObject(proposed)) {
    const [configs, priors] = [asObject(config), asObject(prior)];
    return Object.fromEntries(
      Object.entries(proposed).map(([key, value]) => [key, element(value, configs?.[key], priors?.[key])]),
    );
  }
  return element(proposed, config, prior);
}

const asObject = (value: Value | undefined): Values | undefined => (isObject(value) ? value : undefined);
const asList = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

/** Whether a set's element agrees with everything that `config` sets. */
const matches = (block: Block, config: Value, candidate: Value) =>
  agrees(["object", membersOf(block)], config, candidate);

function agrees(type: CtyType, config: Value | undefined, candidate: Value | undefined): boolean {
  if (config === null || config === undefined || config === candidate) return true;
  if (Array.isArray(type) && type[0] === "object" && isObject(config) && isObject(candidate)) {
    return Object.entries(type[1]).every(([name, member]) => agrees(member, config[name], candidate[name]));
  }
  return equal(type, config, candidate);
}

/** The places where a change replaces the object: `forceNew` paths whose planned value differs from the prior one. */
export function replacements(block: Block, forceNew: readonly string[], prior: Values, planned: Values): Path[] {
  return forceNew.flatMap((path) => differing(block, path.split("."), prior, planned, []));
}

function differing(
  block: Block,
  [name, ...rest]: string[],
  prior: Values | undefined,
  planned: Values | undefined,
  at: Path,
): Path[] {
  const here = [...at, name];
  const nested = block.block_types?.[name];
  const attribute = block.attributes?.[name];
  if (!nested && !attribute) throw new Error(`forceNew names ${name}, which the schema does not have`);
  const [before, after] = [prior?.[name], planned?.[name]];

  if (!nested || rest.length === 0 || nested.nesting_mode === "set") {
    // a path cannot lead into a set, whose elements have no names: a changed element changes the whole set
    return equal(membersOf(block)[name], before, after) ? [] : [here];
  }
  if (Array.isArray(after) || Array.isArray(before)) {
    const [befores, afters] = [asList(before), asList(after)];
    const longest = befores.length > afters.length ? befores : afters;
    return longest.flatMap((_, index) =>
      differing(nested.block, rest, asObject(befores[index]), asObject(afters[index]), [...here, index]),
    );
  }
  return differing(nested.block, rest, asObject(before), asObject(after), here);
}
