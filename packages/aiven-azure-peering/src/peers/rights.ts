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
export async function rightsLines(networkId: string, principals: Principals, clouds: Clouds): Promise<Line[]> {
  const { application, aiven } = principals;
  const lines: Line[] = [];
  if (application) lines.push(...(await rightLines("right of the application", application, APPLICATION)));
  if (aiven) lines.push(...(await rightLines("right of Aiven", aiven, AIVEN)));
  return lines;

  function rightLines(looked: string, { id }: ServicePrincipal, { actions, remedy }: Right) {
    return lookAt(looked, async (): Promise<Line> => {
      const permissions = await permissionsOf(id);
      const missing = actions.filter((action) => !allows(permissions, action));
      if (missing.length === 0) return { looked, verdict: "ok", found: "in force" };
      return { looked, verdict: "failed", found: `missing at the network: ${missing.join(", ")}`, remedy };
    });
  }

  async function permissionsOf(principalId: string): Promise<Permission[]> {
    const assignments = await clouds.arm.roleAssignments(networkId, principalId);
    const definitions = await Promise.all(
      assignments.map(({ properties }) => clouds.arm.roleDefinition(properties.roleDefinitionId)),
    );
    return definitions.flatMap((definition) => definition?.properties.permissions ?? []);
  }
}

interface Right {
  readonly actions: readonly string[];
  readonly remedy: string;
}

const APPLICATION: Right = { actions: APPLICATION_ACTIONS, remedy: remedyOf(RIGHTS["role removed"]) };
const AIVEN: Right = {
  actions: AIVEN_ACTIONS,
  remedy: "`terraform apply`, which assigns Aiven's role again, and wait some minutes",
};
