import type { World } from "../../clouds/world";
import { Failure } from "../../protocol/diagnostics";
import { pause } from "../pause";

/** Waits on the clouds' clock; an operator who interrupts Terraform ends the operation as Go's contexts do. */
export async function pausing(world: World, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (!(await pause(world.clock, milliseconds, signal))) throw new Failure({ summary: "context canceled" });
}
