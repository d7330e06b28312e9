import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { Precondition, TerraformProvider } from "cdktf";
import { AzureVpcPeeringConnection } from "cdktf-provider-aiven/lib/azure-vpc-peering-connection";
import type { Construct } from "constructs";
import { DEFAULT_SERVICE_PRINCIPAL_WAIT } from "../access/propagation";
import type { ResolvedNetwork } from "../network/resolved-network";
import { after, inLowerCase, operand } from "../terraform/expressions";
import { placed } from "../terraform/refuse";
import { addressOf, ImportBlock, protect } from "../terraform/resources";
import type { PeeredVirtualNetworkOptions } from "./peered-virtual-network-options";

export interface ConnectionProps {
  readonly vpcId: string;
  readonly network: ResolvedNetwork;
  readonly options: PeeredVirtualNetworkOptions;
  /** The application's client id, known once Azure honours its rights. */
  readonly clientId: string;
  /** Aiven's tenant as its application has it, should Aiven not return one. */
  readonly aivenTenantId: string;
  readonly preconditions?: Precondition[];
  readonly aiven?: TerraformProvider;
  readonly time?: TerraformProvider;
}

/** What Aiven returns in `state_info`, known to whoever reads it here only after the wait. */
export interface StateInfo {
  readonly wait: Sleep;
  /** The attribute that changes when Aiven's connection was created again. */
  readonly renewed: string;
  readonly clientId: string;
  readonly aivenTenantId: string;
  readonly networkId: string;
}

export interface Connection {
  readonly connection: AzureVpcPeeringConnection;
  readonly stateInfo: StateInfo;
}

/** Asks Aiven to peer, and keeps its state info. */
export function createConnection(scope: Construct, props: ConnectionProps): Connection {
  const { network, options, clientId, preconditions } = props;
  const timeout = options.timeouts?.connection;
  const connection = protect(
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
 * Waits for Aiven's tenant to know the application, and keeps what Aiven returns, which may vanish from the connection once it is
 * ACTIVE. A connection that is created again has an unknown id at plan, which replaces the wait, and so the new values are kept.
 */
function keepStateInfo(scope: Construct, props: ConnectionProps, connection: AzureVpcPeeringConnection): StateInfo {
  const { propagation, remoteVirtualNetworkId } = props.options;
  // The provider turns whatever the API returns into text, null into `<nil>`.
  const returned = (key: string) => `${addressOf(connection)}.state_info["${key}"]`;
  const values: Record<string, string> = {
    to_tenant_id: `\${try(regex(${JSON.stringify(ANY_UUID)}, ${returned("to-tenant-id")}), ${operand(props.aivenTenantId)})}`,
  };
  if (remoteVirtualNetworkId === undefined) values.to_network_id = `\${try(${returned("to-network-id")}, "")}`;

  const wait = protect(
    new Sleep(scope, "service-principal-propagation", {
      createDuration: propagation?.servicePrincipal ?? DEFAULT_SERVICE_PRINCIPAL_WAIT,
      triggers: { client_id: props.clientId, connection_id: connection.id, ...values },
      lifecycle: {
        ignoreChanges: Object.keys(values).map((key) => `triggers["${key}"]`),
        postcondition: [
          {
            // With the id, which only the finished wait has, so that no plan is refused before Aiven was asked.
            condition: `\${self.id == "" || (${isKept("to_tenant_id", ANY_UUID)} && ${remoteVirtualNetworkId === undefined ? isKept("to_network_id", NETWORK_ID) : "true"})}`,
            errorMessage: placed(
              scope,
              "Aiven accepted the peering but did not return the id of its network and its tenant (to-network-id: " +
                `"\${try(self.triggers["to_network_id"], "")}", to-tenant-id: "\${self.triggers["to_tenant_id"]}"); ` +
                `run terraform apply -replace='${addressOf(connection)}' to create it again, or give remoteVirtualNetworkId`,
            ),
          },
        ],
      },
      provider: props.time,
    }),
  );
  const kept = (key: string) => wait.getStringAttribute(`triggers.${key}`);
  // Few networks are asked for these, and cdktf takes a stack trace for every token.
  return {
    wait,
    // Where both sides are imported the wait is new, which OpenTofu counts as a change: it would replace the peering that it imports.
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

// Without braces, by which cdktf would count where an expression ends.
const ANY_UUID = "^[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+$";
const NETWORK_ID =
  "^(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Network/virtualNetworks/[^/]+$";

const isKept = (trigger: string, form: string): string =>
  `can(regex(${JSON.stringify(form)}, self.triggers[${JSON.stringify(trigger)}]))`;
