import type { Precondition } from "cdktf";
import { ExistingPeeringApplication } from "../identity/existing-peering-application";
import { Checks } from "../validation/checks";
import { checkOverlap } from "../validation/network-cidr";
import {
  DURATION,
  PEERING_NAME,
  RESOURCE_GROUP_NAME,
  UUID,
  VIRTUAL_NETWORK_ID,
  VIRTUAL_NETWORK_NAME,
  WAIT,
} from "../validation/rules";
import type { VirtualNetworkLinkProps } from "./virtual-network-link";

/** Judges a link's literals at once, and returns what Terraform must judge before it asks Aiven. */
export function checkLink(props: VirtualNetworkLinkProps): Precondition[] {
  const { virtualNetwork, vpc } = props;
  const { identity } = props.subscription;
  const checks = new Checks()
    .rule("virtualNetwork.name", virtualNetwork.name, VIRTUAL_NETWORK_NAME)
    .rule("virtualNetwork.resourceGroupName", virtualNetwork.resourceGroupName, RESOURCE_GROUP_NAME)
    .rule("virtualNetwork.subscriptionId", virtualNetwork.subscriptionId, UUID)
    .rule("virtualNetwork.tenantId", virtualNetwork.tenantId, UUID)
    .rule("identity.clientId", identity instanceof ExistingPeeringApplication ? identity.clientId : undefined, UUID)
    .rule("peeringName", props.peeringName, PEERING_NAME)
    .rule("remoteVirtualNetworkId", props.remoteVirtualNetworkId, VIRTUAL_NETWORK_ID)
    .rule("propagation.roleAssignments", props.propagation?.roleAssignments, WAIT)
    .rule("propagation.servicePrincipal", props.propagation?.servicePrincipal, WAIT)
    .rule("timeouts.vpc", props.timeouts?.vpc, DURATION)
    .rule("timeouts.connection", props.timeouts?.connection, DURATION)
    .rule("timeouts.virtualNetworkPeering", props.timeouts?.virtualNetworkPeering, DURATION);
  if (vpc.networkCidr !== undefined && virtualNetwork.addressSpaces !== undefined) {
    checkOverlap("networkCidr", vpc.networkCidr, virtualNetwork.addressSpaces, checks);
  }
  return checks.preconditions ?? [];
}
