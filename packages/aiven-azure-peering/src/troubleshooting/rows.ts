import { PEERINGS } from "./peerings";
import { NETWORKS } from "./networks";
import { PIPELINE_TOKENS } from "./pipeline-tokens";
import { REMOVING } from "./removing";
import { RIGHTS } from "./rights";
import { isPrinted, type Row } from "./row";
import { SIGNING_IN } from "./signing-in";

/** Every row, in sections; the keys name the rows. */
export const SECTIONS = {
  "Signing in as the application": SIGNING_IN,
  "A pipeline's token": PIPELINE_TOKENS,
  "Rights, and what a tenant has already": RIGHTS,
  "Networks and ranges": NETWORKS,
  "The two sides": PEERINGS,
  Removing: REMOVING,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Row>>>>;

export type Section = keyof typeof SECTIONS;

/** Every row by its name, which no two sections share. */
export const ROWS = {
  ...SIGNING_IN,
  ...PIPELINE_TOKENS,
  ...RIGHTS,
  ...NETWORKS,
  ...PEERINGS,
  ...REMOVING,
} satisfies Readonly<Record<string, Row>>;

export type RowName = keyof typeof ROWS;

/** The rows that speak of something that Terraform printed, by their names. */
export function rowsFor(printed: string): ReadonlyMap<string, Row> {
  const all = Object.values(SECTIONS).flatMap((rows) => Object.entries<Row>(rows));
  return new Map(all.filter(([, { texts }]) => texts.some((text) => isPrinted(text, printed))));
}
