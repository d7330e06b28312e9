import { randomUUID } from "node:crypto";
import type { RequestContext } from "../../clouds/azure/arm";
import { qualifiedRoleDefinitionId } from "../../clouds/azure/role-definitions";
import type { RoleAssignmentInput, ShownRoleAssignment } from "../../clouds/azure/role-assignments";
import { nameOf } from "../../clouds/azure/resource-id";
import { seconds } from "../../clouds/clock";
import { flag, text, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import type { Change } from "../../protocol/provider-definition";
import { refreshed } from "../azure-sdk/drift";
import { doing, RequestError } from "../azure-sdk/errors";
import { pauseOrFail } from "../pause";
import { waitForState } from "../state-change";
import type { AzurermClient } from "./client";
import { SDK, TIMEOUTS, type Behaviour } from "./common";
import { importAsExists } from "./ids";

const PROVIDER = "/providers/Microsoft.Authorization/roleAssignments/";
const describeAssignment = (id: string): string =>
  `Scoped Role Assignment (Scoped Role Assignment (Scope: "${id.split(PROVIDER)[0]}"\nRole Assignment Name: "${nameOf(id)}"))`;
const KEPT = ["description", "condition", "condition_version", "delegated_managed_identity_resource_id"];

export const roleAssignment: Behaviour = {
  ...SDK,
  timeouts: TIMEOUTS,
  forceNew: [
    "name",
    "scope",
    "role_definition_id",
    "role_definition_name",
    "principal_id",
    "principal_type",
    "delegated_managed_identity_resource_id",
  ],
  plan: ignoreCase,

  async create(planned, { client, signal, timeout }) {
    const scope = text(planned.scope);
    const definition = await definitionOf(client, planned, scope);
    const name = text(planned.name) || randomUUID();
    const id = `${scope}${PROVIDER}${name}`;
    const existing = await doing(`checking for presence of existing ${describeAssignment(id)}`, () =>
      client.find((context) => client.world.azure.roleAssignments.get(context, id)),
    );
    if (existing) throw importAsExists("azurerm_role_assignment", id);
    const input = inputOf(planned, name, definition);
    await doing("", () => createWhenPrincipalIsKnown(client, scope, input, signal, timeout));
    // until it was read five times in a row, five seconds apart, Terraform has no id of it
    await doing(`failed waiting for ${describeAssignment(id)} to finish replicating`, () =>
      waitForState({
        clock: client.world.clock,
        signal,
        timeout,
        pending: ["pending"],
        target: ["ready"],
        minTimeout: seconds(5),
        continuousTargetOccurrence: 5,
        refresh: () => {
          const thing = client.find((context) => client.world.azure.roleAssignments.get(context, id));
          return { thing, state: thing ? "ready" : "pending" };
        },
      }),
    );
    try {
      return { id, ...(await stateOf(client, id)) };
    } catch (error) {
      // azurerm has set the id by now: what cannot be read is in the state, and replaced by the next apply
      if (!(error instanceof Failure)) throw error;
      throw new Failure(error.diagnostics, { ...planned, id, role_definition_id: definition });
    }
  },

  async read(current, { client }) {
    const id = text(current.id);
    const assignment = await doing(`retrieving ${describeAssignment(id)}`, () =>
      client.find((context) => client.world.azure.roleAssignments.get(context, id)),
    );
    return assignment ? refreshed(current, await stateOf(client, id, assignment)) : null;
  },

  async update(prior, planned, { client }) {
    await doing(`updating ${describeAssignment(text(prior.id))}`, () =>
      client.arm((context) =>
        client.world.azure.roleAssignments.update(context, text(prior.id), propertiesOf(planned)),
      ),
    );
    return {};
  },

  async delete(prior, { client }) {
    await doing("", () => client.arm((context) => client.world.azure.roleAssignments.delete(context, text(prior.id))));
  },

  importState(id) {
    if (!/\/providers\/Microsoft\.Authorization\/roleAssignments\/[^/]+$/.test(id)) {
      throw new Failure({ summary: `could not parse Role Assignment ID "${id}"` });
    }
    return { id };
  },
};

/** Ids and names of roles differ only in case: no change. */
function ignoreCase({ prior, planned }: Change): void {
  for (const name of ["role_definition_id", "role_definition_name"]) {
    const [before, after] = [prior?.[name], planned[name]];
    if (typeof before !== "string" || typeof after !== "string") continue;
    if (before.toLowerCase() === after.toLowerCase()) planned[name] = before;
  }
}

async function definitionOf(client: AzurermClient, planned: Values, scope: string): Promise<string> {
  const name = text(planned.role_definition_name);
  if (name === "") return text(planned.role_definition_id);
  const roles = await doing("listing role definitions", () =>
    client.arm((context) => client.world.azure.roleDefinitions.list(context, scope)),
  );
  const role = roles.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!role) throw new Failure({ summary: `listing role definitions: could not find role \`${name}\`` });
  return qualifiedRoleDefinitionId(scope, role.guid);
}

const propertiesOf = (planned: Values): Record<string, unknown> => ({
  ...Object.fromEntries(KEPT.map((name) => [name, planned[name] ?? null])),
  condition_version: text(planned.condition_version) || (text(planned.condition) ? "2.0" : ""),
});

function inputOf(planned: Values, name: string, definition: string): RoleAssignmentInput {
  const type = flag(planned.skip_service_principal_aad_check) ? "ServicePrincipal" : undefined;
  return {
    name,
    roleDefinitionId: definition,
    principalId: text(planned.principal_id),
    principalType: text(planned.principal_type) || type,
    properties: propertiesOf(planned),
  };
}

/** A principal that ARM does not know yet (PrincipalNotFound) is waited for, up to the whole timeout. */
async function createWhenPrincipalIsKnown(
  client: AzurermClient,
  scope: string,
  input: RoleAssignmentInput,
  signal: AbortSignal,
  timeout: number,
): Promise<void> {
  const { clock, azure } = client.world;
  const request = (context: RequestContext) => azure.roleAssignments.create(context, scope, input);
  for (const deadline = clock.now() + timeout; ; await pauseOrFail(client.world, seconds(10), signal)) {
    try {
      client.arm(request);
      return;
    } catch (error) {
      const isWaiting = error instanceof RequestError && error.message.includes("PrincipalNotFound");
      if (!isWaiting || clock.now() >= deadline) throw error;
    }
  }
}

/** Reading an assignment reads its role too, for the name. */
async function stateOf(client: AzurermClient, id: string, known?: ShownRoleAssignment): Promise<Values> {
  const { azure } = client.world;
  const assignment =
    known ??
    (await doing(`retrieving ${describeAssignment(id)}`, () =>
      client.arm((context) => azure.roleAssignments.get(context, id)),
    ));
  const { scope, principalId, principalType, roleGuid, roleDefinitionId: definition } = assignment;
  const properties = assignment.properties as Values;
  const role = await doing(`retrieving Role Definition "${definition}"`, () =>
    client.arm((context) => azure.roleDefinitions.get(context, definition.split("/providers/")[0] || "/", roleGuid)),
  );
  return {
    name: nameOf(id),
    scope,
    principal_id: principalId,
    principal_type: principalType,
    role_definition_id: definition,
    role_definition_name: role.name,
    ...Object.fromEntries(KEPT.map((name) => [name, properties[name] ?? null])),
  };
}
