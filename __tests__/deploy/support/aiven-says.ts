import { AIVEN_PLUGIN } from "../../../tools/terraform/cloud-deployment";

const WORDS = {
  sdk: {
    /** Followed by Aiven's own message. */
    couldNotPeer: "VPC peering connection cannot be created, more in the state info: ",
    badRequest: "Error waiting for VPC peering connection creation: 400: ",
    /** Terraform's, where an expression indexes a state info that is not there any more. */
    noStateInfo: ["Invalid index", "state_info is empty map of string"],
  },
  framework: {
    couldNotPeer: 'VPC peering connection specification is invalid; state_info: message="',
    badRequest: "[400 VpcPeeringConnectionCreate]: ",
    noStateInfo: ["Attempt to index null value", "state_info is null"],
  },
} as const;

/** The words of the release of aiven that every deployment runs with unless it chooses one. */
export const AIVEN_SAYS = WORDS[AIVEN_PLUGIN];
