import { ApiError } from "../api-error";
import type { Calls } from "../calls";
import type { Settings } from "../settings";
import { mayCall } from "./members";

export interface Caller {
  readonly apiToken: string;
}

/** What every call of Aiven's API passes first: a token, then a project that exists. */
export class Gateway {
  constructor(
    private readonly calls: Calls,
    private readonly settings: Settings,
  ) {}

  call<T>(caller: Caller, method: string, project: string, path: string, work: () => T): T {
    const call = {
      cloud: "aiven",
      method,
      path: `/v1/project/${project}${path}`,
      identity: "aiven token",
      tenants: [],
    } as const;
    return this.calls.perform(call, () => {
      this.requireToken(caller);
      if (this.settings.aiven.othersProjects.includes(project))
        throw new ApiError(403, "Forbidden", "Not a project member");
      if (!this.settings.aiven.projects.includes(project)) {
        throw new ApiError(404, "NotFound", "Project does not exist");
      }
      // assumed: code and text
      if (!mayCall(this.settings.aiven, method, call.path)) throw new ApiError(403, "Forbidden", "Not authorized");
      return work();
    });
  }

  /** For what belongs to no project. assumed: one that is unknown or has ended is refused like none. */
  requireToken({ apiToken }: Caller): void {
    const { tokens } = this.settings.aiven;
    if (apiToken !== "" && (!tokens || tokens.includes(apiToken))) return;
    throw new ApiError(401, "Unauthorized", "Missing (expired) db token");
  }
}
