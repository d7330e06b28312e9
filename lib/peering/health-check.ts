import type { Sleep } from "@cdktf/provider-time/lib/sleep";
import { TerraformStack } from "cdktf";
import type { AzureVpcPeeringConnection } from "cdktf-provider-aiven/lib/azure-vpc-peering-connection";
import type { Construct } from "constructs";
import { shown } from "../terraform/expressions";
import { placed } from "../terraform/refuse";
import { addressOf } from "../terraform/resources";
import type { AzurePeering } from "./azure-peering";
import { RECREATE_BOTH_SIDES } from "./azure-peering";

export interface CheckedHealth {
  readonly connection: AzureVpcPeeringConnection;
  readonly azurePeering: AzurePeering;
  /** The wait between the creation of Aiven's connection and that of Azure's peering; absent where both existed before. */
  readonly wait?: Sleep;
  /** How both sides are created again, as a command or as steps. */
  readonly recreate: string;
  /** The name of the virtual network. */
  readonly name: string;
}

/**
 * Warns in every plan and apply until Aiven reports the connection ACTIVE, and Azure its peering in sync, where the provider shows that. A
 * new peering has some time for it.
 *
 * It asserts on the resources' own state: a data source in a check that depends on a resource would make every later plan non-empty.
 */
export function checkHealth(peered: Construct, health: CheckedHealth): void {
  checkConnection(peered, health);
  if (health.azurePeering.state !== undefined) checkAzurePeering(peered, health.azurePeering, health);
}

function checkConnection(peered: Construct, { connection, wait, name, recreate }: CheckedHealth): void {
  const address = addressOf(connection);
  const advice = {
    PENDING_PEER: `Aiven looks for Azure's peering every few minutes, for up to 15, and has not found it yet; if that stays so, ${recreate}`,
    REJECTED_BY_PEER: `Azure refused Aiven, mostly for a missing role of Aiven's service principal or overlapping ranges; correct that, ${recreate}`,
    INVALID_SPECIFICATION: `Aiven found no such virtual network, or may not peer to it; correct that, ${recreate}`,
    DELETED_BY_PEER: `Azure's peering was deleted; run terraform apply -replace='${address}', which creates both sides again`,
    // Aiven's tenant may not know the application any more, and then only a disconnected peering can be read without it.
    DELETED: `Aiven's connection was deleted; ${RECREATE_BOTH_SIDES}`,
  };
  const cases = Object.entries(advice).map(([state, text]) => `${state} = ${JSON.stringify(text)}`);
  const otherwise = `look at the VPC in Aiven's console, or ${recreate}`;
  assertThat(peered, `${connection.friendlyUniqueId}_active`, {
    condition: `\${${address}.state == "ACTIVE"${orNew(wait, `${address}.state == "PENDING_PEER"`)}}`,
    error_message:
      `the peering with virtual network ${shown(name)} is \${${address}.state}, not ACTIVE: ` +
      `\${lookup({${cases.join(", ")}}, ${address}.state, ${JSON.stringify(otherwise)})}`,
  });
}

function checkAzurePeering(
  peered: Construct,
  { state, syncLevel }: AzurePeering,
  { connection, wait, name }: CheckedHealth,
): void {
  assertThat(peered, `${connection.friendlyUniqueId}_in_sync`, {
    condition: `\${${state} == "Connected" && ${syncLevel} == "FullyInSync"${orNew(wait, `${state} == "Initiated"`)}}`,
    error_message:
      `Azure's peering of virtual network ${shown(name)} is \${${state}} and \${${syncLevel}}, not Connected and FullyInSync: ` +
      "after a range was added have Aiven refresh its connection (VPC, Refresh VPC connections, in its console); otherwise Aiven has not found " +
      "this peering yet",
  });
}

/**
 * Allows a state while a peering is new. The id of a `time_sleep` is the moment at which it was over, in RFC 3339
 * (https://github.com/hashicorp/terraform-provider-time/blob/main/internal/provider/resource_time_sleep.go), and `plantimestamp()`, which
 * Terraform has from 1.5, changes nothing in a plan. Terraform evaluates both sides of `&&`, so one that fails counts as false.
 */
function orNew(wait: Sleep | undefined, isUsual: string): string {
  if (wait === undefined) return "";
  return ` || (${isUsual} && try(timecmp(plantimestamp(), timeadd(${addressOf(wait)}.id, "${USUAL_TIME}")) < 0, false))`;
}

/** The 15 minutes that Aiven may need (https://aiven.io/docs/platform/howto/vnet-peering-azure), and those that Azure's peering takes before. */
const USUAL_TIME = "20m";

function assertThat(peered: Construct, name: string, assert: { condition: string; error_message: string }): void {
  TerraformStack.of(peered).addOverride(`check.${name}`, {
    assert: { ...assert, error_message: placed(peered, assert.error_message) },
  });
}
