import { Dynamic, isObject, isUnknown, type Value } from "./cty";
import { sameType, type CtyType } from "./cty-type";

/**
 * Whether two values of one type are the same. An unknown is never the same as anything;
 * the elements of a set have no order, and a missing member is a null one.
 */
export function equal(type: CtyType, left: Value | undefined, right: Value | undefined): boolean {
  if (isUnknown(left) || isUnknown(right)) return false;
  if (left === null || left === undefined || right === null || right === undefined) {
    return (left ?? null) === (right ?? null);
  }
  if (left instanceof Dynamic || right instanceof Dynamic) {
    if (!(left instanceof Dynamic) || !(right instanceof Dynamic)) return false;
    return sameType(left.type, right.type) && equal(left.type, left.value, right.value);
  }
  // a number may come as a number or, where it is no exact float64, as a string
  if (!Array.isArray(type)) return scalar(left) === scalar(right);
  if (type[0] === "tuple") {
    if (!Array.isArray(left) || !Array.isArray(right)) return false;
    return type[1].every((member, index) => equal(member, left[index], right[index]));
  }
  if (type[0] === "list" || type[0] === "set") {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return type[0] === "list" ? sameInOrder(type[1], left, right) : sameElements(type[1], left, right);
  }
  if (!isObject(left) || !isObject(right)) return false;
  if (type[0] === "object") {
    return Object.entries(type[1]).every(([name, member]) => equal(member, left[name], right[name]));
  }
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => key in left && key in right && equal(type[1], left[key], right[key]));
}

const scalar = (value: Value): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

const sameInOrder = (type: CtyType, left: Value[], right: Value[]) =>
  left.every((value, index) => equal(type, value, right[index]));

function sameElements(type: CtyType, left: Value[], right: Value[]): boolean {
  const rest = [...right];
  return left.every((value) => {
    const found = rest.findIndex((candidate) => equal(type, value, candidate));
    if (found >= 0) rest.splice(found, 1);
    return found >= 0;
  });
}
