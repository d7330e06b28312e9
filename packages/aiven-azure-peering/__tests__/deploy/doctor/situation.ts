import type { SettingsInput } from "simulated-clouds";
import { FORESEEN, type ForeseenRow } from "../../../src/doctor/checks";
import { remedyOf } from "../../../src/troubleshooting/row";
import { ROWS } from "../../../src/troubleshooting/rows";
import type { Environment } from "../support/clouds";
import { Before, type Build } from "../support/doctor";

/** A stack, clouds in which it can be applied, and the same in which it cannot. */
export interface Situation {
  readonly settings?: SettingsInput;
  readonly build?: Build;
  readonly env?: Environment;
  /** What somebody has done in both clouds. */
  readonly prepare?: (before: Before) => void | Promise<void>;
  /** What is otherwise where it goes wrong: any of these, or what somebody does in the clouds. */
  readonly wrong: {
    readonly settings?: SettingsInput;
    readonly build?: Build;
    readonly env?: Environment;
    readonly harm?: (before: Before) => void | Promise<void>;
  };
  /** @default "failed" */
  readonly status?: "failed" | "warning";
  /** What is to be done, where that is not the row's remedy for one who has been stopped. */
  readonly remedy?: RegExp;
}

/** Finds it where it is, by the check that says so, and not where it is not. */
export async function expectForeseen(
  row: ForeseenRow,
  { settings, build, env, prepare, ...situation }: Situation,
): Promise<void> {
  const { wrong, status = "failed", remedy } = situation;
  const check = FORESEEN[row];
  const all = await Before.apply(settings, build);
  await prepare?.(all);
  const well = await all.doctor(env);
  expect(well.complaints).toEqual([]);
  expect({ check, status: well.of(check)?.status }).toEqual({ check, status: "ok" });

  const before = await Before.apply({ ...settings, ...wrong.settings }, wrong.build ?? build);
  await prepare?.(before);
  await wrong.harm?.(before);
  const found = (await before.doctor({ ...env, ...wrong.env })).lines.filter(
    (line) => line.check === check && line.status !== "ok",
  );
  expect(found.map((line) => line.status)).toEqual([status]);
  if (remedy) expect(found[0].remedy).toMatch(remedy);
  else
    expect((["azurerm", "azapi"] as const).map((provider) => remedyOf(ROWS[row], provider))).toContain(found[0].remedy);
}
