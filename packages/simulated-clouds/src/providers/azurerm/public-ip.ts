import { text } from "../../protocol/cty";
import type { Change } from "../../protocol/provider-definition";
import { Failure } from "../../protocol/diagnostics";
import { networkId, planLocation } from "./common";
import { plainResource } from "./plain-resource";

const DEFAULTS = {
  ddos_protection_mode: "VirtualNetworkInherited",
  idle_timeout_in_minutes: 4,
  ip_version: "IPv4",
  sku: "Standard",
  sku_tier: "Regional",
};

export const publicIp = plainResource(
  {
    typeName: "azurerm_public_ip",
    kind: "Public I P Address",
    pattern: "/subscriptions/*/resourceGroups/*/providers/Microsoft.Network/publicIPAddresses/*",
    id: (client, planned) => networkId(client, planned, "publicIPAddresses", text(planned.name)),
    kept: [
      ...Object.keys(DEFAULTS),
      "allocation_method",
      "ddos_protection_plan_id",
      "domain_name_label",
      "domain_name_label_scope",
      "edge_zone",
      "ip_tags",
      "public_ip_prefix_id",
      "reverse_fqdn",
      "zones",
    ],
    computed: (_client, { properties, location }, planned) => {
      const label = text(planned.domain_name_label);
      const fqdn = label === "" ? "" : `${label}.${location}.cloudapp.azure.com`;
      return { ip_address: properties.publicAddress ?? "", fqdn };
    },
  },
  {
    forceNew: [
      "name",
      "resource_group_name",
      "location",
      "edge_zone",
      "ip_version",
      "sku_tier",
      "public_ip_prefix_id",
      "ip_tags",
      "zones",
    ],
    defaults: DEFAULTS,
    plan: (change) => {
      planLocation(change);
      planSku(change);
    },
  },
);

function planSku({ prior, planned, replace }: Change): void {
  if (text(planned.sku) !== "Basic" && text(planned.allocation_method) === "Dynamic") {
    throw new Failure({
      summary: "`allocation_method` must be set to `Static` when `sku` is set to `Standard` or `StandardV2`",
    });
  }
  const order = ["Basic", "Standard", "StandardV2"];
  if (prior && order.indexOf(text(planned.sku)) < order.indexOf(text(prior.sku))) replace(["sku"]);
}
