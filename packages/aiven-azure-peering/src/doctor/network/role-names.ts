import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { RIGHTS } from "../../troubleshooting/rights";
import { stopped } from "../stopped";
import { connectionOf, isPeered, subscriptionScope, type Site } from "./site";

const LOOKED = "names of roles";

/** Whether the names of the roles that the stack defines in the network's subscription are free; a tenant has each once. */
export async function roleNamesLine(site: Site): Promise<Line | readonly Line[]> {
  const { plan, network, clouds } = site;
  const scope = subscriptionScope(site);
  const defined = (plan.definedRoles ?? []).filter(
    ({ subscriptionId }) => subscriptionId?.toLowerCase() === network.subscriptionId?.toLowerCase(),
  );
  if (scope === undefined || defined.length === 0) return ok(LOOKED, "none is known to be defined");
  if (plan.networks.some((other) => isPeered({ ...site, connection: connectionOf(site, other) }))) {
    return ok(LOOKED, "a peering of the stack is there, and so are its roles");
  }
  const names = defined.flatMap(({ name }) => (name === undefined ? [] : [name]));
  for (const name of names) {
    const [taken] = await clouds.arm.roleDefinitionsNamed(scope, name);
    if (!taken) continue;
    const found = `a role is called "${name}" already, unless it is this stack's own from an apply that stopped`;
    return stopped(LOOKED, RIGHTS["role name taken"], { found });
  }
  const unknown = defined.length - names.length;
  if (unknown > 0) return { looked: LOOKED, verdict: "unknown", found: `${unknown} known only after an apply` };
  return ok(LOOKED, `free in the subscription: ${names.length}`);
}
