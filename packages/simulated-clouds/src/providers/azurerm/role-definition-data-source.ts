import { qualifiedRoleDefinitionId } from "../../clouds/azure/role-definitions";
import type { RoleDefinition } from "../../clouds/azure/rbac";
import { minutes, seconds } from "../../clouds/clock";
import { text, type Values } from "../../protocol/cty";
import type { Context, DataSourceBehaviour } from "../../protocol/provider-definition";
import { doing } from "../azure-sdk/errors";
import { waitForState } from "../state-change";
import type { AzurermClient } from "./client";
import { permissionBlock } from "./role-definition";

/** Without a scope azurerm looks at the root, and so comes by an id without a subscription. */
export const roleDefinition: DataSourceBehaviour<AzurermClient> = {
  async read(config, context) {
    const scope = text(config.scope) || "/";
    const given = text(config.role_definition_id);
    const guid = given || (await findByName(config, scope, context)).guid;
    const role = await doing(
      `retrieving Scoped Role Definition (Scope: "${text(config.scope)}"\nRole Definition: "${guid}")`,
      () => context.client.arm((request) => context.client.world.azure.roleDefinitions.get(request, scope, guid)),
    );
    return {
      id: qualifiedRoleDefinitionId(scope, role.guid),
      name: role.name,
      // asked for by its name, the role's whole id stands here too, and otherwise what was asked with
      role_definition_id: given || qualifiedRoleDefinitionId(scope, role.guid),
      description: role.description,
      type: "Microsoft.Authorization/roleDefinitions",
      permissions: role.permissions.map((permission) => ({
        ...permissionBlock(permission),
        condition: "",
        condition_version: "",
      })),
      assignable_scopes: [...role.assignableScopes],
    };
  },
};

/** A role that was only just defined may not be listed yet: azurerm looks ten times, five seconds apart. */
async function findByName(
  config: Values,
  scope: string,
  { client, signal }: Context<AzurermClient>,
): Promise<RoleDefinition> {
  const find = (): RoleDefinition | undefined =>
    client
      .arm((context) => client.world.azure.roleDefinitions.list(context, scope))
      .find(({ name }) => name === text(config.name));
  const role = await doing("", () =>
    waitForState({
      clock: client.world.clock,
      signal,
      timeout: minutes(5),
      pending: ["retryableerror"],
      target: ["success"],
      minTimeout: seconds(5),
      notFoundChecks: 9,
      refresh: () => {
        const thing = find();
        return thing && { thing, state: "success" };
      },
    }),
  );
  // with a target there is always something to come back with
  return role as RoleDefinition;
}
