import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import { AzureVirtualMachine, ConnectivityProbe, type IPeeredVirtualNetwork } from "cdktf-aiven-azure-peering";
import { addPeering, network, SUBSCRIPTION, synthStack } from "../support/synth";

const machine = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;
const probe = (stack: TerraformStack, peered: IPeeredVirtualNetwork) =>
  new ConnectivityProbe(stack, "probe", {
    ...{ virtualNetwork: peered, virtualMachine: AzureVirtualMachine.fromId(machine, "japaneast") },
    ...{ host: "postgres.example", port: 5432, networkCidr: "10.0.0.0/24" },
  });

/** What a resource waits for that names something of a peering in `dependsOn`. */
const waits = (connected: boolean, on: (stack: TerraformStack, connected: boolean) => ITerraformDependable) => {
  const stack = synthStack((stack) => {
    new Sleep(stack, "later", { createDuration: "1s", dependsOn: [on(stack, connected)] });
  });
  const [first, ...others] = stack.resource("time_sleep", "later").depends_on as string[];
  expect(others).toEqual([]);
  expect(stack.addresses).toContain(first);
  return first;
};

describe.each<[string, string, (stack: TerraformStack, connected: boolean) => ITerraformDependable]>([
  ["a peering", "peering_virtual-network", (stack, connected) => addPeering(stack, { connected })],
  ["its network", "peering_virtual-network", (stack, connected) => addPeering(stack, { connected }).virtualNetwork],
  [
    "a further network",
    "peering_spoke",
    (stack, connected) =>
      addPeering(stack).addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] }), {
        connected,
      }),
  ],
])("what depends on %s", (_, peered, on) => {
  test("waits for Azure's peering", () => {
    expect(waits(true, on)).toMatch(new RegExp(`^azurerm_virtual_network_peering\\.${peered}_azure-peering_`));
  });

  test("waits for what is there while the network is off, and nothing breaks", () => {
    expect(waits(false, on)).toMatch(new RegExp(`^time_sleep\\.${peered}_access_propagation_`));
  });
});

test("what depends on a probe waits for the command, or for the network while that is off", () => {
  const on = (stack: TerraformStack, connected: boolean) =>
    probe(stack, addPeering(stack, { connected }).virtualNetwork);
  expect(waits(true, on)).toMatch(/^azurerm_virtual_machine_run_command\.probe_run-command_/);
  expect(waits(false, on)).toMatch(/^time_sleep\.peering_virtual-network_access_propagation_/);
});

test("what a network says while it is off can be used as while it is on", () => {
  const { connected, state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId } = synthLink(false);
  expect(connected).toBe(false);
  expect([state, aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId]).toEqual([
    "DISCONNECTED",
    ...["", "", "", ""],
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

describe("node.addDependency, of which cdktf makes nothing,", () => {
  const message = (dependent: string, on: string, id: string) =>
    `${dependent}: node.addDependency(${on}) has no effect in Terraform; give dependsOn: [${id}] to the resource that must wait`;

  test.each<[string, string, string, (stack: TerraformStack) => ITerraformDependable]>([
    ["a peering", "stack/peering", "peering", (stack) => addPeering(stack)],
    ["a network", "stack/peering/virtual-network", "virtual-network", (stack) => addPeering(stack).virtualNetwork],
    ["a probe", "stack/probe", "probe", (stack) => probe(stack, addPeering(stack).virtualNetwork)],
  ])("speaks up on %s", (_, on, id, create) => {
    expect(() =>
      synthStack((stack) => {
        new Sleep(stack, "later", { createDuration: "1s" }).node.addDependency(create(stack));
      }),
    ).toThrow(message("stack/later", on, id));
  });

  test("says so of each that does it, once", () => {
    let text = "";
    try {
      synthStack((stack) => {
        const peering = addPeering(stack);
        addPeering(stack, { networkCidr: "10.2.0.0/24" }, "second").node.addDependency(peering);
        new Sleep(stack, "later", { createDuration: "1s" }).node.addDependency(peering);
      });
    } catch (error) {
      text = (error as Error).message;
    }
    for (const dependent of ["stack/second", "stack/later"]) {
      expect(text.split(message(dependent, "stack/peering", "peering"))).toHaveLength(2);
    }
  });

  test("is not spoken of where it is on something else", () => {
    expect(() =>
      synthStack((stack) => {
        addPeering(stack).node.addDependency(new Sleep(stack, "earlier", { createDuration: "1s" }));
      }),
    ).not.toThrow();
  });
});
