import { TerraformVariable } from "cdktf";
import { AivenVpc, PeeringApplication, type PeeringApplicationProps } from "cdktf-aiven-azure-peering";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthPeering,
  synthStack,
  TENANT,
} from "../support/synth";

const CONNECTION = "aiven_azure_vpc_peering_connection";
const PEERING = "azurerm_virtual_network_peering";
const spoke = () => network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] });

describe("the VPC's timeout", () => {
  test("is refused for a further network, which creates no VPC", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      expect(() => peering.addVirtualNetwork("spoke", spoke(), { timeouts: { vpc: "30m" } })).toThrow(
        new Error(
          'stack/peering: timeouts.vpc: "30m" is not allowed for a further network, the VPC is there already; give it to the construct',
        ),
      );
    });
  });

  test("is refused beside a VPC that exists already", () => {
    const vpc = AivenVpc.fromId(`p/${CLIENT}`);
    const none = { project: undefined, networkCidr: undefined };
    expect(() => synthPeering({ ...none, vpc, timeouts: { vpc: "30m" } })).toThrow(
      new Error(
        'stack/peering: timeouts.vpc: "30m" is not allowed beside vpc, which exists already; give one or the other',
      ),
    );
    expect(() => synthPeering({ ...none, vpc, timeouts: { connection: "30m" } })).not.toThrow();
  });

  test("does not stop a further network from having timeouts of its own", () => {
    const stack = synthStack((stack) => {
      addPeering(stack, { timeouts: { vpc: "30m" } }).addVirtualNetwork("spoke", spoke(), {
        timeouts: { connection: "9m" },
      });
    });
    expect(stack.resource("aiven_project_vpc").timeouts).toEqual({ create: "30m", delete: "30m" });
    expect(stack.resource(CONNECTION, "spoke_").timeouts).toEqual({ create: "9m", delete: "9m" });
  });
});

test("what one network does not say of waits and timeouts is as for the others", () => {
  const stack = synthStack((stack) => {
    const peering = addPeering(stack, {
      propagation: { roleAssignments: "9m", servicePrincipal: "8m" },
      timeouts: { connection: "7m", virtualNetworkPeering: "6m" },
    });
    peering.addVirtualNetwork("a", spoke(), {
      propagation: { servicePrincipal: "1m" },
      timeouts: { virtualNetworkPeering: "2m" },
    });
    peering.addVirtualNetwork("b", network({ name: "Other", addressSpaces: ["10.3.0.0/16"] }), {
      propagation: { roleAssignments: "3m" },
      timeouts: { connection: "4m" },
    });
  });
  const peered = (name: string) => [
    stack.resource("time_sleep", `${name}_access_propagation`).create_duration,
    stack.resource("time_sleep", `${name}_service-principal-propagation`).create_duration,
    (stack.resource(CONNECTION, `${name}_`).timeouts as { create: string }).create,
    (stack.resource(PEERING, `${name}_`).timeouts as { create: string }).create,
  ];
  expect(peered("virtual-network")).toEqual(["9m", "8m", "7m", "6m"]);
  expect(peered("a")).toEqual(["9m", "1m", "7m", "2m"]);
  expect(peered("b")).toEqual(["3m", "8m", "4m", "6m"]);
});

describe("the subscriptions of an application", () => {
  const apply = (props: PeeringApplicationProps) =>
    synthStack((stack) => void new PeeringApplication(stack, "identity", props));

  test("are none where nothing is granted, but never an empty list", () => {
    expect(() => apply({ subscriptionIds: [] })).toThrow(
      new Error(
        "stack/identity: identity.subscriptionIds: an empty list is not allowed, leave it out for the deployer's subscription, or give " +
          "grantResourceProviderRead: false",
      ),
    );
    expect(apply({ grantResourceProviderRead: false }).resources("azurerm_role_assignment")).toEqual({});
  });

  test.each([
    ["twice", SUBSCRIPTION, SUBSCRIPTION],
    ["in another case", "abcdef01-2345-4789-8bcd-ef0123456789", "ABCDEF01-2345-4789-8BCD-EF0123456789"],
  ])("are refused %s", (_, first, second) => {
    expect(() => apply({ subscriptionIds: [first, second] })).toThrow(
      new Error(
        `stack/identity: identity.subscriptionIds: "${second}" is not allowed twice, name each subscription once`,
      ),
    );
  });

  test("are refused twice where they are one variable, and taken where they are two", () => {
    synthStack((stack) => {
      const [one, two] = ["one", "two"].map(
        (name) => new TerraformVariable(stack, name, { type: "string" }).stringValue,
      );
      expect(() => new PeeringApplication(stack, "a", { subscriptionIds: [one, one] })).toThrow(
        new Error('stack/a: identity.subscriptionIds: "${var.one}" is not allowed twice, name each subscription once'),
      );
      stack.node.tryRemoveChild("a");
      const taken = new PeeringApplication(stack, "b", { subscriptionIds: [one, two] });
      expect(taken.node.children.filter(({ node }) => node.id.startsWith("resource-providers"))).toHaveLength(2);
    });
  });
});

describe("the tenant", () => {
  const both = (second: string) =>
    synthStack((stack) => {
      const virtualNetwork = network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"], tenantId: second });
      addPeering(stack).addVirtualNetwork("spoke", virtualNetwork);
    });

  test("of a further network in the same subscription must be the first one's", () => {
    expect(() => both(OTHER_SUBSCRIPTION)).toThrow(
      new Error(
        `stack/peering/spoke: virtualNetwork.tenantId: "${OTHER_SUBSCRIPTION}" is not allowed, another network of subscription ` +
          `"${SUBSCRIPTION}" is of the tenant "${TENANT}"; a subscription is of one tenant, so give both the same`,
      ),
    );
  });

  test("may be written in any case", () => {
    const [lower, upper] = ["abcdef01-2345-4789-8bcd-ef0123456789", "ABCDEF01-2345-4789-8BCD-EF0123456789"];
    expect(() =>
      synthStack((stack) => {
        addPeering(stack, { virtualNetwork: network({ tenantId: lower }) }).addVirtualNetwork(
          "spoke",
          network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"], tenantId: upper }),
        );
      }),
    ).not.toThrow();
  });

  test("may be another in another subscription", () => {
    const stack = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity", {
        subscriptionIds: [SUBSCRIPTION, OTHER_SUBSCRIPTION],
      });
      const far = { subscriptionId: OTHER_SUBSCRIPTION, tenantId: CLIENT, addressSpaces: ["10.2.0.0/16"] };
      addPeering(stack, { identity }).addVirtualNetwork("far", network(far));
    });
    expect(stack.peeringProviders.map((each) => each.tenant_id)).toEqual([TENANT, CLIENT]);
  });
});

test.each(["0s", "0.0s", "0ms", "0h"])(
  "a wait of %s is none: the application makes no resource to wait with",
  (wait) => {
    const stack = synthStack((stack) => void new PeeringApplication(stack, "identity", { propagation: wait }));
    expect(stack.resources("time_sleep")).toEqual({});
  },
);

test("the shortest wait is one", () => {
  const stack = synthStack((stack) => void new PeeringApplication(stack, "identity", { propagation: "0.1ms" }));
  expect(stack.resource("time_sleep").create_duration).toBe("0.1ms");
});

test("a wait that only Terraform knows is waited for", () => {
  const stack = synthStack((stack) => {
    const wait = new TerraformVariable(stack, "wait", { type: "string" }).stringValue;
    new PeeringApplication(stack, "identity", { propagation: wait });
  });
  expect(stack.resource("time_sleep").create_duration).toBe("${var.wait}");
});
