import { isUnknown, text, texts, type Value, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";

/** What a provider block and the operator's environment come to. */
export interface Settings {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientIdFile: string;
  readonly clientSecret: string;
  readonly clientSecretFile: string;
  readonly certificate: string;
  readonly certificatePath: string;
  readonly certificatePassword: string;
  readonly oidcToken: string;
  readonly oidcTokenFile: string;
  readonly oidcRequestUrl: string;
  readonly oidcRequestToken: string;
  readonly oidcServiceConnectionId: string;
  readonly useOidc: boolean;
  readonly useAksWorkloadIdentity: boolean;
  readonly useMsi: boolean;
  readonly useCli: boolean;
  readonly auxiliaryTenantIds: readonly string[];
  readonly environment: Cloud;
  readonly disableDefaultOutput: boolean;
  readonly ignoreNoOpChanges: boolean;
  readonly maximumRetries: number;
}

export interface Cloud {
  readonly resourceManager: string;
  readonly login: string;
}

const CLOUDS: Readonly<Record<string, Cloud>> = {
  public: { resourceManager: "https://management.azure.com", login: "https://login.microsoftonline.com" },
  usgovernment: { resourceManager: "https://management.usgovcloudapi.net", login: "https://login.microsoftonline.us" },
  china: { resourceManager: "https://management.chinacloudapi.cn", login: "https://login.chinacloudapi.cn" },
};

/** Arguments that would change what happens here, which nobody needs yet. */
const NOT_SIMULATED = [
  "default_location",
  "default_name",
  "default_tags",
  "enable_preflight",
  "always_acquire_policy_token",
  "preserve_resource_id_casing",
];

const UNLIMITED = 32767;

/**
 * null is filled from the environment and "" is not; what is unknown at plan reads as "", as false, and a list as none.
 * A list with an unknown element has one that is "".
 */
export function settingsFrom(config: Values, environment: Readonly<Record<string, string>>): Settings {
  const known = NOT_SIMULATED.filter((name) => !isNull(config[name]) && config[name] !== false);
  if (known.length > 0) throw new Failure({ summary: `the simulator's azapi does not know ${known.join(", ")}` });
  const string = (name: string, ...variables: string[]): string =>
    isNull(config[name])
      ? (variables.map((variable) => environment[variable] ?? "").find((found) => found !== "") ?? "")
      : text(config[name]);
  const flag = (name: string, variable: string, otherwise: boolean): boolean => {
    if (!isNull(config[name])) return config[name] === true;
    const given = environment[variable] ?? "";
    return given === "" ? otherwise : given === "true";
  };
  const useAksWorkloadIdentity = flag("use_aks_workload_identity", "ARM_USE_AKS_WORKLOAD_IDENTITY", false);
  const aks = (variable: string): string[] => (useAksWorkloadIdentity ? [variable] : []);
  return {
    tenantId: string("tenant_id", ...aks("AZURE_TENANT_ID"), "ARM_TENANT_ID"),
    clientId: string("client_id", "ARM_CLIENT_ID", "AZURE_CLIENT_ID"),
    clientIdFile: string("client_id_file_path", "ARM_CLIENT_ID_FILE_PATH"),
    clientSecret: string("client_secret", "ARM_CLIENT_SECRET"),
    clientSecretFile: string("client_secret_file_path", "ARM_CLIENT_SECRET_FILE_PATH"),
    certificate: string("client_certificate", "ARM_CLIENT_CERTIFICATE"),
    certificatePath: string("client_certificate_path", "ARM_CLIENT_CERTIFICATE_PATH"),
    certificatePassword: string("client_certificate_password", "ARM_CLIENT_CERTIFICATE_PASSWORD"),
    oidcToken: string("oidc_token", "ARM_OIDC_TOKEN"),
    oidcTokenFile: string("oidc_token_file_path", "ARM_OIDC_TOKEN_FILE_PATH", ...aks("AZURE_FEDERATED_TOKEN_FILE")),
    oidcRequestUrl: string("oidc_request_url", "ARM_OIDC_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_URL"),
    oidcRequestToken: string(
      "oidc_request_token",
      "ARM_OIDC_REQUEST_TOKEN",
      "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
      "SYSTEM_ACCESSTOKEN",
    ),
    oidcServiceConnectionId: string(
      "oidc_azure_service_connection_id",
      "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
      "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID",
      "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
    ),
    useOidc: flag("use_oidc", "ARM_USE_OIDC", false),
    useAksWorkloadIdentity,
    useMsi: flag("use_msi", "ARM_USE_MSI", false),
    useCli: flag("use_cli", "ARM_USE_CLI", true),
    auxiliaryTenantIds: list(config.auxiliary_tenant_ids, environment.ARM_AUXILIARY_TENANT_IDS),
    environment: cloudNamed(string("environment", "ARM_ENVIRONMENT") || "public"),
    disableDefaultOutput: flag("disable_default_output", "ARM_DISABLE_DEFAULT_OUTPUT", false),
    ignoreNoOpChanges: flag("ignore_no_op_changes", "ARM_IGNORE_NO_OP_CHANGES", true),
    maximumRetries: retries(config.maximum_busy_retry_attempts),
  };
}

const isNull = (value: Value | undefined): boolean => value === null || value === undefined;

const retries = (value: Value | undefined): number => (typeof value === "number" ? value : UNLIMITED);

function list(value: Value | undefined, variable = ""): string[] {
  if (isUnknown(value)) return [];
  return isNull(value) ? variable.split(";").filter(Boolean) : texts(value);
}

function cloudNamed(name: string): Cloud {
  const found = CLOUDS[name.toLowerCase()];
  if (found) return found;
  if (name.toLowerCase() === "custom")
    throw new Failure({ summary: "the simulator has no custom environment for azapi" });
  throw new Failure({
    summary: "Invalid `environment` value.",
    detail: `The \`environment\` value '${name}' is invalid. Valid values are 'public', 'usgovernment' and 'china'.`,
  });
}
