import { randomUUID } from "node:crypto";
import { ApiError } from "../../clouds/api-error";
import type { CallersTime } from "../callers-time";
import { noContent, ok, route, type Response, type Request, type Route } from "../router";

/** How far something is that goes on after the response. */
export type Progress =
  { readonly status: "InProgress" | "Succeeded" } | { readonly status: "Failed"; readonly error: Failed };
interface Failed {
  readonly code: string;
  readonly message: string;
}

const PROVIDER = "/subscriptions/:subscription/providers/:namespace/locations/:location";

/** Operations that outlast their request. Clients poll what `Azure-AsyncOperation` or `Location` names. */
export class Operations {
  private readonly byId = new Map<string, () => Progress>();

  constructor(private readonly time: CallersTime) {}

  /** The headers that say where a client has to look. */
  start({ origin, path, query }: Request, progress: () => Progress): Record<string, string> {
    const id = randomUUID();
    this.byId.set(id, progress);
    const [, subscription = "", namespace = "Microsoft.Resources"] =
      /^\/subscriptions\/([^/]+)(?:.*\/providers\/([^/]+))?/i.exec(path) ?? [];
    const base = `${origin}/subscriptions/${subscription}/providers/${namespace}/locations/simulated`;
    const version = `api-version=${query.get("api-version") ?? ""}`;
    return {
      "azure-asyncoperation": `${base}/operations/${id}?${version}`,
      location: `${base}/operationResults/${id}?${version}`,
      "retry-after": "1",
    };
  }

  /** The response to a delete where something was there: it is gone by the first look. */
  deleted(request: Request): Response {
    return { status: 202, headers: this.start(request, () => ({ status: "Succeeded" })) };
  }

  routes(): Route[] {
    return [
      route("GET", `${PROVIDER}/operations/:id`, ({ at }) => {
        const progress = this.look(at.id);
        const later: Record<string, string> = progress.status === "InProgress" ? { "retry-after": "1" } : {};
        return ok(progress, later);
      }),
      route("GET", `${PROVIDER}/operationResults/:id`, ({ at }) => {
        const { status } = this.look(at.id);
        return status === "InProgress" ? { status: 202, headers: { "retry-after": "1" } } : noContent;
      }),
    ];
  }

  private look(id: string): Progress {
    const progress = this.byId.get(id)?.();
    if (!progress) throw new ApiError(404, "NotFound", `The entity was not found: operation '${id}'.`);
    if (progress.status === "InProgress") this.time.notYet();
    return progress;
  }
}
