import type { ServicePrincipal } from "../../clouds/graph";
import { rightsLines, type Principals } from "../../principals/rights";
import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { AIVEN_APPLICATION_ID } from "../../subject/subject";
import { RIGHTS } from "../../troubleshooting/rights";
import { stopped } from "../stopped";
import { isPeered, type Site } from "./site";

/** Whether both hold what they need, where the stack assigns them nothing. */
export async function standingRightLines(site: Site): Promise<readonly Line[]> {
  const { network, found, clouds } = site;
  const looked = ["right of the application", "right of Aiven"];
  if (network.access === "CREATE") return looked.map((each) => ok(each, "the stack grants it"));
  if (!found) return [];
  const needs = (who: string): string =>
    `have a role with these actions assigned to ${who} at ${found.id}, or leave \`access\` out, so that the stack assigns one`;
  return rightsLines(found.id, await principalsOf(site), clouds, {
    application: needs("the application"),
    aiven: needs("Aiven's service principal"),
  });
}

/** Azure takes the same role for the same principal at the same scope once; a role that is yet to be defined is nobody's. */
export async function assignedLine(site: Site): Promise<Line | readonly Line[]> {
  const { network, found, clouds } = site;
  const looked = "roles assigned";
  if (network.access !== "CREATE") return ok(looked, "the stack assigns none");
  if (isPeered(site)) return ok(looked, "the peering is there, and so may be its roles");
  if (network.roles === "DEFINED" || !found) return ok(looked, "not yet");
  const principals = await principalsOf(site);
  for (const who of ["application", "aiven"] as const) {
    const [principal, roleId] = [principals[who], network.roleIds[who]];
    if (!principal || roleId === undefined) continue;
    const taken = (await clouds.arm.roleAssignments(found.id, principal.id)).find(
      ({ properties }) => same(properties.scope, found.id) && same(guidOf(properties.roleDefinitionId), guidOf(roleId)),
    );
    if (!taken) continue;
    return stopped(looked, RIGHTS["assigned already"], {
      found: `${principal.displayName} has ${guidOf(roleId)} at the network already: ${taken.id}`,
    });
  }
  return ok(looked, "not yet");
}

/** Those that are there before the apply. */
export async function principalsOf({ plan, clouds }: Site): Promise<Principals> {
  const { kind, clientId } = plan.identity;
  const known = kind !== "created" && clientId !== undefined;
  const application: ServicePrincipal | undefined = known ? await clouds.graph.servicePrincipal(clientId) : undefined;
  return { application, aiven: await clouds.graph.servicePrincipal(AIVEN_APPLICATION_ID) };
}

const guidOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
