import type { AivenPeeringConnection } from "../../clouds/aiven";
import { audienceLine } from "../../principals/application";
import { failed, ok, warning } from "../../report/lines";
import type { Line } from "../../report/report";
import { SIGNING_IN } from "../../troubleshooting/signing-in";
import type { Examination } from "../examination";
import { liveConnection } from "../live-connection";
import { stopped } from "../stopped";
import { credentialLines } from "./credential";

const LOOKED = "application";

/** The application that peers: there or not, known to other tenants, with credentials that last. */
export async function applicationLines(examination: Examination): Promise<Line[]> {
  const { plan } = examination;
  const connection = liveConnection(examination);
  const clientId = plan.identity.clientId ?? connection?.peer_azure_app_id;
  if (clientId !== undefined) return linesOf(clientId, examination, connection);
  if (plan.identity.kind === "created") return [await toBeCreated(examination)];
  const where = plan.identity.kind === "earlier-stack" ? "an earlier stack makes it: apply that first" : undefined;
  return [
    where === undefined
      ? { looked: LOOKED, verdict: "unknown", found: "its client id is known only after an apply" }
      : ok(LOOKED, where),
  ];
}

async function toBeCreated({ plan, clouds }: Examination): Promise<Line> {
  const { displayName } = plan.identity;
  const named = displayName === undefined ? [] : await clouds.graph.applicationsNamed(displayName);
  if (named.length === 0) return ok(LOOKED, `is to be created${displayName === undefined ? "" : `: ${displayName}`}`);
  return warning(
    LOOKED,
    `${named.length === 1 ? "one is" : `${named.length} are`} called ${displayName} already (${named.map(({ appId }) => appId).join(", ")}); names may recur, and an earlier apply of this stack may have made it`,
    "nothing, if the state has it; else give `displayName`, or delete what nobody uses",
  );
}

async function linesOf(
  clientId: string,
  examination: Examination,
  connection: AivenPeeringConnection | undefined,
): Promise<Line[]> {
  const { plan, clouds } = examination;
  const application = await clouds.graph.application(clientId);
  const principal = await clouds.graph.servicePrincipal(clientId);
  if (!application) {
    const home = principal?.appOwnerOrganizationId;
    if (principal && home !== (await clouds.whoIsSignedIn()).tid) {
      return [
        ok(LOOKED, `${principal.displayName}, registered in tenant ${home ?? "unknown"}, where it is not looked at`),
      ];
    }
    return [gone(clientId, examination, connection)];
  }
  const lines = [audienceLine(application)];
  if (!principal) {
    const found = `${application.displayName} has no service principal in the tenant`;
    lines.push(failed("principal of the application", found, `az ad sp create --id ${clientId}`));
  } else if (principal.accountEnabled === false) {
    const found = `${principal.displayName} is disabled`;
    const remedy = `az ad sp update --id ${clientId} --set accountEnabled=true`;
    lines.push(failed("principal of the application", found, remedy));
  }
  return [...lines, ...credentialLines(application, plan)];
}

function gone(clientId: string, { plan }: Examination, connection: AivenPeeringConnection | undefined): Line {
  const maker = plan.networks[0]?.azurePeeringProvider;
  const row = SIGNING_IN[maker === "azapi" ? "application deleted" : "secret replaced, or application deleted"];
  const found = `the tenant has no application ${clientId}`;
  if (connection && plan.identity.kind === "created") {
    return stopped(LOOKED, row, { found: `${found}, with which Aiven peers`, maker });
  }
  return stopped(LOOKED, row, {
    found,
    remedy:
      "give the `clientId` of one that is there (az ad app list --display-name …), or `new PeeringApplication(…)`, which makes one",
  });
}
