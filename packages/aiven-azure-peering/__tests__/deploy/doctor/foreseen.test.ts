import { FORESEEN, type ForeseenRow } from "../../../src/doctor/checks";
import { AZURE_SITUATIONS } from "./azure-rows";
import { IDENTITY_SITUATIONS } from "./identity-rows";
import type { Situation } from "./situation";

const SITUATIONS = { ...AZURE_SITUATIONS, ...IDENTITY_SITUATIONS } satisfies Record<ForeseenRow, Situation>;

test("every row that doctor says it finds is brought about, and no other", () => {
  expect(Object.keys(SITUATIONS).sort()).toEqual(Object.keys(FORESEEN).sort());
});
