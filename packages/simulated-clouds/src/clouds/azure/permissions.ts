/** Actions, as roles grant and deny assignments refuse them. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

/** Whether the action is among those it names. */
export function grants({ actions, notActions }: Permission, action: string): boolean {
  const covers = (pattern: string): boolean => wildcard(pattern).test(action);
  return actions.some(covers) && !notActions.some(covers);
}

/** `*` stands for any characters, slashes too; case does not matter. */
function wildcard(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i");
}

/** The condition that the portal writes for "only these roles"; the roles by their ids without a scope. */
export function onlyRoles(guids: readonly string[]): string {
  const about = (action: string, source: string): string =>
    `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'})) OR (@${source}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${guids.join(", ")}}))`;
  return `${about("write", "Request")} AND ${about("delete", "Resource")}`;
}

/**
 * The only roles that a condition admits; undefined where it is about something else, such as principals or blobs, which
 * nothing here depends on.
 */
export function rolesAdmittedBy(condition: unknown): string[] | undefined {
  if (typeof condition !== "string") return undefined;
  const listed = [...condition.matchAll(/:RoleDefinitionId\]\s*ForAnyOfAnyValues:GuidEquals\s*\{([^}]*)\}/gi)];
  if (listed.length === 0) return undefined;
  const lists = listed.map(([, guids]) => guids.split(",").map((guid) => guid.trim().toLowerCase()));
  // one list for assigning, one for taking away: a role must be in all
  return lists[0].filter((guid) => lists.every((list) => list.includes(guid)));
}
