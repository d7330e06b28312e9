import { text } from "../../protocol/cty";
import { networkId } from "./common";
import { plainResource } from "./plain-resource";

export const networkSecurityGroup = plainResource({
  typeName: "azurerm_network_security_group",
  kind: "Network Security Group",
  pattern: "/subscriptions/*/resourceGroups/*/providers/Microsoft.Network/networkSecurityGroups/*",
  id: (client, planned) => networkId(client, planned, "networkSecurityGroups", text(planned.name)),
  kept: ["security_rule"],
  // without rules of one's own the list is empty, not absent
  computed: (_client, _resource, planned) => ({
    security_rule: Array.isArray(planned.security_rule) ? planned.security_rule : [],
  }),
});
