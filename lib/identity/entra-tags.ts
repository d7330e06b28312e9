import type { TerraformElement } from "cdktf";

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
