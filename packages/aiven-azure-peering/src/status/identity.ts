import type { Credential, FederatedCredential } from "../clouds/graph";
import { audienceOf, daysLeft, disabled, endOf, ENDS_SOON } from "../principals/applications";
import { check, ifAllowed, stopped } from "../report/check";
import { failed, ok, unknown, warning, type Finding } from "../report/report";
import { TUTORIAL } from "../report/commands";
import { AIVEN_APPLICATION_ID, type SubjectIdentity } from "../subject/subject";
import { applyOr, ROTATE, rowsRemedyOr } from "./remedies";
import type { IdentityScope } from "./scopes";
import { quoted } from "../report/shell";

export const application = check({
  name: "application",
  finds: ["secret replaced, or application deleted", "application deleted"],
  async run(scope: IdentityScope) {
    const { clientId, networks } = scope;
    const found = await scope.application();
    const principal = await scope.servicePrincipal();
    if (found) {
      const audience = audienceOf(found);
      return principal
        ? audience
        : [
            audience,
            failed(
              `${found.displayName} has no service principal in the tenant`,
              applyOr(scope, `az ad sp create --id ${quoted(found.appId)}`),
            ),
          ];
    }
    if (clientId === undefined) return unknown("not known before Aiven has a connection", "--client-id <uuid>");
    if (principal) return ok(`${clientId}, which is registered in another tenant, or is a managed identity`);
    const isAzapi = networks[0]?.azurePeeringProvider === "azapi";
    return stopped(isAzapi ? "application deleted" : "secret replaced, or application deleted", {
      message: `the tenant has no application ${clientId}`,
      // a connection cannot change its application
      remedy: scope.hasStack
        ? undefined
        : `remove both sides, and create the peering again with another one: ${TUTORIAL}`,
    });
  },
});

export const secrets = check({
  name: "client secret",
  finds: ["secret ended"],
  async run(scope: IdentityScope) {
    const { identity, networks } = scope;
    const { passwordCredentials: all = [] } = (await ifAllowed(scope.application)) ?? {};
    const isIdle = (credential: Credential): boolean =>
      identity.activeSecret !== undefined
        ? credential.displayName !== identity.activeSecret
        : // which one is in use nobody says: what has ended is not, while another has not
          daysLeft(credential) < 0 && all.some((other) => daysLeft(other) >= 0);
    const reset = `az ad app credential reset --append --id ${quoted(scope.clientId ?? "…")}`;
    const remedy = rowsRemedyOr(scope, "secret ended", reset, networks[0]?.azurePeeringProvider);
    return all.map((credential) =>
      isIdle(credential) ? ok(`${named(credential)} ${endOf(credential)}, not in use`) : lifetimeOf(credential, remedy),
    );
  },
});

export const certificates = check({
  name: "certificate",
  run: async (scope: IdentityScope) =>
    ((await ifAllowed(scope.application))?.keyCredentials ?? []).map((credential) =>
      lifetimeOf(credential, "give the application a new certificate"),
    ),
});

function lifetimeOf(credential: Credential, remedy: string): Finding {
  const days = daysLeft(credential);
  const message = `${named(credential)} ${endOf(credential)}`;
  if (days < 0) return failed(message, remedy);
  return days < ENDS_SOON ? warning(message, ROTATE) : ok(message);
}

const named = ({ displayName, keyId }: Credential): string => displayName ?? keyId;

export const federatedCredentials = check({
  name: "federated credential",
  async run(scope: IdentityScope) {
    const found = await ifAllowed(scope.application);
    if (!found) return [];
    const all = await scope.clouds.graph.federatedCredentials(found);
    const trusted = all.map(({ name, issuer, subject, audiences }) =>
      ok(`${name} trusts ${subject} of ${issuer} for ${audiences.join(", ")}`),
    );
    const missing = scope.identity.subjects
      .filter((wanted) => wanted.subject !== undefined && !all.some((one) => isTrusted(wanted, one)))
      .map(({ name, subject, issuer, audiences }) => {
        const whom = [subject, issuer && `of ${issuer}`, audiences && `for ${audiences.join(", ")}`].filter(Boolean);
        return failed(
          `no credential trusts ${whom.join(" ")}${name === undefined ? "" : `, as ${name} should`}`,
          "`terraform apply`",
        );
      });
    return [...trusted, ...missing];
  },
});

/** Letter by letter, as Microsoft Entra compares; what is known after an apply is not compared. */
const isTrusted = (wanted: SubjectIdentity["subjects"][number], one: FederatedCredential): boolean =>
  wanted.subject === one.subject &&
  (wanted.issuer === undefined || wanted.issuer === one.issuer) &&
  (wanted.audiences ?? []).every((audience) => one.audiences.includes(audience));

export const aivenServicePrincipal = check({
  name: "Aiven's service principal",
  async run(scope: IdentityScope) {
    const principal = await scope.aivens();
    if (!principal) {
      const create = `az ad sp create --id ${AIVEN_APPLICATION_ID}`;
      return failed("does not exist in the tenant", scope.hasStack ? `${create}, or terraform apply` : create);
    }
    return disabled(principal) ?? ok(`${principal.displayName}, ${principal.id}`);
  },
});
