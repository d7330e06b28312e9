import { flag, given, readGiven, type Environment } from "./environment";
import { UsageError } from "./errors";

/** How Terraform would sign in to Azure. */
export type SignInMode = "client-certificate" | "client-secret" | "oidc" | "managed-identity" | "azure-cli";

/** As they are called in a sentence. */
export const SIGN_IN_NAMES: Readonly<Record<SignInMode, string>> = {
  "client-certificate": "with a certificate",
  "client-secret": "with a client secret",
  oidc: "with an OIDC token",
  "managed-identity": "as a managed identity",
  "azure-cli": "with the Azure CLI",
};

/** A sign-in as the environment describes it, before anything was asked. */
export type DescribedSignIn = { readonly tenantId?: string; readonly clientId?: string } & (
  | {
      readonly mode: "client-certificate";
      readonly tenantId: string;
      readonly clientId: string;
      /** A file, or its content in base64. */
      readonly certificate: { readonly path: string } | { readonly content: string };
      readonly password?: string;
    }
  | { readonly mode: "client-secret"; readonly tenantId: string; readonly clientId: string; readonly secret: string }
  | {
      readonly mode: "oidc";
      readonly tenantId: string;
      readonly clientId: string;
      readonly assertion:
        | { readonly token: string }
        | { readonly file: string }
        | { readonly requestUrl: string; readonly requestToken: string };
    }
  | { readonly mode: "managed-identity"; readonly endpoint?: string }
  | { readonly mode: "azure-cli"; readonly subscriptionId?: string }
);

/** In azurerm's order: certificate, secret, OIDC, managed identity, Azure CLI. */
export function describedSignIn(env: Environment): DescribedSignIn {
  const file = (name: string): string | undefined => {
    const path = given(env, name);
    return path === undefined ? undefined : readGiven(name, path).trim();
  };
  const workload = flag(env, "ARM_USE_AKS_WORKLOAD_IDENTITY") ?? false;
  const clientId =
    given(env, "ARM_CLIENT_ID") ??
    file("ARM_CLIENT_ID_FILE_PATH") ??
    (workload ? given(env, "AZURE_CLIENT_ID") : undefined);
  const tenantId = given(env, "ARM_TENANT_ID") ?? (workload ? given(env, "AZURE_TENANT_ID") : undefined);
  const application = clientId !== undefined && tenantId !== undefined ? { clientId, tenantId } : undefined;

  const path = given(env, "ARM_CLIENT_CERTIFICATE_PATH");
  const content = given(env, "ARM_CLIENT_CERTIFICATE");
  const certificate = path !== undefined ? { path } : content !== undefined ? { content } : undefined;
  if (application && certificate) {
    return {
      mode: "client-certificate",
      ...application,
      certificate,
      password: given(env, "ARM_CLIENT_CERTIFICATE_PASSWORD"),
    };
  }
  const secret = given(env, "ARM_CLIENT_SECRET") ?? file("ARM_CLIENT_SECRET_FILE_PATH");
  if (application && secret !== undefined) return { mode: "client-secret", ...application, secret };
  if (certificate || secret !== undefined) requireApplication(env, certificate ? "a certificate" : "a client secret");

  if (flag(env, "ARM_USE_OIDC") === true || workload) {
    const assertion = assertionOf(env, workload);
    if (!application) return requireApplication(env, "ARM_USE_OIDC");
    if (assertion) return { mode: "oidc", ...application, assertion };
    if (flag(env, "ARM_USE_CLI") === false && flag(env, "ARM_USE_MSI") !== true) {
      throw new UsageError(
        "ARM_USE_OIDC is set without a token: set ARM_OIDC_TOKEN, ARM_OIDC_TOKEN_FILE_PATH, or ARM_OIDC_REQUEST_URL with ARM_OIDC_REQUEST_TOKEN",
      );
    }
  }
  if (flag(env, "ARM_USE_MSI") === true) {
    return { mode: "managed-identity", clientId, tenantId, endpoint: given(env, "ARM_MSI_ENDPOINT") };
  }
  if (flag(env, "ARM_USE_CLI") !== false) {
    return { mode: "azure-cli", tenantId, subscriptionId: given(env, "ARM_SUBSCRIPTION_ID") };
  }
  throw new UsageError(
    "no sign-in to Azure is given: set ARM_CLIENT_ID and ARM_TENANT_ID with ARM_CLIENT_SECRET, ARM_CLIENT_CERTIFICATE_PATH or ARM_USE_OIDC, set ARM_USE_MSI, or run az login without ARM_USE_CLI=false",
  );
}

function requireApplication(env: Environment, what: string): never {
  const missing = ["ARM_CLIENT_ID", "ARM_TENANT_ID"].filter((name) => given(env, name) === undefined);
  throw new UsageError(`${what} is set without its application: set ${missing.join(" and ")}`);
}

/**
 * The service connection of Azure DevOps, by the names that Terraform's providers know: azurerm, azuread and azapi the first two, azapi the
 * third. With it they ask for a token with a body, and nothing here writes.
 */
export const SERVICE_CONNECTIONS = [
  "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
  "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID",
  "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
] as const;

/** The token of a pipeline, or where there is one. */
export function assertionOf(env: Environment, workload: boolean) {
  const token = given(env, "ARM_OIDC_TOKEN");
  if (token !== undefined) return { token };
  const file =
    given(env, "ARM_OIDC_TOKEN_FILE_PATH") ?? (workload ? given(env, "AZURE_FEDERATED_TOKEN_FILE") : undefined);
  if (file !== undefined) return { file };
  const [connection] = SERVICE_CONNECTIONS.filter((name) => given(env, name) !== undefined);
  if (connection !== undefined) {
    throw new UsageError(
      `${connection} is not read here: run this in an AzureCLI@2 task without ARM_USE_OIDC, or set ARM_OIDC_TOKEN`,
    );
  }
  const requestUrl = given(env, "ARM_OIDC_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_URL");
  const requestToken = given(env, "ARM_OIDC_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN");
  return requestUrl !== undefined && requestToken !== undefined ? { requestUrl, requestToken } : undefined;
}

/** The client secret that is used, from wherever it comes. */
export const clientSecretOf = (described: DescribedSignIn): string | undefined =>
  described.mode === "client-secret" ? described.secret : undefined;
