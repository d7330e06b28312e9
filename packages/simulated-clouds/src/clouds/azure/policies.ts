import { randomUUID } from "node:crypto";
import { ApiError } from "../api-error";
import { inScope, sameId, typeOf } from "./resource-id";

/** An assignment of Azure Policy with the effect deny. */
export interface DenyPolicy {
  readonly name: string;
  /** Where it is assigned: a subscription or a resource group. */
  readonly scope: string;
  /** The type of resource that must not be created or changed there. */
  readonly resourceType: string;
  /** Of a virtual network peering: the networks that may be peered with all the same. */
  readonly approvedRemoteNetworks?: readonly string[];
}

/**
 * What administrators forbid by Azure Policy. It stands behind the rights of whoever asks, so an owner hears of it too. A policy on
 * peerings may look at the network at the other end: `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/remoteVirtualNetwork.id`
 * is a name it may use (https://github.com/Azure/azure-policy/issues/80).
 */
export class Policies {
  readonly all: (DenyPolicy & { readonly guid: string })[] = [];

  add(policy: DenyPolicy): void {
    this.all.push({ ...policy, guid: randomUUID() });
  }

  /** https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy */
  check(id: string, remoteNetworkId?: string): void {
    const hit = this.all.find(
      ({ scope, resourceType, approvedRemoteNetworks = [] }) =>
        inScope(scope, id) &&
        sameId(typeOf(id), resourceType) &&
        !approvedRemoteNetworks.some((approved) => remoteNetworkId !== undefined && sameId(approved, remoteNetworkId)),
    );
    if (!hit) return;
    const { name, scope, guid } = hit;
    const of = (kind: string) => `${scope}/providers/Microsoft.Authorization/${kind}/${guid}`;
    const identifiers = [
      {
        policyAssignment: { name, id: of("policyAssignments") },
        policyDefinition: { name, id: of("policyDefinitions") },
      },
    ];
    const text = `Resource '${id.split("/").at(-1)}' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`;
    throw new ApiError(403, "RequestDisallowedByPolicy", text);
  }
}
