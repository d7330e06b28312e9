import * as fc from "fast-check";
import { operandOf } from "../../../lib/terraform/template";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { withoutProviders } from "../../../tools/terraform/served";
import { configuration } from "../../../tools/terraform/source";

// Without a carriage return alone: Terraform evaluates nothing in a text that has one.
const text = fc.string({
  unit: fc.constantFrom(...'ab "\\\n\t$%{}[]()~#/*é源😀', "\u0001", "\b", "\f", "\u001b", "\u007f", "\u2028"),
  maxLength: 12,
});

/** Pieces of what an app may write where Terraform reads a template. */
const piece = fc.oneof(
  text.filter((each) => !/[$%]\{/.test(each)),
  fc.constantFrom("$${", "%%{", "}"),
  fc.constantFrom(
    ...["${local.a}", '${upper("x}${local.a}\\"y")}', '${1 < 2 ? "{" : "}"}', '${ {"k" = "v"}["k"] }', "${-1}"],
    ...["%{ if 1 < 2 }yes%{ else }no%{ endif }", "${[1, 2][0] + 1}"],
  ),
);

test("a text means the same to Terraform as an operand of an expression as it does by itself", async () => {
  const texts = fc.sample(
    // A dollar before a brace would be the piece's own.
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(" ")),
    { numRuns: 400, seed: 20 },
  );
  const pairs = texts.map((each) => ({ itself: each, operand: `\${[${operandOf(each)}, 0 == 1][0]}` }));
  const deployment = new TerraformDeployment(() => withoutProviders).deploy(
    configuration({ locals: { a: 'a "} b' }, output: { pairs: { value: pairs } } }),
  );
  try {
    const { code, text } = await deployment.apply();
    expect({ code, text }).toMatchObject({ code: 0 });
    const { pairs: found } = (await deployment.outputs()) as { pairs: { itself: unknown; operand: unknown }[] };
    expect(found).toHaveLength(400);
    expect(found.map(({ operand }) => String(operand))).toEqual(found.map(({ itself }) => String(itself)));
    expect(new Set(found.map(({ itself }) => itself)).size).toBeGreaterThan(200);
  } finally {
    deployment.remove();
  }
});
