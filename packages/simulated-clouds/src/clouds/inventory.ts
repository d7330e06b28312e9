import { AIVEN_TENANT_ID } from "./aiven/well-known";
import { parentOf, sameId, subscriptionOf, typeOf } from "./azure/resource-id";
import type { PeeringProperties } from "./azure/peering-properties";
import type { Clouds } from "./clouds";

export interface InventoryItem {
  /** The tenant, subscription or project it is in. */
  readonly place: string;
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  readonly state?: string;
}

/** Everything that exists, wherever it is. */
export function takeInventory(clouds: Clouds): InventoryItem[] {
  return [...entraItems(clouds), ...azureItems(clouds), ...rbacItems(clouds), ...aivenItems(clouds)];
}

/** What is in one inventory and not in the other. */
export function difference(now: readonly InventoryItem[], before: readonly InventoryItem[]): InventoryItem[] {
  const known = new Set(before.map(key));
  return now.filter((item) => !known.has(key(item)));
}

const key = ({ place, kind, id }: InventoryItem): string => [place, kind, id.toLowerCase()].join("\n");

function entraItems({ entra, settings }: Clouds): InventoryItem[] {
  const { directory } = entra;
  const tenant = (id: string): string =>
    `tenant ${directory.tenants.find((candidate) => sameId(candidate.id, id))?.name ?? id}`;
  return [
    ...directory.applications.flatMap((application) => {
      const place = tenant(application.homeTenantId);
      const item = (kind: string, name: string, id: string): InventoryItem => ({ place, kind, name, id });
      return [
        item("application", application.displayName, application.objectId),
        ...application.passwords.map((one) => item("application password", one.displayName, one.keyId)),
        ...application.certificates.map((one) => item("application certificate", one.keyId, one.keyId)),
        ...application.federatedCredentials.map((one) => item("federated credential", one.name, one.id)),
      ];
    }),
    ...directory.servicePrincipals.map((principal) => ({
      place: tenant(principal.tenantId),
      kind: "service principal",
      name: principal.displayName,
      id: principal.objectId,
    })),
    ...directory.users.map((user) => ({
      place: tenant(settings.customer.tenantId),
      kind: "user",
      name: user.userPrincipalName,
      id: user.objectId,
    })),
  ];
}

function azureItems({ azure }: Clouds): InventoryItem[] {
  return azure.resources.all().map(({ id, properties }) => {
    const { peeringState } = properties as Partial<PeeringProperties>;
    const item = {
      place: subscriptionPlace(azure, id),
      kind: typeOf(id) || "resource group",
      name: id.split("/").at(-1) ?? id,
      id,
    };
    return peeringState === undefined ? item : { ...item, state: peeringState };
  });
}

function rbacItems({ azure }: Clouds): InventoryItem[] {
  const { definitions, assignments } = azure.rbac;
  const custom = definitions.filter(({ tenantId }) => tenantId !== undefined);
  return [
    ...custom.map(({ name, guid, tenantId }) => ({
      place: tenantId === AIVEN_TENANT_ID ? "tenant Aiven" : "tenant customer",
      kind: "role definition",
      name,
      id: guid,
    })),
    ...assignments.map(({ id, roleGuid, scope }) => ({
      place: subscriptionPlace(azure, scope),
      kind: "role assignment",
      name: definitions.find(({ guid }) => guid === roleGuid)?.name ?? roleGuid,
      id,
    })),
  ];
}

function aivenItems({ aiven }: Clouds): InventoryItem[] {
  return [
    ...aiven.vpcs.all.map(({ project, id, networkCidr, state }) => ({
      place: `aiven project/${project}`,
      kind: "vpc",
      name: networkCidr,
      id,
      state,
    })),
    ...aiven.peeringConnections.all.map(({ vpc, peerCloudAccount, peerResourceGroup, peerVpc, state }) => ({
      place: `aiven project/${vpc.project}`,
      kind: "vpc peering connection",
      name: peerVpc,
      id: [vpc.id, peerCloudAccount, peerResourceGroup, peerVpc].join("/"),
      state,
    })),
    ...aiven.services.all.map(({ project, name, state }) => ({
      place: `aiven project/${project}`,
      kind: "service",
      name,
      id: name,
      state,
    })),
  ];
}

function subscriptionPlace(azure: Clouds["azure"], id: string): string {
  const subscription = azure.subscriptions.get(subscriptionOf(id));
  return `subscription ${subscription?.name ?? parentOf(id)}`;
}
