import { IDENTITY_SITUATIONS } from "./identity-situations";
import { expectForeseen, type ForeseenRow, type Situation } from "./situation";

test.each(Object.entries(IDENTITY_SITUATIONS) as [ForeseenRow, Situation][])("%s", async (row, situation) => {
  await expectForeseen(row, situation);
});
