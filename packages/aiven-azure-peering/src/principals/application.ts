import type { Clouds } from "../clouds/clouds";
import type { Application, Credential, FederatedCredential } from "../clouds/graph";
import type { Line } from "../report/report";
import type { Subject } from "../subject/subject";
import { SIGNING_IN } from "../troubleshooting/signing-in";
import { remedyOf } from "../troubleshooting/terminal";

const DAY = 24 * 60 * 60 * 1000;
/** From then on the construct's own check warns too. */
const SOON = 30;

/** The application that peers: its name or client id leads to it, or a connection that Aiven has. */
export async function findApplication(
  { identity }: Subject,
  clientId: string | undefined,
  { graph }: Clouds,
): Promise<Application | undefined> {
  const id = identity.clientId ?? clientId;
  if (id !== undefined) return graph.application(id);
  if (identity.displayName === undefined) return undefined;
  const [found] = await graph.applicationsNamed(identity.displayName);
  return found;
}

/** The application and its credentials. */
export function applicationLines(
  application: Application,
  federated: readonly FederatedCredential[],
  subject: Subject,
): Line[] {
  return [
    audienceLine(application),
    ...secretLines(application, subject),
    ...(application.keyCredentials ?? []).map((credential) =>
      credentialLine(`certificate ${nameOf(credential)}`, credential, "give the application a new certificate"),
    ),
    ...federatedLines(federated, subject),
  ];
}

/** Whether Aiven's tenant can have a principal of it. */
export function audienceLine({ appId, displayName, signInAudience }: Application): Line {
  const looked = "application";
  if (
    signInAudience === undefined ||
    signInAudience.startsWith("AzureADMultiple") ||
    signInAudience.startsWith("AzureADand")
  ) {
    return { looked, verdict: "ok", found: `${displayName}, multi-tenant` };
  }
  return {
    looked,
    verdict: "failed",
    found: `${displayName} is not multi-tenant (${signInAudience}), so Aiven's tenant knows no principal of it`,
    remedy: `az ad app update --id ${appId} --sign-in-audience AzureADMultipleOrgs`,
  };
}

function secretLines({ passwordCredentials = [] }: Application, { identity, networks }: Subject): Line[] {
  const remedy = remedyOf(SIGNING_IN["secret ended"], networks[0]?.azurePeeringProvider);
  const isIdle = (credential: Credential): boolean =>
    identity.activeSecret !== undefined
      ? credential.displayName !== identity.activeSecret
      : // which one is in use nobody says: what has ended is not, while another has not
        daysOf(credential) < 0 && passwordCredentials.some((other) => daysOf(other) >= 0);
  return passwordCredentials.map((credential) => {
    const looked = `secret ${nameOf(credential)}`;
    if (isIdle(credential)) return { looked, verdict: "ok", found: `${endOf(credential)}, not in use` };
    return credentialLine(looked, credential, remedy);
  });
}

function credentialLine(looked: string, credential: Credential, remedy: string): Line {
  const days = daysOf(credential);
  const found = endOf(credential);
  if (days < 0) return { looked, verdict: "failed", found, remedy };
  if (days >= SOON) return { looked, verdict: "ok", found };
  return { looked, verdict: "warning", found, remedy: `rotate it before: ${DOCUMENTED}` };
}

const DOCUMENTED = remedyOf({
  texts: [],
  cause: "",
  remedy: "[rotate over the two slots](signing-in.md#rotating-the-client-secret)",
});

function federatedLines(federated: readonly FederatedCredential[], { identity }: Subject): Line[] {
  const trusted = federated.map(({ name, issuer, subject, audiences }): Line => ({
    looked: `federated credential ${name}`,
    verdict: "ok",
    found: `trusts ${subject} of ${issuer} for ${audiences.join(", ")}`,
  }));
  const missing = identity.subjects
    .filter(({ subject }) => subject !== undefined && !federated.some((one) => one.subject === subject))
    .map(({ name, subject }): Line => ({
      looked: `federated credential ${name ?? ""}`.trim(),
      verdict: "failed",
      found: `no credential trusts ${subject}`,
      remedy: "`terraform apply`",
    }));
  return [...trusted, ...missing];
}

const nameOf = ({ displayName, keyId }: Credential): string => displayName ?? keyId;

const daysOf = ({ endDateTime }: Credential): number =>
  endDateTime ? Math.floor((Date.parse(endDateTime) - Date.now()) / DAY) : Infinity;

function endOf(credential: Credential): string {
  const days = daysOf(credential);
  if (days === Infinity) return "never ends";
  const date = (credential.endDateTime ?? "").slice(0, 10);
  if (days < 0) return `ended on ${date}`;
  return `ends on ${date}, in ${days === 1 ? "1 day" : `${days} days`}`;
}
