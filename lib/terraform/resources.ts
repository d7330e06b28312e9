import {
  type Precondition,
  TerraformDataSource,
  TerraformElement,
  TerraformResource,
  type TerraformResourceLifecycle,
  TerraformStack,
} from "cdktf";
import type { IConstruct } from "constructs";
import { given } from "./given";
import { refuse } from "./refuse";

/** A resource as Terraform's command line and `replace_triggered_by` take it; cdktf would render the latter as an interpolation. */
export const addressOf = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;

/** The address of a resource or data source in the stack of `consumer`; undefined where it is of another one. */
export function addressIn(
  consumer: IConstruct,
  element: TerraformResource | TerraformDataSource | undefined,
): string | undefined {
  if (element === undefined || TerraformStack.of(element) !== TerraformStack.of(consumer)) return undefined;
  return fullAddressOf(element);
}

/** An address, with `data.` before that of a data source. */
export const fullAddressOf = (element: TerraformResource | TerraformDataSource): string =>
  TerraformDataSource.isTerraformDataSource(element)
    ? `data.${element.terraformResourceType}.${element.friendlyUniqueId}`
    : addressOf(element);

/**
 * Lets no map be set as the tags of a resource of Microsoft Entra, whose tags are a list.
 *
 * An Aspect as CDKTF's documentation has it gives every resource that has tags a map, which the list's type could not be made of: synth
 * would end in a type error that names neither. So the resource keeps the tags that it has.
 */
export function keepTags(element: TerraformElement & { tags: string[] }): void {
  const accessor = accessorOf(element);
  Object.defineProperty(element, "tags", {
    configurable: true,
    get: () => accessor?.get?.call(element) as string[],
    set: (tags: unknown) => {
      if (Array.isArray(tags)) accessor?.set?.call(element, tags);
    },
  });
}

function accessorOf(element: object): PropertyDescriptor | undefined {
  return Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "tags");
}

/**
 * Takes what exists already into the state of a resource, by an `import` block. cdktf's own `importFrom` asks for the Terraform binary at
 * synth.
 */
export class ImportBlock extends TerraformElement {
  /**
   * @param resource what it is imported into; its configuration must describe what is there
   * @param from the id by which the resource's provider imports it
   */
  constructor(
    private readonly resource: TerraformResource,
    private readonly from: string,
  ) {
    super(resource, "import");
  }

  public override toTerraform(): unknown {
    return { import: [{ to: addressOf(this.resource), id: this.from }] };
  }
}

/**
 * Protects an element that others refer to from what an app may do to it by mistake: its logical id can no longer be overridden, as cdktf would
 * then keep the old one elsewhere without a word; an id that Terraform takes for no name is refused; and a `lifecycle` that is assigned, as an
 * Aspect of CDKTF's documentation does, is added to its own instead of replacing it.
 */
export function protect<Element extends TerraformElement>(element: Element): Element {
  // cdktf keeps what the id of a construct begins with. https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
  if (!/^[A-Za-z_]/.test(element.friendlyUniqueId)) {
    refuse(
      element,
      `id: ${given(element.friendlyUniqueId)} is not allowed as a name in Terraform, which begins with a letter or an underscore; give the ` +
        "construct that its path begins with such an id",
    );
  }
  element.overrideLogicalId = () =>
    refuse(
      element,
      "overrideLogicalId: not allowed, other elements refer to the logical id already; override allocateLogicalId of the stack instead",
    );
  if (TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element)) {
    keepLifecycle(element);
  }
  return element;
}

type WithLifecycle = TerraformResource | TerraformDataSource;

const lifecycles = new WeakMap<WithLifecycle, TerraformResourceLifecycle>();

function keepLifecycle(element: WithLifecycle): void {
  let theirs: TerraformResourceLifecycle | undefined;
  if (element.lifecycle !== undefined) lifecycles.set(element, element.lifecycle);
  Object.defineProperty(element, "lifecycle", {
    configurable: true,
    enumerable: true,
    get: () => {
      const ours = lifecycles.get(element);
      return ours && theirs ? together(ours, theirs) : (theirs ?? ours);
    },
    set: (assigned: TerraformResourceLifecycle | undefined) => (theirs = assigned),
  });
}

/** Adds conditions to a resource that was created without them. */
export function addPreconditions(element: WithLifecycle, precondition: readonly Precondition[]): void {
  lifecycles.set(element, together(lifecycles.get(element) ?? {}, { precondition: [...precondition] }));
}

/** Two lifecycles: lists are joined, and of a single value the second one counts. */
function together(ours: TerraformResourceLifecycle, theirs: TerraformResourceLifecycle): TerraformResourceLifecycle {
  const ignored = [ours.ignoreChanges, theirs.ignoreChanges];
  return {
    ...ours,
    ...theirs,
    ignoreChanges: ignored.includes("all") ? "all" : joined(...(ignored as (string[] | undefined)[])),
    precondition: joined(ours.precondition, theirs.precondition),
    postcondition: joined(ours.postcondition, theirs.postcondition),
    replaceTriggeredBy: joined(ours.replaceTriggeredBy, theirs.replaceTriggeredBy),
  };
}

/** Each entry once: what is assigned may hold what was read before. */
function joined<Entry>(...lists: (Entry[] | undefined)[]): Entry[] | undefined {
  const entries = lists.flatMap((list) => list ?? []);
  return entries.length === 0 ? undefined : [...new Map(entries.map((each) => [JSON.stringify(each), each])).values()];
}
