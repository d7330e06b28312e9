import type { AivenVpc } from "../clouds/aiven";
import type { SubjectNetwork } from "../subject/subject";
import type { Sides } from "../subject/peerings";

/** What `status --json` says beside the lines: the states as the clouds name them. */
export const peeringData = (
  vpc: AivenVpc | undefined,
  peerings: readonly { readonly network: SubjectNetwork; readonly sides: Sides }[],
) => ({
  vpc: vpc
    ? { id: vpc.project_vpc_id, state: vpc.state, cloudName: vpc.cloud_name, networkCidr: vpc.network_cidr }
    : null,
  peerings: peerings.map(({ network, sides: { aiven, azure } }) => ({
    virtualNetworkId: network.id ?? null,
    link: network.link ?? null,
    aiven: aiven ? { state: aiven.state, stateInfo: aiven.state_info } : null,
    azure: azure
      ? {
          name: azure.name,
          peeringState: azure.properties.peeringState ?? null,
          peeringSyncLevel: azure.properties.peeringSyncLevel ?? null,
          remoteVirtualNetworkId: azure.properties.remoteVirtualNetwork?.id ?? null,
        }
      : null,
  })),
});
