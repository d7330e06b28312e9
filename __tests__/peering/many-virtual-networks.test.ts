import { TerraformOutput, TerraformVariable } from "cdktf";
import { AivenAzurePeering, PeeringApplication } from "cdktf-aiven-azure-peering";
import { addPeering, after, network, OTHER_SUBSCRIPTION, SUBSCRIPTION, synthStack } from "../support/synth";

const hub = synthStack((stack) => {
  const identity = new PeeringApplication(stack, "identity", { subscriptionIds: [SUBSCRIPTION, OTHER_SUBSCRIPTION] });
  const peering = addPeering(stack, { identity });
  peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] }), {
    allowForwardedTraffic: true,
  });
  peering.addVirtualNetwork(
    "far",
    network({ name: "Hub-VNet", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: ["10.3.0.0/16"] }),
  );
});
const answer = (peered: string) => hub.address("time_sleep", `${peered}_service-principal-propagation`);

test("three virtual networks share one VPC and one identity", () => {
  expect(Object.keys(hub.resources("aiven_project_vpc"))).toHaveLength(1);
  expect(Object.keys(hub.resources("azuread_application"))).toHaveLength(1);
  expect(Object.keys(hub.resources("aiven_azure_vpc_peering_connection"))).toHaveLength(3);
});

test("each network has its own assignments and waits", () => {
  for (const peered of ["virtual-network", "spoke", "far"]) {
    expect(hub.resource("time_sleep", `${peered}_service-principal-propagation`).triggers).toMatchObject({
      connection_id: `\${${hub.address("aiven_azure_vpc_peering_connection", `${peered}_connection`)}.id}`,
      client_id: `\${${hub.address("time_sleep", `${peered}_access_propagation`)}.triggers.client_id}`,
    });
    expect(hub.resource("time_sleep", `${peered}_access_propagation`).triggers).toMatchObject({
      aiven_role: `\${${hub.address("azurerm_role_assignment", `${peered}_access_aiven`)}.id}`,
      application_role: `\${${hub.address("azurerm_role_assignment", `${peered}_access_application`)}.id}`,
    });
    expect(hub.resource("azurerm_virtual_network_peering", `${peered}_`)).toMatchObject({
      remote_virtual_network_id: after(answer(peered), `${answer(peered)}.triggers.to_network_id`),
      lifecycle: { replace_triggered_by: [`${answer(peered)}.id`] },
    });
  }
});

test("each subscription has one pair of roles and one provider, which waits for its first network", () => {
  const roles = Object.keys(hub.resources("azurerm_role_definition")).filter((name) => name.includes("roles"));
  expect(roles).toHaveLength(4);
  expect(hub.peeringProviders).toMatchObject([
    {
      subscription_id: SUBSCRIPTION,
      auxiliary_tenant_ids: [after(answer("virtual-network"), `${answer("virtual-network")}.triggers.to_tenant_id`)],
    },
    {
      subscription_id: OTHER_SUBSCRIPTION,
      auxiliary_tenant_ids: [after(answer("far"), `${answer("far")}.triggers.to_tenant_id`)],
    },
  ]);
  const provider = (peered: string) => hub.resource("azurerm_virtual_network_peering", `${peered}_`).provider;
  expect(provider("spoke")).toBe(provider("virtual-network"));
  expect(provider("far")).not.toBe(provider("virtual-network"));
});

test("options hold for one network", () => {
  const forwarded = (peered: string) =>
    hub.resource("azurerm_virtual_network_peering", `${peered}_`).allow_forwarded_traffic;
  expect([forwarded("virtual-network"), forwarded("spoke"), forwarded("far")]).toEqual([false, true, false]);
});

test("waits, timeouts and health check of the peering hold for every network that has none of its own", () => {
  const stack = synthStack((stack) => {
    const peering = addPeering(stack, {
      propagation: { roleAssignments: "9m" },
      timeouts: { connection: "9m" },
      healthCheck: false,
    });
    peering.addVirtualNetwork("inherits", network({ name: "two", addressSpaces: ["10.2.0.0/16"] }));
    peering.addVirtualNetwork("differs", network({ name: "three", addressSpaces: ["10.3.0.0/16"] }), {
      propagation: { roleAssignments: "1m" },
      timeouts: { connection: "1m" },
      healthCheck: true,
    });
  });
  const peered = (name: string) => [
    stack.resource("time_sleep", `${name}_access`).create_duration,
    stack.resource("aiven_azure_vpc_peering_connection", `${name}_`).timeouts,
    Object.keys(stack.checks).some((check) => check.includes(`${name}_connection`)),
  ];
  expect(peered("inherits")).toEqual(["9m", { create: "9m", delete: "9m" }, false]);
  expect(peered("differs")).toEqual(["1m", { create: "1m", delete: "1m" }, true]);
});

describe("two virtual networks of one name", () => {
  const message = (name: string) =>
    `stack/peering/twin: virtualNetwork.name: "${name}" is not allowed, a virtual network of that name in the same subscription is peered already ` +
    "(stack/peering/virtual-network) and Aiven cannot tell the two apart; rename one or use another Aiven VPC";

  test("are refused in one subscription, whatever their resource groups and their case", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      expect(() =>
        peering.addVirtualNetwork("twin", network({ name: "hub-vnet", resourceGroupName: "another" })),
      ).toThrow(new Error(message("hub-vnet")));
    });
  });

  test("are refused where the subscription is written in another case", () => {
    const mixed = "ABCDEF01-2345-4789-8bcd-ef0123456789";
    synthStack((stack) => {
      const peering = addPeering(stack, { virtualNetwork: network({ subscriptionId: mixed }) });
      expect(() => peering.addVirtualNetwork("twin", network({ subscriptionId: mixed.toLowerCase() }))).toThrow(
        new Error(message("Hub-VNet")),
      );
    });
  });

  test("are taken in two subscriptions", () => {
    expect(Object.keys(hub.resources("azurerm_virtual_network_peering"))).toHaveLength(3);
  });

  test("are found out by Terraform where only it knows the names", () => {
    const stack = synthStack((stack) => {
      const name = (id: string) => new TerraformVariable(stack, id, { type: "string" }).stringValue;
      const peering = addPeering(stack);
      peering.addVirtualNetwork("b", network({ name: name("b"), addressSpaces: ["10.2.0.0/16"] }));
      peering.addVirtualNetwork("c", network({ name: `pre-${name("c")}`, addressSpaces: ["10.3.0.0/16"] }));
    });
    const found = Object.values(stack.resources("time_sleep")).flatMap(
      (wait) =>
        (wait.lifecycle as { precondition?: { condition: string; error_message: string }[] } | undefined)
          ?.precondition ?? [],
    );
    expect(found.filter(({ condition }) => condition.includes("distinct"))).toEqual([
      {
        condition:
          '${try(length(distinct([lower("Hub-VNet"), lower(var.b), lower(join("", ["pre-", var.c]))])) == 3, true)}',
        error_message:
          "stack/peering: virtualNetwork.name: two virtual networks of one name in one subscription are not allowed, Aiven cannot tell them apart; rename one or use another Aiven VPC",
      },
    ]);
  });
});

test("an Aiven VPC takes 128 connections, and no more", () => {
  synthStack((stack) => {
    const peering = addPeering(stack);
    const add = (n: number) =>
      peering.addVirtualNetwork(`n${n}`, network({ name: `network-${n}`, addressSpaces: [`10.${n}.0.0/16`] }));
    for (let n = 2; n <= 128; n++) add(n);
    expect(() => add(129)).toThrow(
      new Error(
        'stack/peering: addVirtualNetwork: "n129" is one too many, an Aiven VPC takes 128 peering connections; use a second VPC',
      ),
    );
  });
});

test("a network keeps its addresses when another is added before it or removed", () => {
  const addresses = (ids: string[]) =>
    synthStack((stack) => {
      const peering: AivenAzurePeering = addPeering(stack);
      for (const id of ids)
        peering.addVirtualNetwork(
          id,
          network({
            name: `network-${id}`,
            ...(id === "b"
              ? { subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: ["10.3.0.0/16"] }
              : { addressSpaces: ["10.2.0.0/16"] }),
          }),
        );
    });
  const both = addresses(["a", "b"]);
  const alone = addresses(["b"]);
  expect(both.addresses).toEqual(expect.arrayContaining(alone.addresses));
  expect(both.peeringProviders.map(({ alias }) => alias)).toEqual(alone.peeringProviders.map(({ alias }) => alias));
});

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
    stack.addresses.filter((address) => /vpc_peering_connection|virtual_network_peering|answer/.test(address));

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
