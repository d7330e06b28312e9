import type { Clock } from "../clouds/clock";
import { seconds } from "../clouds/clock";
import { formatDuration } from "../protocol/duration";
import { pause } from "./pause";

/** What a refresh found; undefined: nothing is there. */
export type Found<Thing> = { readonly thing: Thing; readonly state: string } | undefined;

export interface StateChange<Thing> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** States to wait in. Empty: any state that is no target. */
  readonly pending: readonly string[];
  /** States to arrive at. Empty: wait until nothing is there. */
  readonly target: readonly string[];
  /** What it throws ends the wait. */
  readonly refresh: () => Found<Thing>;
  readonly timeout: number;
  /** Before the first look. */
  readonly delay?: number;
  /** The least time between two looks. */
  readonly minTimeout?: number;
  /** The time between two looks; without it they back off, up to ten seconds apart. */
  readonly pollInterval?: number;
  /** How often in a row the target must be seen. */
  readonly continuousTargetOccurrence?: number;
  /** How often it may find nothing where it waits for something; 20 times unless given. */
  readonly notFoundChecks?: number;
}

const NOT_FOUND_CHECKS = 20;
const FIRST_WAIT = 100;
const LONGEST_WAIT = seconds(10);

/** How an SDK provider waits for a state. Its errors are the SDK's, to be wrapped by the provider's own words. */
export class StateChangeError extends Error {}

/**
 * The plugin SDK's StateChangeConf.WaitForState: the wait of nearly every resource of the SDK's providers.
 * Resolves to what was seen last; undefined when it waited for nothing to be there.
 */
export async function waitForState<Thing>(change: StateChange<Thing>): Promise<Thing | undefined> {
  const { clock, target, pending } = change;
  const deadline = clock.now() + change.timeout;
  const needed = change.continuousTargetOccurrence ?? 1;
  let [wait, notFound, hits] = [FIRST_WAIT, 0, 0];
  let lastState = "";
  if (change.delay) await pauseUntil(change, clock.now() + change.delay, deadline, lastState);
  for (;;) {
    const found = change.refresh();
    if (!found) {
      if (target.length === 0 && ++hits >= needed) return undefined;
      if (target.length > 0 && ++notFound > (change.notFoundChecks ?? NOT_FOUND_CHECKS)) {
        throw new StateChangeError(`couldn't find resource (${notFound} retries)`);
      }
    } else {
      notFound = 0;
      lastState = found.state;
      if (target.includes(found.state)) {
        if (++hits >= needed) return found.thing;
      } else if (pending.includes(found.state) || pending.length === 0) {
        hits = 0;
      } else {
        throw new StateChangeError(
          `unexpected state '${found.state}', wanted target '${target.join(", ")}'. last error: %!s(<nil>)`,
        );
      }
    }
    if (hits === 0) wait *= 2;
    wait = change.pollInterval ?? Math.min(Math.max(wait, change.minTimeout ?? 0), LONGEST_WAIT);
    await pauseUntil(change, clock.now() + wait, deadline, lastState);
  }
}

async function pauseUntil<Thing>(change: StateChange<Thing>, moment: number, deadline: number, lastState: string) {
  const { clock, signal, target, timeout } = change;
  const inTime = moment < deadline;
  if (!(await pause(clock, Math.min(moment, deadline) - clock.now(), signal))) {
    throw new StateChangeError("context canceled");
  }
  if (inTime) return;
  const awaited = target.length > 0 ? `state to become '${target.join(", ")}'` : "resource to be gone";
  const last = lastState ? `last state: '${lastState}', ` : "";
  throw new StateChangeError(`timeout while waiting for ${awaited} (${last}timeout: ${formatDuration(timeout)})`);
}
