import type { TokenCredential } from "@azure/identity";
import { clientOptions } from "./client";
import { address, type Endpoints } from "./endpoints";
import { given, readGiven, type Environment } from "./environment";
import { CloudError, UsageError } from "./errors";
import type { Http } from "./http";
import { object, optional, text } from "./shape";
import { describedSignIn, type DescribedSignIn, type SignInMode } from "./sign-in";

export interface CredentialContext {
  readonly env: Environment;
  /** Where Microsoft Entra is. */
  readonly login: string;
  readonly http: Http;
}

/** The credential of Azure's SDK for a sign-in. The SDK is loaded here, since it takes longer to load than anything else. */
export async function credentialOf(
  plan: DescribedSignIn,
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
      if (plan.endpoint !== undefined) return machineIdentity(plan.endpoint, plan.clientId, http);
      return new identity.ManagedIdentityCredential({ ...options, clientId: plan.clientId });
    case "azure-cli":
      // az takes one of them; a tenant has the last word, as with azurerm
      return new identity.AzureCliCredential({
        processTimeoutInMs: 30_000,
        ...(plan.tenantId === undefined ? { subscription: plan.subscriptionId } : { tenantId: plan.tenantId }),
      });
  }
}

/**
 * A managed identity whose tokens are at an address of its own. The SDK would take another host, and no other path; azurerm takes the
 * address as it is, and so asks for it (go-azure-sdk, sdk/auth/managed_identity_authorizer.go).
 */
function machineIdentity(endpoint: string, clientId: string | undefined, http: Http): TokenCredential {
  return {
    getToken: async (scopes) => {
      const { origin, pathname, searchParams } = machinesAddress(endpoint);
      const query = {
        ...Object.fromEntries(searchParams),
        "api-version": "2018-02-01",
        resource:
          [scopes]
            .flat()[0]
            ?.replace(/\.default$/, "")
            .replace(/\/$/, "") ?? "",
        ...(clientId !== undefined && { client_id: clientId }),
      };
      const headers = { metadata: "true" };
      const question = { cloud: "Azure", endpoint: origin, path: pathname, query, headers, isOfMachine: true } as const;
      const { access_token: token, expires_on: end } = await http.get(question, MACHINES_TOKEN);
      return { token, expiresOnTimestamp: Number(end) * 1000 };
    },
  };
}

interface MachinesToken {
  readonly access_token: string;
  /** In seconds since 1970, as a number or as a word. */
  readonly expires_on: string | number;
}

const MACHINES_TOKEN = object<MachinesToken>({
  access_token: text,
  expires_on: (value, at) => (typeof value === "number" ? value : text(value, at)),
});

/** It has no TLS. */
function machinesAddress(endpoint: string): URL {
  try {
    return new URL(endpoint);
  } catch {
    throw new UsageError(`ARM_MSI_ENDPOINT: "${endpoint}" is not allowed, use an address`);
  }
}

/** What Microsoft Entra wants a federated token to be for. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust */
export const TOKEN_EXCHANGE_AUDIENCE = "api://AzureADTokenExchange";

export type Assertion = Extract<DescribedSignIn, { readonly mode: "oidc" }>["assertion"];

/** A token of the pipeline; it is asked for one where it has none in its environment. */
export async function assert(assertion: Assertion, http: Http): Promise<string> {
  if ("token" in assertion) return assertion.token;
  if ("file" in assertion) return readGiven("ARM_OIDC_TOKEN_FILE_PATH", assertion.file).trim();
  const { origin, pathname, searchParams } = new URL(address(assertion.requestUrl, "ARM_OIDC_REQUEST_URL"));
  // as azurerm does: the audience that Entra wants, unless the address names one
  const query = { audience: TOKEN_EXCHANGE_AUDIENCE, ...Object.fromEntries(searchParams) };
  const headers = { authorization: `Bearer ${assertion.requestToken}` };
  const read = object<{ readonly value?: string }>({ value: optional(text) });
  const { value } = await http.get({ cloud: "the pipeline", endpoint: origin, path: pathname, query, headers }, read);
  if (!value) throw new UsageError("ARM_OIDC_REQUEST_URL sent no token");
  return value;
}

/** The SDK reads PEM; azurerm's PKCS#12 must be turned into that by hand. */
function pem(certificate: { readonly path: string } | { readonly content: string }): string {
  if ("content" in certificate)
    return requirePem(Buffer.from(certificate.content, "base64").toString("utf8"), "ARM_CLIENT_CERTIFICATE");
  const { path } = certificate;
  return requirePem(readGiven("ARM_CLIENT_CERTIFICATE_PATH", path), "ARM_CLIENT_CERTIFICATE_PATH", path);
}

function requirePem(text: string, name: string, path = "certificate.pfx"): string {
  if (/-----BEGIN CERTIFICATE-----/.test(text)) return text;
  throw new UsageError(
    `${name}: only PEM is read here: run openssl pkcs12 -in '${path}' -noenc -out certificate.pem, and set ARM_CLIENT_CERTIFICATE_PATH=certificate.pem, or sign in with az login`,
  );
}

/** Who is signed in to Azure. */
export interface SignIn {
  readonly mode: SignInMode;
  readonly tenantId?: string;
  /** The application's, or the managed identity's; undefined for a person. */
  readonly clientId?: string;
  readonly credential: TokenCredential;
}

/** Signs in as Terraform would; Microsoft Entra is asked when the first token is needed. */
export async function signIn(env: Environment, endpoints: Endpoints, http: Http): Promise<SignIn> {
  const plan = describedSignIn(env);
  const { mode, tenantId, clientId } = plan;
  return { mode, tenantId, clientId, credential: await credentialOf(plan, { env, login: endpoints.login, http }) };
}

/** The token that Aiven's provider takes. */
export function aivenToken(env: Environment): string {
  const token = given(env, "AIVEN_TOKEN");
  if (token === undefined) {
    throw new CloudError("no token of Aiven is given", {
      cloud: "Aiven",
      isLost: true,
      remedy: "set AIVEN_TOKEN, or the variable from which the stack has it, to a token of the project",
    });
  }
  return token;
}
