import { CloudError } from "../../clouds/cloud-error";
import { failed, ok } from "../../report/lines";
import type { Line } from "../../report/report";
import { NETWORKS } from "../../troubleshooting/networks";
import type { Examination } from "../examination";
import type { PlannedNetwork } from "../intent";
import { stopped } from "../stopped";
import type { Site } from "./site";

const LOOKED = "virtual network";

/** Whether the subscription is one of the tenant in which Terraform is signed in. */
export async function subscriptionLine(
  { subscriptionId, tenantId }: PlannedNetwork,
  { clouds }: Examination,
): Promise<Line[]> {
  const looked = "subscription";
  if (subscriptionId === undefined) return [];
  const { tid = "a tenant that its token does not name" } = await clouds.whoIsSignedIn();
  const elsewhere = (theirs: string | undefined): Line =>
    failed(
      looked,
      `${subscriptionId} is of ${theirs ?? "another tenant"}, signed in to ${tid}`,
      theirs === undefined
        ? "sign in to the tenant of the subscription: az login --tenant …"
        : `az login --tenant ${theirs}`,
    );
  try {
    const found = await clouds.arm.subscription(subscriptionId);
    if (!found) {
      const remedy = "az account list --output table, and name one of these";
      return [failed(looked, `${subscriptionId} is not there, or nobody signed in to ${tid} may see it`, remedy)];
    }
    if (found.state === "Disabled" || found.state === "Deleted") {
      return [failed(looked, `${subscriptionId} is ${found.state}, and nothing can be written in it`)];
    }
    if (differ(found.tenantId, tid)) return [elsewhere(found.tenantId)];
    if (differ(tenantId, found.tenantId)) {
      const remedy = `name tenant ${found.tenantId}, as Aiven is told the tenant of the network`;
      return [failed(looked, `${subscriptionId} is of ${found.tenantId}, and ${tenantId} is written`, remedy)];
    }
    return [ok(looked, `${found.displayName ?? subscriptionId}, of tenant ${found.tenantId ?? tid}`)];
  } catch (error) {
    // so Resource Manager refuses the token of another tenant
    if (error instanceof CloudError && error.code === "InvalidAuthenticationTokenTenant") return [elsewhere(tenantId)];
    throw error;
  }
}

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.toLowerCase() !== other.toLowerCase();

export function virtualNetworkLine({ network, found }: Site): Line {
  if (found) {
    const { provisioningState = "Succeeded", addressSpace } = found.properties;
    const is = `in ${found.location}, ${(addressSpace?.addressPrefixes ?? []).join(", ")}`;
    if (provisioningState === "Succeeded") return ok(LOOKED, is);
    const row = NETWORKS["network is being changed"];
    return { ...stopped(LOOKED, row, { found: `${provisioningState}, ${is}` }), verdict: "warning" };
  }
  if (network.created) return ok(LOOKED, "yet to be created by this stack");
  if (network.id === undefined) {
    return { looked: LOOKED, verdict: "unknown", found: "its id is known only after an apply" };
  }
  return stopped(LOOKED, NETWORKS["Aiven could not peer"], {
    found: `there is no ${network.name ?? network.id} in ${network.resourceGroup ?? "its group"}`,
    remedy: `correct its id: az network vnet list --subscription ${network.subscriptionId ?? ""} --query "[].id" --output tsv`,
  });
}
