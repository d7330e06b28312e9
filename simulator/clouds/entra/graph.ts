import { ApiError } from "../api-error";
import type { Calls } from "../calls";
import type { Directory } from "./directory";
import type { Token } from "./tokens";

/** Microsoft Graph: reading is open to everybody in the tenant, writing needs an administrator's role. */
export class Graph {
  constructor(
    private readonly calls: Calls,
    private readonly directory: Directory,
  ) {}

  read<T>(token: Token, path: string, answer: () => T): T {
    return this.calls.perform(this.call(token, "GET", path), answer);
  }

  /**
   * assumed: the role is needed for every write. In a tenant that lets its users register applications a person could
   * make their own without it; Aiven's principal needs the role in any tenant.
   */
  write<T>(token: Token, method: "POST" | "PATCH" | "DELETE", path: string, answer: () => T): T {
    return this.calls.perform(this.call(token, method, path), () => {
      if (!this.directory.applicationAdministrators.has(token.principalObjectId)) {
        throw new ApiError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
      }
      return answer();
    });
  }

  private call(token: Token, method: string, path: string) {
    return { cloud: "graph", method, path, identity: token.identity, tenants: [token.tenantId] } as const;
  }
}

export function notFound(objectId: string): ApiError {
  return new ApiError(
    404,
    "Request_ResourceNotFound",
    `Resource '${objectId}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
