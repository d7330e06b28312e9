import { FORESEEN } from "../../../src/doctor/foreseen";
import { SECTIONS } from "../../../src/troubleshooting/rows";
import type { Row } from "../../../src/troubleshooting/row";
import { remedyOf } from "../../../src/troubleshooting/terminal";
import type { SettingsInput } from "simulated-clouds";
import type { Environment } from "../support/clouds";
import { Before, type Build } from "../support/doctor";

type Foreseen = typeof FORESEEN;

/** The rows of the troubleshooting page that `doctor` finds. */
export type ForeseenRow = {
  [Section in keyof Foreseen]: {
    [Row in keyof Foreseen[Section]]: Foreseen[Section][Row] extends { readonly looked: string } ? Row : never;
  }[keyof Foreseen[Section]];
}[keyof Foreseen];

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
  readonly verdict?: "failed" | "warning";
  /** What is to be done, where that is not the row's remedy for one who has been stopped. */
  readonly remedy?: RegExp;
}

/** Finds it where it is, by the line that the table says, and not where it is not. */
export async function expectForeseen(
  row: ForeseenRow,
  { settings, build, env, prepare, ...situation }: Situation,
): Promise<void> {
  const { wrong, verdict = "failed", remedy } = situation;
  const { looked, texts } = entryOf(row);
  const all = await Before.apply(settings, build);
  await prepare?.(all);
  const well = await all.doctor(env);
  expect(well.complaints).toEqual([]);
  expect({ looked, verdict: well.of(looked)?.verdict }).toEqual({ looked, verdict: "ok" });

  const before = await Before.apply({ ...settings, ...wrong.settings }, wrong.build ?? build);
  await prepare?.(before);
  await wrong.harm?.(before);
  const found = (await before.doctor({ ...env, ...wrong.env })).lines.filter(
    (line) => line.looked === looked && line.verdict !== "ok",
  );
  expect(found.map((line) => line.verdict)).toEqual([verdict]);
  if (remedy) expect(found[0].remedy).toMatch(remedy);
  else expect(texts).toContain(found[0].remedy);
}

function entryOf(name: ForeseenRow) {
  for (const [section, rows] of Object.entries(SECTIONS)) {
    const row = Object.entries<Row>(rows).find(([key]) => key === name)?.[1];
    if (!row) continue;
    const foreseen = (FORESEEN as Readonly<Record<string, Readonly<Record<string, object>>>>)[section][name];
    const { looked } = foreseen as { readonly looked: string };
    return { looked, texts: (["azurerm", "azapi"] as const).map((maker) => remedyOf(row, maker)) };
  }
  throw new Error(`no row is called ${name}`);
}
