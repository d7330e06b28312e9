import { decode } from "@msgpack/msgpack";
import { Dynamic, fromDynamic, toDynamic, UNKNOWN } from "../../src/protocol/cty";
import { holdsDynamic, sameType, type CtyType } from "../../src/protocol/cty-type";
import { equal } from "../../src/protocol/equality";
import { settle } from "../../src/protocol/settling";

const type: CtyType = ["object", { name: "string", body: "dynamic", all: ["list", "dynamic"] }];
const object: CtyType = ["object", { a: "string", b: ["tuple", ["number", "dynamic"]] }];

test("a value that brings its type is a pair on the wire, and comes back as it was", () => {
  const body = new Dynamic(object, { a: "x", b: [1, new Dynamic("bool", true)] });
  const sent = toDynamic({ name: "n", body, all: [null, UNKNOWN, new Dynamic("string", "s")] }, type);
  const wire = decode(sent.msgpack as Uint8Array, {}) as { body: [Uint8Array, unknown] };
  expect(JSON.parse(Buffer.from(wire.body[0]).toString())).toEqual(object);
  expect(fromDynamic(sent, type)).toEqual({ name: "n", body, all: [null, UNKNOWN, new Dynamic("string", "s")] });
});

test("without such values nothing is looked through", () => {
  expect(holdsDynamic(["object", { a: ["map", "string"] }])).toBe(false);
  expect(holdsDynamic(["map", ["tuple", ["string", ["set", "dynamic"]]]])).toBe(true);
});

test.each<[CtyType, CtyType, boolean]>([
  [["object", { a: "string", b: "bool" }], ["object", { b: "bool", a: "string" }], true],
  [["object", { a: "string" }], ["object", { a: "string", b: "bool" }], false],
  [["list", "string"], ["set", "string"], false],
  [["tuple", ["string"]], ["tuple", ["string", "string"]], false],
  [["map", ["list", "string"]], ["map", ["list", "string"]], true],
  ["string", ["list", "string"], false],
])("%j and %j are the same type: %s", (one, other, expected) => expect(sameType(one, other)).toBe(expected));

test.each([
  [new Dynamic("string", "1"), new Dynamic("string", "1"), true],
  [new Dynamic("string", "1"), new Dynamic("number", 1), false],
  [new Dynamic(["tuple", ["number"]], [1]), new Dynamic(["tuple", ["number"]], [2]), false],
  [
    new Dynamic(["object", { a: "string" }], { a: UNKNOWN }),
    new Dynamic(["object", { a: "string" }], { a: "x" }),
    false,
  ],
  [new Dynamic("string", "1"), null, false],
])("%j and %j are equal: %s", (one, other, expected) => expect(equal("dynamic", one, other)).toBe(expected));

test("what nobody supplied is null within it too", () => {
  const planned = { body: new Dynamic(["object", { a: "string" }], { a: UNKNOWN }) };
  expect(settle(planned, {})).toEqual({ body: new Dynamic(["object", { a: "string" }], { a: null }) });
});
