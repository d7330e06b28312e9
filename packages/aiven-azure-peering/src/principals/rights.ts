import type { Permission } from "../clouds/arm";
import type { Clouds } from "../clouds/clouds";
import type { ServicePrincipal } from "../clouds/graph";
import { AIVEN_ACTIONS, allows, APPLICATION_ACTIONS } from "../clouds/permissions";
import type { Line } from "../report/report";
import { lookAt } from "../report/look-at";
import { RIGHTS } from "../troubleshooting/rights";
import { remedyOf } from "../troubleshooting/terminal";

export interface Principals {
  readonly application?: ServicePrincipal;
  readonly aiven?: ServicePrincipal;
}

/** Whether both principals hold at the network what they need for the peering to be kept, changed and removed. */
export async function rightsLines(
  networkId: string,
  principals: Principals,
  clouds: Clouds,
  remedies: Remedies = AFTERWARDS,
): Promise<Line[]> {
  const { application, aiven } = principals;
  const lines: Line[] = [];
  if (application) {
    lines.push(
      ...(await rightLines("right of the application", application, APPLICATION_ACTIONS, remedies.application)),
    );
  }
  if (aiven) lines.push(...(await rightLines("right of Aiven", aiven, AIVEN_ACTIONS, remedies.aiven)));
  return lines;

  function rightLines(looked: string, { id }: ServicePrincipal, actions: readonly string[], remedy: string) {
    return lookAt(looked, async (): Promise<Line> => {
      const permissions = await permissionsOf(networkId, id, clouds);
      const missing = actions.filter((action) => !allows(permissions, action));
      if (missing.length === 0) return { looked, verdict: "ok", found: "in force" };
      return { looked, verdict: "failed", found: `missing at the network: ${missing.join(", ")}`, remedy };
    });
  }
}

/** What the roles permit that a principal has at a scope and above it. */
export async function permissionsOf(scope: string, principalId: string, { arm }: Clouds): Promise<Permission[]> {
  const assignments = await arm.roleAssignments(scope, principalId);
  const definitions = await Promise.all(
    assignments.map(({ properties }) => arm.roleDefinition(properties.roleDefinitionId)),
  );
  return definitions.flatMap((definition) => definition?.properties.permissions ?? []);
}

/** What to do for whom. */
type Remedies = Readonly<Record<keyof Principals, string>>;

const AFTERWARDS: Remedies = {
  application: remedyOf(RIGHTS["role removed"]),
  aiven: "`terraform apply`, which assigns Aiven's role again, and wait some minutes",
};
