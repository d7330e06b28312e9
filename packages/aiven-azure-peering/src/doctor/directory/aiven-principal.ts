import { failed, ok, warning } from "../../report/lines";
import type { Line } from "../../report/report";
import { AIVEN_APPLICATION_ID } from "../../subject/subject";
import { RIGHTS } from "../../troubleshooting/rights";
import { remedyOf } from "../../troubleshooting/terminal";
import type { Examination } from "../examination";
import { liveConnection } from "../live-connection";
import { stopped } from "../stopped";

const LOOKED = "Aiven's principal";
const ROW = RIGHTS["principal there already"];

/** Each tenant has at most one, and the stack must know whether it is there. */
export async function aivenPrincipalLine(examination: Examination): Promise<Line> {
  const { plan, clouds } = examination;
  const principal = await clouds.graph.servicePrincipal(AIVEN_APPLICATION_ID);
  if (!principal) {
    if (plan.aivenPrincipal === "CREATE") return ok(LOOKED, "is not there yet: the stack creates it");
    return failed(
      LOOKED,
      "is not there, and the stack expects it",
      `az ad sp create --id ${AIVEN_APPLICATION_ID}, or leave \`aivenServicePrincipal\` out, and the stack creates it`,
    );
  }
  if (principal.accountEnabled === false) {
    return failed(
      LOOKED,
      `${principal.displayName} is disabled, so Aiven cannot sign in here`,
      `az ad sp update --id ${AIVEN_APPLICATION_ID} --set accountEnabled=true`,
    );
  }
  if (plan.aivenPrincipal === "EXISTING") return ok(LOOKED, "is there, as the stack expects");
  if (liveConnection(examination)) return ok(LOOKED, "is there, and so is the peering");
  const own = await applicationOfStack(examination);
  if (own === undefined) return stopped(LOOKED, ROW, { found: "is there, and the stack would create it" });
  return warning(
    LOOKED,
    `is there, and so is an application ${own}, so this stack may have made both in an apply that did not end`,
    `if terraform state list shows no azuread_service_principal: ${remedyOf(ROW)}`,
  );
}

/** The name of what the stack is to create, should it be there. */
async function applicationOfStack({ plan, clouds }: Examination): Promise<string | undefined> {
  const { kind, displayName } = plan.identity;
  if (kind !== "created" || displayName === undefined) return undefined;
  const [found] = await clouds.graph.applicationsNamed(displayName);
  return found?.displayName;
}
