import { readFileSync } from "node:fs";
import { SignInError } from "./errors";
import type { ProviderSettings } from "./provider-settings";

/** What a provider block and the environment hold to sign in with. */
export interface Credentials {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly certificate: string;
  readonly certificatePath: string;
  readonly oidcToken: string;
  readonly useOidc: boolean;
  readonly useMsi: boolean;
  readonly useCli: boolean;
  readonly auxiliaryTenantIds: readonly string[];
}

export function credentialsFrom(settings: ProviderSettings): Credentials {
  return {
    tenantId: settings.text("tenant_id", "ARM_TENANT_ID").trim(),
    clientId: textOrFile(settings, "client_id", "ARM_CLIENT_ID", "Client ID"),
    clientSecret: textOrFile(settings, "client_secret", "ARM_CLIENT_SECRET", "Client Secret"),
    certificate: settings.text("client_certificate", "ARM_CLIENT_CERTIFICATE"),
    certificatePath: settings.text("client_certificate_path", "ARM_CLIENT_CERTIFICATE_PATH").trim(),
    oidcToken: textOrFile(settings, "oidc_token", "ARM_OIDC_TOKEN", "OIDC token"),
    useOidc: settings.flag("use_oidc", "ARM_USE_OIDC", false),
    useMsi: settings.flag("use_msi", "ARM_USE_MSI", false),
    useCli: settings.flag("use_cli", "ARM_USE_CLI", true),
    auxiliaryTenantIds: settings.list("auxiliary_tenant_ids", "ARM_AUXILIARY_TENANT_IDS"),
  };
}

/** Each of these has a twin that names a file; both may be given only if they agree. */
function textOrFile(settings: ProviderSettings, name: string, variable: string, label: string): string {
  const given = settings.text(name, variable).trim();
  const path = settings.text(`${name}_file_path`, `${variable}_FILE_PATH`);
  if (path === "") return given;
  const content = readText(path, label);
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
