import { FORESEEN } from "../../../src/doctor/foreseen";
import { AZURE_SITUATIONS } from "./azure-situations";
import { IDENTITY_SITUATIONS } from "./identity-situations";
import type { ForeseenRow, Situation } from "./situation";

const SITUATIONS = { ...AZURE_SITUATIONS, ...IDENTITY_SITUATIONS } satisfies Record<ForeseenRow, Situation>;

test("every row that doctor says it finds is brought about, and no other", () => {
  const rows = Object.values(FORESEEN).flatMap((section) => Object.entries<object>(section));
  const found = rows.filter(([, row]) => "looked" in row).map(([name]) => name);
  expect(Object.keys(SITUATIONS).sort()).toEqual(found.sort());
});
