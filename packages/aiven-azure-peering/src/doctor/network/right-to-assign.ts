import { allows } from "../../clouds/permissions";
import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { RIGHTS } from "../../troubleshooting/rights";
import { stopped } from "../stopped";
import { judge, type Judgement } from "./conditions";
import { ASSIGN, lacking } from "./rights";
import { subscriptionScope, type Site } from "./site";

const LOOKED = "right to assign roles";

/** Whether the roles that the stack assigns may be assigned at the network, also by what a condition says. */
export async function assignRolesLine(site: Site): Promise<Line> {
  const { network, plan } = site;
  const subscription = subscriptionScope(site);
  // that which lists resource providers is assigned at the subscription
  const lists = plan.identity.providerReadIn.some((id) => id.toLowerCase() === network.subscriptionId?.toLowerCase());
  if (lists && subscription !== undefined && (await lacking(site, subscription, [ASSIGN])).length > 0) {
    return stopped(LOOKED, RIGHTS["may not assign roles"], { found: `missing at ${subscription}: ${ASSIGN}` });
  }
  const scope = lists && network.access !== "CREATE" ? subscription : site.scope;
  if (network.access !== "CREATE" && !lists) return ok(LOOKED, "not needed: the roles are expected to be assigned");
  if (scope === undefined)
    return { looked: LOOKED, verdict: "unknown", found: "the network is known only after an apply" };
  if ((await lacking(site, scope, [ASSIGN])).length > 0) {
    return stopped(LOOKED, RIGHTS["may not assign roles"], { found: `missing at ${scope}: ${ASSIGN}` });
  }
  const judgements = await judgementsOf(site, scope);
  if (judgements.length === 0 || judgements.includes("admitted")) return ok(LOOKED, `effective at ${scope}`);
  if (judgements.includes("unknown")) {
    const found = `effective at ${scope} under a condition that this command cannot judge`;
    return { looked: LOOKED, verdict: "unknown", found, remedy: "read the condition of the role assignment" };
  }
  const which = network.roles === "DEFINED" ? "new ones" : "these";
  const found = `effective at ${scope} for some roles only, by a condition, and not for ${which}`;
  return stopped(LOOKED, RIGHTS["may not assign roles"], { found });
}

/** What each of the deployer's assignments that give the right says of the roles; none where nobody shows them. */
async function judgementsOf({ clouds, network }: Site, scope: string): Promise<Judgement[]> {
  const { oid } = await clouds.whoIsSignedIn();
  if (oid === undefined) return [];
  const roles = network.roles === "DEFINED" ? "new" : Object.values(network.roleIds);
  const assignments = await clouds.arm.roleAssignments(scope, oid);
  const judgements = assignments.map(async ({ properties }) => {
    const definition = await clouds.arm.roleDefinition(properties.roleDefinitionId);
    const permissions = definition?.properties.permissions ?? [];
    if (!allows(permissions, ASSIGN)) return [];
    return [judge(properties.condition ?? permissions.find(({ condition }) => condition)?.condition, roles)];
  });
  return (await Promise.all(judgements)).flat();
}
