import { randomUUID } from "node:crypto";
import type { Aiven } from "./aiven/aiven";
import type { CustomRole, ExistingApplication, Place, Settings } from "./settings";
import { EXECUTOR_SECRET } from "./aiven/executor";
import {
  AIVEN_APPLICATION_ID,
  AIVEN_APPLICATION_NAME,
  AIVEN_RESOURCE_GROUP,
  AIVEN_SUBSCRIPTION_ID,
  AIVEN_TENANT_ID,
} from "./aiven/well-known";
import type { Azure } from "./azure/azure";
import { resourceGroupId, subscriptionId } from "./azure/resource-id";
import { grantForLong } from "./deployer";
import type { Application } from "./entra/directory";
import type { Entra } from "./entra/entra";

/** What is there before anybody runs Terraform: tenants, subscriptions, Aiven's application, an existing one. */
export function seed(settings: Settings, entra: Entra, azure: Azure, certificates: Map<string, string>): void {
  const { tenantId, subscriptions } = settings.customer;
  entra.directory.tenants.push({ id: tenantId, name: "customer", cloud: settings.customer.cloud });
  entra.directory.tenants.push({ id: AIVEN_TENANT_ID, name: "Aiven", cloud: "public" });
  azure.subscriptions.all.push(...subscriptions.map((subscription) => ({ ...subscription, tenantId })));
  azure.subscriptions.all.push({ id: AIVEN_SUBSCRIPTION_ID, name: "Aiven", tenantId: AIVEN_TENANT_ID });
  const others = settings.customer.otherTenantsSubscriptions;
  azure.subscriptions.all.push(...others.map((subscription) => ({ ...subscription, name: "somebody else's" })));
  settings.customer.policies.forEach((policy) => azure.policies.add(policy));
  azure.ipamPools.all.push(...settings.customer.ipamPools);
  settings.customer.locks.forEach((lock) => azure.locks.add(lock));
  settings.customer.denyAssignments.forEach((denial) => azure.rbac.denyAssignments.add(denial));
  const place = placeIn(subscriptions[0].id);
  settings.customer.resourceGroups.forEach(({ name, ...where }) => createGroup(azure, place(where), name));
  settings.customer.virtualNetworks.forEach((network) => createNetwork(azure, place(network), network));
  settings.customer.roles.forEach((role) => defineRole(azure, settings, role));
  seedAiven(settings, entra, azure);
  const existing = settings.existingApplication;
  if (!existing) return;
  seedApplication(existing, settings, entra, azure);
  if (existing.certificatePath !== undefined) certificates.set(existing.certificatePath, existing.certificate ?? "");
}

const placeIn =
  (first: string) =>
  ({ subscription = first, location = "westeurope" }: Place): Required<Place> => ({ subscription, location });

function createGroup({ resources }: Azure, { subscription, location }: Required<Place>, name: string): string {
  const id = resourceGroupId(subscription, name);
  resources.put({ id, location, tags: {}, properties: {} });
  return id;
}

function createNetwork(
  azure: Azure,
  place: Required<Place>,
  { resourceGroup, name, addressSpace }: Settings["customer"]["virtualNetworks"][number],
): void {
  const group = createGroup(azure, place, resourceGroup);
  const id = `${group}/providers/Microsoft.Network/virtualNetworks/${name}`;
  const properties = { addressSpace, guid: name, settings: {} };
  azure.resources.put({ id, location: place.location, tags: {}, properties });
}

/** What is in Aiven before anybody runs Terraform. */
export function seedProjects({ vpcs, services }: Settings["aiven"], aiven: Aiven): void {
  vpcs.forEach((vpc) => aiven.vpcs.addExisting(vpc));
  services.forEach((service) => aiven.services.addExisting(service));
}

function defineRole({ rbac }: Azure, { customer }: Settings, { guid, name, actions }: CustomRole): void {
  const permissions = [{ actions, notActions: [], dataActions: [], notDataActions: [] }];
  const assignableScopes = customer.subscriptions.map(({ id }) => subscriptionId(id));
  rbac.definitions.push({ guid, tenantId: customer.tenantId, name, description: "", permissions, assignableScopes });
}

function seedAiven(settings: Settings, entra: Entra, azure: Azure): void {
  const application: Application = {
    ...emptyApplication(AIVEN_APPLICATION_ID, AIVEN_APPLICATION_NAME, AIVEN_TENANT_ID, true),
    passwords: [{ keyId: randomUUID(), displayName: "", secretText: EXECUTOR_SECRET, ...LASTING }],
  };
  entra.directory.applications.push(application);
  const principal = entra.servicePrincipals.install(application, AIVEN_TENANT_ID, {}, 0);
  entra.tokens.names.set(AIVEN_APPLICATION_ID, "aiven");
  if (settings.aivenPrincipalExists) entra.servicePrincipals.install(application, settings.customer.tenantId, {}, 0);
  const id = resourceGroupId(AIVEN_SUBSCRIPTION_ID, AIVEN_RESOURCE_GROUP);
  azure.resources.put({ id, location: "westeurope", tags: {}, properties: {} });
  const owner = azure.rbac.roleNamed("Owner");
  if (owner) grantForLong(azure, principal.objectId, owner.guid, subscriptionId(AIVEN_SUBSCRIPTION_ID));
}

function seedApplication(existing: ExistingApplication, settings: Settings, entra: Entra, azure: Azure): void {
  const { clientId, displayName, multiTenant, secret, certificate, federated, grants } = existing;
  const { tenantId, subscriptions } = settings.customer;
  const application = emptyApplication(clientId, displayName, tenantId, multiTenant);
  const keyId = randomUUID();
  if (secret !== undefined) application.passwords = [{ keyId, displayName: "", secretText: secret, ...LASTING }];
  if (certificate !== undefined) application.certificates = [{ keyId, value: certificate, ...LASTING }];
  if (federated) {
    const { issuer, subject, audience } = federated;
    const credential = {
      id: keyId,
      name: "existing",
      issuer,
      subject,
      audiences: [audience],
      description: "",
      usableAt: 0,
    };
    application.federatedCredentials = [credential];
  }
  entra.directory.applications.push(application);
  const principal = entra.servicePrincipals.install(application, tenantId, {}, 0);
  if (grants.length === 0) return;
  const guid = randomUUID();
  defineRole(azure, settings, { guid, name: `granted to ${displayName}`, actions: grants });
  for (const { id } of subscriptions) grantForLong(azure, principal.objectId, guid, subscriptionId(id));
}

const LASTING = { start: 0, end: Infinity, usableAt: 0 };

function emptyApplication(
  clientId: string,
  displayName: string,
  homeTenantId: string,
  multiTenant: boolean,
): Application {
  return {
    objectId: randomUUID(),
    clientId,
    homeTenantId,
    displayName,
    signInAudience: multiTenant ? "AzureADMultipleOrgs" : "AzureADMyOrg",
    passwords: [],
    certificates: [],
    federatedCredentials: [],
    owners: [],
    properties: {},
  };
}
