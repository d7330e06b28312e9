import type { Clock } from "../clouds/clock";

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
