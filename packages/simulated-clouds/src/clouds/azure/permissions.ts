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
