import type { Row } from "./row";

export const NETWORKS = {
  "Aiven could not peer": {
    texts: [
      "VPC peering connection cannot be created, more in the state info: …",
      "VPC peering connection request was rejected, state info: …",
    ],
    cause:
      "Aiven could not peer to the network: there is none of that name in that subscription and group, Aiven's role is not effective yet, the ranges overlap, or one half was left over",
    remedy: "read the message, correct it, apply again: the connection is replaced",
  },
  "overlaps a peer": {
    texts: ["VnetAddressSpaceOverlapsWithAlreadyPeeredVnet"],
    cause:
      "the virtual network is peered with another network already whose range overlaps the Aiven VPC's; Azure allows no two such peers",
    remedy: "choose another `networkCidr`, apply",
  },
  "range of the VPC": {
    texts: ["networkCidr: … is not allowed, use an IPv4 range with a prefix length of 20 to 24"],
    cause: "the range of an Aiven VPC is /20 to /24",
    remedy: "choose another `networkCidr`",
  },
  "no id of Aiven's network": {
    texts: ["Aiven accepted the peering but did not say the id of its network"],
    cause: "the connection has no `state_info`",
    remedy: "`terraform apply -replace=…` as it says, or give `remoteVirtualNetworkId`",
  },
  "VPC too young": {
    texts: ["409: VPC is not active"],
    cause: "the Aiven VPC was asked for elsewhere a moment ago",
    remedy: "apply again",
  },
  "network is being changed": {
    texts: ["ReferencedResourceNotProvisioned"],
    cause: "another change of the virtual network was under way",
    remedy: "apply again; let subnets depend on the peering, or the reverse",
  },
} as const satisfies Readonly<Record<string, Row>>;
