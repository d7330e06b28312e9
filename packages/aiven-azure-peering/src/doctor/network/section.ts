import { CloudError } from "../../clouds/cloud-error";
import { lookAt } from "../../report/look-at";
import { ok } from "../../report/lines";
import type { Line, Section } from "../../report/report";
import type { Examination } from "../examination";
import type { PlannedNetwork } from "../intent";
import { assignedLine, standingRightLines } from "./assignments";
import { denyLine } from "./denials";
import { peeringsLine } from "./halves";
import { listProvidersLine } from "./list-providers";
import { locksLine } from "./locks";
import { rangesLine } from "./ranges";
import { createLines, defineRolesLine } from "./rights";
import { assignRolesLine } from "./right-to-assign";
import { roleNamesLine } from "./role-names";
import { isPeered, siteOf, type Site } from "./site";
import { subscriptionLine, virtualNetworkLine } from "./virtual-network";

type Check = (site: Site) => Line | readonly Line[] | Promise<Line | readonly Line[]>;

const CHECKS: readonly (readonly [looked: string, check: Check])[] = [
  ["virtual network", virtualNetworkLine],
  ["ranges", rangesLine],
  ["halves", peeringsLine],
  ["right to create the network", createLines],
  ["right to define roles", defineRolesLine],
  ["right to assign roles", assignRolesLine],
  ["names of roles", roleNamesLine],
  ["roles assigned", assignedLine],
  ["list resource providers", listProvidersLine],
  ["rights", standingRightLines],
  ["deny assignments", denyLine],
  ["locks", locksLine],
];

/** One virtual network: what it is, and whether the stack may do with it what it wants. */
export async function networkSection(network: PlannedNetwork, examination: Examination): Promise<Section> {
  const title = network.id ?? `${network.link ?? "a virtual network"} (where it is, only an apply can tell)`;
  const lines: Line[] = [...(await lookAt("subscription", () => subscriptionLine(network, examination)))];
  if (lines.some(({ verdict }) => verdict === "failed")) return { title, lines };
  const site = await seen(network, examination, lines);
  if (!site) return { title, lines };
  if (isPeered(site)) {
    const found = `there already, ${site.connection?.state} at Aiven; status tells how it is`;
    lines.push(ok("peering", `${found}, and adopt describes one that this stack has not made`));
  }
  for (const [looked, check] of CHECKS) lines.push(...(await lookAt(looked, async () => check(site))));
  return { title, lines };
}

/** Undefined, and a line of why, where whoever is signed in may not see the network. */
async function seen(network: PlannedNetwork, examination: Examination, lines: Line[]): Promise<Site | undefined> {
  try {
    return await siteOf(network, examination);
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 403) throw error;
    lines.push({ looked: "virtual network", verdict: "unknown", found: error.message, remedy: error.remedy });
    return undefined;
  }
}
