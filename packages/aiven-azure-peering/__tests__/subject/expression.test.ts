import { evaluate, type Value } from "../../src/subject/expression";

describe("what the construct writes into a stack comes to a value before an apply", () => {
  const known: Readonly<Record<string, Value>> = { "var.name": "Hub", "var.id": "/a/b/c", "var.count": 3 };
  const value = (written: unknown) => evaluate(written, (path) => known[path.join(".")]);

  test.each<[unknown, Value]>([
    ["plain", "plain"],
    ["${var.name}", "Hub"],
    ["${var.count}", 3],
    ["a-${var.name}-b", "a-Hub-b"],
    ["$${var.name}", "${var.name}"],
    ["${lower(var.name)}", "hub"],
    ['${element(split("/", var.id), 2)}', "b"],
    ['${join("", [var.name, "-far"])}', "Hub-far"],
    [
      '${try(lookup({"west" = "azure-west", "east" = "azure-east"}, lower(replace("West", " ", "")), "none"), "none")}',
      "azure-west",
    ],
    ['${lookup({a = "b"}, "z", "none")}', "none"],
    [
      ["${var.name}", "x"],
      ["Hub", "x"],
    ],
    [{ a: "${var.name}" }, { a: "Hub" }],
    [false, false],
  ])("%j", (written, expected) => expect(value(written)).toEqual(expected));

  test.each([
    "${azurerm_virtual_network.vnet.guid}",
    "a-${var.unknown}",
    "${lower(var.unknown)}",
    '${try(var.unknown, "other")}',
    '${join("", [var.name, var.unknown])}',
    "${var.count > 2 ? 1 : 2}",
    "${[for x in var.name : x]}",
    "${var.name",
  ])("%s is known after apply", (written) => expect(value(written)).toBeUndefined());
});
