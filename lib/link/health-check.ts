import { TerraformStack } from "cdktf";
import { addressOf } from "../terraform/address";
import type { AzureVpcPeeringConnection } from "../provider-aiven/azure-vpc-peering-connection";

/**
 * Warns in every plan and apply until Aiven reports the connection ACTIVE.
 *
 * It asserts on the resource's own state: a data source in a check that depends on a resource would make every later plan non-empty.
 */
export function checkHealth(connection: AzureVpcPeeringConnection, virtualNetworkName: string): void {
  const address = addressOf(connection);
  const anew = "set connected to false and apply, then to true and apply, which makes both halves anew";
  const advice = {
    PENDING_PEER:
      "Aiven looks for the Azure half every few minutes, for up to 15; run terraform apply -refresh-only later, and if nothing changes look at the peering in Azure",
    REJECTED_BY_PEER: `Azure refused Aiven, mostly for a missing role of Aiven's service principal or overlapping ranges; correct that, ${anew}`,
    INVALID_SPECIFICATION: `Aiven found no such virtual network, or may not peer to it; correct that, ${anew}`,
    DELETED_BY_PEER: `the Azure half was deleted; run terraform apply -replace='${address}', which makes both halves anew`,
    DELETED: `the Aiven half was deleted; ${anew}`,
  };
  const cases = Object.entries(advice).map(([state, text]) => `${state} = ${JSON.stringify(text)}`);
  const otherwise = `look at the VPC in Aiven's console, or ${anew}`;
  TerraformStack.of(connection).addOverride(`check.${connection.friendlyUniqueId}_active`, {
    assert: {
      condition: `\${${address}.state == "ACTIVE"}`,
      error_message:
        `the peering with virtual network ${virtualNetworkName} is \${${address}.state}, not ACTIVE: ` +
        `\${lookup({${cases.join(", ")}}, ${address}.state, ${JSON.stringify(otherwise)})}`,
    },
  });
}
