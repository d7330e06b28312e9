import type { Application, SignInAudience } from "../../clouds/entra/directory";
import { isObject, text, UNKNOWN, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { refreshed } from "../azure-sdk/drift";
import { attempting } from "../azure-sdk/errors";
import type { AzureadClient } from "./client";
import { changeOwners, leaveToOwners, ownersAtFirst, ownersOf } from "./owners";
import { applicationId, applicationObjectId, momentOf, SDK, type Behaviour } from "./common";

/** Arguments that Entra keeps as they are. */
const KEPT = [
  "api",
  "app_role",
  "description",
  "device_only_auth_enabled",
  "fallback_public_client_enabled",
  "feature_tags",
  "group_membership_claims",
  "identifier_uris",
  "logo_image",
  "marketing_url",
  "notes",
  "oauth2_post_response_required",
  "optional_claims",
  "prevent_duplicate_names",
  "privacy_statement_url",
  "public_client",
  "required_resource_access",
  "service_management_reference",
  "single_page_application",
  "support_url",
  "tags",
  "template_id",
  "terms_of_service_url",
  "web",
];

export const application: Behaviour = {
  ...SDK,
  timeouts: { create: "10m", read: "5m", update: "10m", delete: "5m" },
  forceNew: ["template_id"],
  defaults: { sign_in_audience: "AzureADMyOrg", prevent_duplicate_names: false },

  plan({ prior, planned }) {
    if (!prior) return;
    const changed = (name: string): boolean => JSON.stringify(prior[name]) !== JSON.stringify(planned[name]);
    if (changed("app_role")) planned.app_role_ids = UNKNOWN;
    if (changed("api")) planned.oauth2_permission_scope_ids = UNKNOWN;
  },

  async create(planned, { client, signal }) {
    const { applications } = client.world.entra;
    await refuseNamesake(client, planned);
    const created = await attempting("Could not create application", () =>
      client.write(signal, (token) =>
        applications.create(token, { ...inputOf(planned), owners: ownersAtFirst(client, planned) }),
      ),
    );
    await leaveToOwners(client, applications.owners, created.objectId, planned, signal);
    const password = await renewPassword(client, created, undefined, planned, signal);
    return { id: applicationId(created.objectId), ...computed(client, created, planned), password };
  },

  async read(current, { client }) {
    const objectId = applicationObjectId(text(current.id));
    const found = await attempting(`Retrieving Application with object ID "${objectId}"`, () =>
      client.find((token) => client.world.entra.applications.get(token, objectId)),
    );
    if (!found) return null;
    return refreshed(current, {
      ...(found.properties as Values),
      display_name: found.displayName,
      sign_in_audience: found.signInAudience,
      owners: ownersOf(found),
      ...computed(client, found, { ...current, ...(found.properties as Values) }),
    });
  },

  async update(prior, planned, { client, signal }) {
    const objectId = applicationObjectId(text(prior.id));
    const updated = await attempting(`Could not update application with object ID "${objectId}"`, () =>
      client.write(signal, (token) => client.world.entra.applications.update(token, objectId, inputOf(planned))),
    );
    await changeOwners(client, client.world.entra.applications.owners, objectId, planned, signal);
    const password = await renewPassword(client, updated, prior, planned, signal);
    return { ...computed(client, updated, planned), password };
  },

  async delete(prior, { client, signal, timeout }) {
    const objectId = applicationObjectId(text(prior.id));
    const { applications } = client.world.entra;
    await attempting(`Deleting application with object ID "${objectId}"`, () =>
      client.write(signal, (token) => applications.delete(token, objectId)),
    );
    await attempting(`Waiting for deletion of application with object ID "${objectId}"`, () =>
      client.awaitDeletion(signal, timeout, () => !!client.find((token) => applications.get(token, objectId))),
    );
  },

  importState(id) {
    applicationObjectId(id);
    return { id };
  },
};

const inputOf = (planned: Values) => ({
  displayName: text(planned.display_name),
  signInAudience: text(planned.sign_in_audience) as SignInAudience,
  properties: Object.fromEntries(KEPT.map((name) => [name, planned[name] ?? null])),
});

function computed(client: AzureadClient, { clientId, objectId }: Application, planned: Values): Values {
  const tenant = client.world.entra.directory.tenants.find(({ id }) => id === client.account.tenantId);
  const api = Array.isArray(planned.api) && isObject(planned.api[0]) ? planned.api[0] : {};
  return {
    client_id: clientId,
    object_id: objectId,
    app_role_ids: idsByValue(planned.app_role),
    oauth2_permission_scope_ids: idsByValue(api.oauth2_permission_scope),
    disabled_by_microsoft: "",
    logo_url: "",
    publisher_domain: `${tenant?.name ?? ""}.example`,
    tags: Array.isArray(planned.tags) ? planned.tags : [],
  };
}

function idsByValue(blocks: Values[string] | undefined): Values {
  const named = (Array.isArray(blocks) ? blocks : []).filter(isObject).filter(({ value }) => text(value) !== "");
  return Object.fromEntries(named.map(({ value, id }) => [text(value), text(id)]));
}

/** `prevent_duplicate_names`: Entra itself does not mind. */
async function refuseNamesake(client: AzureadClient, planned: Values): Promise<void> {
  if (planned.prevent_duplicate_names !== true) return;
  const name = text(planned.display_name);
  const [namesake] = await attempting("Could not check for existing application(s)", () =>
    client.graph((token) => client.world.entra.applications.list(token, ({ displayName }) => displayName === name)),
  );
  if (!namesake) return;
  throw new Failure({
    summary: `An existing azuread_application with name "${name}" (ID: "${namesake.objectId}") was found and \`prevent_duplicate_names\` was specified`,
    detail: "To be managed via Terraform, this resource needs to be imported into the State.",
    path: ["name"],
  });
}

/** The one password that may stand inside the application. It is created again when what is said about it changes. */
async function renewPassword(
  client: AzureadClient,
  { objectId }: Application,
  prior: Values | undefined,
  planned: Values,
  signal: AbortSignal,
): Promise<Values[]> {
  const blockOf = (values?: Values): Values | undefined =>
    Array.isArray(values?.password) ? values.password.filter(isObject)[0] : undefined;
  const [before, wanted] = [blockOf(prior), blockOf(planned)];
  const said = (block?: Values): string =>
    [block?.display_name, block?.start_date, block?.end_date].map(text).join("\n");
  if (before && wanted && text(wanted.key_id) !== "" && said(before) === said(wanted)) return [before];
  const { credentials } = client.world.entra;
  return attempting(`Could not change the password of application with object ID "${objectId}"`, async () => {
    if (before) await client.write(signal, (token) => credentials.removePassword(token, objectId, text(before.key_id)));
    if (!wanted) return [];
    const lifetime = { start: momentOf(wanted, "start_date"), end: momentOf(wanted, "end_date") };
    const input = { displayName: text(wanted.display_name), ...lifetime };
    const { keyId, secretText, start, end } = await client.write(signal, (token) =>
      credentials.addPassword(token, objectId, input),
    );
    const { clock } = client.world;
    const dates = {
      start_date: text(wanted.start_date) || clock.timestamp(start),
      end_date: text(wanted.end_date) || clock.timestamp(end),
    };
    return [{ ...wanted, ...dates, key_id: keyId, value: secretText }];
  });
}
