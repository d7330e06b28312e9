import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { AzureVpcPeeringConnection } from "../provider-aiven/azure-vpc-peering-connection";
import { addressOf } from "../terraform/address";
import { shown } from "../terraform/hcl";
import { placed } from "../validation/refuse";

/**
 * Warns in every plan and apply until Aiven reports the connection ACTIVE.
 *
 * It asserts on the resource's own state: a data source in a check that depends on a resource would make every later plan non-empty.
 */
export function checkHealth(link: Construct, connection: AzureVpcPeeringConnection, virtualNetworkName: string): void {
  const address = addressOf(connection);
  const again = "set connected to false and apply, then to true and apply, which creates both halves again";
  const advice = {
    PENDING_PEER:
      "Aiven looks for the Azure half every few minutes, for up to 15; run terraform apply -refresh-only later, and if nothing changes look at the peering in Azure",
    REJECTED_BY_PEER: `Azure refused Aiven, mostly for a missing role of Aiven's service principal or overlapping ranges; correct that, ${again}`,
    INVALID_SPECIFICATION: `Aiven found no such virtual network, or may not peer to it; correct that, ${again}`,
    DELETED_BY_PEER: `the Azure half was deleted; run terraform apply -replace='${address}', which creates both halves again`,
    DELETED: `the Aiven half was deleted; ${again}`,
  };
  const cases = Object.entries(advice).map(([state, text]) => `${state} = ${JSON.stringify(text)}`);
  const otherwise = `look at the VPC in Aiven's console, or ${again}`;
  TerraformStack.of(connection).addOverride(`check.${connection.friendlyUniqueId}_active`, {
    assert: {
      condition: `\${${address}.state == "ACTIVE"}`,
      error_message: placed(
        link,
        `the peering with virtual network ${shown(virtualNetworkName)} is \${${address}.state}, not ACTIVE: ` +
          `\${lookup({${cases.join(", ")}}, ${address}.state, ${JSON.stringify(otherwise)})}`,
      ),
    },
  });
}
