import { AZURE_SITUATIONS } from "./azure-rows";
import type { ForeseenRow } from "../../../src/doctor/checks";
import { expectForeseen, type Situation } from "./situation";

test.each(Object.entries(AZURE_SITUATIONS) as [ForeseenRow, Situation][])("%s", async (row, situation) => {
  await expectForeseen(row, situation);
});
