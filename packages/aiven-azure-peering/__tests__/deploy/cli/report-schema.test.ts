import Ajv from "ajv";
import schema from "../../../report.schema.json";
import { Clouds } from "../support/clouds";
import { PeeringByHand } from "../support/peering-by-hand";

/** It lets new names pass; none may come that it does not describe. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, closed(each)]));
  return "required" in value ? { ...inner, additionalProperties: false } : inner;
};

/** What does not fit, by the place in the object. */
function misfits(value: unknown): readonly string[] {
  const ajv = new Ajv({ allErrors: true });
  return ajv.validate(closed(schema) as object, value) === true
    ? []
    : (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
}

let clouds: Clouds;
beforeEach(async () => {
  clouds = await Clouds.start();
});
afterEach(() => clouds.close());

async function printed(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { out, err } = await clouds.run([...args, "--json"]);
  expect(err).toBe("");
  return JSON.parse(out) as Record<string, unknown>;
}

test.each(["doctor", "status", "adopt"])("%s of a peering that works", async (command) => {
  const peering = await new PeeringByHand(clouds).make();
  const report = await printed(command, ...peering.options);
  expect(report).toMatchObject({ version: 1, command });
  expect(misfits(report)).toEqual([]);
  expect(misfits({ ...report, unheardOf: true })).not.toEqual([]);
  expect(misfits({ ...report, version: undefined })).not.toEqual([]);
});

test.each(["doctor", "status", "adopt"])("%s where there is no peering yet", async (command) => {
  const peering = await new PeeringByHand(clouds).prepare();
  expect(misfits(await printed(command, ...peering.options, "--quiet"))).toEqual([]);
});

test("status where a cloud refuses", async () => {
  const peering = await new PeeringByHand(clouds).make();
  const match = { cloud: "arm", path: /virtualNetworks/ } as const;
  clouds.world.faults.inject({ match, status: 403, code: "AuthorizationFailed", message: "no", times: Infinity });
  const report = await printed("status", ...peering.options);
  expect(report.peerings).toMatchObject([{ azure: null, unread: ["azure"] }]);
  expect(misfits(report)).toEqual([]);
});
