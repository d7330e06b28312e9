/** Looks up `var.name`, `azurerm_resource_group.x.name` and the like, by its segments. */
export type Lookup = (path: readonly string[]) => Value;

/**
 * A value of a synthesised stack. Only what the construct writes is understood: references, text around them, and a few
 * functions. Anything else is left unknown, which no command takes for an error.
 */
export function evaluate(value: unknown, lookup: Lookup): Value {
  if (typeof value === "string") {
    try {
      return new Reader(value, lookup).template(() => false);
    } catch (error) {
      // nested deeper than anybody writes
      if (error instanceof NotUnderstood || error instanceof RangeError) return undefined;
      throw error;
    }
  }
  if (Array.isArray(value)) return value.map((item) => evaluate(item, lookup));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, evaluate(item, lookup)]));
  }
  return value as Value;
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly lookup: Lookup,
  ) {}

  /** Text with `${…}` in it, up to its end; a single `${…}` keeps the kind of its value. */
  template(ends: () => boolean): Value {
    const parts: Value[] = [];
    let literal = "";
    const flush = () => {
      if (literal !== "") parts.push(literal);
      literal = "";
    };
    while (this.at < this.text.length && !ends()) {
      if (this.skip("$${")) literal += "${";
      else if (this.skip("${")) {
        flush();
        parts.push(this.expression());
        this.require("}");
      } else literal += this.text[this.at++];
    }
    flush();
    if (parts.length === 1) return parts[0];
    const texts = parts.map(textOfValue);
    return texts.includes(undefined) ? undefined : texts.join("");
  }

  private expression(): Value {
    this.space();
    let value = this.operand();
    for (;;) {
      if (this.skip("[")) {
        const index = this.expression();
        this.require("]");
        value = member(value, index);
      } else if (/^\.[A-Za-z_]/.test(this.text.slice(this.at, this.at + 2))) {
        this.at++;
        value = member(value, this.name());
      } else break;
    }
    this.space();
    return value;
  }

  private operand(): Value {
    const next = this.text[this.at] ?? "";
    if (this.skip('"')) return this.quoted();
    if (this.skip("[")) return this.list("]");
    if (this.skip("{")) return this.object();
    if (this.skip("(")) return this.list(")")[0];
    if (/[0-9]/.test(next)) return Number(this.match(/[0-9.]+/y));
    if (!/[A-Za-z_]/.test(next)) throw new NotUnderstood();
    const path = [this.name()];
    if (this.skip("(")) return this.call(path[0]);
    if (["true", "false", "null"].includes(path[0])) return JSON.parse(path[0]) as Value;
    for (;;) {
      if (/^\.[A-Za-z_]/.test(this.text.slice(this.at, this.at + 2))) {
        this.at++;
        path.push(this.name());
      } else if (/^\["/.test(this.text.slice(this.at, this.at + 2))) {
        this.at += 2;
        path.push(this.key());
        this.require("]");
      } else return this.lookup(path);
    }
  }

  private call(name: string): Value {
    const args = this.list(")");
    const known = FUNCTIONS[name];
    if (!known) throw new NotUnderstood();
    return known(...args);
  }

  private quoted(): Value {
    const start = this.at;
    let end = start;
    // a quoted text may hold an expression that holds quoted texts; the construct writes none of those
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === "\\" ? 2 : 1;
    const inner = this.text.slice(start, end).replace(/\\(.)/g, "$1");
    this.at = end;
    this.require('"');
    return new Reader(inner, this.lookup).template(() => false);
  }

  private list(end: string): Value[] {
    const items: Value[] = [];
    for (this.space(); !this.skip(end); this.space()) {
      items.push(this.expression());
      if (!this.skip(",")) {
        this.require(end);
        break;
      }
    }
    return items;
  }

  private object(): Value {
    const entries: [string, Value][] = [];
    for (this.space(); !this.skip("}"); this.space()) {
      const key = this.skip('"') ? this.key() : this.name();
      this.space();
      if (!this.skip("=")) this.require(":");
      entries.push([key, this.expression()]);
      this.skip(",");
    }
    return Object.fromEntries(entries);
  }

  private key(): string {
    const key = textOfValue(this.quoted());
    if (key === undefined) throw new NotUnderstood();
    return key;
  }

  private name(): string {
    return this.match(/[A-Za-z_][\w-]*/y);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) throw new NotUnderstood();
    this.at += found.length;
    return found;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
  }

  private skip(token: string): boolean {
    const found = this.text.startsWith(token, this.at);
    if (found) this.at += token.length;
    return found;
  }

  private require(token: string): void {
    if (!this.skip(token)) throw new NotUnderstood();
  }
}

/** What an expression of Terraform comes to. Undefined is known only after an apply, or not understood here. */
export type Value =
  string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value };

/** That an expression is one that the construct does not write. */
export class NotUnderstood extends Error {}

/** As Terraform writes it into text; undefined for what cannot be written into text. */
export const textOfValue = (value: Value): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

export function member(value: Value, key: Value): Value {
  const name = textOfValue(key);
  if (typeof value !== "object" || value === null || name === undefined) return undefined;
  return (value as Readonly<Record<string, Value>>)[name];
}

type Functions = Readonly<Record<string, (...args: readonly Value[]) => Value>>;

const text = (then: (text: string) => Value) => (value: Value) => {
  const known = textOfValue(value);
  return known === undefined ? undefined : then(known);
};

/** The functions that the construct writes around a value. */
export const FUNCTIONS: Functions = {
  lower: text((given) => given.toLowerCase()),
  upper: text((given) => given.toUpperCase()),
  tostring: text((given) => given),
  replace(whole, part, by) {
    const [from, wanted, to] = [whole, part, by].map(textOfValue);
    return from === undefined || wanted === undefined || to === undefined ? undefined : from.replaceAll(wanted, to);
  },
  split(separator, whole) {
    const [at, given] = [separator, whole].map(textOfValue);
    return at === undefined ? undefined : given?.split(at);
  },
  join(separator, list) {
    const parts = Array.isArray(list) ? list.map((item: Value) => textOfValue(item)) : [undefined];
    return parts.includes(undefined) ? undefined : parts.join(textOfValue(separator));
  },
  element: (list, index) => (Array.isArray(list) ? member(list, Number(index) % list.length) : undefined),
  lookup: (map, key, otherwise) => (key === undefined ? undefined : (member(map, key) ?? otherwise)),
  // what is unknown is no error, so the first is what Terraform takes
  try: (first) => first,
  coalesce: (first) => first,
};
