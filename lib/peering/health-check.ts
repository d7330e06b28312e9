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
  /** How both sides are created again, as a command or as steps. */
  readonly recreate: string;
  /** The name of the virtual network. */
  readonly name: string;
}

/**
 * Warns in every plan and apply until Aiven reports the connection ACTIVE, and Azure its peering in sync, where the provider shows that.
 *
 * It asserts on the resources' own state: a data source in a check that depends on a resource would make every later plan non-empty.
 */
export function checkHealth(peered: Construct, health: CheckedHealth): void {
  checkConnection(peered, health);
  if (health.azurePeering.state !== undefined) checkAzurePeering(peered, health.azurePeering, health);
}

function checkConnection(peered: Construct, { connection, name, recreate }: CheckedHealth): void {
  const address = addressOf(connection);
  const advice = {
    PENDING_PEER:
      "Aiven looks for Azure's peering every few minutes, for up to 15; run terraform apply -refresh-only later, and if nothing changes look at the peering in Azure",
    REJECTED_BY_PEER: `Azure refused Aiven, mostly for a missing role of Aiven's service principal or overlapping ranges; correct that, ${recreate}`,
    INVALID_SPECIFICATION: `Aiven found no such virtual network, or may not peer to it; correct that, ${recreate}`,
    DELETED_BY_PEER: `Azure's peering was deleted; run terraform apply -replace='${address}', which creates both sides again`,
    // Aiven's tenant may not know the application any more, and then only a disconnected peering can be read without it.
    DELETED: `Aiven's connection was deleted; ${RECREATE_BOTH_SIDES}`,
  };
  const cases = Object.entries(advice).map(([state, text]) => `${state} = ${JSON.stringify(text)}`);
  const otherwise = `look at the VPC in Aiven's console, or ${recreate}`;
  assertThat(peered, `${connection.friendlyUniqueId}_active`, {
    condition: `\${${address}.state == "ACTIVE"}`,
    error_message:
      `the peering with virtual network ${shown(name)} is \${${address}.state}, not ACTIVE: ` +
      `\${lookup({${cases.join(", ")}}, ${address}.state, ${JSON.stringify(otherwise)})}`,
  });
}

function checkAzurePeering(
  peered: Construct,
  { state, syncLevel }: AzurePeering,
  { connection, name }: CheckedHealth,
): void {
  assertThat(peered, `${connection.friendlyUniqueId}_in_sync`, {
    condition: `\${${state} == "Connected" && ${syncLevel} == "FullyInSync"}`,
    error_message:
      `Azure's peering of virtual network ${shown(name)} is \${${state}} and \${${syncLevel}}, not Connected and FullyInSync: ` +
      "after a range was added have Aiven refresh its connection (VPC, Refresh VPC connections, in its console); otherwise Aiven has not found " +
      "this peering yet",
  });
}

function assertThat(peered: Construct, name: string, assert: { condition: string; error_message: string }): void {
  TerraformStack.of(peered).addOverride(`check.${name}`, {
    assert: { ...assert, error_message: placed(peered, assert.error_message) },
  });
}
