import { IDENTITY_SITUATIONS } from "./identity-rows";
import type { ForeseenRow } from "../../../src/doctor/checks";
import { expectForeseen, type Situation } from "./situation";

test.each(Object.entries(IDENTITY_SITUATIONS) as [ForeseenRow, Situation][])("%s", async (row, situation) => {
  await expectForeseen(row, situation);
});
