import type { Claims } from "../../clouds/tokens";
import { failed, ok } from "../../report/lines";
import type { Line } from "../../report/report";
import type { Examination } from "../examination";
import { liveConnection } from "../live-connection";

const LOOKED = "trust in the pipeline";
const AUDIENCE = "api://AzureADTokenExchange";

/** Whom a federated credential trusts; undefined what only an apply can tell. */
interface Trusted {
  readonly issuer?: string;
  readonly subject?: string;
  readonly audiences: readonly string[];
}

/** Whether the federated application trusts the job in which this runs. Issuer and subject are compared letter by letter, as Microsoft Entra does. */
export async function trustLines(examination: Examination): Promise<Line[]> {
  const { plan, clouds } = examination;
  if (plan.identity.credential !== "federated") return [];
  const claims = (await clouds.pipelineToken())?.claims;
  // that there is none is said of the sign-in
  if (!claims) return [];
  const all = await trustedBy(examination);
  if (!all) return [];
  const job = `${claims.sub} of ${claims.iss} for ${[claims.aud].flat().join(", ")}`;
  if (all.some((one) => trusts(one, claims))) return [ok(LOOKED, `trusts ${job}`)];
  if (all.some(({ issuer, subject }) => issuer === undefined || subject === undefined)) {
    return [
      { looked: LOOKED, verdict: "unknown", found: `whom it trusts is known only after an apply; this job is ${job}` },
    ];
  }
  const others = all.map(({ issuer, subject }) => `${subject} of ${issuer}`).join("; ");
  return [
    failed(
      LOOKED,
      `this job is ${job}, and the application trusts ${others === "" ? "nobody" : others}`,
      `PeeringCredential.federated({ issuer: "${claims.iss}", subject: "${claims.sub}" })`,
    ),
  ];
}

async function trustedBy(examination: Examination): Promise<readonly Trusted[] | undefined> {
  const { plan, clouds } = examination;
  if (plan.identity.kind === "created") {
    return plan.identity.subjects.map(({ issuer, subject }) => ({ issuer, subject, audiences: [AUDIENCE] }));
  }
  const clientId = plan.identity.clientId ?? liveConnection(examination)?.peer_azure_app_id;
  const application = clientId === undefined ? undefined : await clouds.graph.application(clientId);
  if (!application) return undefined;
  const credentials = await clouds.graph.federatedCredentials(application);
  // one that trusts by an expression has no subject
  return credentials.map(({ issuer, subject, audiences }) => ({ issuer, subject: subject || undefined, audiences }));
}

const trusts = ({ issuer, subject, audiences }: Trusted, { iss, sub, aud }: Claims): boolean =>
  issuer?.replace(/\/$/, "") === iss?.replace(/\/$/, "") &&
  subject === sub &&
  [aud].flat().some((one) => one !== undefined && audiences.includes(one));
