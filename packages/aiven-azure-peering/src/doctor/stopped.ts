import type { Line } from "../report/report";
import type { AzurePeeringProviderName, Row } from "../troubleshooting/row";
import { causeOf, remedyOf } from "../troubleshooting/terminal";

/** That an apply would stop at what a row of the troubleshooting page speaks of, and what to do before it does. */
export const stopped = (looked: string, row: Row, stop: Stop = {}): Line => ({
  looked,
  verdict: "failed",
  found: stop.found ?? causeOf(row),
  remedy: stop.remedy ?? remedyOf(row, stop.maker),
});

interface Stop {
  /** What was found. @default - the row's cause */
  readonly found?: string;
  /** What to do before the first apply. @default - as the row has it, for one that has stopped */
  readonly remedy?: string;
  /** Which provider makes Azure's peering, where the row's remedy depends on it. */
  readonly maker?: AzurePeeringProviderName;
}
