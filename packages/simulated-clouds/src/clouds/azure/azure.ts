import type { Calls } from "../calls";
import type { Directory } from "../entra/directory";
import type { Settings } from "../settings";
import { Arm } from "./arm";
import { IpamPools } from "./ipam-pools";
import { Locks } from "./locks";
import { ManagementLocks } from "./management-locks";
import { Policies } from "./policies";
import { PlainResources } from "./plain-resources";
import { Provisioning } from "./provisioning";
import { Rbac } from "./rbac";
import { ResourceGroups } from "./resource-groups";
import { sameId, typeOf } from "./resource-id";
import { ResourceProviders } from "./resource-providers";
import { Resources, type ArmResource } from "./resources";
import { silentShell, type Shell } from "./run-commands";
import { RoleAssignments } from "./role-assignments";
import { RoleDefinitions } from "./role-definitions";
import { Subnets } from "./subnets";
import { Subscriptions } from "./subscriptions";
import { VirtualNetworkPeerings } from "./virtual-network-peerings";
import { VIRTUAL_NETWORK, VirtualNetworks } from "./virtual-networks";

/** Azure as its Resource Manager shows it: one for all tenants and subscriptions, the customer's and Aiven's. */
export class Azure {
  readonly subscriptions = new Subscriptions();
  readonly resources = new Resources();
  readonly ipamPools = new IpamPools(this.resources);
  readonly locks = new Locks();
  readonly policies = new Policies();
  readonly provisioning: Provisioning;
  /** The door every request comes through, for what is only read. */
  readonly arm: Arm;
  readonly managementLocks: ManagementLocks;
  readonly rbac: Rbac;
  readonly resourceProviders: ResourceProviders;
  readonly resourceGroups: ResourceGroups;
  readonly roleDefinitions: RoleDefinitions;
  readonly roleAssignments: RoleAssignments;
  readonly virtualNetworks: VirtualNetworks;
  readonly subnets: Subnets;
  readonly peerings: VirtualNetworkPeerings;
  readonly plain: PlainResources;
  /** What happens on a virtual machine when it is given a command. */
  shell: Shell = silentShell;

  constructor(calls: Calls, settings: Settings, directory: Directory) {
    this.rbac = new Rbac(calls.clock, settings, directory);
    this.provisioning = new Provisioning(calls.clock, settings.lag);
    this.arm = new Arm(calls, this.subscriptions, this.rbac, this.locks, this.policies);
    const { arm } = this;
    this.managementLocks = new ManagementLocks(arm, this.locks);
    this.resourceProviders = new ResourceProviders(arm);
    this.resourceGroups = new ResourceGroups(arm, this.resources);
    this.roleDefinitions = new RoleDefinitions(arm, this.rbac);
    this.roleAssignments = new RoleAssignments(arm, this.rbac, directory, calls.clock);
    this.peerings = new VirtualNetworkPeerings(arm, this.resources, this.provisioning);
    this.virtualNetworks = new VirtualNetworks(arm, this.resources, this.provisioning, this.peerings, this.ipamPools);
    this.subnets = new Subnets(arm, this.resources, this.provisioning);
    this.plain = new PlainResources(arm, this.resources);
  }

  /** Removes a resource with what hangs on it, as a delete of its resource group does. */
  erase(resource: ArmResource<unknown>): void {
    const type = typeOf(resource.id);
    if (sameId(type, VIRTUAL_NETWORK)) this.virtualNetworks.erase(resource.id);
    else if (sameId(type, `${VIRTUAL_NETWORK}/virtualNetworkPeerings`)) this.peerings.erase(resource.id);
    else this.plain.erase(resource.id);
  }
}
