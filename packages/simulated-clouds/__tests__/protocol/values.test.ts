import { encode, ExtData } from "@msgpack/msgpack";
import { fromDynamic, isUnknown, text, texts, toDynamic, UNKNOWN } from "../../src/protocol/cty";
import { formatDuration, parseDuration } from "../../src/protocol/duration";
import { equal } from "../../src/protocol/equality";
import type { CtyType } from "../../src/protocol/cty-type";
import { brokenPromise, settle } from "../../src/protocol/settling";

describe("unknown values", () => {
  test.each([
    ["plain", 0, [0]],
    ["refined", 12, [0x81, 1, 0xc2]],
  ])("a %s one is recognised and goes back as it came", (_, type, bytes) => {
    const sent = encode([new ExtData(type, Uint8Array.from(bytes))]);
    const value = fromDynamic({ msgpack: sent });
    expect(isUnknown((value as never)[0])).toBe(true);
    expect([...(toDynamic(value).msgpack ?? [])]).toEqual([...sent]);
  });

  test("read as empty, as the SDK reads them", () => {
    expect([text(UNKNOWN), text(null), text("x")]).toEqual(["", "", "x"]);
    expect([texts(UNKNOWN), texts(null), texts(["x"])]).toEqual([[], [], ["x"]]);
  });
});

test("a number that is no exact float comes as a string and stays one", () => {
  expect(fromDynamic(toDynamic({ ratio: "0.1", count: 3 }))).toEqual({ ratio: "0.1", count: 3 });
});

describe("equality", () => {
  const object: CtyType = ["object", { a: "string", b: "number" }];
  test.each<[CtyType, unknown, unknown, boolean]>([
    [["set", "string"], ["x", "y"], ["y", "x"], true],
    [["set", "string"], ["x", "x"], ["x", "y"], false],
    [["list", "string"], ["x", "y"], ["y", "x"], false],
    [
      ["set", object],
      [
        { a: "1", b: 1 },
        { a: "2", b: 2 },
      ],
      [
        { a: "2", b: 2 },
        { a: "1", b: 1 },
      ],
      true,
    ],
    [["map", "string"], { k: "v" }, { k: "v", l: "w" }, false],
    [["map", "string"], { k: null }, {}, false],
    [object, { a: "1", b: null }, { a: "1" }, true],
    ["number", "0.1", 0.1, true],
    ["string", null, "", false],
    ["string", UNKNOWN, UNKNOWN, false],
  ])("%j: %j and %j are equal: %s", (type, left, right, expected) => {
    expect(equal(type, left as never, right as never)).toBe(expected);
    expect(equal(type, right as never, left as never)).toBe(expected);
  });
});

test("what nobody supplied is null, in depth", () => {
  expect(settle({ id: UNKNOWN, name: "n", part: [{ token: UNKNOWN }] }, { id: "1" })).toEqual({
    id: "1",
    name: "n",
    part: [{ token: null }],
  });
});

describe("a result breaks its plan", () => {
  const type: CtyType = [
    "object",
    { size: "number", tags: ["map", "string"], parts: ["list", ["object", { key: "string" }]] },
  ];
  const planned = { size: 1, tags: { a: "b" }, parts: [{ key: UNKNOWN }] };
  test.each([
    [{ size: 1, tags: { a: "b" }, parts: [{ key: "k" }] }, undefined],
    [{ size: 2, tags: { a: "b" }, parts: [{ key: "k" }] }, "size"],
    [{ size: 1, tags: { a: "c" }, parts: [{ key: "k" }] }, 'tags["a"]'],
    [{ size: 1, tags: { a: "b", c: "d" }, parts: [{ key: "k" }] }, 'tags["c"]'],
    [{ size: 1, tags: { a: "b" }, parts: [] }, "parts"],
  ])("%j at %s", (actual, expected) => expect(brokenPromise(type, planned, actual)).toBe(expected));

  test("an element of a set may turn up anywhere in it, but must turn up", () => {
    const set: CtyType = ["set", "string"];
    expect(brokenPromise(set, ["a", "b"], ["b", "a"])).toBeUndefined();
    expect(brokenPromise(["object", { s: set }], { s: ["a", "b"] }, { s: ["a", "c"] })).toBe("s");
  });
});

describe("durations as Go writes them", () => {
  test.each([
    ["1h30m", 5_400_000],
    ["1.5s", 1500],
    ["250ms", 250],
    ["0", 0],
    ["-2m", -120_000],
    ["30", undefined],
    ["s", undefined],
    ["1h 30m", undefined],
    ["", undefined],
  ])("%s is %s ms", (written, expected) => expect(parseDuration(written)).toBe(expected));

  test.each([
    [1_200_000, "20m0s"],
    [3_600_000, "1h0m0s"],
    [15_000, "15s"],
  ])("%s ms print as %s", (ms, expected) => expect(formatDuration(ms)).toBe(expected));
});
