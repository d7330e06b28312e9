import type { Application, Graph, ServicePrincipal } from "../clouds/graph";
import { daysLeft, isMultiTenant } from "../principals/applications";
import { failed, ok, warning, type Finding, type Line } from "../report/report";
import type { DescribedCredential } from "./described";
import { quoted } from "../report/shell";

/** Who has peered, as far as Terraform can continue with it. */
export interface FoundApplication {
  readonly lines: readonly Line[];
  /** Absent where the application cannot peer any more. */
  readonly peers?: { readonly principal: ServicePrincipal; readonly credential: DescribedCredential };
}

/** Looks at the application of a connection, and at what it signs in with. */
export async function findApplication(graph: Graph, clientId: string, variable: string): Promise<FoundApplication> {
  const [application, principal] = await Promise.all([graph.application(clientId), graph.servicePrincipal(clientId)]);
  const without = (found: Finding): FoundApplication => ({ lines: [{ check: "application", ...found }] });
  if (application === undefined) {
    return without(
      failed("does not exist in the tenant; a connection cannot change its application, so there is nothing to adopt"),
    );
  }
  const { displayName, signInAudience } = application;
  if (principal === undefined) {
    return without(
      failed(`${displayName} has no service principal in the tenant`, `az ad sp create --id ${quoted(clientId)}`),
    );
  }
  if (!isMultiTenant(application)) {
    const remedy = `az ad app update --id ${quoted(clientId)} --sign-in-audience AzureADMultipleOrgs`;
    return without(failed(`${displayName} is not multi-tenant (${signInAudience}), as the construct needs it`, remedy));
  }
  const { found, credential } = await credentialOf(graph, application, variable);
  return {
    lines: [
      { check: "application", ...ok(`${displayName}, multi-tenant`) },
      { check: "credential", ...found },
    ],
    peers: { principal, credential },
  };
}

async function credentialOf(
  graph: Graph,
  application: Application,
  variable: string,
): Promise<{ readonly found: Finding; readonly credential: DescribedCredential }> {
  const { appId, passwordCredentials = [] } = application;
  const valid = passwordCredentials.filter((each) => daysLeft(each) >= 0);
  if (valid.length === 0) {
    const federated = await graph.federatedCredentials(application);
    if (federated.length > 0) {
      const message = `no client secret; trusts ${federated.map(({ subject }) => subject).join(", ")}`;
      return { credential: { kind: "federated" }, found: ok(message) };
    }
  }
  const remedy = `export TF_VAR_${variable}="$(az ad app credential reset --append --id ${quoted(appId)} --query password --output tsv)"`;
  const last = valid
    .map(({ endDateTime }) => (endDateTime ?? "").slice(0, 10))
    .sort()
    .at(-1);
  const count = `${valid.length} client secret${valid.length === 1 ? "" : "s"}`;
  return {
    credential: { kind: "secret", variable },
    found:
      last === undefined
        ? warning("no valid client secret; add one", remedy)
        : ok(`${count}, until ${last}; its value cannot be read again, so add one if nobody has it`, remedy),
  };
}
