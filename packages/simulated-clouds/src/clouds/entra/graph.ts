import { ApiError } from "../api-error";
import type { Calls } from "../calls";
import type { Privileges } from "./privileges";
import type { Token } from "./tokens";

/** Whether a caller may; what is asked for has been looked up before. */
export type Right = (privileges: Privileges) => boolean;

/** What every request to Microsoft Graph passes. */
export class Graph {
  constructor(
    private readonly calls: Calls,
    private readonly privileges: Privileges,
  ) {}

  /** Applications and principals, unless another right is named. */
  read<T>(token: Token, path: string, work: () => T, right: Right = (may) => may.mayReadDirectory(token)): T {
    return this.ask(token, "GET", path, right, work);
  }

  write<T>(token: Token, method: "POST" | "PATCH" | "DELETE", path: string, right: Right, work: () => T): T {
    return this.ask(token, method, path, right, work);
  }

  private ask<T>(token: Token, method: string, path: string, right: Right, work: () => T): T {
    const call = { cloud: "graph", method, path, identity: token.identity, tenants: [token.tenantId] } as const;
    return this.calls.perform(call, () => {
      if (right(this.privileges)) return work();
      throw new ApiError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    });
  }
}

export function notFound(objectId: string): ApiError {
  return new ApiError(
    404,
    "Request_ResourceNotFound",
    `Resource '${objectId}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
