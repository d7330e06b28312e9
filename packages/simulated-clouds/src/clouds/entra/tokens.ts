import { TokenError } from "../api-error";
import type { Calls } from "../calls";
import { type Assertion, readAssertion } from "./assertions";
import {
  type Application,
  type Directory,
  type FederatedCredential,
  sameGuid,
  type ServicePrincipal,
  type User,
} from "./directory";
import { crossCloud, foreignResource, type NationalCloud, tenantNotFound } from "./national-clouds";
import { X509Certificate } from "node:crypto";

export type Credential =
  { readonly secret: string } | { readonly certificate: string } | { readonly assertion: string };

export interface Token {
  readonly tenantId: string;
  readonly clientId: string;
  readonly principalObjectId: string;
  /** Who this is to ARM's error texts: the client id of an application, the name of a person. */
  readonly client: string;
  /** Who this is to the journal. */
  readonly identity: string;
  readonly kind: "application" | "managed-identity" | "user";
}

/** The client id of the Azure CLI, which every person's token carries. */
export const AZURE_CLI_CLIENT_ID = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

export interface ApplicationRequest {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** Whose endpoint is asked; the public cloud's unless given. */
  readonly cloud?: NationalCloud;
}

/** The token endpoint of every tenant. */
export class Tokens {
  /** Object ids and client ids with a name of their own in the journal. */
  readonly names = new Map<string, string>();

  constructor(
    private readonly calls: Calls,
    private readonly directory: Directory,
  ) {}

  /** Client credentials: an application proves itself to one tenant, its own or another it has a principal in. */
  forApplication({ tenantId, clientId, credential, cloud = "public" }: ApplicationRequest): Token {
    const principal = this.directory.servicePrincipal(tenantId, clientId);
    const who = this.nameOf(clientId, principal?.objectId);
    return this.ask(tenantId, who, (home) => {
      if (home !== cloud) throw crossCloud(tenantId, cloud, home);
      const application = this.directory.application(clientId);
      if (!application || !this.directory.admits(application, tenantId)) throw unknownApplication(clientId, tenantId);
      if (!principal) throw missingPrincipal(clientId, tenantId);
      this.check(application, credential);
      return this.tokenOf(principal);
    });
  }

  forManagedIdentity(principal: ServicePrincipal, cloud: NationalCloud = "public"): Token {
    const { tenantId, objectId } = principal;
    return this.ask(tenantId, this.names.get(objectId) ?? "managed identity", (home) => {
      if (home !== cloud) throw foreignResource(tenantId, cloud);
      return this.tokenOf(principal);
    });
  }

  /** A person under the Azure CLI, which asks the cloud they are signed in to; only in tenants the person belongs to. */
  forUser(user: User, tenantId: string, cloud: NationalCloud = "public"): Token {
    const identity = this.names.get(user.objectId) ?? user.userPrincipalName;
    return this.ask(tenantId, identity, (home) => {
      if (this.directory.tenant(user.tenantId)?.cloud !== home) throw tenantNotFound(tenantId);
      if (!sameGuid(user.tenantId, tenantId)) throw foreignUser(user, tenantId);
      if (home !== cloud) throw foreignResource(tenantId, cloud);
      const { objectId, userPrincipalName } = user;
      const ids = { tenantId, clientId: AZURE_CLI_CLIENT_ID, principalObjectId: objectId };
      return { ...ids, client: userPrincipalName, identity, kind: "user" };
    });
  }

  private tokenOf({ tenantId, clientId, objectId, type }: ServicePrincipal): Token {
    const identity = this.nameOf(clientId, objectId);
    const kind = type === "ManagedIdentity" ? "managed-identity" : "application";
    return { tenantId, clientId, principalObjectId: objectId, client: clientId, identity, kind };
  }

  private nameOf(clientId: string, objectId = ""): string {
    return this.names.get(objectId) ?? this.names.get(clientId) ?? `app ${clientId}`;
  }

  private ask(tenantId: string, who: string, issue: (home: NationalCloud) => Token): Token {
    const path = `/${tenantId}/oauth2/v2.0/token`;
    return this.calls.perform({ cloud: "entra", method: "POST", path, identity: who, tenants: [tenantId] }, () => {
      const tenant = this.directory.tenant(tenantId);
      if (!tenant) throw tenantNotFound(tenantId);
      return issue(tenant.cloud);
    });
  }

  private check(application: Application, credential: Credential): void {
    if ("secret" in credential) this.checkSecret(application, credential.secret);
    else if ("certificate" in credential) this.checkCertificate(application, credential.certificate);
    else this.checkAssertion(application, credential.assertion);
  }

  private checkSecret(application: Application, secret: string): void {
    const now = this.calls.clock.now();
    const password = application.passwords.find((one) => one.secretText === secret && one.usableAt <= now);
    // a secret Entra has not yet heard of is to it like a wrong one
    if (!password || password.start > now) {
      throw new TokenError(
        401,
        "invalid_client",
        "AADSTS7000215",
        `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${application.clientId}'.`,
      );
    }
    if (password.end <= now) {
      const text = `The provided client secret keys for app '${application.clientId}' are expired.`;
      throw new TokenError(401, "invalid_client", "AADSTS7000222", text);
    }
  }

  private checkCertificate(application: Application, value: string): void {
    const now = this.calls.clock.now();
    const known = application.certificates.some(
      (one) => sameCertificate(one.value, value) && one.usableAt <= now && one.start <= now && now < one.end,
    );
    if (known) return;
    const text = `The certificate with identifier used to sign the client assertion is not registered on application '${application.clientId}'.`;
    throw new TokenError(401, "invalid_client", "AADSTS700027", text);
  }

  private checkValidity({ start = 0, end = Infinity }: Assertion): void {
    const now = this.calls.clock.now();
    if (start <= now && now < end) return;
    const text = `Client assertion is not within its valid time range. Current time: ${moment(now)}, assertion valid from ${moment(start)}, expiry time of assertion ${moment(end)}. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .`;
    throw new TokenError(401, "invalid_client", "AADSTS700024", text);
  }

  private checkAssertion(application: Application, assertion: string): void {
    const claims = readAssertion(assertion);
    if (!claims) throw new TokenError(400, "invalid_request", "AADSTS50027", "JWT token is invalid or malformed.");
    this.checkValidity(claims);
    const now = this.calls.clock.now();
    const mismatch = mismatchOf(
      claims,
      application.federatedCredentials.filter(({ usableAt }) => usableAt <= now),
    );
    if (mismatch) throw mismatch;
  }
}

/**
 * What Entra says where no credential has the assertion's claims, letter by letter. The codes were seen for an issuer
 * (https://github.com/Azure/login/issues/360), an audience
 * (https://docs.gitlab.com/ci/cloud_services/azure/), a subject (https://github.com/Azure/login/issues/461) and one whose case alone differs
 * (https://github.com/Azure/login/issues/515). assumed: their order where several claims differ.
 */
function mismatchOf(claims: Assertion, credentials: readonly FederatedCredential[]): TokenError | undefined {
  const ofIssuer = credentials.filter(({ issuer }) => issuer === claims.issuer);
  const ofSubject = ofIssuer.filter(({ subject }) => subject === claims.subject);
  if (ofSubject.some(({ audiences }) => audiences.includes(claims.audience))) return undefined;
  if (credentials.length > 0 && ofIssuer.length === 0) return noRecord("AADSTS700211", "issuer", claims.issuer);
  if (ofSubject.length > 0) return noRecord("AADSTS700212", "audience", claims.audience);
  const differsInCase = ofIssuer.some(({ subject }) => subject.toLowerCase() === claims.subject.toLowerCase());
  return differsInCase
    ? noRecord(
        "AADSTS7002138",
        "subject",
        claims.subject,
        "The subject matches with case-insensitive comparison, but not with case-sensitive comparison. ",
      )
    : noRecord("AADSTS700213", "subject", claims.subject);
}

function noRecord(code: string, claim: string, value: string, hint = ""): TokenError {
  const text = `No matching federated identity record found for presented assertion ${claim} '${value}'. ${hint}Check your federated identity credential Subject, Audience and Issuer against the presented assertion.`;
  return new TokenError(401, "invalid_client", code, text);
}

/** As Entra prints moments. */
const moment = (at: number): string => new Date(at).toISOString().replace("Z", "0000Z");

function unknownApplication(clientId: string, tenantId: string): TokenError {
  const text = `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`;
  return new TokenError(401, "unauthorized_client", "AADSTS700016", text);
}

/** assumed: AADSTS7000229 for a multi-tenant application without a principal there, AADSTS700016 for any other. */
function missingPrincipal(clientId: string, tenantId: string): TokenError {
  const text = `The client application ${clientId} is missing service principal in the tenant ${tenantId}.`;
  return new TokenError(401, "invalid_client", "AADSTS7000229", text);
}

function foreignUser(user: User, tenantId: string): TokenError {
  const text = `User account '${user.userPrincipalName}' from identity provider 'https://sts.windows.net/${user.tenantId}/' does not exist in tenant '${tenantId}' and cannot access the application '${AZURE_CLI_CLIENT_ID}' in that tenant.`;
  return new TokenError(400, "invalid_grant", "AADSTS50020", text);
}

/** Whether two texts hold the same certificate: as PEM, as base64 of PEM with its key, or as anything that stands for one. */
export const sameCertificate = (one: string, other: string): boolean => fingerprintOf(one) === fingerprintOf(other);

function fingerprintOf(text: string): string {
  const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("latin1");
  const found = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(pem);
  return found ? new X509Certificate(found[0]).fingerprint256 : text.trim();
}
