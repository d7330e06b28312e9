import { TerraformOutput } from "cdktf";
import { type IPeeredVirtualNetwork } from "cdktf-aiven-azure-peering";
import { addPeering, after, network, synthStack } from "../support/synth";

describe("a network that is not connected", () => {
  const synth = (connected: { virtualNetwork?: boolean; spoke?: boolean }) =>
    synthStack((stack) => {
      const peering = addPeering(stack, { connected: connected.virtualNetwork });
      peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] }), {
        connected: connected.spoke,
      });
      new TerraformOutput(stack, "state", { value: peering.state });
      new TerraformOutput(stack, "tenant", { value: peering.virtualNetwork.aivenTenantId });
      new TerraformOutput(stack, "network", { value: peering.virtualNetwork.remoteVirtualNetworkId });
      new TerraformOutput(stack, "connection", { value: peering.virtualNetwork.connectionId });
      new TerraformOutput(stack, "azure", { value: peering.virtualNetwork.azurePeeringId });
    });
  const sidesOf = (stack: ReturnType<typeof synth>) =>
    stack.addresses.filter((address) =>
      /vpc_peering_connection|virtual_network_peering|service-principal-propagation/.test(address),
    );

  test("keeps everything but its two sides, its wait and its check", () => {
    const [connected, disconnected] = [synth({}), synth({ virtualNetwork: false })];
    expect(connected.addresses.filter((address) => !disconnected.addresses.includes(address))).toEqual(
      sidesOf(connected).filter((address) => address.includes("peering_virtual-network_")),
    );
    expect(Object.keys(connected.checks).filter((check) => !(check in disconnected.checks))).toEqual([
      expect.stringMatching(/^peering_virtual-network_connection_.*_active$/) as string,
    ]);
  });

  test("says so in place of what Aiven would have said", () => {
    const values = Object.fromEntries(
      Object.entries(synth({ virtualNetwork: false }).json.output ?? {}).map(([name, { value }]) => [
        name,
        value as unknown,
      ]),
    );
    expect(values).toEqual({ state: "DISCONNECTED", tenant: "", network: "", connection: "", azure: "" });
  });

  test("leaves the provider to the next one that is connected", () => {
    const stack = synth({ virtualNetwork: false });
    const wait = stack.address("time_sleep", "spoke_service-principal-propagation");
    expect(stack.peeringProviders).toMatchObject([
      {
        client_id: after(wait, `${wait}.triggers.client_id`),
        auxiliary_tenant_ids: [after(wait, `${wait}.triggers.to_tenant_id`)],
      },
    ]);
  });

  test("keeps the provider, for what it has to remove, without Aiven's tenant where nobody is connected", () => {
    const alias = (stack: ReturnType<typeof synth>) =>
      stack.resource("azurerm_virtual_network_peering", "virtual-network_").provider;
    const disconnected = synth({ virtualNetwork: false, spoke: false });
    const provider = disconnected
      .providers("azurerm")
      .find((each) => `azurerm.${String(each.alias)}` === alias(synth({})));
    expect(provider?.client_id).toBe(`\${${disconnected.address("azuread_application")}.client_id}`);
    expect(provider?.auxiliary_tenant_ids ?? []).toEqual([]);
  });
});

test("what a network says while it is disconnected can be used as while it is connected", () => {
  const { connected, state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId } = synthPeered(false);
  expect(connected).toBe(false);
  expect([state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId]).toEqual([
    "DISCONNECTED",
    "",
    "",
    "",
    "",
  ]);
  expect(synthPeered(true).connected).toBe(true);
});

function synthPeered(connected: boolean): IPeeredVirtualNetwork {
  let peered: IPeeredVirtualNetwork | undefined;
  synthStack((stack) => {
    peered = addPeering(stack, { connected }).virtualNetwork;
  });
  return peered as IPeeredVirtualNetwork;
}
