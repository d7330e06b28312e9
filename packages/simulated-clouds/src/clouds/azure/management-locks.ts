import { ApiError } from "../api-error";
import type { Arm, RequestContext } from "./arm";
import { lockId, type Lock, type Locks, type NamedLock } from "./locks";
import { inScope, nameOf } from "./resource-id";

const ACTION = "Microsoft.Authorization/locks";

/** Locks as people with the right to see, set and remove them do it: Owner and User Access Administrator have it all. */
export class ManagementLocks {
  constructor(
    private readonly arm: Arm,
    private readonly locks: Locks,
  ) {}

  /** Those at the scope, above it and below it; without those below where `atScope` is asked for. */
  list(context: RequestContext, scope: string, atScope = false): NamedLock[] {
    const id = `${scope === "/" ? "" : scope}/providers/${ACTION}`;
    return this.arm.call(context, { method: "GET", id, action: `${ACTION}/read` }, () =>
      this.locks.in(scope).filter((lock) => !atScope || inScope(lock.scope, scope)),
    );
  }

  get(context: RequestContext, id: string): NamedLock {
    return this.arm.call(context, { method: "GET", id, action: `${ACTION}/read` }, () => {
      const lock = this.locks.find(id);
      if (lock) return lock;
      // assumed: code and text; that it is a 404 is known
      throw new ApiError(404, "LockNotFound", `The lock '${nameOf(id)}' could not be found.`);
    });
  }

  put(context: RequestContext, lock: NamedLock): NamedLock {
    return this.arm.call(context, { method: "PUT", id: lockId(lock), action: `${ACTION}/write` }, () => {
      requireLevel(lock);
      return this.locks.add(lock);
    });
  }

  delete(context: RequestContext, { scope, name }: NamedLock): void {
    const id = lockId({ scope, name, level: "ReadOnly" });
    this.arm.call(context, { method: "DELETE", id, action: `${ACTION}/delete` }, () => this.locks.remove(scope, name));
  }
}

function requireLevel({ level }: Lock): void {
  if (["CanNotDelete", "ReadOnly"].includes(level)) return;
  // assumed: code and text
  throw new ApiError(400, "InvalidLockLevel", `The lock level '${level}' is not valid.`);
}
