import { delimiter, join } from "node:path";
import { rootCertificates } from "node:tls";
import type { World } from "../clouds/world";
import type { PrivateFolder } from "../private-folder";
import { pipelineEnvironment } from "./pipeline";
import { managedIdentityEnvironment } from "./entra/managed-identity";
import type { HttpClouds } from "./server";

/**
 * What points providers and tools that were not changed at the clouds; files that it names go into the folder.
 * Go trusts what `SSL_CERT_FILE` names instead of the system's authorities, so the file holds the usual ones too: Terraform
 * must still reach its registry. On macOS and Windows Go asks the system alone.
 */
export function environmentOf(world: World, clouds: HttpClouds, folder: PrivateFolder): Record<string, string> {
  const { origin, certificate, identitySecret, aivenToken = "simulated" } = clouds;
  const { managedIdentity } = world.deployer;
  const trusted = folder.write("trusted.pem", [certificate, ...rootCertificates].join("\n"));
  return {
    // azurerm, azuread
    ARM_METADATA_HOSTNAME: new URL(origin).host,
    // azapi
    ARM_RESOURCE_MANAGER_ENDPOINT: origin,
    ARM_RESOURCE_MANAGER_AUDIENCE: origin,
    ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST: `${origin}/`,
    ARM_DISABLE_INSTANCE_DISCOVERY: "true",
    // Azure's SDKs
    AZURE_AUTHORITY_HOST: `${origin}/`,
    AIVEN_WEB_URL: origin,
    AIVEN_TOKEN: aivenToken,
    SSL_CERT_FILE: trusted,
    REQUESTS_CA_BUNDLE: trusted,
    NODE_EXTRA_CA_CERTS: folder.write("certificate.pem", certificate),
    ...world.deployer.environment,
    ...pipelineEnvironment(world, origin, folder),
    ...(managedIdentity && managedIdentityEnvironment(origin, identitySecret)),
    ...azureCli(world, clouds, folder),
  };
}

/** Where a person is signed in, an `az` that says so comes first on the PATH. */
function azureCli(
  { deployer, settings }: World,
  { origin, certificate, tokens }: HttpClouds,
  folder: PrivateFolder,
): Record<string, string> {
  const { user } = deployer;
  if (!user) return {};
  const { tenantId, subscriptions } = settings.customer;
  const refreshToken = tokens.refreshTokenOf(user);
  const signedIn = { origin, certificate, user: user.userPrincipalName, tenantId, subscriptions, refreshToken };
  folder.write("az", `#!/bin/sh\nexec "${process.execPath}" "${join(__dirname, "az.mjs")}" "$@"\n`, 0o700);
  return {
    SIMULATED_AZURE_CLI: folder.write("azure-cli.json", JSON.stringify(signedIn)),
    PATH: [folder.path, process.env.PATH].join(delimiter),
  };
}
