import type { Context } from "../report/command";
import { lookAt } from "../report/look-at";
import type { Line } from "../report/report";
import { AIVEN_APPLICATION_ID, type SubjectNetwork } from "../subject/subject";
import { SIGNING_IN } from "../troubleshooting/signing-in";
import { remedyOf } from "../troubleshooting/terminal";
import { applicationLines, findApplication } from "../principals/application";
import type { Principals } from "../principals/rights";

/** The application, its credentials, and both principals in the tenant. */
export async function identityOf({ subject, clouds }: Context, clientId: string | undefined) {
  const { graph } = clouds;
  const found: { application?: Principals["application"]; aiven?: Principals["aiven"] } = {};
  const own = await lookAt("application", async () => {
    const application = await findApplication(subject, clientId, clouds);
    const id = application?.appId ?? subject.identity.clientId ?? clientId;
    found.application = id === undefined ? undefined : await graph.servicePrincipal(id);
    if (!application)
      return absentApplication(id, found.application !== undefined, subject.networks[0]?.azurePeeringProvider);
    const lines = applicationLines(application, await graph.federatedCredentials(application), subject);
    return found.application ? lines : [...lines, noPrincipal];
  });
  const aivens = await lookAt("Aiven's principal", async (): Promise<Line> => {
    found.aiven = await graph.servicePrincipal(AIVEN_APPLICATION_ID);
    const looked = "Aiven's principal";
    if (!found.aiven)
      return {
        looked,
        verdict: "failed",
        found: "the tenant has none",
        remedy: `az ad sp create --id ${AIVEN_APPLICATION_ID}, or terraform apply`,
      };
    if (found.aiven.accountEnabled === false) {
      return {
        looked,
        verdict: "failed",
        found: "it is disabled in the tenant",
        remedy: `az ad sp update --id ${AIVEN_APPLICATION_ID} --set accountEnabled=true`,
      };
    }
    return { looked, verdict: "ok", found: `${found.aiven.displayName}, ${found.aiven.id}` };
  });
  return { principals: found as Principals, lines: [...own, ...aivens] };
}

const noPrincipal: Line = {
  looked: "application",
  verdict: "failed",
  found: "it has no service principal in the tenant",
  remedy: "`terraform apply`",
};

function absentApplication(
  clientId: string | undefined,
  hasPrincipal: boolean,
  maker: SubjectNetwork["azurePeeringProvider"],
): Line {
  const looked = "application";
  if (clientId === undefined) {
    return { looked, verdict: "unknown", found: "nobody says which it is", remedy: "--client-id <uuid>" };
  }
  if (hasPrincipal) return { looked, verdict: "ok", found: `${clientId}, which another tenant or a machine has` };
  const row = SIGNING_IN[maker === "azapi" ? "application deleted" : "secret replaced, or application deleted"];
  return { looked, verdict: "failed", found: `the tenant has no application ${clientId}`, remedy: remedyOf(row) };
}
