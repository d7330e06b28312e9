import type { NationalCloud } from "../../clouds/entra/national-clouds";
import type { Pipeline } from "../../clouds/pipeline";
import { SignInError } from "./errors";
import type { ProviderSettings } from "./provider-settings";
import { readFileSync } from "node:fs";

/** What a provider block and the environment hold to sign in with. */
export interface Credentials {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly certificate: string;
  readonly certificatePath: string;
  readonly oidcToken: string;
  readonly oidcRequestUrl: string;
  readonly oidcRequestToken: string;
  readonly useOidc: boolean;
  readonly useMsi: boolean;
  readonly useCli: boolean;
  readonly auxiliaryTenantIds: readonly string[];
  readonly cloud: NationalCloud;
}

/** What names a file is read here, once: a file that changes later is read by the next provider that is configured. */
export function credentialsFrom(settings: ProviderSettings, pipeline?: Pipeline): Credentials {
  const textOrFile = (name: string, variable: string, label: string) =>
    readTextOrFile(settings, name, variable, label, pipeline);
  return {
    tenantId: settings.text("tenant_id", "ARM_TENANT_ID").trim(),
    clientId: textOrFile("client_id", "ARM_CLIENT_ID", "Client ID"),
    clientSecret: textOrFile("client_secret", "ARM_CLIENT_SECRET", "Client Secret"),
    certificate: settings.text("client_certificate", "ARM_CLIENT_CERTIFICATE"),
    certificatePath: settings.text("client_certificate_path", "ARM_CLIENT_CERTIFICATE_PATH").trim(),
    oidcToken: textOrFile("oidc_token", "ARM_OIDC_TOKEN", "OIDC token"),
    oidcRequestUrl: settings.text("oidc_request_url", ["ARM_OIDC_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_URL"]).trim(),
    oidcRequestToken: settings
      .text("oidc_request_token", ["ARM_OIDC_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"])
      .trim(),
    useOidc: settings.flag("use_oidc", "ARM_USE_OIDC", false),
    useMsi: settings.flag("use_msi", "ARM_USE_MSI", false),
    useCli: settings.flag("use_cli", "ARM_USE_CLI", true),
    auxiliaryTenantIds: settings.list("auxiliary_tenant_ids", "ARM_AUXILIARY_TENANT_IDS"),
    cloud: cloudNamed(settings.text("environment", "ARM_ENVIRONMENT", "public")),
  };
}

/** Each of these has a twin that names a file; both may be given only if they agree. */
function readTextOrFile(
  settings: ProviderSettings,
  name: string,
  variable: string,
  label: string,
  pipeline?: Pipeline,
): string {
  const given = settings.text(name, variable).trim();
  const path = settings.text(`${name}_file_path`, `${variable}_FILE_PATH`);
  if (path === "") return given;
  const content = path === pipeline?.tokenFile ? pipeline.issue() : readText(path, label);
  if (given !== "" && given !== content) {
    throw new SignInError(
      `mismatch between supplied ${label} and supplied ${label} file contents - please either remove one or ensure they match`,
    );
  }
  return content;
}

function readText(path: string, label: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw new SignInError(`reading ${label} from file "${path}": open ${path}: no such file or directory`);
  }
}

const NAMES: Readonly<Record<string, NationalCloud>> = {
  public: "public",
  global: "public",
  canary: "public",
  usgovernment: "usgovernment",
  usgovernmentl4: "usgovernment",
  usgovernmentl5: "usgovernment",
  dod: "usgovernment",
  china: "china",
};

/** The cloud that a provider block's `environment` names, in any case of letters. */
export function cloudNamed(name: string): NationalCloud {
  const cloud = NAMES[name.toLowerCase()] as NationalCloud | undefined;
  if (cloud === undefined) throw new SignInError(`no environment was found with the name ${JSON.stringify(name)}`);
  return cloud;
}
