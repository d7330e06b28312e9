import { TerraformStack } from "cdktf";
import { AivenAzurePeering, AzureVirtualNetwork, PeeringApplication } from "cdktf-aiven-azure-peering";
import { networkCidr, networks, TENANT_ID } from "./networks";

const network = (id: string) => AzureVirtualNetwork.fromId(id, { tenantId: TENANT_ID });

/** Peers `count` virtual networks by the construct. */
export function byConstruct(stack: TerraformStack, count: number): void {
  const identity = new PeeringApplication(stack, "identity", { propagation: "0s" });
  networks(count).forEach(([first, ...others], vpc) => {
    const peering = new AivenAzurePeering(stack, `peering-${vpc}`, {
      project: "my-project",
      networkCidr: networkCidr(vpc),
      cloudName: "azure-japaneast",
      virtualNetwork: network(first),
      identity,
    });
    others.forEach((id, index) => peering.addVirtualNetwork(`network-${index}`, network(id)));
  });
}
