import type { Row } from "./row";

export const PEERINGS = {
  "not found yet": {
    texts: ["Warning: Check block assertion failed … is PENDING_PEER, not ACTIVE"],
    cause: "Aiven has not seen Azure's peering yet",
    remedy: "wait up to 15 minutes, then `terraform apply -refresh-only`",
  },
  "Azure's peering deleted": {
    texts: ["Warning: Check block assertion failed … is DELETED_BY_PEER, not ACTIVE"],
    cause: "Azure's peering was deleted",
    remedy: "`terraform apply -replace=…` as the check says, which creates both again",
  },
  "Aiven refused later": {
    texts: ["Warning: Check block assertion failed … is REJECTED_BY_PEER, not ACTIVE"],
    cause: "Azure has refused Aiven, mostly for a missing role or overlapping ranges",
    remedy: "correct that, then [create the peering again](networks.md#creating-a-peering-again)",
  },
  "half a peering": {
    texts: ["RemotePeeringIsDisconnected"],
    cause: "one half was removed while the other was there, or Azure's peering was renamed",
    remedy:
      "[create the peering again](networks.md#creating-a-peering-again); or remove the half that is left by hand (`az network vnet peering delete`) and apply",
  },
  "not in sync": {
    texts: ["Warning: Check block assertion failed … not Connected and FullyInSync"],
    cause: "the virtual network has a range that Aiven's connection has not learnt of, and traffic to it is dropped",
    // assumed: this command, "an asynchronous refresh of peering connection states", does the same as the console's button
    remedy:
      "have Aiven refresh its half: in its console, VPC, _Refresh VPC connections_, or `avn vpc peering-connection refresh --project-vpc-id …`; by itself it does so once a day. Then `terraform apply -refresh-only`",
    through: "azapi",
  },
} as const satisfies Readonly<Record<string, Row>>;
