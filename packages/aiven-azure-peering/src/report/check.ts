import { CloudError } from "../clouds/errors";
import { causeOf, remedyOf, type AzurePeeringProviderName } from "../troubleshooting/row";
import { ROWS, type RowName } from "../troubleshooting/rows";
import { failed, unknown, type Finding, type Line, type Status } from "./report";

/** One thing that a command looks at. */
export interface Check<Scope, Row extends RowName = RowName> {
  /** A few words that stay the same. */
  readonly name: string;
  /** The rows of the troubleshooting page that it finds. @default - none */
  readonly finds?: readonly Row[];
  /** The statuses after which the checks that follow in its list are left out, as they would fail for the same reason. @default - none */
  readonly stopsAt?: readonly Status[];
  readonly run: (scope: Scope) => Findings<Row> | Promise<Findings<Row>>;
  /**
   * What it means that whoever is signed in may not read what the check looks at: a failure where Terraform reads the same with the same
   * credential. @default - it is unknown, which is no failure
   */
  readonly whenDenied?: (denial: CloudError, scope: Scope) => Finding | Promise<Finding>;
}

/** None where the check has nothing to look at. */
type Findings<Row> = FindingOf<Row> | readonly FindingOf<Row>[];

/** A finding that may be one of some rows. */
interface FindingOf<Row> extends Finding {
  readonly row?: Row;
}

/** A check whose rows the compiler knows. */
export const check = <Scope, const Row extends RowName = never>(each: Check<Scope, Row>): Check<Scope, Row> => each;

/** The rows that the checks of a list find. */
export type RowsFoundBy<Checks extends readonly Check<never>[]> = Checks[number] extends infer Each
  ? Each extends Check<never, infer Row>
    ? Row
    : never
  : never;

/** Runs checks at a time, since most of their time is a cloud's; what follows one that stops is left out. */
export async function runAll<Scope>(checks: readonly Check<Scope>[], scope: Scope): Promise<Line[]> {
  const all = await Promise.all(checks.map(async (each) => [each, await runOne(each, scope)] as const));
  const lines: Line[] = [];
  for (const [each, found] of all) {
    lines.push(...found);
    if (found.some(({ status }) => each.stopsAt?.includes(status))) break;
  }
  return lines;
}

async function runOne<Scope>({ name, run, whenDenied }: Check<Scope>, scope: Scope): Promise<Line[]> {
  const { read, obstacle } = await unlessObstructed(async () => [await run(scope)].flat());
  const denied = obstacle?.status === 403 ? await whenDenied?.(obstacle, scope) : undefined;
  const found = read ?? [denied ?? unseen(obstacle)];
  return found.map(({ status, message, remedy }) => ({ check: name, status, message, remedy }));
}

/**
 * What is read; or why it cannot be. One request that a cloud refuses, or does not respond to, leaves the others as they are.
 *
 * @throws whatever is the same for every other question, such as a token that is not accepted
 */
export async function unlessObstructed<T>(read: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { read: await read() };
  } catch (error) {
    if (!(error instanceof CloudError) || error.isLost) throw error;
    return { obstacle: error };
  }
}

type Seen<T> =
  { readonly read: T; readonly obstacle?: undefined } | { readonly read?: undefined; readonly obstacle: CloudError };

/** That nobody knows: what was not seen is not absent. */
export const unseen = ({ message, remedy }: CloudError): Finding => unknown(message, remedy);

/** What is read; or, where whoever is signed in may not read it, that it is unknown, which is no failure. */
export async function unlessDenied<T extends object>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { read: await read() };
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 403) throw error;
    return { denied: unknown(error.message, error.remedy), denial: error };
  }
}

type Read<T> =
  | { readonly read: T; readonly denied?: undefined; readonly denial?: undefined }
  | { readonly read?: undefined; readonly denied: Finding; readonly denial: CloudError };

/** What is read, for a check that follows one which says what cannot be read. */
export async function ifAllowed<T extends object>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  return (await unlessObstructed(read)).read;
}

/** That an apply would fail, or has, as a row of the troubleshooting page says. */
export function stopped<Row extends RowName>(row: Row, stop: Stop = {}): FindingOf<Row> {
  const { message = causeOf(ROWS[row]), remedy = remedyOf(ROWS[row], stop.azurePeeringProvider) } = stop;
  return { ...failed(message, remedy), row };
}

interface Stop {
  /** @default - the row's cause */
  readonly message?: string;
  /** @default - the row's remedy */
  readonly remedy?: string;
  /** Where the row's remedy depends on it. */
  readonly azurePeeringProvider?: AzurePeeringProviderName;
}
