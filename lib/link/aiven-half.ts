import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { Precondition } from "cdktf";
import type { Construct } from "constructs";
import { DEFAULT_SERVICE_PRINCIPAL_WAIT } from "../access/propagation";
import { AzureVpcPeeringConnection } from "../provider-aiven/azure-vpc-peering-connection";
import { operand } from "../terraform/hcl";
import { addressOf } from "../terraform/address";
import { after } from "../terraform/after";
import { inLowerCase } from "../terraform/lower-case";
import type { PeeredNetwork } from "../network/resolved-network";
import type { VirtualNetworkLinkProps } from "./virtual-network-link";

/** What Aiven answered, known to whoever reads it here only after the wait for it. */
export interface Answer {
  readonly wait: Sleep;
  readonly clientId: string;
  readonly aivenTenantId: string;
  readonly networkId: string;
}

export interface AivenHalf {
  readonly connection: AzureVpcPeeringConnection;
  readonly answer: Answer;
}

/** Asks Aiven to peer, and keeps its answer. */
export function createAivenHalf(
  scope: Construct,
  props: VirtualNetworkLinkProps,
  network: PeeredNetwork,
  clientId: string,
  precondition: Precondition[],
): AivenHalf {
  const { virtualNetwork, subscription, timeouts } = props;
  const connection = new AzureVpcPeeringConnection(scope, "connection", {
    vpcId: props.vpc.id,
    // Aiven knows these in lower case only, and looks them up as they are written.
    azureSubscriptionId: inLowerCase(network.subscriptionId),
    peerResourceGroup: inLowerCase(virtualNetwork.resourceGroupName),
    vnetName: inLowerCase(virtualNetwork.name),
    peerAzureAppId: clientId,
    peerAzureTenantId: inLowerCase(network.tenantId),
    timeouts: timeouts?.connection ? { create: timeouts.connection, delete: timeouts.connection } : undefined,
    lifecycle: { precondition },
    provider: subscription._providers?.aiven,
  });
  return { connection, answer: keepAnswer(scope, props, connection, clientId) };
}

/**
 * Waits for Aiven's tenant to know the application, and keeps what Aiven answered, which may vanish from the connection once it is
 * ACTIVE. A connection that is made again has an unknown id at plan, which makes a new wait and so a new answer.
 */
function keepAnswer(
  scope: Construct,
  props: VirtualNetworkLinkProps,
  connection: AzureVpcPeeringConnection,
  clientId: string,
): Answer {
  const told = (key: string, otherwise: string) =>
    `\${try(${addressOf(connection)}.state_info["${key}"], ${operand(otherwise)})}`;
  const { applicationTenantId } = props.subscription.identity.aivenServicePrincipal;
  const answers: Record<string, string> = { to_tenant_id: told("to-tenant-id", applicationTenantId) };
  if (props.remoteVirtualNetworkId === undefined) answers.to_network_id = told("to-network-id", "");

  const wait = new Sleep(scope, "answer", {
    createDuration: props.propagation?.servicePrincipal ?? DEFAULT_SERVICE_PRINCIPAL_WAIT,
    triggers: { client_id: clientId, connection_id: connection.id, ...answers },
    lifecycle: {
      ignoreChanges: Object.keys(answers).map((key) => `triggers["${key}"]`),
      postcondition: [
        {
          // With the id, which only the finished wait has, so that no plan is refused for what is yet to be asked.
          condition: `\${self.id == "" || alltrue([for key in ${JSON.stringify(Object.keys(answers))} : self.triggers[key] != ""])}`,
          errorMessage: `Aiven accepted the peering but did not tell the id of its network; run terraform apply -replace='${addressOf(connection)}' to ask again, or give remoteVirtualNetworkId`,
        },
      ],
    },
    provider: props.subscription._providers?.time,
  });
  const kept = (key: string) => wait.getStringAttribute(`triggers.${key}`);
  // Few links are asked for these, and cdktf takes a stack trace for every token.
  return {
    wait,
    get clientId() {
      return kept("client_id");
    },
    get aivenTenantId() {
      return after(wait, kept("to_tenant_id"));
    },
    get networkId() {
      return props.remoteVirtualNetworkId ?? after(wait, kept("to_network_id"));
    },
  };
}
