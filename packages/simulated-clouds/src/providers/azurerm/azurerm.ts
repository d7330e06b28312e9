import type { World } from "../../clouds/world";
import type { Values } from "../../protocol/cty";
import type { Diagnostic } from "../../protocol/diagnostics";
import type { ProviderDefinition } from "../../protocol/provider-definition";
import { schemaOf } from "../../protocol/schema-files";
import type { AzurermClient } from "./client";
import type { Behaviour } from "./common";
import { dataSources } from "./data-sources";
import { checkGroupName } from "./ids";
import { linuxVirtualMachine } from "./linux-virtual-machine";
import { networkInterface } from "./network-interface";
import { networkSecurityGroup } from "./network-security-group";
import { publicIp } from "./public-ip";
import { resourceGroup } from "./resource-group";
import { roleAssignment } from "./role-assignment";
import { roleDefinition } from "./role-definition";
import { configure } from "./sign-in";
import { subnet } from "./subnet";
import { subnetNetworkSecurityGroupAssociation } from "./subnet-network-security-group-association";
import { virtualMachineRunCommand } from "./virtual-machine-run-command";
import { virtualNetwork } from "./virtual-network";
import { virtualNetworkPeering } from "./virtual-network-peering";

/** hashicorp/azurerm, version 4 or 5 by the world's settings. */
export const azurerm = (world: World): ProviderDefinition<AzurermClient> => ({
  address: "hashicorp/azurerm",
  schema: schemaOf("hashicorp/azurerm"),
  validateConfig: requireFeatures,
  configure: (config) => configure(world, config),
  resources: checked({
    azurerm_linux_virtual_machine: linuxVirtualMachine,
    azurerm_network_interface: networkInterface,
    azurerm_network_security_group: networkSecurityGroup,
    azurerm_public_ip: publicIp,
    azurerm_resource_group: resourceGroup,
    azurerm_role_assignment: roleAssignment,
    azurerm_role_definition: roleDefinition,
    azurerm_subnet: subnet,
    azurerm_subnet_network_security_group_association: subnetNetworkSecurityGroupAssociation,
    azurerm_virtual_machine_run_command: virtualMachineRunCommand,
    azurerm_virtual_network: virtualNetwork,
    azurerm_virtual_network_peering: virtualNetworkPeering,
  }),
  dataSources,
});

/** The block may be empty, but must be there. assumed: the wording. */
function requireFeatures({ features }: Values): Diagnostic[] {
  if (Array.isArray(features) && features.length > 0) return [];
  const detail = "Block features must have a configuration value as the provider has marked it as required";
  return [{ summary: "Invalid Block", detail, path: ["features"] }];
}

/** Every resource that lies in a group, and the group itself, checks the group's name. */
function checked(resources: Record<string, Behaviour>): Record<string, Behaviour> {
  return Object.fromEntries(
    Object.entries(resources).map(([typeName, behaviour]) => {
      const argument = typeName === "azurerm_resource_group" ? "name" : "resource_group_name";
      const validate = (config: Values): Diagnostic[] => [
        ...checkGroupName(config, argument),
        ...(behaviour.validate?.(config) ?? []),
      ];
      return [typeName, { ...behaviour, validate }];
    }),
  );
}
