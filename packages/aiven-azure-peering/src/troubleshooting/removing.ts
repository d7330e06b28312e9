import type { Row } from "./row";

export const REMOVING = {
  "network replaced": {
    texts: [
      "AuthorizationFailed … does not have authorization to perform action 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete'",
    ],
    where: "after the virtual network was replaced",
    cause: "Azure's peering went with its network, and the application's right with it",
    remedy:
      "`terraform state rm` the `azurerm_virtual_network_peering`, apply. Next time [take the peering off first](networks.md#creating-a-peering-again)",
    through: "azurerm",
  },
  "service in the VPC": {
    texts: ["[409 VpcDelete]"],
    cause: "a service is still in the VPC",
    remedy: "remove or move the service; Terraform does so by itself where `projectVpcId` refers to `peering.vpcId`",
  },
  locked: {
    texts: ["ScopeLocked"],
    cause: "the network, its group or its subscription has a lock",
    remedy: "remove the lock, go on, and put it back",
  },
  "off with another identity": {
    texts: ["Error: Cycle: …", "AADSTS7000215", "AADSTS7000229", "AADSTS700016"],
    varies: true,
    where: "in the apply that takes a peering off",
    cause:
      "the identity was changed together with `connected: false`: what removes Azure's peering would sign in as an application that is only to come",
    remedy:
      "put the former identity back, apply with `connected: false`, then change it and apply with `connected: true`. Should the first apply end in `AuthorizationFailed`, before it `terraform apply -target=` the application's role assignments, and wait some minutes",
  },
  "provider gone": {
    texts: ["Provider configuration not present"],
    cause:
      "the construct was removed from the code, or `azurePeeringProvider` was changed, while its peering existed: the provider that removes Azure's peering went with it",
    remedy: "put it back as it was with `connected: false`, apply, then remove or change it and apply",
  },
} as const satisfies Readonly<Record<string, Row>>;
