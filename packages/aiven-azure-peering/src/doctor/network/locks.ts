import type { Lock } from "../../clouds/arm";
import { ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { REMOVING } from "../../troubleshooting/removing";
import { stopped } from "../stopped";
import type { Site } from "./site";

const LOOKED = "locks";

/** Those of the network, its group and its subscription: `ReadOnly` stops an apply, `CanNotDelete` a destroy. */
export async function locksLine({ scope, clouds }: Site): Promise<Line> {
  if (scope === undefined)
    return { looked: LOOKED, verdict: "unknown", found: "the network is known only after an apply" };
  const locks = await clouds.arm.locks(scope);
  const readOnly = locks.find(({ properties }) => properties.level === "ReadOnly");
  if (readOnly) {
    return stopped(LOOKED, REMOVING.locked, {
      found: `${describe(readOnly)} is ReadOnly: nothing can be peered or assigned`,
      remedy: `az lock delete --ids ${readOnly.id}`,
    });
  }
  const [lock] = locks;
  if (!lock) return ok(LOOKED, "none");
  const found = `${describe(lock)} is ${lock.properties.level}: an apply goes through, a destroy does not`;
  const remedy = `before a destroy: az lock delete --ids ${lock.id}`;
  return { ...stopped(LOOKED, REMOVING.locked, { found, remedy }), verdict: "warning" };
}

const describe = ({ id, name }: Lock): string =>
  `${name} of ${id.split("/providers/Microsoft.Authorization/")[0] ?? ""}`;
