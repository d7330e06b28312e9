import type { Application, Graph, ServicePrincipal } from "../clouds/graph";
import type { Line } from "../report/report";
import { AIVEN_APPLICATION_ID } from "../subject/subject";
import type { DescribedCredential } from "./described";
import { failed, ok, warning } from "../report/lines";

/** Who has peered, as far as it can go on by Terraform. */
export interface FoundApplication {
  readonly lines: readonly Line[];
  /** Absent where the application cannot peer any more. */
  readonly peers?: { readonly principal: ServicePrincipal; readonly credential: DescribedCredential };
}

const MULTI_TENANT = ["AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount"];

/** Looks at the application that a connection is bound to, and at what it signs in with. */
export async function findApplication(
  graph: Graph,
  clientId: string,
  { variable, now }: { readonly variable: string; readonly now: Date },
): Promise<FoundApplication> {
  const [application, principal] = await Promise.all([graph.application(clientId), graph.servicePrincipal(clientId)]);
  const looked = `application ${clientId}`;
  const withoutIt = (line: Line): FoundApplication => ({ lines: [line] });
  if (application === undefined) {
    const found = "not registered in the tenant, and a connection is bound to its application: nothing to adopt";
    return withoutIt(failed(looked, found));
  }
  const named = `${looked} (${application.displayName})`;
  if (principal === undefined) {
    return withoutIt(failed(named, "has no service principal in the tenant", `az ad sp create --id ${clientId}`));
  }
  const { signInAudience = "" } = application;
  if (!MULTI_TENANT.includes(signInAudience)) {
    const remedy = `az ad app update --id ${clientId} --sign-in-audience AzureADMultipleOrgs`;
    return withoutIt(failed(named, `${signInAudience}, of a single tenant, and the construct takes none such`, remedy));
  }
  const { line, credential } = await credentialOf(graph, application, variable, now);
  return { lines: [ok(named, signInAudience), line], peers: { principal, credential } };
}

async function credentialOf(
  graph: Graph,
  application: Application,
  variable: string,
  now: Date,
): Promise<{ readonly line: Line; readonly credential: DescribedCredential }> {
  const { appId, passwordCredentials = [] } = application;
  const ends = passwordCredentials.map(({ endDateTime }) => endDateTime ?? "").filter((end) => new Date(end) > now);
  const looked = `credentials of ${application.displayName}`;
  if (ends.length === 0) {
    const federated = await graph.federatedCredentials(application);
    if (federated.length > 0) {
      const found = `no client secret, but trusts ${federated.map(({ subject }) => subject).join(", ")}`;
      return { credential: { kind: "federated" }, line: ok(looked, found) };
    }
  }
  const secrets =
    ends.length === 0
      ? "no client secret that is valid; add one"
      : `${ends.length} client secret${ends.length === 1 ? "" : "s"}, until ${ends.sort().at(-1)?.slice(0, 10)}; ` +
        "a value cannot be read again, so add one if it was not kept";
  const remedy = `export TF_VAR_${variable}="$(az ad app credential reset --append --id ${appId} --query password --output tsv)"`;
  return {
    credential: { kind: "secret", variable },
    line: (ends.length === 0 ? warning : ok)(looked, secrets, remedy),
  };
}

/** Looks at Aiven's principal in the tenant, of which there is one. */
export async function findAivenPrincipal(
  graph: Graph,
): Promise<{ readonly line: Line; readonly principal?: ServicePrincipal }> {
  const looked = `Aiven's service principal ${AIVEN_APPLICATION_ID}`;
  const principal = await graph.servicePrincipal(AIVEN_APPLICATION_ID);
  if (principal !== undefined) return { principal, line: ok(looked, "there; it is looked up, never imported") };
  const remedy = `az ad sp create --id ${AIVEN_APPLICATION_ID}`;
  return { line: failed(looked, "not in the tenant, so Aiven may not peer any more", remedy) };
}
