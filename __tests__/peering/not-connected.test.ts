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
      new TerraformOutput(stack, "half", { value: peering.virtualNetwork.azurePeeringId });
    });
  const halves = (stack: ReturnType<typeof synth>) =>
    stack.addresses.filter((address) =>
      /vpc_peering_connection|virtual_network_peering|service-principal-propagation/.test(address),
    );

  test("keeps everything but its halves, its wait and its check", () => {
    const [on, off] = [synth({}), synth({ virtualNetwork: false })];
    expect(on.addresses.filter((address) => !off.addresses.includes(address))).toEqual(
      halves(on).filter((address) => address.includes("peering_virtual-network_")),
    );
    expect(Object.keys(on.checks).filter((check) => !(check in off.checks))).toEqual([
      expect.stringMatching(/^peering_virtual-network_connection_.*_active$/) as string,
    ]);
  });

  test("says so in place of what Aiven would have answered", () => {
    const values = Object.fromEntries(
      Object.entries(synth({ virtualNetwork: false }).json.output ?? {}).map(([name, { value }]) => [
        name,
        value as unknown,
      ]),
    );
    expect(values).toEqual({ state: "DISCONNECTED", tenant: "", network: "", connection: "", half: "" });
  });

  test("leaves the provider to the next one that is connected", () => {
    const stack = synth({ virtualNetwork: false });
    const answer = stack.address("time_sleep", "spoke_service-principal-propagation");
    expect(stack.peeringProviders).toMatchObject([
      {
        client_id: after(answer, `${answer}.triggers.client_id`),
        auxiliary_tenant_ids: [after(answer, `${answer}.triggers.to_tenant_id`)],
      },
    ]);
  });

  test("keeps the provider, for what it has to remove, without Aiven's tenant where nobody is connected", () => {
    const alias = (stack: ReturnType<typeof synth>) =>
      stack.resource("azurerm_virtual_network_peering", "virtual-network_").provider;
    const off = synth({ virtualNetwork: false, spoke: false });
    const provider = off.providers("azurerm").find((each) => `azurerm.${String(each.alias)}` === alias(synth({})));
    expect(provider?.client_id).toBe(`\${${off.address("azuread_application")}.client_id}`);
    expect(provider?.auxiliary_tenant_ids ?? []).toEqual([]);
  });
});

test("what a network says while it is off can be used as while it is on", () => {
  const { connected, state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId } = synthLink(false);
  expect(connected).toBe(false);
  expect([state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId]).toEqual([
    "DISCONNECTED",
    "",
    "",
    "",
    "",
  ]);
  expect(synthLink(true).connected).toBe(true);
});

function synthLink(connected: boolean): IPeeredVirtualNetwork {
  let peered: IPeeredVirtualNetwork | undefined;
  synthStack((stack) => {
    peered = addPeering(stack, { connected }).virtualNetwork;
  });
  return peered as IPeeredVirtualNetwork;
}
