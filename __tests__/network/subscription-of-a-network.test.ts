import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformStack } from "cdktf";
import { type AivenAzurePeeringProps, AzureVirtualNetwork, PeeringApplication } from "cdktf-aiven-azure-peering";
import {
  addPeering,
  network,
  OTHER_SUBSCRIPTION,
  type Synthesised,
  synthStack,
  synthStacks,
  TENANT,
  virtualNetworkResource,
} from "../support/synth";

const provider = (stack: TerraformStack, alias: string, subscriptionId = OTHER_SUBSCRIPTION) =>
  new AzurermProvider(stack, `azurerm-${alias}`, { features: [{}], subscriptionId, alias });

const THIRD_SUBSCRIPTION = "55555555-5555-4555-8555-555555555555";

/** What tells in which subscription a thing is made, and by whom. */
const places = (stack: Synthesised) => {
  const { scope: grantedAt, provider: grantedBy } = stack.resource("azurerm_role_assignment", "resource-providers");
  const { scope: roleAt, provider: roleBy } = stack.resource("azurerm_role_definition", "subscription_roles_aiven");
  return {
    grantedAt,
    grantedBy,
    roleAt,
    roleBy,
    assignedBy: stack.resource("azurerm_role_assignment", "access_aiven").provider,
    signedInAt: stack.peeringProviders[0]?.subscription_id,
    tenant: stack.peeringProviders[0]?.tenant_id,
    asked: stack.resource("aiven_azure_vpc_peering_connection").azure_subscription_id,
  };
};

describe.each<[string, (stack: TerraformStack, provider: AzurermProvider) => AzureVirtualNetwork]>([
  ["a resource", (stack, provider) => AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider }))],
  [
    "a data source",
    (stack, provider) =>
      AzureVirtualNetwork.fromDataSource(
        new DataAzurermVirtualNetwork(stack, "vnet", { name: "Hub-VNet", resourceGroupName: "Network-RG", provider }),
      ),
  ],
])("a virtual network behind an aliased provider, by %s", (_, describeNetwork) => {
  const synth = (over: (stack: TerraformStack) => Partial<AivenAzurePeeringProps> = () => ({})) =>
    synthStack((stack) => {
      const virtualNetwork = describeNetwork(stack, provider(stack, "hub"));
      addPeering(stack, { virtualNetwork, cloudName: "azure-japaneast", ...over(stack) });
    });

  test("is in one subscription for whoever asks: the right, the roles, the provider and Aiven", () => {
    const stack = synth();
    const [[name = "", deployer], ...others] = Object.entries(stack.data("azurerm_client_config"));
    expect([deployer?.provider, others]).toEqual(["azurerm.hub", []]);
    const scope = `/subscriptions/${OTHER_SUBSCRIPTION}`;
    expect(places(stack)).toEqual({
      grantedAt: scope,
      roleAt: scope,
      signedInAt: OTHER_SUBSCRIPTION,
      asked: OTHER_SUBSCRIPTION,
      tenant: `\${data.azurerm_client_config.${name}.tenant_id}`,
      grantedBy: "azurerm.hub",
      roleBy: "azurerm.hub",
      assignedBy: "azurerm.hub",
    });
  });

  test("stays in its subscription where another provider is to assign the roles", () => {
    const stack = synth((stack) => ({ providers: { azurerm: provider(stack, "roles") } }));
    const [deployer, ...others] = Object.values(stack.data("azurerm_client_config"));
    expect([deployer?.provider, others]).toEqual(["azurerm.hub", []]);
    expect(places(stack)).toMatchObject({
      grantedAt: `/subscriptions/${OTHER_SUBSCRIPTION}`,
      signedInAt: OTHER_SUBSCRIPTION,
      grantedBy: "azurerm.roles",
      roleBy: "azurerm.roles",
      assignedBy: "azurerm.roles",
    });
  });
});

test("a network that names its subscription and tenant needs nobody to say them", () => {
  const stack = synthStack((stack) => {
    const resource = virtualNetworkResource(stack, { provider: provider(stack, "hub") });
    const known = { subscriptionId: OTHER_SUBSCRIPTION, tenantId: TENANT };
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(resource, known) });
  });
  expect(stack.data("azurerm_client_config")).toEqual({});
  expect(places(stack)).toMatchObject({
    grantedAt: `/subscriptions/${OTHER_SUBSCRIPTION}`,
    signedInAt: OTHER_SUBSCRIPTION,
    tenant: TENANT,
    grantedBy: "azurerm.hub",
    roleBy: "azurerm.hub",
    assignedBy: "azurerm.hub",
  });
});

test("two networks behind two providers are in two subscriptions, each with its roles and its provider", () => {
  const stack = synthStack((stack) => {
    const hub = AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider: provider(stack, "hub") }));
    const identity = new PeeringApplication(stack, "identity");
    const peering = addPeering(stack, { identity, virtualNetwork: hub });
    const names = { name: "Spoke", resourceGroupName: "RG", provider: provider(stack, "spoke", THIRD_SUBSCRIPTION) };
    peering.addVirtualNetwork(
      "spoke",
      AzureVirtualNetwork.fromDataSource(new DataAzurermVirtualNetwork(stack, "spoke", names)),
    );
    peering.addVirtualNetwork("own", network({ name: "Own", addressSpaces: ["10.3.0.0/16"] }));
  });
  const deployers = Object.values(stack.data("azurerm_client_config")).map((each) => each.provider);
  expect(deployers).toEqual(["azurerm.hub", "azurerm.spoke"]);
  expect(stack.peeringProviders).toHaveLength(3);
  expect(new Set(stack.peeringProviders.map((each) => each.subscription_id)).size).toBe(3);
  const assigned = (peered: string) => stack.resource("azurerm_role_assignment", `${peered}_access_aiven`).provider;
  expect(["virtual-network", "spoke", "own"].map(assigned)).toEqual(["azurerm.hub", "azurerm.spoke", undefined]);
});

test("the subscription is that of the virtual network's own provider", () => {
  const stack = synthStack((stack) => {
    const provider = new AzurermProvider(stack, "azurerm-2", { features: [{}], alias: "network" });
    addPeering(stack, {
      virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider })),
    });
  });
  const [name, config] = Object.entries(stack.data("azurerm_client_config"))[0] ?? [];
  expect(config?.provider).toBe("azurerm.network");
  expect(stack.peeringProviders[0]?.subscription_id).toBe(`\${data.azurerm_client_config.${name}.subscription_id}`);
});

describe("a virtual network of another stack", () => {
  const { hub, spoke } = synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
    const provider = new AzurermProvider(hub, "hub-azurerm", { features: [{}], alias: "hub" });
    const virtualNetwork = AzureVirtualNetwork.fromResource(virtualNetworkResource(hub, { provider }));
    addPeering(spoke, { virtualNetwork });
  });
  const [output = "none"] = Object.entries(hub?.json.output ?? {})
    .filter(([, { value }]) => value === ("${azurerm_virtual_network.vnet.id}" as never))
    .map(([name]) => name);
  const id = `data.terraform_remote_state.cross-stack-reference-input-hub.outputs.${output}`;
  const subscription = `element(split("/", ${id}), 2)`;

  test("is in the subscription of its own id, whoever this stack is signed in as", () => {
    expect(spoke?.resource("aiven_azure_vpc_peering_connection").azure_subscription_id).toBe(
      `\${lower(${subscription})}`,
    );
    expect(spoke?.peeringProviders[0]?.subscription_id).toBe(`\${${subscription}}`);
    expect(spoke?.resource("azurerm_role_definition", "roles_aiven").scope).toBe(`/subscriptions/\${${subscription}}`);
    expect(spoke?.resource("azurerm_role_assignment", "resource-providers").scope).toBe(
      `/subscriptions/\${${subscription}}`,
    );
    expect(spoke?.resource("azurerm_role_assignment", "access_aiven").scope).toBe(`\${${id}}`);
  });

  test("brings no provider along that this stack does not have", () => {
    expect(spoke?.providers("azurerm").map(({ alias }) => alias)).toEqual([
      undefined,
      expect.stringContaining("peering-provider") as string,
    ]);
    expect(JSON.stringify(spoke?.json)).not.toContain("azurerm.hub");
  });

  test("is read from a data source too", () => {
    const stacks = synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
      const names = { name: "Hub-VNet", resourceGroupName: "Network-RG" };
      const virtualNetwork = AzureVirtualNetwork.fromDataSource(new DataAzurermVirtualNetwork(hub, "vnet", names));
      addPeering(spoke, { virtualNetwork });
    });
    expect(stacks.spoke?.resource("aiven_azure_vpc_peering_connection").azure_subscription_id).toMatch(
      /^\$\{lower\(element\(split\("\/", data\.terraform_remote_state\.cross-stack-reference-input-hub\.outputs\..*\), 2\)\)\}$/,
    );
  });

  test("is in the subscription that is given with it", () => {
    const stacks = synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
      const given = { subscriptionId: OTHER_SUBSCRIPTION };
      addPeering(spoke, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(hub), given) });
    });
    expect(stacks.spoke?.peeringProviders[0]?.subscription_id).toBe(OTHER_SUBSCRIPTION);
  });
});
