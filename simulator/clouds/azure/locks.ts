import { ApiError } from "../api-error";
import { inScope, sameId } from "./resource-id";

export type LockLevel = "CanNotDelete" | "ReadOnly";

/** A management lock on a subscription, a resource group or a resource; it holds for all below. */
export interface Lock {
  readonly scope: string;
  readonly level: LockLevel;
}

/** Locks hold for everybody, whatever their rights, and for requests to ARM only. */
export class Locks {
  private locks: Lock[] = [];

  add(lock: Lock): void {
    this.remove(lock.scope);
    this.locks.push(lock);
  }

  remove(scope: string): void {
    this.locks = this.locks.filter((lock) => !sameId(lock.scope, scope));
  }

  /** Those that hold at the scope, and those below it. */
  in(scope: string): Lock[] {
    return this.locks.filter((lock) => inScope(lock.scope, scope) || inScope(scope, lock.scope));
  }

  /** A delete is refused for a lock below too: it would take along what is locked. */
  check(method: string, id: string): void {
    if (method === "GET") return;
    const isDelete = method === "DELETE";
    const hit = this.locks.filter(
      ({ scope, level }) =>
        (isDelete || level === "ReadOnly") && (inScope(scope, id) || (isDelete && inScope(id, scope))),
    );
    if (hit.length === 0) return;
    const scopes = hit.map(({ scope }) => `'${scope}'`).join(",");
    throw new ApiError(
      409,
      "ScopeLocked",
      `The scope '${id}' cannot perform ${isDelete ? "delete" : "write"} operation because following scope(s) are locked: ${scopes}. Please remove the lock and try again.`,
    );
  }
}
