import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { Precondition, TerraformProvider } from "cdktf";
import { AzureVpcPeeringConnection } from "cdktf-provider-aiven/lib/azure-vpc-peering-connection";
import type { Construct } from "constructs";

import { DEFAULT_SERVICE_PRINCIPAL_WAIT } from "../access/propagation";
import type { ResolvedNetwork } from "../network/resolved-network";
import { addressOf } from "../terraform/resources";
import { after } from "../terraform/expressions";
import { operand } from "../terraform/expressions";
import { ImportBlock } from "../terraform/resources";
import { inLowerCase } from "../terraform/expressions";
import { lockLogicalId } from "../terraform/resources";
import { placed } from "../terraform/refuse";
import type { PeeredVirtualNetworkOptions } from "./peered-virtual-network-options";

export interface ConnectionProps {
  readonly vpcId: string;
  readonly network: ResolvedNetwork;
  readonly options: PeeredVirtualNetworkOptions;
  /** The application's client id, known once Azure honours its rights. */
  readonly clientId: string;
  /** Aiven's tenant as its application has it, should Aiven's answer not name one. */
  readonly aivenTenantId: string;
  readonly preconditions?: Precondition[];
  readonly aiven?: TerraformProvider;
  readonly time?: TerraformProvider;
}

/** What Aiven answered, known to whoever reads it here only after the wait for it. */
export interface StateInfo {
  readonly wait: Sleep;
  /** The attribute that changes when Aiven's connection was made again. */
  readonly renewed: string;
  readonly clientId: string;
  readonly aivenTenantId: string;
  readonly networkId: string;
}

export interface Connection {
  readonly connection: AzureVpcPeeringConnection;
  readonly stateInfo: StateInfo;
}

/** Asks Aiven to peer, and keeps its stateInfo. */
export function createConnection(scope: Construct, props: ConnectionProps): Connection {
  const { network, options, clientId, preconditions } = props;
  const timeout = options.timeouts?.connection;
  const connection = lockLogicalId(
    new AzureVpcPeeringConnection(scope, "connection", {
      vpcId: props.vpcId,
      // Aiven knows these in lower case only, and looks them up as they are written.
      azureSubscriptionId: inLowerCase(network.subscriptionId),
      peerResourceGroup: inLowerCase(network.resourceGroupName),
      vnetName: inLowerCase(network.name),
      peerAzureAppId: clientId,
      peerAzureTenantId: inLowerCase(network.tenantId),
      timeouts: timeout ? { create: timeout, delete: timeout } : undefined,
      lifecycle: preconditions && { precondition: preconditions },
      provider: props.aiven,
    }),
  );
  if (options.importExisting) {
    const id = `${props.vpcId}/${inLowerCase(network.subscriptionId)}/${inLowerCase(network.name)}`;
    new ImportBlock(connection, id);
  }
  return { connection, stateInfo: keepStateInfo(scope, props, connection) };
}

/**
 * Waits for Aiven's tenant to know the application, and keeps what Aiven answered, which may vanish from the connection once it is
 * ACTIVE. A connection that is created again has an unknown id at plan, which makes a new wait and so keeps the new stateInfo.
 */
function keepStateInfo(scope: Construct, props: ConnectionProps, connection: AzureVpcPeeringConnection): StateInfo {
  const { propagation, remoteVirtualNetworkId } = props.options;
  const said = (key: string, otherwise: string) =>
    `\${try(${addressOf(connection)}.state_info["${key}"], ${operand(otherwise)})}`;
  const answers: Record<string, string> = { to_tenant_id: said("to-tenant-id", props.aivenTenantId) };
  if (remoteVirtualNetworkId === undefined) answers.to_network_id = said("to-network-id", "");

  const wait = lockLogicalId(
    new Sleep(scope, "service-principal-propagation", {
      createDuration: propagation?.servicePrincipal ?? DEFAULT_SERVICE_PRINCIPAL_WAIT,
      triggers: { client_id: props.clientId, connection_id: connection.id, ...answers },
      lifecycle: {
        ignoreChanges: Object.keys(answers).map((key) => `triggers["${key}"]`),
        postcondition: [
          {
            // With the id, which only the finished wait has, so that no plan is refused for what is yet to be asked.
            condition: `\${self.id == "" || alltrue([for key in ${JSON.stringify(Object.keys(answers))} : self.triggers[key] != ""])}`,
            errorMessage: placed(
              scope,
              `Aiven accepted the peering but did not say the id of its network; run terraform apply -replace='${addressOf(connection)}' to ask again, or give remoteVirtualNetworkId`,
            ),
          },
        ],
      },
      provider: props.time,
    }),
  );
  const kept = (key: string) => wait.getStringAttribute(`triggers.${key}`);
  // Few links are asked for these, and cdktf takes a stack trace for every token.
  return {
    wait,
    // Where both sides are imported the wait is new, which OpenTofu counts as a change: it would replace the half that it imports.
    renewed: `${addressOf(props.options.importExisting ? connection : wait)}.id`,
    get clientId() {
      return kept("client_id");
    },
    get aivenTenantId() {
      return after(wait, kept("to_tenant_id"));
    },
    get networkId() {
      return remoteVirtualNetworkId ?? after(wait, kept("to_network_id"));
    },
  };
}
