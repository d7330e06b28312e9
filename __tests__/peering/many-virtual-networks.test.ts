import { TerraformVariable } from "cdktf";
import { AivenAzurePeering, PeeringApplication } from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal } from "../support/refusal";
import {
  addPeering,
  after,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  spoke,
  SUBSCRIPTION,
  synthStack,
  TENANT,
} from "../support/synth";

const hub = synthStack((stack) => {
  const identity = new PeeringApplication(stack, "identity");
  const peering = addPeering(stack, { identity });
  peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] }), {
    allowForwardedTraffic: true,
  });
  peering.addVirtualNetwork(
    "far",
    network({ name: "Hub-VNet", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: ["10.3.0.0/16"] }),
  );
});

const waitOf = (peered: string) => hub.address("time_sleep", `${peered}_service-principal-propagation`);

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
      remote_virtual_network_id: after(waitOf(peered), `${waitOf(peered)}.triggers.to_network_id`),
      lifecycle: { replace_triggered_by: [`${waitOf(peered)}.id`] },
    });
  }
});

test("each subscription has one pair of roles and one provider, which waits for its first network", () => {
  const roles = Object.keys(hub.resources("azurerm_role_definition")).filter((name) => name.includes("roles"));
  expect(roles).toHaveLength(4);
  expect(hub.peeringProviders).toMatchObject([
    {
      subscription_id: SUBSCRIPTION,
      auxiliary_tenant_ids: [after(waitOf("virtual-network"), `${waitOf("virtual-network")}.triggers.to_tenant_id`)],
    },
    {
      subscription_id: OTHER_SUBSCRIPTION,
      auxiliary_tenant_ids: [after(waitOf("far"), `${waitOf("far")}.triggers.to_tenant_id`)],
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

test("what one network does not say of waits and timeouts is as for the others", () => {
  const stack = synthStack((stack) => {
    const peering = addPeering(stack, {
      propagation: { roleAssignments: "9m", servicePrincipal: "8m" },
      timeouts: { connection: "7m", azurePeering: "6m" },
    });
    peering.addVirtualNetwork("a", spoke(), {
      propagation: { servicePrincipal: "1m" },
      timeouts: { azurePeering: "2m" },
    });
    peering.addVirtualNetwork("b", network({ name: "Other", addressSpaces: ["10.3.0.0/16"] }), {
      propagation: { roleAssignments: "3m" },
      timeouts: { connection: "4m" },
    });
  });
  const peered = (name: string) => [
    stack.resource("time_sleep", `${name}_access_propagation`).create_duration,
    stack.resource("time_sleep", `${name}_service-principal-propagation`).create_duration,
    (stack.resource("aiven_azure_vpc_peering_connection", `${name}_`).timeouts as { create: string }).create,
    (stack.resource("azurerm_virtual_network_peering", `${name}_`).timeouts as { create: string }).create,
  ];
  expect(peered("virtual-network")).toEqual(["9m", "8m", "7m", "6m"]);
  expect(peered("a")).toEqual(["9m", "1m", "7m", "2m"]);
  expect(peered("b")).toEqual(["3m", "8m", "4m", "6m"]);
});

describe("two virtual networks of one name", () => {
  const message = (name: string) =>
    `stack/peering/twin: virtualNetwork.name: "${name}" is not allowed, a virtual network of that name in the same subscription is peered already ` +
    "(stack/peering/virtual-network) and Aiven cannot distinguish them; rename one or use another Aiven VPC";

  test("are refused in one subscription, whatever their resource groups and their case", () => {
    expectRefusal((stack) => {
      const peering = addPeering(stack);
      peering.addVirtualNetwork("twin", network({ name: "hub-vnet", resourceGroupName: "another" }));
    }, message("hub-vnet"));
  });

  test("are refused where the subscription is written in another case", () => {
    const mixed = "ABCDEF01-2345-4789-8bcd-ef0123456789";
    expectRefusal((stack) => {
      const peering = addPeering(stack, { virtualNetwork: network({ subscriptionId: mixed }) });
      peering.addVirtualNetwork("twin", network({ subscriptionId: mixed.toLowerCase() }));
    }, message("Hub-VNet"));
  });

  test("are accepted in two subscriptions", () => {
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
        condition: '${try(length(distinct([lower("Hub-VNet"), lower(var.b), lower("pre-${var.c}")])) == 3, true)}',
        error_message:
          "stack/peering: virtualNetwork.name: two virtual networks of one name in one subscription are not allowed, Aiven cannot distinguish them; rename one or use another Aiven VPC",
      },
    ]);
  });
});

test("an Aiven VPC takes 128 connections, and no more", () => {
  expectRefusal((stack) => {
    const peering = addPeering(stack);
    const add = (n: number) =>
      peering.addVirtualNetwork(`n${n}`, network({ name: `network-${n}`, addressSpaces: [`10.${n}.0.0/16`] }));
    for (let n = 2; n <= 128; n++) add(n);
    add(129);
  }, 'stack/peering: addVirtualNetwork: "n129" exceeds the limit of 128 peering connections of an Aiven VPC; use a second VPC');
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

describe("the tenant", () => {
  const both = (second: string) =>
    synthStack((stack) => {
      const virtualNetwork = network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"], tenantId: second });
      addPeering(stack).addVirtualNetwork("spoke", virtualNetwork);
    });

  test("of a further network in the same subscription must be the first one's", () => {
    expectRefusal(
      () => both(OTHER_SUBSCRIPTION),
      `stack/peering/spoke: virtualNetwork.tenantId: "${OTHER_SUBSCRIPTION}" is not allowed, another network of subscription ` +
        `"${SUBSCRIPTION}" is of the tenant "${TENANT}"; a subscription is of one tenant, so give both the same`,
    );
  });

  test("may be written in any case", () => {
    const [lower, upper] = ["abcdef01-2345-4789-8bcd-ef0123456789", "ABCDEF01-2345-4789-8BCD-EF0123456789"];
    expectAccepted((stack) => {
      addPeering(stack, { virtualNetwork: network({ tenantId: lower }) }).addVirtualNetwork(
        "spoke",
        network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"], tenantId: upper }),
      );
    });
  });

  test("may be another in another subscription", () => {
    const stack = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      const far = { subscriptionId: OTHER_SUBSCRIPTION, tenantId: CLIENT, addressSpaces: ["10.2.0.0/16"] };
      addPeering(stack, { identity }).addVirtualNetwork("far", network(far));
    });
    expect(stack.peeringProviders.map((each) => each.tenant_id)).toEqual([TENANT, CLIENT]);
  });
});

describe("the id of a further network", () => {
  const spoke = () => network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] });

  test.each(["spoke", "virtual-network", "vpc", "identity", "subscription"])(
    "is refused where it is used already: %s",
    (id) => {
      expectRefusal((stack) => {
        const peering = addPeering(stack);
        if (id === "spoke") peering.addVirtualNetwork("spoke", spoke());
        const other = network({ name: "Other", addressSpaces: ["10.3.0.0/16"] });
        peering.addVirtualNetwork(id, other);
      }, `stack/peering: addVirtualNetwork: the id "${id}" is not allowed, it is used here already; give each network an id of its own`);
    },
  );
});
