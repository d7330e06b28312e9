import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fn, Lazy, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import * as fc from "fast-check";
import { type Served, serveSchemas } from "simulated-clouds";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { servedBy } from "../../../tools/terraform/served";
import { configuration as written } from "../../../tools/terraform/source";
import { build, configuration } from "../../support/configurations";
import { attempt } from "../../support/faults";
import { CREDENTIALS, PLACES } from "../../support/places";

// All are modules of one configuration: Terraform takes longer to start than to read.

/** `EVERYTHING=1` tries each form at each place, and many more configurations: minutes instead of seconds. */
const isThorough = process.env.EVERYTHING !== undefined;

let served: Served;
beforeAll(async () => (served = await serveSchemas()));
afterAll(() => served.stop());

type Build = (scope: Construct) => unknown;

/** As many modules as one run of Terraform takes in its stride. */
const AT_ONCE = 80;

/** Validates what each build makes in a stack of its own; what is refused is left out. */
async function validate(builds: readonly Build[]) {
  const whole = { code: 0, errors: [] as string[], taken: 0 };
  for (let at = 0; at < builds.length; at += AT_ONCE) {
    const { code, errors, taken } = await validateTogether(builds.slice(at, at + AT_ONCE));
    whole.code ||= code;
    whole.errors.push(...errors);
    whole.taken += taken;
  }
  return whole;
}

async function validateTogether(builds: readonly Build[]) {
  const stacks = builds.flatMap((each) => attempt(each).stack?.json ?? []);
  const deployment = new TerraformDeployment(() => servedBy(served));
  try {
    deployment.deploy((folder) => {
      stacks.forEach(({ terraform, ...json }, index) => {
        mkdirSync(join(folder, `c${index}`));
        const { required_providers } = terraform ?? {};
        writeFileSync(
          join(folder, `c${index}`, "main.tf.json"),
          JSON.stringify({ ...json, terraform: { required_providers } }, undefined, 2),
        );
      });
      const module = Object.fromEntries(
        stacks.map(({ variable = {} }, index) => [
          `c${index}`,
          { source: `./c${index}`, ...Object.fromEntries(Object.keys(variable).map((name) => [name, null])) },
        ]),
      );
      return written({ module })(folder);
    });
    const { code, text } = await deployment.validate();
    // Behind the names of all modules; providers of a module draw warnings.
    return { code, errors: text.split(/(?=Error: )/).slice(1), taken: stacks.length };
  } finally {
    deployment.remove();
  }
}

test("Terraform takes whatever an app is made of", async () => {
  const configurations = fc.sample(configuration, isThorough ? 400 : 25);
  const { code, errors, taken } = await validate(configurations.map((each) => (scope) => build(scope, each)));
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  expect(taken).toBeGreaterThan(configurations.length / 2);
});

/** Of any kind, as far as CDKTF can tell: where a list belongs, the plan is the first to know that it is a text. */
function conditional(scope: Construct): unknown {
  return Fn.conditional(new TerraformVariable(scope, "flag", { type: "bool" }).booleanValue, "a", "b") as unknown;
}
const LISTS = /^application (?:owners|tags)$/;

/** Texts that mean something to Terraform, in each form in which an app may give them. */
const FORMS: readonly ((scope: Construct) => unknown)[] = [
  () => 'a "quoted" \\ text',
  () => "$${literally} %%{ this }",
  (scope) => `team "net"\n${new TerraformVariable(scope, "variable", { type: "string" }).stringValue}`,
  () => '${upper("a\\"b}")}',
  () => Lazy.stringValue({ produce: () => 'late "text"\n$${}' }),
  () => Lazy.stringValue({ produce: () => "10.0.0.0/24" }),
  () => Lazy.listValue({ produce: () => ["10.3.0.0/16", "10.4.0.0/16"] }),
  (scope) => new TerraformVariable(scope, "list", { type: "list(string)" }).listValue,
  conditional,
  (scope) => new TerraformVariable(scope, "number", { type: "number" }).numberValue,
];

test("Terraform takes a value in any form, wherever the construct does", async () => {
  // A text that is produced late is no truth value, which nobody can know before.
  const places = [...PLACES, ...CREDENTIALS].filter(([name]) => !/ allow[A-Z]/.test(name));
  const builds = places.flatMap(([name, place], index) =>
    FORMS.filter(
      (form, at) => (isThorough || (index + at) % 3 === 0) && !(form === conditional && LISTS.test(name)),
    ).map((form) => (scope: Construct) => place(scope, form(scope) as never)),
  );
  const { code, errors, taken } = await validate(builds);
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  expect(taken).toBeGreaterThan(builds.length / 10);
});
