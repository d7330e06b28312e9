import { ApiError } from "../api-error";
import { inScope, sameId } from "./resource-id";

export type LockLevel = "CanNotDelete" | "ReadOnly";

/** A management lock on a subscription, a resource group or a resource; it holds for all below. */
export interface Lock {
  readonly scope: string;
  readonly level: LockLevel;
  /** Which of a scope's locks it is. @default - one that nobody chose */
  readonly name?: string;
  readonly notes?: string;
}

export type NamedLock = Lock & { readonly name: string };

const PROVIDER = "providers/Microsoft.Authorization/locks";
export const lockId = ({ scope, name }: NamedLock): string => `${scope}/${PROVIDER}/${name}`;

/** Locks hold for everybody, whatever their rights, and for requests to ARM only. */
export class Locks {
  private locks: NamedLock[] = [];

  /** In place of the one of that name at that scope. */
  add(lock: Lock): NamedLock {
    const named = { name: "lock", ...lock };
    this.remove(named.scope, named.name);
    this.locks.push(named);
    return named;
  }

  /** All at the scope, or the one of that name. */
  remove(scope: string, name?: string): void {
    this.locks = this.locks.filter(
      (lock) => !sameId(lock.scope, scope) || (name !== undefined && !sameId(lock.name, name)),
    );
  }

  find(id: string): NamedLock | undefined {
    return this.locks.find((lock) => sameId(lockId(lock), id));
  }

  /** Those that hold at the scope, and those below it. */
  in(scope: string): NamedLock[] {
    return this.locks.filter((lock) => inScope(lock.scope, scope) || inScope(scope, lock.scope));
  }

  /** A delete is refused for a lock below too: it would take along what is locked. */
  check(method: string, id: string): void {
    // assumed: no lock stands in the way of another lock, as it does not in that of its own removal
    if (method === "GET" || IS_LOCK.test(id)) return;
    const isDelete = method === "DELETE";
    const hit = this.locks.filter(
      ({ scope, level }) =>
        (isDelete || level === "ReadOnly") && (inScope(scope, id) || (isDelete && inScope(id, scope))),
    );
    if (hit.length === 0) return;
    const scopes = [...new Set(hit.map(({ scope }) => `'${scope}'`))].join(",");
    throw new ApiError(
      409,
      "ScopeLocked",
      `The scope '${id}' cannot perform ${isDelete ? "delete" : "write"} operation because following scope(s) are locked: ${scopes}. Please remove the lock and try again.`,
    );
  }
}

const IS_LOCK = /\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i;
