import type { Row } from "./row";

export const NETWORKS = {
  "Aiven could not peer": {
    texts: [
      "VPC peering connection cannot be created, more in the state info: …",
      "VPC peering connection request was rejected, state info: …",
      "VPC peering connection specification is invalid",
      "VPC peering connection request was rejected by the peer",
    ],
    cause:
      "Aiven could not peer with the virtual network. It does not exist in that subscription and resource group, Aiven's role is not in effect yet, the address ranges overlap, or one side of an earlier peering is left",
    remedy: "read the message, correct the cause, and apply again, which replaces the connection",
  },
  "overlaps a peer": {
    texts: ["VnetAddressSpaceOverlapsWithAlreadyPeeredVnet"],
    cause:
      "the virtual network is already peered with a network whose address range overlaps that of the Aiven VPC, which Azure does not allow",
    remedy: "set `connected: false` and apply. Then give another `networkCidr`, set `connected: true` and apply",
  },
  "range of the VPC": {
    texts: ["networkCidr: … is not allowed, use an IPv4 range with a prefix length of 20 to 24"],
    cause: "the prefix length of an Aiven VPC is 20 to 24",
    remedy: "choose another `networkCidr`",
  },
  "VPC in use": {
    texts: ["… is not allowed while networks are connected to the Aiven VPC"],
    cause:
      "another range, cloud or project replaces the VPC, and would cut off every service in it. Aiven deletes no VPC with services in it",
    remedy: "see [Another range, cloud or project](upgrading.md#another-range-cloud-or-project)",
  },
  "no id of Aiven's network": {
    texts: ["Aiven accepted the peering but did not return the id of its network"],
    cause: "the connection has no `state_info`, or one without the ids, which is shown as `<nil>`",
    remedy: "`terraform apply -replace=…` as the message says, or give `remoteVirtualNetworkId`",
  },
  "VPC too young": {
    texts: ["409: VPC is not active", "[409 VpcPeeringConnectionCreate]: VPC is not active"],
    cause: "the Aiven VPC was created elsewhere a moment ago",
    remedy: "apply again",
  },
  "network is being changed": {
    texts: ["ReferencedResourceNotProvisioned"],
    cause: "another change of the virtual network was in progress",
    remedy: "apply again. To prevent it, let subnets depend on the peering, or the reverse",
  },
} as const satisfies Readonly<Record<string, Row>>;
