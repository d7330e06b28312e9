import type { Claims } from "../../clouds/tokens";
import { ok, warning } from "../../report/lines";
import type { Line } from "../../report/report";
import type { Examination } from "../examination";

const LOOKED = "tenant";

/**
 * Whether what is looked at is the tenant that the stack names. No failure: a provider block that names a tenant takes
 * Terraform there, and this command goes by the environment.
 */
export function tenantLines({ tid }: Claims, { plan }: Examination): Line[] {
  if (tid === undefined) return [];
  const others = [plan.tenantId, ...plan.networks.map(({ tenantId }) => tenantId)].filter(
    (id) => id !== undefined && id.toLowerCase() !== tid.toLowerCase(),
  );
  const [other] = others;
  if (other === undefined) return [ok(LOOKED, tid)];
  return [
    warning(
      LOOKED,
      `signed in to ${tid}, and the peering is to be in ${other}: what is said here is of ${tid}`,
      `export ARM_TENANT_ID=${other}`,
    ),
  ];
}
