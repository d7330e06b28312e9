import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  type AivenAzurePeeringProps,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  DeployerApplication,
} from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal, USE } from "../support/refusal";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthStack,
  variable,
  virtualNetworkResource,
} from "../support/synth";

describe("a virtual network", () => {
  test.each(["x", "", `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`])("with the id %j is refused", (id) => {
    expectRefusal(() => network({ id }), `virtualNetwork.id: "${id}" is not allowed, use ${USE.virtualNetworkId}`);
  });

  test("by its id is refused in a subscription that is not the id's", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
    expectRefusal(
      () => AzureVirtualNetwork.fromId(id, { subscriptionId: CLIENT }),
      `virtualNetwork.subscriptionId: "${CLIENT}" is not allowed, the id "${id}" has "${SUBSCRIPTION}"; leave it out, as the id has it already`,
    );
    const upper = id.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions");
    expect(AzureVirtualNetwork.fromId(upper, { subscriptionId: SUBSCRIPTION }).subscriptionId).toBe(SUBSCRIPTION);
  });

  test("in an empty subscription is refused for that, and not for its roles", () => {
    expectRefusal(
      () => network({ subscriptionId: "" }),
      'virtualNetwork.subscriptionId: "" is not allowed, use a UUID such as 00000000-0000-0000-0000-000000000000',
    );
  });
});

describe("a resource group with letters that ASCII lacks", () => {
  const named = (resourceGroupName: string, over: Partial<AivenAzurePeeringProps> = {}) =>
    synthStack((stack) => void addPeering(stack, { virtualNetwork: network({ resourceGroupName }), ...over }));

  test.each(["Größe", "網路", "réseau"])("%s is refused through azurerm, which does not take it", (name) => {
    expectRefusal(
      () => named(name),
      `stack/peering/virtual-network: virtualNetwork.resourceGroupName: "${name}" is not allowed with azurePeeringProvider "azurerm", which takes letters and ` +
        "digits of ASCII alone; give azurePeeringProvider: AzurePeeringProvider.AZAPI",
    );
  });

  test("is accepted through azapi, and where azurerm has nothing to create", () => {
    expectAccepted(() => named("Größe", { azurePeeringProvider: AzurePeeringProvider.AZAPI }));
    expectAccepted(() => named("Größe", { connected: false }));
    expectAccepted(() => named("Network-RG_(1).old"));
  });

  test("is left to azurerm where only Terraform knows the name", () => {
    expectAccepted((stack) => {
      const resourceGroupName = variable(stack, "group");
      addPeering(stack, { virtualNetwork: network({ resourceGroupName }) });
    });
  });
});

describe("a virtual network of the same app", () => {
  const stack = synthStack((stack) => {
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)) });
  });

  test("everything waits for it through its id", () => {
    expect(stack.resource("azurerm_role_assignment", "access_aiven").scope).toBe("${azurerm_virtual_network.vnet.id}");
  });

  test("its subscription is that of its provider where that is a literal, and its tenant the deployer's", () => {
    const [name, ...others] = Object.keys(stack.data("azurerm_client_config"));
    expect(others).toEqual([]);
    const deployer = `data.azurerm_client_config.${name}`;
    expect(stack.resource("aiven_azure_vpc_peering_connection")).toMatchObject({
      azure_subscription_id: SUBSCRIPTION,
      peer_azure_tenant_id: `\${lower(${deployer}.tenant_id)}`,
    });
    expect(stack.peeringProviders[0]).toMatchObject({
      subscription_id: SUBSCRIPTION,
      tenant_id: `\${${deployer}.tenant_id}`,
    });
  });
});

test("an own data source named deployer is not adopted", () => {
  const stack = synthStack((stack) => {
    const provider = new AzurermProvider(stack, "other", {
      features: [{}],
      subscriptionId: OTHER_SUBSCRIPTION,
      alias: "other",
    });
    new DataAzurermClientConfig(stack, "deployer", { provider });
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)) });
    new DeployerApplication(stack, "identity");
  });
  const users = JSON.stringify({ ...stack.json, data: {}, "//": {} });
  expect(stack.data("azurerm_client_config").deployer?.provider).toBe("azurerm.other");
  expect(users).not.toMatch(/azurerm_client_config\.deployer\b(?!_)/);
  expect(users).toMatch(/azurerm_client_config\.aiven-azure-peering-deployer\b/);
  expect(Object.keys(stack.data("azurerm_client_config")).sort()).toEqual(["aiven-azure-peering-deployer", "deployer"]);
});
