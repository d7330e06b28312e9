import type { Row } from "./row";

export const REMOVING = {
  "network replaced": {
    texts: [
      "AuthorizationFailed … does not have authorization to perform action 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete'",
    ],
    where: "after the virtual network was replaced",
    cause: "Azure's peering was removed with the former network, and so was the application's role",
    remedy:
      "`terraform state rm` the `azurerm_virtual_network_peering`, and apply. Next time [disconnect the peering first](networks.md#creating-a-peering-again)",
    through: "azurerm",
    commands: ["terraform state rm 'azurerm_virtual_network_peering.…'", "terraform apply"],
  },
  "service in the VPC": {
    texts: ["[409 VpcDelete]"],
    cause: "a service is still in the VPC",
    remedy:
      "remove the service or move it out of the VPC, and apply. To change the VPC's range, cloud or project, see [Another range, cloud or project](upgrading.md#another-range-cloud-or-project)",
  },
  locked: {
    texts: ["ScopeLocked"],
    cause: "the virtual network, its resource group or its subscription has a lock",
    remedy: "remove the lock, apply or destroy, and create the lock again",
  },
  "disconnected with another identity": {
    texts: ["Error: Cycle: …", "AADSTS7000215", "AADSTS7000229", "AADSTS700016"],
    varies: true,
    where: "in the apply that disconnects a peering",
    cause:
      "the identity was changed together with `connected: false`, so the application that must remove Azure's peering does not exist yet",
    remedy:
      "give the former identity and apply with `connected: false`. Then give the new one and apply with `connected: true`. If the first apply ends in `AuthorizationFailed`, `terraform apply -target=` the application's role assignments before it, and wait some minutes",
  },
  "provider gone": {
    texts: ["Provider configuration not present"],
    cause:
      "the construct was removed from the code, or `azurePeeringProvider` was changed, while its peering existed. The provider that removes Azure's peering was removed with it",
    remedy: "give it as it was, with `connected: false`, and apply. Then remove or change it, and apply",
  },
} as const satisfies Readonly<Record<string, Row>>;
