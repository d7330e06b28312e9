import type { Step, Timeline } from "./timeline";

/** `azurerm_role_assignment.peering_virtual-network_access_aiven_D12BC2E6` as `role_assignment peering virtual-network access aiven`. */
const label = (address: string): string =>
  address
    .replace(/_[0-9A-F]{8}$/, "")
    .replace(/^(azurerm|azuread|aiven|time)_/, "$1 ")
    .replace(/-?[0-9a-f]{8}(-[0-9a-f]{4,12})*/g, "")
    .replace(/[._]/g, " ");

/**
 * The chain of steps that decides the makespan: from the last one back to whichever ended when it began.
 *
 * Steps that take no time are left out, as nobody waits for them.
 */
export function criticalPath(steps: readonly Step[]): Step[] {
  const lasting = steps.filter(({ from, to }) => to > from);
  const path: Step[] = [];
  let next = lasting.reduce<Step | undefined>((last, each) => (last && last.to >= each.to ? last : each), undefined);
  while (next) {
    path.unshift(next);
    const start = next.from;
    next = start > 0 ? lasting.find(({ to }) => to === start) : undefined;
  }
  return path;
}

/** A Gantt chart in Mermaid: what decides the makespan is marked. */
export function gantt(title: string, { steps, makespan }: Timeline): string {
  const critical = new Set(criticalPath(steps));
  const bars = steps
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((step) => `  ${label(step.address)} :${critical.has(step) ? "crit, " : ""}${step.from}, ${step.to}`);
  return [
    "```mermaid",
    "gantt",
    `  title ${title}: ${makespan} s`,
    "  dateFormat X",
    "  axisFormat %s",
    ...bars,
    "```",
  ].join("\n");
}
