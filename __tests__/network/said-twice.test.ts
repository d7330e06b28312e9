import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { TerraformVariable } from "cdktf";
import { AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import {
  addPeering,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthStack,
  virtualNetworkResource,
} from "../support/synth";

const SPOKE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/spoke`;

describe("a subscription that the provider names as a literal", () => {
  test.each([undefined, AzurePeeringProvider.AZAPI])(
    "is the one of an id: one pair of roles and one provider (%s)",
    (azurePeeringProvider) => {
      const stack = synthStack((scope) => {
        const virtualNetwork = AzureVirtualNetwork.fromResource(virtualNetworkResource(scope));
        const peering = addPeering(scope, { virtualNetwork, azurePeeringProvider });
        peering.addVirtualNetwork("spoke", AzureVirtualNetwork.fromId(SPOKE, { addressSpaces: ["10.2.0.0/16"] }));
      });
      const roles = Object.keys(stack.resources("azurerm_role_definition")).filter((name) => name.includes("_roles_"));
      expect(roles).toHaveLength(2);
      expect(stack.json.provider?.[azurePeeringProvider ?? "azurerm"]).toHaveLength(azurePeeringProvider ? 1 : 2);
    },
  );

  test("is the one of a data source too", () => {
    const stack = synthStack((scope) => {
      const data = new DataAzurermVirtualNetwork(scope, "data", { name: "Hub", resourceGroupName: "Network" });
      const peering = addPeering(scope, {
        virtualNetwork: AzureVirtualNetwork.fromDataSource(data, { location: "japaneast" }),
      });
      peering.addVirtualNetwork("spoke", AzureVirtualNetwork.fromId(SPOKE, { addressSpaces: ["10.2.0.0/16"] }));
    });
    expect(
      Object.keys(stack.resources("azurerm_role_definition")).filter((name) => name.includes("_roles_")),
    ).toHaveLength(2);
  });

  test("makes a network that is given twice, as a resource and by its id, the same one", () => {
    const twice = () =>
      synthStack((scope) => {
        const vnet = virtualNetworkResource(scope);
        const peering = addPeering(scope, { virtualNetwork: AzureVirtualNetwork.fromResource(vnet) });
        const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;
        peering.addVirtualNetwork("again", AzureVirtualNetwork.fromId(id));
      });
    expect(twice).toThrow(
      'stack/peering/again: virtualNetwork.name: "Hub-VNet" is not allowed, a virtual network of that name in the same subscription is peered already',
    );
  });
});

describe("an id and the attributes beside it", () => {
  test.each([
    ["name", { name: "net-a", resourceGroupName: "net" }, '"net-a"', '"spoke"'],
    ["resourceGroupName", { name: "spoke", resourceGroupName: "other" }, '"other"', '"net"'],
    ["subscriptionId", { subscriptionId: OTHER_SUBSCRIPTION }, `"${OTHER_SUBSCRIPTION}"`, `"${SUBSCRIPTION}"`],
  ])("must agree: %s", (property, attributes, given, has) => {
    expect(() => AzureVirtualNetwork.fromAttributes({ ...attributes, id: SPOKE })).toThrow(
      `virtualNetwork.${property}: ${given} is not allowed, the id "${SPOKE}" has ${has}; leave it out, as the id has it already`,
    );
  });

  test("need not be given twice", () => {
    const { name, resourceGroupName, subscriptionId, id } = AzureVirtualNetwork.fromAttributes({ id: SPOKE });
    expect({ name, resourceGroupName, subscriptionId, id }).toEqual({
      name: "spoke",
      resourceGroupName: "net",
      subscriptionId: SUBSCRIPTION,
      id: SPOKE,
    });
  });

  test("may differ in case, as Azure compares without", () => {
    expect(AzureVirtualNetwork.fromAttributes({ id: SPOKE, name: "SPOKE", resourceGroupName: "NET" }).name).toBe(
      "spoke",
    );
  });

  test("are compared by Terraform where the id is a token", () => {
    const stack = synthStack((scope) => {
      const id = new TerraformVariable(scope, "id", { type: "string" }).stringValue;
      addPeering(scope, { virtualNetwork: network({ id, name: "Hub" }) });
    });
    const { precondition } = stack.resource("aiven_azure_vpc_peering_connection").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    expect(precondition.map(({ condition }) => condition)).toContain(
      `\${lower(var.id) == lower("/subscriptions/\${"${SUBSCRIPTION}"}/resourceGroups/\${"Network-RG"}/providers/Microsoft.Network/virtualNetworks/\${"Hub"}")}`,
    );
  });

  test("missing names are named", () => {
    expect(() => AzureVirtualNetwork.fromAttributes({ resourceGroupName: "net" })).toThrow("virtualNetwork.name: ");
  });
});

describe("the name of a peering", () => {
  const twice = (first: string, second: string) => () =>
    synthStack((scope) => {
      addPeering(scope, { peeringName: first });
      addPeering(scope, { peeringName: second, networkCidr: "10.0.4.0/24" }, "second");
    });

  test.each([
    ["aiven", "aiven"],
    ["aiven", "Aiven"],
  ])("is used once at a network: %s and %s", (first, second) => {
    expect(twice(first, second)).toThrow(
      `stack/second/virtual-network: peeringName: "${second}" is not allowed, stack/peering/virtual-network uses it at the same virtual network; ` +
        "give each peering a name of its own",
    );
  });

  test("may be used again at another network", () => {
    const other = () =>
      synthStack((scope) => {
        addPeering(scope, { peeringName: "aiven" });
        addPeering(
          scope,
          { peeringName: "aiven", networkCidr: "10.0.4.0/24", virtualNetwork: network({ name: "Other" }) },
          "second",
        );
      });
    expect(other).not.toThrow();
  });
});
