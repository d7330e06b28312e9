import { sameGuid } from "./entra/directory";
import type { ApplicationPermission, DirectoryRole } from "./entra/directory-roles";
import { nameOf, parentOf, sameId } from "./azure/resource-id";
import type { DenyAssignment, DenyAssignmentInput } from "./azure/deny-assignments";
import type { LockLevel } from "./azure/locks";
import type { OperatingSystem, PlainProperties } from "./azure/plain-resources";
import type { ArmResource } from "./azure/resources";
import type { VirtualNetworkProperties } from "./azure/network-properties";
import type { PeeringProperties } from "./azure/peering-properties";
import { peerNetworkId, type PeeringConnection } from "./aiven/peering-connection";
import type { Clouds } from "./clouds";

/** What people do in the portals while Terraform is not looking: no rights, no journal, at once. */
export class ByHand {
  constructor(private readonly clouds: Clouds) {}

  createResourceGroup(id: string, location = "westeurope"): void {
    this.clouds.azure.resources.put({ id, location, tags: {}, properties: {} });
  }

  createVirtualNetwork(id: string, addressSpace: readonly string[], location = "westeurope"): void {
    const properties: VirtualNetworkProperties = { addressSpace, guid: nameOf(id), settings: {} };
    this.clouds.azure.resources.put({ id, location, tags: {}, properties });
  }

  createVirtualMachine(id: string, operatingSystem: OperatingSystem, location = "westeurope"): void {
    const properties: PlainProperties = { uniqueId: nameOf(id), settings: {}, uses: [], operatingSystem };
    this.clouds.azure.resources.put({ id, location, tags: {}, properties });
  }

  /** A lock on a subscription, a group or a resource, in place of the one of that name. */
  lock(scope: string, level: LockLevel, name?: string): void {
    this.clouds.azure.locks.add({ scope, level, ...(name === undefined ? {} : { name }) });
  }

  /** Removes all that are set at the scope itself. */
  unlock(scope: string): void {
    this.clouds.azure.locks.remove(scope);
  }

  /** A deny assignment, as Azure lays one around a managed application or the resources of one of its services. */
  deny(input: DenyAssignmentInput): DenyAssignment {
    return this.clouds.azure.rbac.denyAssignments.add(input);
  }

  /** Removes it, as Azure does when what it protects is deleted. */
  endDenial({ guid }: DenyAssignment): void {
    this.clouds.azure.rbac.denyAssignments.remove(guid);
  }

  /** A virtual network gateway, which peered networks may then use. */
  createGateway(networkId: string): void {
    const id = `${networkId.split("/providers/")[0]}/providers/Microsoft.Network/virtualNetworkGateways/${nameOf(networkId)}`;
    const properties = { uniqueId: nameOf(networkId), settings: {}, uses: [`${networkId}/subnets/GatewaySubnet`] };
    this.clouds.azure.resources.put({ id, location: "westeurope", tags: {}, properties });
  }

  /** Two networks of the customer peered with each other, as the portal creates both sides. */
  peerVirtualNetworks(one: string, other: string): void {
    for (const [local, remote] of [
      [one, other],
      [other, one],
    ]) {
      const properties: PeeringProperties = {
        remoteVirtualNetworkId: remote,
        remoteAddressSpace: this.network(remote).properties.addressSpace,
        peeringState: "Connected",
        settings: {},
      };
      const id = `${local}/virtualNetworkPeerings/to-${nameOf(remote)}`;
      this.clouds.azure.resources.put({ id, location: "", tags: {}, properties });
    }
  }

  growVirtualNetwork(id: string, range: string): void {
    const network = this.network(id);
    const addressSpace = [...network.properties.addressSpace, range];
    this.clouds.azure.resources.put({ ...network, properties: { ...network.properties, addressSpace } });
  }

  /** "Refresh VPC connections" in Aiven's console: Aiven's connection learns the ranges the customer's network has now. */
  refreshAivenPeering(connection: PeeringConnection): void {
    const { executor } = this.clouds.aiven;
    executor.syncPeering(connection.vpc, connection.peerAzureTenantId, peerNetworkId(connection));
  }

  /** Azure's peering of the customer; Aiven's is Disconnected from then on. */
  removeAzurePeering(id: string): void {
    this.clouds.azure.peerings.erase(id);
  }

  /** Aiven's connection with Aiven's side of the peering; the customer's is Disconnected from then on. */
  removeAivenPeering(connection: PeeringConnection): void {
    this.clouds.aiven.peeringConnections.erase(connection);
  }

  removeRoleAssignment(id: string): void {
    this.clouds.azure.roleAssignments.erase(id);
  }

  deleteApplication(clientId: string): void {
    const application = this.clouds.entra.directory.application(clientId);
    if (application) this.clouds.entra.applications.erase(application);
  }

  deleteServicePrincipal(objectId: string): void {
    const { directory } = this.clouds.entra;
    const principal = directory.servicePrincipals.find((candidate) => sameGuid(candidate.objectId, objectId));
    if (principal) directory.remove(directory.servicePrincipals, principal);
  }

  deleteResource(id: string): void {
    const resource = this.clouds.azure.resources.get(id);
    if (resource) this.clouds.azure.erase(resource);
  }

  /** Grants a built-in or custom role, effective after the usual lag. */
  assignRole(principalId: string, roleName: string, scope: string): void {
    const role = this.clouds.azure.rbac.roleNamed(roleName);
    if (!role) throw new Error(`no role is named ${roleName}`);
    const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${crypto.randomUUID()}`;
    const assignment = { id, scope, roleGuid: role.guid, principalId, principalType: "ServicePrincipal" };
    this.clouds.azure.rbac.assign({ ...assignment, properties: {} });
  }

  /** An administrator gives a person or a service principal a role of Microsoft Entra. */
  assignDirectoryRole(objectId: string, role: DirectoryRole): void {
    this.clouds.entra.privileges.assignRole(objectId, role);
  }

  /** An administrator consents to an application permission of a service principal. */
  grantApplicationPermission(objectId: string, permission: ApplicationPermission): void {
    this.clouds.entra.privileges.grantPermission(objectId, permission);
  }

  /** The customer's peerings with Aiven and with others, wherever they are. */
  azurePeerings(): { readonly id: string; readonly networkId: string; readonly state: string }[] {
    const { azure, aiven } = this.clouds;
    const ours = aiven.vpcs.all.map((vpc) => aiven.executor.networkId(vpc));
    return azure.resources
      .all()
      .filter(
        ({ id }) => /\/virtualNetworkPeerings\//i.test(id) && !ours.some((network) => sameId(network, parentOf(id))),
      )
      .map(({ id, properties }) => ({
        id,
        networkId: parentOf(id),
        state: (properties as { peeringState: string }).peeringState,
      }));
  }

  private network(id: string): ArmResource<VirtualNetworkProperties> {
    const network = this.clouds.azure.resources.get<VirtualNetworkProperties>(id);
    if (!network) throw new Error(`there is no virtual network ${id}`);
    return network;
  }
}
