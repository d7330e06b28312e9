import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { Fn, type ITerraformDependable, type TerraformStack, Token } from "cdktf";
import { AzureVpcPeeringConnection } from "cdktf-provider-aiven/lib/azure-vpc-peering-connection";
import { SUBSCRIPTION_ID, TENANT_ID } from "./networks";

const UUID = '"^[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+$"';
const NETWORK =
  '"^(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\\\.Network/virtualNetworks/[^/]+$"';

interface Principal {
  readonly principalId: string;
  readonly roleDefinitionId: string;
}

/** What the networks of one VPC share. */
export interface Peering {
  readonly vpcId: string;
  readonly clientId: string;
  readonly aivenTenantId: string;
  readonly prerequisites: ITerraformDependable[];
  readonly application: Principal;
  readonly aiven: Principal;
}

/** One peered network, as the construct creates it; returns the wait that keeps the state info. */
export function networkByHand(
  stack: TerraformStack,
  id: string,
  peering: Peering,
  network: string,
  provider: AzurermProvider,
): Sleep {
  const [, , , , resourceGroupName, , , , name] = network.split("/");
  const assign = (to: "application" | "aiven") =>
    new RoleAssignment(stack, `${id}_access_${to}`, {
      scope: network,
      principalId: peering[to].principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: peering[to].roleDefinitionId,
    });
  const access = new Sleep(stack, `${id}_access_propagation`, {
    createDuration: "100s",
    triggers: {
      client_id: peering.clientId,
      application_role: assign("application").id,
      aiven_role: assign("aiven").id,
    },
    dependsOn: peering.prerequisites,
  });
  const clientId = access.getStringAttribute("triggers.client_id");
  const connection = new AzureVpcPeeringConnection(stack, `${id}_connection`, {
    vpcId: peering.vpcId,
    azureSubscriptionId: SUBSCRIPTION_ID,
    peerResourceGroup: resourceGroupName,
    vnetName: name,
    peerAzureAppId: clientId,
    peerAzureTenantId: TENANT_ID,
  });
  const address = `aiven_azure_vpc_peering_connection.${connection.friendlyUniqueId}`;
  const wait = new Sleep(stack, `${id}_service-principal-propagation`, {
    createDuration: "30s",
    triggers: {
      client_id: clientId,
      connection_id: connection.id,
      to_tenant_id: `\${try(regex(${UUID}, ${address}.state_info["to-tenant-id"]), ${peering.aivenTenantId})}`,
      to_network_id: `\${try(${address}.state_info["to-network-id"], "")}`,
    },
    lifecycle: {
      ignoreChanges: ['triggers["to_tenant_id"]', 'triggers["to_network_id"]'],
      postcondition: [
        {
          condition:
            `\${self.id == "" || (can(regex(${UUID}, self.triggers["to_tenant_id"])) && ` +
            `can(regex(${NETWORK}, self.triggers["to_network_id"])))}`,
          errorMessage: `Aiven accepted the peering but did not say the tenant or the id of its network; run terraform apply -replace='${address}' to ask again`,
        },
      ],
    },
  });
  const remote = Fn.join("|", [wait.id, wait.getStringAttribute("triggers.to_network_id")]);
  new VirtualNetworkPeering(stack, `${id}_azure-peering`, {
    name: "aiven",
    resourceGroupName,
    virtualNetworkName: name,
    remoteVirtualNetworkId: Token.asString(Fn.element(Fn.split("|", remote), 1)),
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: false,
    allowGatewayTransit: false,
    useRemoteGateways: false,
    lifecycle: { replaceTriggeredBy: [`time_sleep.${wait.friendlyUniqueId}.id`] },
    provider,
  });
  const recreate = `run terraform apply -replace='${address}', which creates both sides again`;
  stack.addOverride(`check.${connection.friendlyUniqueId}_active`, {
    assert: {
      condition:
        `\${${address}.state == "ACTIVE" || (${address}.state == "PENDING_PEER" && ` +
        `try(timecmp(plantimestamp(), timeadd(time_sleep.${wait.friendlyUniqueId}.id, "20m")) < 0, false))}`,
      error_message: `the peering with virtual network ${name} is \${${address}.state}, not ACTIVE: \${lookup({PENDING_PEER = "Aiven looks for the Azure peering every few minutes, for up to 15; run terraform apply -refresh-only later, and if nothing changes look at the peering in Azure", REJECTED_BY_PEER = "Azure refused Aiven, mostly for a missing role of Aiven's service principal or overlapping ranges; correct that and ${recreate}", INVALID_SPECIFICATION = "Aiven found no such virtual network, or may not peer to it; correct that and ${recreate}", DELETED_BY_PEER = "the Azure peering was deleted; ${recreate}", DELETED = "the Aiven connection was deleted; set connected to false and apply, then to true and apply, which creates both sides again"}, ${address}.state, "look at the VPC in Aiven's console, or ${recreate}")}`,
    },
  });
  return wait;
}
