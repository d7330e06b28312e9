import type { Clock } from "../clouds/clock";
import type { World } from "../clouds/world";
import { Failure } from "../protocol/diagnostics";

/** Sleeps on the clouds' clock. Resolves to false when the operator interrupts Terraform first. */
export async function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
  signal.addEventListener("abort", interrupt);
  try {
    await Promise.race([clock.sleep(milliseconds), interrupted]);
    return !signal.aborted;
  } finally {
    signal.removeEventListener("abort", interrupt);
  }
}

/** Waits on the clouds' clock; an operator who interrupts Terraform ends the operation as Go's contexts do. */
export async function pauseOrFail(world: World, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (!(await pause(world.clock, milliseconds, signal))) throw new Failure({ summary: "context canceled" });
}
