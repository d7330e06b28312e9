import type { Row } from "./row";

export const PEERINGS = {
  "not found yet": {
    texts: [
      "Warning: Check block assertion failed … is PENDING_PEER, not ACTIVE",
      "Warning: Azure VPC peering setup is incomplete",
    ],
    cause: "Aiven has not found Azure's peering yet",
    remedy:
      "wait until 15 minutes have passed since the creation, then `terraform apply -refresh-only`; if the state stays so, [create the peering again](networks.md#creating-a-peering-again)",
    commands: ["terraform apply -refresh-only"],
  },
  "Azure's peering deleted": {
    texts: ["Warning: Check block assertion failed … is DELETED_BY_PEER, not ACTIVE"],
    cause: "Azure's peering was deleted",
    remedy: "`terraform apply -replace=…` as the check says, which creates both sides again",
    commands: ["terraform apply -replace='aiven_azure_vpc_peering_connection.…'"],
  },
  "Aiven refused later": {
    texts: ["Warning: Check block assertion failed … is REJECTED_BY_PEER, not ACTIVE"],
    cause: "Azure has refused Aiven, usually because a role is missing or address ranges overlap",
    remedy: "correct the cause, then [create the peering again](networks.md#creating-a-peering-again)",
  },
  "one side left": {
    texts: ["RemotePeeringIsDisconnected"],
    cause: "one side was removed while the other one existed, or Azure's peering was renamed",
    remedy:
      "[create the peering again](networks.md#creating-a-peering-again); or remove the side that is left (`az network vnet peering delete`) and apply",
    commands: ["az network vnet peering delete --resource-group … --vnet-name … --name …", "terraform apply"],
  },
  "not in sync": {
    texts: ["Warning: Check block assertion failed … not Connected and FullyInSync"],
    cause: "Aiven's connection does not have a range of the virtual network yet, and traffic to it is dropped",
    // assumed: this command, "an asynchronous refresh of peering connection states", does the same as the console's button
    remedy:
      "refresh Aiven's connection: _Refresh VPC connections_ of the VPC in Aiven's console, or `avn vpc peering-connection refresh --project-vpc-id …`. Aiven does so by itself once a day. Then `terraform apply -refresh-only`",
    through: "azapi",
    commands: ["avn vpc peering-connection refresh --project-vpc-id …", "terraform apply -refresh-only"],
  },
} as const satisfies Readonly<Record<string, Row>>;
