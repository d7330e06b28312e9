import type { PlainProperties, PlainResource } from "../../clouds/azure/plain-resources";
import { resourceGroupId, resourceGroupOf, resourceId, subscriptionOf } from "../../clouds/azure/resource-id";
import { firstBlock, isObject, text, texts, type Value, type Values } from "../../protocol/cty";
import type { AzurermClient } from "./client";
import { VIRTUAL_MACHINE_ID } from "./ids";
import { plainResource } from "./plain-resource";

const DEFAULTS = {
  bypass_platform_safety_checks_on_user_schedule_enabled: false,
  extensions_time_budget: "PT1H30M",
  max_bid_price: -1,
  platform_fault_domain: -1,
  priority: "Regular",
};
/** What azurerm or Azure chooses where nothing is said. */
const CHOSEN: Values = {
  allow_extension_operations: true,
  disable_password_authentication: true,
  disk_controller_type: "SCSI",
  patch_assessment_mode: "ImageDefault",
  patch_mode: "ImageDefault",
  provision_vm_agent: true,
  vm_agent_platform_updates_enabled: false,
};

export const linuxVirtualMachine = plainResource(
  {
    typeName: "azurerm_linux_virtual_machine",
    kind: "Virtual Machine",
    pattern: VIRTUAL_MACHINE_ID,
    id: ({ account }, planned) => {
      const group = text(planned.resource_group_name);
      return resourceId(account.subscriptionId, group, "Microsoft.Compute", "virtualMachines", text(planned.name));
    },
    kept: [
      ...Object.keys(DEFAULTS),
      ...Object.keys(CHOSEN),
      "computer_name",
      "identity",
      "os_disk",
      "additional_capabilities",
      "admin_password",
      "admin_ssh_key",
      "admin_username",
      "availability_set_id",
      "boot_diagnostics",
      "capacity_reservation_group_id",
      "custom_data",
      "dedicated_host_group_id",
      "dedicated_host_id",
      "edge_zone",
      "encryption_at_host_enabled",
      "eviction_policy",
      "gallery_application",
      "license_type",
      "network_interface_ids",
      "os_image_notification",
      "plan",
      "proximity_placement_group_id",
      "reboot_setting",
      "secret",
      "secure_boot_enabled",
      "size",
      "source_image_id",
      "source_image_reference",
      "termination_notification",
      "user_data",
      "virtual_machine_scale_set_id",
      "vtpm_enabled",
      "zone",
    ],
    uses: (planned) => texts(planned.network_interface_ids),
    computed,
  },
  {
    timeouts: { create: "45m", read: "5m", update: "45m", delete: "45m" },
    forceNew: [
      "name",
      "resource_group_name",
      "location",
      "admin_username",
      "admin_password",
      "admin_ssh_key",
      "availability_set_id",
      "computer_name",
      "custom_data",
      "disable_password_authentication",
      "edge_zone",
      "eviction_policy",
      "os_managed_disk_id",
      "plan",
      "platform_fault_domain",
      "priority",
      "provision_vm_agent",
      "secure_boot_enabled",
      "source_image_id",
      "source_image_reference",
      "vtpm_enabled",
      "zone",
      "os_disk.name",
      "os_disk.storage_account_type",
      "os_disk.diff_disk_settings",
    ],
    defaults: { ...DEFAULTS, "os_disk.write_accelerator_enabled": false },
  },
);

function computed(client: AzurermClient, resource: PlainResource, planned: Values): Values {
  const name = text(planned.name);
  const disk = osDisk(resource, firstBlock(planned.os_disk) ?? {}, name);
  const privateAddresses = addresses(client, planned, "private");
  const publicAddresses = addresses(client, planned, "public");
  const chosen = Object.entries(CHOSEN).map(([key, value]) => [key, isGiven(planned[key]) ? planned[key] : value]);
  return {
    ...(Object.fromEntries(chosen) as Values),
    computer_name: text(planned.computer_name) || name,
    os_disk: [disk],
    os_managed_disk_id: disk.id,
    identity: identityOf(client, resource, planned),
    virtual_machine_id: resource.properties.uniqueId,
    private_ip_address: privateAddresses[0] ?? "",
    private_ip_addresses: privateAddresses,
    public_ip_address: publicAddresses[0] ?? "",
    public_ip_addresses: publicAddresses,
  };
}

const isGiven = (value: Value | undefined): boolean => typeof value === "boolean" || text(value) !== "";

function osDisk(resource: PlainResource, block: Values, machine: string): Values {
  const name = text(block.name) || `${machine}_OsDisk_1_${resource.properties.uniqueId.replaceAll("-", "")}`;
  const group = resourceGroupId(subscriptionOf(resource.id), resourceGroupOf(resource.id));
  // assumed: an image of 30 GB
  const size = typeof block.disk_size_gb === "number" ? block.disk_size_gb : 30;
  return { ...block, name, disk_size_gb: size, id: `${group}/providers/Microsoft.Compute/disks/${name}` };
}

/** assumed: a machine's own identity is shown, but is no principal that anything could be granted to. */
function identityOf(client: AzurermClient, resource: PlainResource, planned: Values): Values[] {
  return (Array.isArray(planned.identity) ? planned.identity.filter(isObject) : []).map((identity) => {
    const own = text(identity.type).includes("SystemAssigned");
    return {
      ...identity,
      principal_id: own ? resource.properties.uniqueId : "",
      tenant_id: own ? client.account.tenantId : "",
    };
  });
}

function addresses(client: AzurermClient, planned: Values, kind: "private" | "public"): string[] {
  const { resources } = client.world.azure;
  const configurations = texts(planned.network_interface_ids).flatMap(
    (id) => resources.get<PlainProperties>(id)?.properties.ipConfigurations ?? [],
  );
  const publicAddress = (id = ""): string => resources.get<PlainProperties>(id)?.properties.publicAddress ?? "";
  return configurations
    .map((one) => (kind === "private" ? (one.privateAddress ?? "") : publicAddress(one.publicAddressId)))
    .filter((address) => address !== "");
}
