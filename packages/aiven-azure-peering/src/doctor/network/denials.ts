import type { DenyAssignment } from "../../clouds/arm";
import { AIVEN_ACTIONS, allows, APPLICATION_ACTIONS } from "../../clouds/permissions";
import { failed, ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { principalsOf } from "./assignments";
import { ASSIGN } from "./rights";
import type { Site } from "./site";

/** Stands for every principal of the directory, also for one that is yet to come. */
const EVERYONE = "00000000-0000-0000-0000-000000000000";

const LOOKED = "deny assignments";

/** What is refused whatever the roles say: to the deployer, to the application, to Aiven. */
export async function denyLine(site: Site): Promise<Line | readonly Line[]> {
  const { scope, clouds, network } = site;
  if (scope === undefined)
    return { looked: LOOKED, verdict: "unknown", found: "the network is known only after an apply" };
  const denials = await clouds.arm.denyAssignments(scope);
  if (denials.length === 0) return ok(LOOKED, "none");
  const { oid } = await clouds.whoIsSignedIn();
  const { application, aiven } = await principalsOf(site);
  const needs = [
    { who: "the deployer", id: oid, actions: network.access === "CREATE" ? [ASSIGN] : [] },
    { who: "the application", id: application?.id, actions: APPLICATION_ACTIONS },
    { who: "Aiven", id: aiven?.id, actions: AIVEN_ACTIONS },
  ];
  let group: string | undefined;
  for (const { properties } of denials) {
    const { permissions = [], denyAssignmentName = "a deny assignment", scope: at = scope } = properties;
    if (properties.doNotApplyToChildScopes === true && at.toLowerCase() !== site.found?.id.toLowerCase()) continue;
    for (const { who, id, actions } of needs) {
      const denied = actions.filter((action) => allows(permissions, action));
      const holds = denied.length === 0 ? "no" : isFor(properties, id);
      const found = `"${denyAssignmentName}" at ${at} denies ${who} ${denied.join(", ")}`;
      if (holds === "yes") {
        const remedy = "peer a network outside of what Azure protects so; nobody but its owner can take it off";
        return failed(LOOKED, found, remedy);
      }
      if (holds === "by group") group ??= `${found}, if a member of one of its groups`;
    }
  }
  if (group !== undefined) return { looked: LOOKED, verdict: "unknown", found: group };
  return ok(LOOKED, `${denials.length}, and none in the way`);
}

type Held = "yes" | "no" | "by group";

function isFor(
  { principals = [], excludePrincipals = [] }: DenyAssignment["properties"],
  id: string | undefined,
): Held {
  const named = (one: { readonly id: string }) => one.id.toLowerCase() === id?.toLowerCase();
  if (excludePrincipals.some(named)) return "no";
  const isGroup = ({ type }: { readonly type?: string }) => type === "Group";
  if (principals.some((one) => named(one) || one.id === EVERYONE)) {
    return excludePrincipals.some(isGroup) ? "by group" : "yes";
  }
  return id !== undefined && principals.some(isGroup) ? "by group" : "no";
}
