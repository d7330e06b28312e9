import type { PlainResource } from "../../clouds/azure/plain-resources";
import { isObject, text, type Values } from "../../protocol/cty";
import { networkId } from "./common";
import { ifGiven, plainResource } from "./plain-resource";

const DEFAULTS = { accelerated_networking_enabled: false, ip_forwarding_enabled: false };

export const networkInterface = plainResource(
  {
    typeName: "azurerm_network_interface",
    kind: "Network Interface",
    pattern: "/subscriptions/*/resourceGroups/*/providers/Microsoft.Network/networkInterfaces/*",
    id: (client, planned) => networkId(client, planned, "networkInterfaces", text(planned.name)),
    kept: [
      ...Object.keys(DEFAULTS),
      "auxiliary_mode",
      "auxiliary_sku",
      "dns_servers",
      "edge_zone",
      "internal_dns_name_label",
      "ip_configuration",
    ],
    uses: (planned) =>
      blocksOf(planned).flatMap((block) => [...ifGiven(block.subnet_id), ...ifGiven(block.public_ip_address_id)]),
    ipConfigurations: (planned) =>
      blocksOf(planned).map((block) => ({
        name: text(block.name),
        subnetId: text(block.subnet_id) || undefined,
        privateAddress: text(block.private_ip_address) || undefined,
        publicAddressId: text(block.public_ip_address_id) || undefined,
      })),
    computed: (client, resource, planned) => {
      const addresses = addressesOf(resource);
      const machine = client.world.azure.plain.userOf(resource.id);
      const { uniqueId } = resource.properties;
      return {
        ip_configuration: blocksOf(planned).map((block, index) => ({
          ...block,
          primary: block.primary === true || index === 0,
          private_ip_address: addresses[index],
          gateway_load_balancer_frontend_ip_configuration_id: text(
            block.gateway_load_balancer_frontend_ip_configuration_id,
          ),
        })),
        private_ip_address: addresses[0] ?? "",
        private_ip_addresses: addresses,
        applied_dns_servers: [],
        internal_domain_name_suffix: `${uniqueId.slice(0, 8)}.internal.cloudapp.net`,
        // an interface is on the wire once a machine holds it
        mac_address: machine
          ? `00-0D-3A-${[0, 2, 4].map((at) => uniqueId.slice(at, at + 2).toUpperCase()).join("-")}`
          : "",
        virtual_machine_id: machine?.id ?? "",
      };
    },
  },
  {
    forceNew: ["name", "resource_group_name", "location", "edge_zone"],
    defaults: { ...DEFAULTS, "ip_configuration.private_ip_address_version": "IPv4" },
  },
);

export const addressesOf = (resource: PlainResource): string[] =>
  (resource.properties.ipConfigurations ?? []).map(({ privateAddress }) => privateAddress ?? "");

const blocksOf = (planned: Values): Values[] =>
  Array.isArray(planned.ip_configuration) ? planned.ip_configuration.filter(isObject) : [];
