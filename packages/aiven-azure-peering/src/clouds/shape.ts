/** Reads a value of somebody else's as what it is said to be. @throws NotOfShape */
export type Reader<T> = (value: unknown, at: string) => T;

/** That a value is not what it is said to be: where it is, and what it should be. */
export class NotOfShape extends Error {
  constructor(at: string, expected: string) {
    super(`${at === "" ? "it" : at} is no ${expected}`);
    this.name = "NotOfShape";
  }
}

export const text: Reader<string> = (value, at) => {
  if (typeof value === "string") return value;
  throw new NotOfShape(at, "text");
};

export const boolean: Reader<boolean> = (value, at) => {
  if (typeof value === "boolean") return value;
  throw new NotOfShape(at, "boolean");
};

export const number: Reader<number> = (value, at) => {
  if (typeof value === "number") return value;
  throw new NotOfShape(at, "number");
};

/** What may be absent, or null. */
export const optional =
  <T>(read: Reader<T>): Reader<T | undefined> =>
  (value, at) =>
    value === undefined || value === null ? undefined : read(value, at);

export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw new NotOfShape(at, "list");
    return value.map((each, index) => read(each, `${at}[${index}]`));
  };

/** An object that has names of its own, such as a project's. */
export const record =
  <T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, at) =>
    Object.fromEntries(Object.entries(objectOf(value, at)).map(([name, each]) => [name, read(each, below(at, name))]));

/** What is not named is left out. */
export const object =
  <T extends object>(readers: { readonly [Name in keyof T]-?: Reader<T[Name]> }): Reader<T> =>
  (value, at) => {
    const given = objectOf(value, at);
    const entries = Object.entries(readers as Readonly<Record<string, Reader<unknown>>>);
    const read = entries.map(([name, each]) => [name, each(given[name], below(at, name))] as const);
    return Object.fromEntries(read.filter(([, each]) => each !== undefined)) as T;
  };

/** Anything, as it came. */
export const anything: Reader<unknown> = (value) => value;

function objectOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new NotOfShape(at, "object");
}

const below = (at: string, name: string): string => (at === "" ? name : `${at}.${name}`);
