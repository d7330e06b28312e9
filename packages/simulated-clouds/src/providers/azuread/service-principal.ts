import { minutes, seconds } from "../../clouds/clock";
import { sameGuid, type ServicePrincipal } from "../../clouds/entra/directory";
import { flag, text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { refreshed } from "../azure-sdk/drift";
import { attempting } from "../azure-sdk/errors";
import { pauseOrFail } from "../pause";
import type { AzureadClient } from "./client";
import { changeOwners, leaveToOwners, ownersAtFirst, ownersOf } from "./owners";
import { importAsExists, SDK, type Behaviour } from "./common";

/** Arguments that Entra keeps as they are. */
const KEPT = [
  "account_enabled",
  "alternative_names",
  "app_role_assignment_required",
  "description",
  "feature_tags",
  "features",
  "login_url",
  "notes",
  "notification_email_addresses",
  "preferred_single_sign_on_mode",
  "saml_single_sign_on",
  "tags",
];

/** How long azuread looks for a principal that it is to use, before it creates one after all. */
const SEARCH = minutes(5);

export const servicePrincipal: Behaviour = {
  ...SDK,
  timeouts: { create: "10m", read: "5m", update: "10m", delete: "5m" },
  forceNew: ["client_id"],
  defaults: { account_enabled: true },

  async create(planned, { client, signal }) {
    const { servicePrincipals } = client.world.entra;
    const clientId = text(planned.client_id);
    const useExisting = flag(planned.use_existing);
    const existing = await attempting("Could not list existing service principals", () =>
      useExisting ? search(client, clientId, signal) : find(client, clientId),
    );
    if (existing && !useExisting) throw importAsExists("azuread_service_principal", existing.objectId);
    if (existing) {
      const adopted = await change(client, existing.objectId, planned, signal);
      return { id: objectPath(adopted), ...computed(client, adopted, planned) };
    }
    const owners = ownersAtFirst(client, planned);
    const principal = await attempting("Could not create service principal", () =>
      client.write(signal, (token) => servicePrincipals.create(token, clientId, propertiesOf(planned), owners)),
    );
    await leaveToOwners(client, servicePrincipals.owners, principal.objectId, planned, signal);
    return { id: objectPath(principal), ...computed(client, principal, planned) };
  },

  async read(current, { client }) {
    const objectId = objectIdOf(text(current.id));
    const principal = await attempting(`retrieving service principal with object ID: "${objectId}"`, () =>
      client.find((token) => client.world.entra.servicePrincipals.get(token, objectId)),
    );
    if (!principal) return null;
    // only what was ever written through Graph can have drifted
    const written = principal.properties as Values;
    return refreshed(current, {
      ...Object.fromEntries(KEPT.filter((name) => name in written).map((name) => [name, written[name]])),
      client_id: principal.clientId,
      owners: ownersOf(principal),
      ...computed(client, principal, { ...current, ...written }),
    });
  },

  async update(prior, planned, { client, signal }) {
    const objectId = objectIdOf(text(prior.id));
    const principal = await change(client, objectId, planned, signal);
    return computed(client, principal, planned);
  },

  /** An adopted principal is deleted like a made one, though nobody looks whether it worked. */
  async delete(prior, { client, signal, timeout }) {
    const { servicePrincipals } = client.world.entra;
    const objectId = objectIdOf(text(prior.id));
    const remove = () => client.write(signal, (token) => servicePrincipals.delete(token, objectId));
    if (flag(prior.use_existing)) {
      await remove();
      return;
    }
    await attempting(`Deleting service principal with object ID "${objectId}"`, remove);
    await attempting(`Waiting for deletion of service principal with object ID "${objectId}"`, () =>
      client.awaitDeletion(signal, timeout, () => !!client.find((token) => servicePrincipals.get(token, objectId))),
    );
  },

  importState(id) {
    return { id: `/servicePrincipals/${objectIdOf(id)}` };
  },
};

/** azuread 3 writes ids as paths. */
const objectPath = ({ objectId }: ServicePrincipal): string => `/servicePrincipals/${objectId}`;

function objectIdOf(id: string): string {
  const objectId = /^\/servicePrincipals\/([^/]+)$/.exec(id)?.[1];
  if (objectId !== undefined) return objectId;
  throw new Failure({ summary: `parsing "${id}": it is not of the form /servicePrincipals/…`, path: ["id"] });
}

const propertiesOf = (planned: Values): Values => Object.fromEntries(KEPT.map((name) => [name, planned[name] ?? null]));

async function change(client: AzureadClient, objectId: string, planned: Values, signal: AbortSignal) {
  const { servicePrincipals } = client.world.entra;
  const principal = await attempting(`Updating service principal with object ID: "${objectId}"`, () =>
    client.write(signal, (token) => servicePrincipals.update(token, objectId, propertiesOf(planned))),
  );
  await changeOwners(client, servicePrincipals.owners, objectId, planned, signal);
  return principal;
}

function find(client: AzureadClient, clientId: string): ServicePrincipal | undefined {
  const { servicePrincipals } = client.world.entra;
  return client.graph((token) => servicePrincipals.list(token, (one) => sameGuid(one.clientId, clientId)))[0];
}

async function search(client: AzureadClient, clientId: string, signal: AbortSignal) {
  const { clock } = client.world;
  for (const end = clock.now() + SEARCH; ; await pauseOrFail(client.world, seconds(10), signal)) {
    const found = find(client, clientId);
    if (found || clock.now() >= end) return found;
  }
}

/** What Entra shows of a principal, much of it copied from its application. */
export function computed({ world }: AzureadClient, principal: ServicePrincipal, planned: Values): Values {
  const application = world.entra.directory.application(principal.clientId);
  return {
    object_id: principal.objectId,
    account_enabled: planned.account_enabled !== false,
    application_tenant_id: principal.applicationTenantId,
    display_name: principal.displayName,
    sign_in_audience: application?.signInAudience ?? "",
    type: principal.type,
    service_principal_names: [],
    app_role_ids: {},
    app_roles: [],
    oauth2_permission_scope_ids: {},
    oauth2_permission_scopes: [],
    redirect_uris: [],
    homepage_url: "",
    logout_url: "",
    saml_metadata_url: "",
    tags: Array.isArray(planned.tags) ? planned.tags : [],
  };
}
