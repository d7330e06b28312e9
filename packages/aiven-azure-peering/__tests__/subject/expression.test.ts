import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { withoutSecrets } from "../../src/clouds/environment";
import { patience } from "../../src/clouds/client";
import { allows } from "../../src/clouds/arm";
import { evaluate } from "../../src/subject/expression";
import type { Value } from "../../src/subject/expression";

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

test("a permission holds for its pattern, and not for what it excludes", () => {
  const peerings = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
  expect(allows([{ actions: ["*"] }], `${peerings}/write`)).toBe(true);
  expect(allows([{ actions: ["Microsoft.Network/*/read"] }], `${peerings}/read`)).toBe(true);
  expect(allows([{ actions: ["Microsoft.Network/*/read"] }], `${peerings}/write`)).toBe(false);
  expect(allows([{ actions: ["*"], notActions: ["microsoft.network/*/delete"] }], `${peerings}/delete`)).toBe(false);
  expect(
    allows([{ actions: ["*"], notActions: [`${peerings}/*`] }, { actions: [`${peerings}/read`] }], `${peerings}/read`),
  ).toBe(true);
});

test("a pause that a cloud asks for is cut to what a person waits", async () => {
  const request = createPipelineRequest({ url: "https://cloud.example" });
  const paused = async (headers: Record<string, string>) => {
    const response = { status: 429, request, headers: createHttpHeaders(headers) };
    return (await patience.sendRequest(request, () => Promise.resolve(response))).headers.toJSON();
  };
  expect(await paused({ "retry-after": "3600" })).toEqual({ "retry-after": "5" });
  expect(await paused({ "retry-after": "2" })).toEqual({ "retry-after": "2" });
  expect(await paused({ "x-ms-retry-after-ms": "60000" })).toEqual({ "x-ms-retry-after-ms": "5000" });
  expect(await paused({ "retry-after": new Date(Date.now() + 3_600_000).toUTCString() })).toEqual({
    "retry-after": "5",
  });
});

test("what is secret is blanked out of any text, whoever repeats it", () => {
  const env = {
    ARM_CLIENT_SECRET: "secret-of-mine",
    TF_VAR_application_client_secret: "another-secret",
    HOME: "/home/somebody",
  };
  expect(withoutSecrets("secret-of-mine another-secret eyJhbGciOi.eyJzdWIi.abc /home/somebody", env)).toBe(
    "*** *** *** /home/somebody",
  );
});
