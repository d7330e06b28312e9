/** A type as Terraform writes it: "string", ["list", "string"], ["object", {…}]. */
export type CtyType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | ["list" | "set" | "map", CtyType]
  | ["tuple", CtyType[]]
  | ["object", ObjectType];
export type ObjectType = { [name: string]: CtyType };

/** Whether values of the type, or parts of them, bring their own type along. */
export function holdsDynamic(type: CtyType): boolean {
  if (!Array.isArray(type)) return type === "dynamic";
  if (type[0] === "object") return Object.values(type[1]).some(holdsDynamic);
  return type[0] === "tuple" ? type[1].some(holdsDynamic) : holdsDynamic(type[1]);
}

/** Whether two types are the same; the attributes of an object have no order. */
export function sameType(one: CtyType, other: CtyType): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  if (one[0] === "object" && other[0] === "object") {
    const names = Object.keys(one[1]);
    const [mine, theirs] = [one[1], other[1]];
    return (
      names.length === Object.keys(theirs).length &&
      names.every((name) => name in theirs && sameType(mine[name], theirs[name]))
    );
  }
  if (one[0] === "tuple" && other[0] === "tuple") {
    const theirs = other[1];
    return one[1].length === theirs.length && one[1].every((member, index) => sameType(member, theirs[index]));
  }
  return one[0] === other[0] && sameType(one[1] as CtyType, other[1] as CtyType);
}
