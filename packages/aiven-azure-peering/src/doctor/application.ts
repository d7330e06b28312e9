import { TOKEN_EXCHANGE_AUDIENCE } from "../clouds/credentials";
import type { Application, Credential } from "../clouds/graph";
import type { Claims } from "../clouds/tokens";
import { audienceOf, daysLeft, disabled, endOf, ENDS_SOON } from "../principals/applications";
import { check, ifAllowed, stopped } from "../report/check";
import { failed, ok, unknown, warning } from "../report/report";
import type { IdentityScope } from "./scopes";
import { quoted } from "../report/shell";

/** The application that peers: whether it exists, or may be created, and is known to other tenants. */
export const application = check({
  name: "application",
  finds: ["secret replaced, or application deleted", "application deleted"],
  async run(scope: IdentityScope) {
    const { identity, clientId, clouds } = scope;
    if (clientId === undefined) {
      if (identity.kind === "created") return toBeCreated(scope);
      if (identity.kind === "earlier-stack") return ok("an earlier stack creates it: apply that first");
      return unknown("its client id is known after apply");
    }
    const found = await scope.application();
    if (found) return audienceOf(found);
    const principal = await scope.servicePrincipal();
    const home = principal?.appOwnerOrganizationId;
    if (principal && home !== (await clouds.whoIsSignedIn()).tid) {
      return ok(
        `${principal.displayName}, registered in tenant ${home ?? "unknown"}, which this command does not read`,
      );
    }
    return gone(clientId, scope);
  },
});

async function toBeCreated({ identity: { displayName }, clouds }: IdentityScope) {
  const named = displayName === undefined ? [] : await clouds.graph.applicationsNamed(displayName);
  if (named.length === 0) return ok(`will be created${displayName === undefined ? "" : `: ${displayName}`}`);
  const ids = named.map(({ appId }) => appId).join(", ");
  return warning(
    `${named.length === 1 ? "1 application is" : `${named.length} applications are`} called ${displayName} already (${ids}); an earlier apply of this stack may have created it`,
    "nothing, if the state has it; otherwise give another `displayName`, or delete those that are not used",
  );
}

function gone(clientId: string, { identity, networks, connection }: IdentityScope) {
  const azurePeeringProvider = networks[0]?.azurePeeringProvider;
  const row = azurePeeringProvider === "azapi" ? "application deleted" : "secret replaced, or application deleted";
  const message = `the tenant has no application ${clientId}`;
  if (connection && identity.kind === "created") {
    return stopped(row, { message: `${message}, with which Aiven peers`, azurePeeringProvider });
  }
  return stopped(row, {
    message,
    remedy:
      "give the `clientId` of an application that exists (az ad app list --display-name …), or create one with `new PeeringApplication(…)`",
  });
}

export const servicePrincipal = check({
  name: "application's service principal",
  async run(scope: IdentityScope) {
    const found = await ifAllowed(scope.application);
    if (!found) return [];
    const principal = await scope.servicePrincipal();
    if (principal) return disabled(principal) ?? ok(principal.displayName);
    return failed(
      `${found.displayName} has no service principal in the tenant`,
      `az ad sp create --id ${quoted(found.appId)}`,
    );
  },
});

/** The secret or certificate of an application that exists. Which of several is in use nobody can see: the one that lasts longest counts. */
export const credential = check({
  name: "credential",
  finds: ["secret ended"],
  async run(scope: IdentityScope) {
    const { identity, networks } = scope;
    if (identity.credential !== "secret" && identity.credential !== "certificate") return [];
    const found = await ifAllowed(scope.application);
    if (!found) return [];
    const what = identity.credential === "secret" ? "client secret" : "certificate";
    const last = longest(found, scope);
    if (!last) return failed(`${found.displayName} has no ${what}`, renew(found, scope));
    const message = `the ${what} of ${found.displayName} ${endOf(last)}`;
    const days = daysLeft(last);
    if (days >= ENDS_SOON) return ok(message);
    if (days >= 0) return warning(message, "renew it before: docs/signing-in.md, rotating the client secret");
    return stopped("secret ended", {
      message,
      azurePeeringProvider: networks[0]?.azurePeeringProvider,
      remedy: identity.kind === "created" ? undefined : renew(found, scope),
    });
  },
});

function longest({ passwordCredentials = [], keyCredentials = [] }: Application, { identity }: IdentityScope) {
  const all: readonly Credential[] = identity.credential === "secret" ? passwordCredentials : keyCredentials;
  const own = all.filter(
    ({ displayName }) => identity.activeSecret === undefined || displayName === identity.activeSecret,
  );
  return [...own].sort((one, other) => daysLeft(other) - daysLeft(one))[0] as Credential | undefined;
}

const renew = ({ appId }: Application, { identity }: IdentityScope): string =>
  identity.credential === "secret"
    ? `az ad app credential reset --id ${quoted(appId)} --append, and give the stack the new secret`
    : `az ad app credential reset --id ${quoted(appId)} --append --cert @certificate.pem, and give the stack the new certificate`;

/** Whom a federated credential trusts; undefined is known after apply. */
interface Trusted {
  readonly issuer?: string;
  readonly subject?: string;
  readonly audiences: readonly string[];
}

/** Whether the federated application trusts the job in which this runs. Issuer and subject are compared letter by letter, as Microsoft Entra does. */
export const trust = check({
  name: "federated credential",
  finds: ["subject not trusted", "subject in another case", "issuer not trusted", "audience not trusted"],
  async run(scope: IdentityScope) {
    const { identity, clouds } = scope;
    if (identity.credential !== "federated") return [];
    const claims = (await clouds.pipelineToken())?.claims;
    // the check of the token says that there is none
    if (!claims) return [];
    const all = await trustedBy(scope);
    if (!all) return [];
    const job = `${claims.sub} of ${claims.iss} for ${[claims.aud].flat().join(", ")}`;
    if (all.some((one) => trusts(one, claims))) return ok(`trusts ${job}`);
    if (all.some(({ issuer, subject }) => issuer === undefined || subject === undefined)) {
      return unknown(`whom it trusts is known after apply; this job is ${job}`);
    }
    const others = all.map(({ issuer, subject }) => `${subject} of ${issuer}`).join("; ");
    return failed(
      `this job is ${job}, but the application trusts ${others === "" ? "nobody" : others}`,
      `PeeringCredential.federated({ issuer: "${claims.iss}", subject: "${claims.sub}" })`,
    );
  },
});

async function trustedBy(scope: IdentityScope): Promise<readonly Trusted[] | undefined> {
  const { identity, clouds } = scope;
  const found = identity.kind === "created" ? undefined : await scope.application();
  if (identity.kind === "created" || (!found && identity.kind === "earlier-stack" && identity.subjects.length > 0)) {
    return identity.subjects.map(({ issuer, subject, audiences }) => ({
      issuer,
      subject,
      audiences: audiences ?? [TOKEN_EXCHANGE_AUDIENCE],
    }));
  }
  if (!found) return undefined;
  const credentials = await clouds.graph.federatedCredentials(found);
  // one that trusts by an expression has no subject
  return credentials.map(({ issuer, subject, audiences }) => ({ issuer, subject: subject || undefined, audiences }));
}

const trusts = ({ issuer, subject, audiences }: Trusted, { iss, sub, aud }: Claims): boolean =>
  issuer === iss && subject === sub && [aud].flat().some((one) => one !== undefined && audiences.includes(one));
