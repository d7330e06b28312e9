import { isTemplate, operandOf } from "../../lib/terraform/template";

// What Terraform makes of them is tried in deploy/validation/quoted-values.test.ts.
describe("a text of the configuration as an operand", () => {
  test.each([
    ["stands in quotes", "Hub", '"Hub"'],
    ["has its quotes and line breaks escaped", 'a "b"\\\n\t\u0007', '"a \\"b\\"\\\\\\n\\t\\u0007"'],
    ["keeps what Terraform evaluates in it", 'team "net" ${var.a["b"]}!', '"team \\"net\\" ${var.a["b"]}!"'],
    ["keeps what stands for itself", "$${a} and %%{b}", '"$${a} and %%{b}"'],
    ["keeps a directive", '%{ if var.a }"%{ endif }', '"%{ if var.a }\\"%{ endif }"'],
  ])("%s", (_, text, operand) => expect(operandOf(text)).toBe(operand));

  test.each([
    ["a reference", "${azurerm_virtual_network.a.address_space[0]}"],
    ["a reference through a splat", "${aws.a[*].id}"],
    ["a call", '${element(split("/", "a}(b"), 2)}'],
    ["a list", "${[for a in var.b : a if a != null]}"],
  ])("%s stands bare", (_, text) => expect(operandOf(text)).toBe(text.slice(2, -1)));

  test.each(["${a ? b : c}", "${a + b}", "${-a}", "${!a}", "${f(a) == b}"])("%s stands in parentheses", (text) => {
    expect(operandOf(text)).toBe(`(${text.slice(2, -1)})`);
  });

  test("is a number, a truth, nothing or a list where it is no text", () => {
    expect([5, true, undefined, null, ["a", "${b}"], { "a b": 1 }].map(operandOf)).toEqual([
      ...["5", "true", "null", "null", '["a", b]', '{"a b" = 1}'],
    ]);
  });
});

test.each([
  ["a ${b} c", true],
  ['${"}"} ${"${"}"}"}', true],
  ["100 %, $ and $${", true],
  ["${a", false],
  ['${"a}', false],
  ["%{ if a }b%{", false],
])("whether %j can be read by Terraform", (text, isReadable) => expect(isTemplate(text)).toBe(isReadable));
