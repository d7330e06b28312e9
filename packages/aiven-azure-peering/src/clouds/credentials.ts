import { readFileSync } from "node:fs";
import type { TokenCredential } from "@azure/identity";
import { clientOptions } from "./client-options";
import { UsageError } from "./cloud-error";
import type { Environment } from "./environment";
import type { Http } from "./http";
import type { SignInPlan } from "./sign-in-plan";

export interface CredentialContext {
  readonly env: Environment;
  /** Where Microsoft Entra is. */
  readonly login: string;
  readonly http: Http;
}

/** The credential of Azure's SDK for a sign-in. The SDK is loaded here, since it takes longer to load than anything else. */
export async function credentialOf(
  plan: SignInPlan,
  { env, login, http }: CredentialContext,
): Promise<TokenCredential> {
  const identity = await import("@azure/identity");
  const options = { ...clientOptions(env), authorityHost: login, disableInstanceDiscovery: true };
  switch (plan.mode) {
    case "client-certificate": {
      const certificate = pem(plan.certificate);
      const configuration = { certificate, certificatePassword: plan.password };
      return new identity.ClientCertificateCredential(plan.tenantId, plan.clientId, configuration, options);
    }
    case "client-secret":
      return new identity.ClientSecretCredential(plan.tenantId, plan.clientId, plan.secret, options);
    case "oidc": {
      const { assertion } = plan;
      return new identity.ClientAssertionCredential(
        plan.tenantId,
        plan.clientId,
        () => assert(assertion, http),
        options,
      );
    }
    case "managed-identity":
      // the SDK takes another address than the usual one from this variable alone
      if (plan.endpoint !== undefined) process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST = new URL(plan.endpoint).origin;
      return new identity.ManagedIdentityCredential({ ...options, clientId: plan.clientId });
    case "azure-cli":
      // az takes one of them; a tenant has the last word, as with azurerm
      return new identity.AzureCliCredential({
        processTimeoutInMs: 30_000,
        ...(plan.tenantId === undefined ? { subscription: plan.subscriptionId } : { tenantId: plan.tenantId }),
      });
  }
}

/** What Microsoft Entra wants a federated token to be for. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust */
export const TOKEN_EXCHANGE_AUDIENCE = "api://AzureADTokenExchange";

export type Assertion = Extract<SignInPlan, { readonly mode: "oidc" }>["assertion"];

/** A token of the pipeline; it is asked for one where it has none in its environment. */
export async function assert(assertion: Assertion, http: Http): Promise<string> {
  if ("token" in assertion) return assertion.token;
  if ("file" in assertion) return read("ARM_OIDC_TOKEN_FILE_PATH", assertion.file).toString("utf8").trim();
  const url = new URL(assertion.requestUrl);
  // as azurerm does: the audience that Entra wants, unless the address names one
  if (!url.searchParams.has("audience")) url.searchParams.set("audience", TOKEN_EXCHANGE_AUDIENCE);
  const headers = { authorization: `Bearer ${assertion.requestToken}` };
  const { value } = await http.get<{ readonly value?: string }>({ cloud: "the pipeline", url: url.href, headers });
  if (!value) throw new UsageError("ARM_OIDC_REQUEST_URL sent no token");
  return value;
}

/** The SDK reads PEM; azurerm's PKCS#12 must be turned into that by hand. */
function pem(certificate: { readonly path: string } | { readonly content: string }): string {
  if ("content" in certificate)
    return requirePem(Buffer.from(certificate.content, "base64").toString("utf8"), "ARM_CLIENT_CERTIFICATE");
  const { path } = certificate;
  return requirePem(read("ARM_CLIENT_CERTIFICATE_PATH", path).toString("utf8"), "ARM_CLIENT_CERTIFICATE_PATH", path);
}

function requirePem(text: string, name: string, path = "certificate.pfx"): string {
  if (/-----BEGIN CERTIFICATE-----/.test(text)) return text;
  throw new UsageError(
    `${name}: only PEM is read here: run openssl pkcs12 -in '${path}' -noenc -out certificate.pem, and set ARM_CLIENT_CERTIFICATE_PATH=certificate.pem, or sign in with az login`,
  );
}

function read(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`${name}: "${file}" cannot be read`);
  }
}
