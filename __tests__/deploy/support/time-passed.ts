import { writeFileSync } from "node:fs";
import { time } from "simulated-clouds";
import { stateFileOf } from "../../../tools/terraform/written";
import type { Deployment } from "./deployment";

interface State {
  readonly resources: { type: string; instances: { attributes: { id: string } }[] }[];
}

/**
 * The state as it is that many minutes after each wait was over. Simulated time cannot do that: `plantimestamp()` is the time of the machine
 * on which Terraform runs.
 */
export function minutesAfterTheWaits(deployment: Deployment, minutes: number): void {
  const state = JSON.parse(deployment.state()) as State;
  const waits = state.resources.filter(({ type }) => type === "time_sleep").flatMap(({ instances }) => instances);
  if (waits.length === 0) throw new Error("the state has no wait");
  const moment = new Date(Date.now() - time.minutes(minutes)).toISOString().replace(/\.\d+Z$/, "Z");
  for (const { attributes } of waits) attributes.id = moment;
  writeFileSync(stateFileOf(deployment.folderOf()), JSON.stringify(state));
}
