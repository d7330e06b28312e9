import { ApiError } from "../api-error";
import type { Calls } from "../calls";
import type { Settings } from "../settings";
import { mayCall } from "./members";

/** Whose VPC it is: a project's, or (newer) an organization's. */
export type Owner = { readonly project: string } | { readonly organization: string };

export interface Caller {
  readonly apiToken: string;
}

export const ownerPath = (owner: Owner): string =>
  "project" in owner ? `/v1/project/${owner.project}` : `/v1/organization/${owner.organization}`;

export const sameOwner = (one: Owner, other: Owner): boolean => ownerPath(one) === ownerPath(other);

/** The Aiven API's front door: a token, then a project or organization that exists. */
export class Gateway {
  constructor(
    private readonly calls: Calls,
    private readonly settings: Settings,
  ) {}

  call<T>(caller: Caller, method: string, owner: Owner, path: string, answer: () => T): T {
    const call = {
      cloud: "aiven",
      method,
      path: ownerPath(owner) + path,
      identity: "aiven token",
      tenants: [],
    } as const;
    return this.calls.perform(call, () => {
      this.requireToken(caller);
      const { projects, organizations } = this.settings.aiven;
      if (!("project" in owner ? projects.includes(owner.project) : organizations.includes(owner.organization)))
        throw new ApiError(404, "NotFound", "project" in owner ? "Project does not exist" : "Organization not found");
      // assumed: code and text
      if (!mayCall(this.settings.aiven, method, call.path)) throw new ApiError(403, "Forbidden", "Not authorized");
      return answer();
    });
  }

  /** For what belongs to no project. assumed: one that is unknown or has ended is refused like none. */
  requireToken({ apiToken }: Caller): void {
    const { tokens } = this.settings.aiven;
    if (apiToken !== "" && (!tokens || tokens.includes(apiToken))) return;
    throw new ApiError(401, "Unauthorized", "Missing (expired) db token");
  }
}
