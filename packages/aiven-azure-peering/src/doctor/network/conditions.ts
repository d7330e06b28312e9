/** Whether a condition lets its holder assign some roles. */
export type Judgement = "admitted" | "refused" | "unknown";

const LIST = /:RoleDefinitionId\]\s*(ForAnyOfAnyValues:GuidEquals|ForAnyOfAllValues:GuidNotEquals)\s*\{([^}]*)\}/gi;

/**
 * Of the conditions on role assignments those are understood that the portal writes for "only these roles" and "all but these";
 * one that also speaks of principals is not. https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
 *
 * @param roles their ids, or that they are yet to be defined, so that no condition can name them
 */
export function judge(condition: string | null | undefined, roles: readonly (string | undefined)[] | "new"): Judgement {
  if (condition === undefined || condition === null || condition === "") return "admitted";
  if (!/roleAssignments\/write/i.test(condition)) return "admitted";
  const lists = [...condition.matchAll(LIST)].map(([, how, guids]) => ({
    only: /AnyValues/i.test(how),
    guids: guids.split(",").map((guid) => guid.trim().toLowerCase()),
  }));
  if (lists.length === 0) return "unknown";
  const wanted = roles === "new" ? [NEW] : roles.map((id) => id?.split("/").at(-1)?.toLowerCase());
  if (wanted.includes(undefined)) return "unknown";
  const admits = lists.every(({ only, guids }) => wanted.every((guid) => guids.includes(guid as string) === only));
  if (!admits) return "refused";
  return /:Principal(?:Type|Id)\]/i.test(condition) ? "unknown" : "admitted";
}

/** No guid, and so in no list. */
const NEW = "new";
