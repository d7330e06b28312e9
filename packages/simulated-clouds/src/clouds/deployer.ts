import { randomUUID } from "node:crypto";
import type { Settings, SignIn } from "./settings";
import type { Application, ServicePrincipal, User } from "./entra/directory";
import type { Entra } from "./entra/entra";
import type { Azure } from "./azure/azure";
import { onlyRoles } from "./azure/permissions";
import { subscriptionId } from "./azure/resource-id";
import type { Clock } from "./clock";
import { Pipeline } from "./pipeline";

const CERTIFICATE_PATH = "/home/deployer/deployer.pfx";

/** Who runs Terraform: a person under the Azure CLI, a managed identity, or an application. */
export interface Deployer {
  readonly user?: User;
  readonly managedIdentity?: ServicePrincipal;
  readonly application?: Application;
  /** Where an application that signs in by OIDC has its tokens from. */
  readonly pipeline?: Pipeline;
  /** The variables of the shell Terraform runs in that azurerm and azuread read. */
  readonly environment: Readonly<Record<string, string>>;
}

export function createDeployer(
  settings: Settings,
  entra: Entra,
  azure: Azure,
  clock: Clock,
  certificates: Map<string, string>,
): Deployer {
  const { tenantId, subscriptions } = settings.customer;
  const own: Record<string, string> = { ARM_SUBSCRIPTION_ID: subscriptions[0].id };
  const { user, managedIdentity, application } = createIdentity(settings, entra);
  if (managedIdentity) own.ARM_USE_MSI = "true";
  const pipeline = settings.signIn === "oidc" ? new Pipeline(clock, settings.deployer.oidc) : undefined;
  if (application) {
    Object.assign(own, { ARM_CLIENT_ID: application.clientId, ARM_TENANT_ID: tenantId });
    Object.assign(
      own,
      pipeline ? trust(application, pipeline) : createCredential(settings.signIn, application, certificates),
    );
  }
  const objectId =
    user?.objectId ??
    managedIdentity?.objectId ??
    (application && entra.directory.servicePrincipal(tenantId, application.clientId)?.objectId);
  if (objectId !== undefined) empower(objectId, settings, entra, azure);
  const identity = { user, managedIdentity, application, pipeline };
  return {
    ...identity,
    get environment() {
      return defined({ ...own, ...pipeline?.environment, ...settings.environment });
    },
  };
}

function createIdentity({ signIn, customer, deployer }: Settings, entra: Entra) {
  const { directory } = entra;
  if (signIn === "none") return {};
  if (signIn === "azure-cli") {
    const user = {
      objectId: randomUUID(),
      tenantId: customer.tenantId,
      userPrincipalName: "deployer@customer.example",
    };
    directory.users.push(user);
    return { user };
  }
  const application: Application = {
    objectId: randomUUID(),
    clientId: randomUUID(),
    homeTenantId: customer.tenantId,
    displayName: "deployer",
    signInAudience: deployer.multiTenant ? "AzureADMultipleOrgs" : "AzureADMyOrg",
    passwords: [],
    certificates: [],
    federatedCredentials: [],
    owners: [],
    properties: {},
  };
  const principal = entra.servicePrincipals.install(application, customer.tenantId, {}, 0);
  if (signIn === "managed-identity") {
    // a managed identity is a principal without an application that anybody could change
    const managedIdentity = { ...principal, type: "ManagedIdentity" as const };
    directory.servicePrincipals.splice(directory.servicePrincipals.indexOf(principal), 1, managedIdentity);
    return { managedIdentity };
  }
  directory.applications.push(application);
  return { application };
}

function createCredential(
  signIn: SignIn,
  application: Application,
  certificates: Map<string, string>,
): Record<string, string> {
  const lasting = { start: 0, end: Infinity, usableAt: 0 };
  if (signIn === "client-secret") {
    const secretText = `deployer-secret-${randomUUID()}`;
    application.passwords.push({ keyId: randomUUID(), displayName: "", secretText, ...lasting });
    return { ARM_CLIENT_SECRET: secretText };
  }
  const value = `deployer-certificate-${randomUUID()}`;
  application.certificates.push({ keyId: randomUUID(), value, ...lasting });
  certificates.set(CERTIFICATE_PATH, value);
  return { ARM_CLIENT_CERTIFICATE_PATH: CERTIFICATE_PATH };
}

function trust(application: Application, pipeline: Pipeline): Record<string, string> {
  const { issuer, subject, audience } = pipeline.subject;
  application.federatedCredentials.push({
    id: randomUUID(),
    name: "pipeline",
    issuer,
    subject,
    audiences: [audience],
    description: "",
    usableAt: 0,
  });
  return { ARM_USE_OIDC: "true" };
}

function empower(objectId: string, settings: Settings, entra: Entra, azure: Azure): void {
  entra.tokens.names.set(objectId, "deployer");
  empowerInDirectory(objectId, settings, entra);
  settings.deployer.groups.forEach((group) => entra.directory.addMember(group, objectId));
  for (const { id } of settings.customer.subscriptions) {
    for (const name of settings.deployer.azureRoles) {
      const role = azure.rbac.roleNamed(name);
      if (!role) throw new Error(`deployer.azureRoles: no built-in role is named ${JSON.stringify(name)}`);
      grantForLong(azure, objectId, role.guid, subscriptionId(id), settings.deployer.assignableRoles);
    }
  }
}

function empowerInDirectory(objectId: string, { signIn, deployer }: Settings, { privileges }: Entra): void {
  const { managesApplications, directoryRoles, applicationPermissions, customDirectoryRole = [] } = deployer;
  if (deployer.guest) privileges.invite(objectId);
  privileges.assignThroughGroup(objectId, deployer.directoryRolesByGroup);
  privileges.assignCustomRole(objectId, customDirectoryRole);
  const exact = directoryRoles !== undefined || applicationPermissions !== undefined;
  if (exact) {
    directoryRoles?.forEach((role) => privileges.assignRole(objectId, role));
    if (signIn !== "azure-cli") applicationPermissions?.forEach((one) => privileges.grantPermission(objectId, one));
    return;
  }
  if (signIn !== "azure-cli") {
    privileges.grantPermission(objectId, managesApplications ? "Application.ReadWrite.All" : "Application.Read.All");
  } else if (managesApplications) privileges.assignRole(objectId, "Application Administrator");
}

/** An assignment that is older than any lag. */
export function grantForLong(
  azure: Azure,
  principalId: string,
  roleGuid: string,
  scope: string,
  assignableRoles?: readonly string[],
): void {
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
  const properties = assignableRoles ? { condition: onlyRoles(assignableRoles), condition_version: "2.0" } : {};
  const user = { principalId, principalType: "ServicePrincipal", properties };
  azure.rbac.assign({ id, scope, roleGuid, assignableRoles, ...user }, false);
}

const defined = (record: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined));
