import * as fc from "fast-check";
import { attempt, faultsOf } from "../support/faults";
import { CREDENTIALS, type Place, PLACES } from "../support/places";

const SECRET = "s3cr3t";

/** What nobody wrote in a test, and somebody gives. Most of it no compiler would take. */
const HOSTILE: readonly unknown[] = [
  ...[undefined, null, "", " ", 0, -1, 5, 1.5, NaN, Infinity, 10n, Symbol(SECRET), true, false, "true", "false"],
  ...[
    [],
    [SECRET],
    [null],
    {},
    { [SECRET]: SECRET },
    Object.create(null) as object,
    () => SECRET,
    class {},
    new Date(0),
  ],
  ...[Buffer.from(SECRET), /x/, new Map([[SECRET, SECRET]]), new Error(SECRET), Promise.resolve(SECRET)],
  ...[SECRET, "x".repeat(10_000), `a\n${"b".repeat(300)}`, 'q"uote', "back\\slash", "\u0000", "\u2028", "\ud800", "💥"],
  ...[
    "${var.x}",
    "$${x}",
    "${",
    "%{",
    "%{ if }",
    "__proto__",
    "constructor",
    "toString",
    "../..",
    "a/b",
    "1a",
    "-a",
    "_",
  ],
  ...[
    'fd00:", file("/etc/hostname"), "',
    "10.0.0.0/24",
    "10.0.0.0/024",
    "::/0",
    "https://gitlab.com/",
    "2099-01-01",
    "90m",
  ],
];

/** `EVERYTHING=1` tries every value at every place, and many more texts: minutes instead of seconds. */
const isThorough = process.env.EVERYTHING !== undefined;
const PART = isThorough ? 1 : 7;

const at = (place: Place, value: unknown) => attempt((scope) => place(scope, value as never));

const ALL = [...PLACES, ...CREDENTIALS].map(([name, place], index) => ({ name, place, index }));

describe("a value that is not what it should be is refused in one readable line, or stands in the configuration as it is", () => {
  test.each(ALL)("$name", ({ place, index }) => {
    const values = HOSTILE.filter((_, position) => (position + index) % PART === 0);
    expect(values.flatMap((value) => faultsOf(at(place, value)))).toEqual([]);
  });

  test("and so does any text", () => {
    const unit = fc.oneof(
      fc.constantFrom(...'"\\$%{}[]\n\t /:.*'),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    );
    const text = fc.string({ unit, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...ALL), text, ({ place }, value) => {
        expect(faultsOf(at(place, value))).toEqual([]);
      }),
      { numRuns: isThorough ? 20_000 : 200 },
    );
  });
});

describe("a secret in the wrong form is not repeated", () => {
  const FORMS = {
    "a text": SECRET,
    "a text that Terraform could not read": `${SECRET}\${`,
    "a Buffer": Buffer.from(SECRET),
    "a list": [SECRET],
    "an object": { value: SECRET },
    "a function": () => SECRET,
    "a symbol": Symbol(SECRET),
    "an error": new Error(SECRET),
    "a number": 53_733,
  };

  test.each(
    CREDENTIALS.flatMap(([name, place]) =>
      Object.entries(FORMS).map(([form, value]) => ({ name, form, place, value })),
    ),
  )("$name: $form", ({ place, value }) => {
    const { error, stack } = at(place, value);
    if (error === undefined) expect(JSON.stringify(stack?.json)).toContain(value);
    else expect(error.message).not.toMatch(/s3cr3t|53733|115, ?51/);
  });
});
