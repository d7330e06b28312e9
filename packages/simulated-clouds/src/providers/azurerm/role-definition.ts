import { randomUUID } from "node:crypto";
import { qualifiedRoleDefinitionId, type RoleDefinitionInput } from "../../clouds/azure/role-definitions";
import type { Permission } from "../../clouds/azure/permissions";
import type { RoleDefinition } from "../../clouds/azure/rbac";
import { seconds } from "../../clouds/clock";
import { isObject, text, texts, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { refreshed } from "../azure-sdk/drift";
import { doing } from "../azure-sdk/errors";
import { waitForState } from "../state-change";
import { SDK, type Behaviour } from "./common";
import { importAsExists } from "./ids";

/** azurerm's own id of a role: the role's resource id and the scope it was defined at, with a bar between. */
interface RoleId {
  readonly resourceId: string;
  readonly guid: string;
  readonly scope: string;
}

export const roleDefinition: Behaviour = {
  ...SDK,
  timeouts: { create: "30m", read: "5m", update: "60m", delete: "30m" },
  forceNew: ["role_definition_id", "scope"],

  async create(planned, { client }) {
    const { roleDefinitions } = client.world.azure;
    const scope = text(planned.scope);
    const guid = text(planned.role_definition_id) || randomUUID();
    const resourceId = qualifiedRoleDefinitionId(scope, guid);
    const checking = `checking for presence of existing Role Definition ID for "${text(planned.name)}" (Scope "${scope}")`;
    const existing = await doing(checking, () => client.find((context) => roleDefinitions.get(context, scope, guid)));
    if (existing) throw importAsExists("azurerm_role_definition", `${resourceId}|${scope}`);
    const input = inputOf(planned, scope);
    await doing("", () => client.arm((context) => roleDefinitions.put(context, scope, guid, input)));
    return {
      id: `${resourceId}|${scope}`,
      role_definition_id: guid,
      role_definition_resource_id: resourceId,
      assignable_scopes: [...input.assignableScopes],
    };
  },

  async read(current, { client }) {
    const id = parseId(text(current.id));
    const role = await doing(`retrieving Role Definition "${id.guid}" (Scope "${id.scope}")`, () =>
      client.find((context) => client.world.azure.roleDefinitions.get(context, id.scope, id.guid)),
    );
    return role ? refreshed(current, stateOf(id, role)) : null;
  },

  /** Azure makes a new copy of the role at an update, so azurerm waits until it has seen the new one twelve times. */
  async update(prior, planned, { client, signal, timeout }) {
    const id = parseId(text(prior.id));
    const { roleDefinitions } = client.world.azure;
    const input = inputOf(planned, id.scope);
    const name = `Role Definition "${id.guid}" (Scope "${id.scope}")`;
    await doing(`updating ${name}`, () =>
      client.arm((context) => roleDefinitions.put(context, id.scope, id.guid, input)),
    );
    await doing(`waiting for ${name} to settle down`, () =>
      waitForState({
        clock: client.world.clock,
        signal,
        timeout,
        pending: ["Pending"],
        target: ["Updated"],
        delay: seconds(60),
        minTimeout: seconds(10),
        continuousTargetOccurrence: 12,
        refresh: () => ({
          thing: client.arm((context) => roleDefinitions.get(context, id.scope, id.guid)),
          state: "Updated",
        }),
      }),
    );
    return { assignable_scopes: [...input.assignableScopes] };
  },

  /** A deleted role must be seen gone twenty times, ten seconds apart: about three minutes. */
  async delete(prior, { client, signal, timeout }) {
    const id = parseId(text(prior.id));
    const { roleDefinitions } = client.world.azure;
    const name = `Role Definition "${id.guid}" (Scope "${id.scope}")`;
    await doing(`deleting ${name}`, () => client.arm((context) => roleDefinitions.delete(context, id.scope, id.guid)));
    await doing(`waiting for delete on ${name} to complete`, () =>
      waitForState({
        clock: client.world.clock,
        signal,
        timeout,
        pending: ["Pending"],
        target: ["Deleted", "NotFound"],
        minTimeout: seconds(10),
        continuousTargetOccurrence: 20,
        refresh: () => {
          const role = client.find((context) => roleDefinitions.get(context, id.scope, id.guid));
          return { thing: role, state: role ? "Pending" : "NotFound" };
        },
      }),
    );
  },

  importState(id) {
    parseId(id);
    return { id };
  },
};

function parseId(id: string): RoleId {
  const [resourceId, scope] = id.split("|");
  const guid = /\/roleDefinitions\/([^/]+)$/.exec(resourceId)?.[1];
  if (scope === undefined || guid === undefined) {
    throw new Failure({
      summary: `could not parse Role Definition ID, invalid format "${id}"`,
    });
  }
  return { resourceId, guid, scope };
}

function inputOf(planned: Values, scope: string): RoleDefinitionInput {
  const blocks = Array.isArray(planned.permissions) ? planned.permissions.filter(isObject) : [];
  const scopes = texts(planned.assignable_scopes);
  return {
    name: text(planned.name),
    description: text(planned.description),
    permissions: blocks.map((block) => ({
      actions: texts(block.actions),
      notActions: texts(block.not_actions),
      dataActions: texts(block.data_actions),
      notDataActions: texts(block.not_data_actions),
    })),
    // a role can be assigned where it is defined unless it says otherwise
    assignableScopes: scopes.length > 0 ? scopes : [scope],
  };
}

const stateOf = (id: RoleId, role: RoleDefinition): Values => ({
  scope: id.scope,
  role_definition_id: id.guid,
  role_definition_resource_id: id.resourceId,
  name: role.name,
  description: role.description,
  permissions: role.permissions.map((permission) => {
    const given = Object.entries(permissionBlock(permission)).map(([name, list]) => [
      name,
      texts(list).length > 0 ? list : null,
    ]);
    return Object.fromEntries(given) as Values;
  }),
  assignable_scopes: [...role.assignableScopes],
});

export const permissionBlock = (permission: Permission): Values => ({
  actions: [...permission.actions],
  not_actions: [...permission.notActions],
  data_actions: [...permission.dataActions],
  not_data_actions: [...permission.notDataActions],
});
