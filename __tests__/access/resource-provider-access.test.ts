import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformStack } from "cdktf";
import {
  AzureVirtualNetwork,
  type CustomResourceProviderRoleOptions,
  PeeringApplication,
  type PeeringApplicationProps,
  ResourceProviderAccess,
  type ResourceProviderRoleOptions,
} from "cdktf-aiven-azure-peering";
import { grantedIn, grants } from "../support/identity";
import { expectRefusal, nameInUse, refusalOf } from "../support/refusal";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  preconditionsOf,
  shown,
  SUBSCRIPTION,
  type Synthesised,
  synthStack,
  synthStacks,
  variable,
  virtualNetworkResource,
} from "../support/synth";

const ROLE = "azurerm_role_definition";
const ROLE_ID = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
const none = () => ResourceProviderAccess.none();
const create = (options?: CustomResourceProviderRoleOptions) => ResourceProviderAccess.create(options);
const withRole = (id: string, options?: ResourceProviderRoleOptions) => ResourceProviderAccess.withRole(id, options);

/** The bindings' own: 4 with CDKTF, 5 with CDK Terrain. */

const namesOf = (stack: Synthesised, part = "resource-providers") =>
  Object.entries(stack.resources(ROLE))
    .filter(([name]) => name.includes(part))
    .map(([, { name }]) => name);

const application = (props: PeeringApplicationProps = {}) =>
  synthStack((stack) => {
    new PeeringApplication(stack, "identity", props);
  });

/** One peering by an application that the stack creates. */
const peeringBy = (resourceProviderAccess: ResourceProviderAccess, virtualNetwork = network()) =>
  synthStack((stack) => {
    const identity = new PeeringApplication(stack, "identity", { resourceProviderAccess });
    addPeering(stack, { identity, virtualNetwork });
  });

describe("resourceProviderAccess, in place of what follows from use,", () => {
  test("none: nothing is granted", () => {
    expect(grantedIn(peeringBy(none()))).toEqual([]);
    expect(namesOf(peeringBy(none()))).toEqual([]);
  });

  test("create: in the subscriptions that are named, and in no other", () => {
    expect(grantedIn(peeringBy(create({ subscriptionIds: [SUBSCRIPTION, OTHER_SUBSCRIPTION] })))).toEqual([
      SUBSCRIPTION,
      OTHER_SUBSCRIPTION,
    ]);
  });

  test("create: in the deployer's where none is named", () => {
    const stack = application({ resourceProviderAccess: create() });
    expect(grantedIn(stack)).toEqual([SUBSCRIPTION]);
  });

  test("withRole: a role that exists already, as Azure returns it", () => {
    for (const [options, subscription] of [
      [undefined, SUBSCRIPTION],
      [{ subscriptionIds: [OTHER_SUBSCRIPTION] }, OTHER_SUBSCRIPTION],
    ] as const) {
      const stack = application({
        resourceProviderAccess: withRole(
          `/subscriptions/${SUBSCRIPTION}${ROLE_ID}`,
          options && { ...options, subscriptionIds: [...options.subscriptionIds] },
        ),
      });
      const [[, assignment], ...others] = grants(stack);
      expect(others).toEqual([]);
      expect(assignment.scope).toBe(`/subscriptions/${subscription}`);
      expect(assignment.role_definition_id).toBe(`/subscriptions/${subscription}${ROLE_ID}`);
      expect(namesOf(stack)).toEqual([]);
    }
  });

  const forgotten = (subscription: string) =>
    `identity.resourceProviderAccess: the application may not list the resource providers of subscription "${subscription}", and azurerm ` +
    "4.x fails without; add it to subscriptionIds, or leave resourceProviderAccess out";

  test.each<[string, ResourceProviderAccess]>([
    ["create", create({ subscriptionIds: [SUBSCRIPTION] })],
    ["withRole", withRole(ROLE_ID, { subscriptionIds: [SUBSCRIPTION] })],
  ])("%s: a subscription that was forgotten is refused", (_, access) => {
    expect(refusalOf(() => peeringBy(access, network({ subscriptionId: OTHER_SUBSCRIPTION })))).toBe(
      `stack/peering/virtual-network: ${forgotten(OTHER_SUBSCRIPTION)}`,
    );
  });

  test("a subscription that was forgotten is refused in another stack too", () => {
    const build = () =>
      synthStacks(["identity", "peering"], ({ identity, peering }) => {
        const access = create({ subscriptionIds: [OTHER_SUBSCRIPTION] });
        const by = new PeeringApplication(identity, "application", { resourceProviderAccess: access });
        addPeering(peering, { identity: by });
      });
    expect(refusalOf(build)).toBe(`peering/peering/virtual-network: ${forgotten(SUBSCRIPTION)}`);
  });

  test("a subscription may be named in another case", () => {
    const mixed = "abcdef01-2345-4789-8bcd-ef0123456789";
    const stack = peeringBy(create({ subscriptionIds: [mixed.toUpperCase()] }), network({ subscriptionId: mixed }));
    expect(preconditionsOf(stack.resource("time_sleep", "access_propagation"))).toEqual([]);
  });

  test("what only Terraform knows is compared by Terraform, before the rights are waited for", () => {
    const stack = synthStack((stack) => {
      const resourceProviderAccess = create({ subscriptionIds: [variable(stack, "one"), OTHER_SUBSCRIPTION] });
      const identity = new PeeringApplication(stack, "identity", { resourceProviderAccess });
      addPeering(stack, { identity, virtualNetwork: network({ subscriptionId: variable(stack, "used") }) });
    });
    expect(preconditionsOf(stack.resource("time_sleep", "access_propagation"))).toEqual([
      {
        condition: `\${contains([lower(var.one), lower("${OTHER_SUBSCRIPTION}")], lower(var.used))}`,
        error_message: `stack/peering/virtual-network: ${forgotten(shown("used"))}`,
      },
    ]);
  });

  test("the deployer's subscription is compared with that of a network behind another provider", () => {
    const conditions = (alias?: string) => {
      const stack = synthStack((stack) => {
        const provider = alias === undefined ? undefined : new AzurermProvider(stack, alias, { features: [{}], alias });
        const virtualNetwork = AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider }));
        const identity = new PeeringApplication(stack, "identity", { resourceProviderAccess: create() });
        addPeering(stack, { identity, virtualNetwork });
      });
      return preconditionsOf(stack.resource("time_sleep", "access_propagation")).map(({ condition }) => condition);
    };
    const hub = "data.azurerm_client_config.aiven-azure-peering-deployer-hub.subscription_id";
    expect(conditions("hub")).toEqual([`\${contains([lower("${SUBSCRIPTION}")], lower(${hub}))}`]);
    expect(conditions()).toEqual([]);
  });
});

describe("the subscriptions of ResourceProviderAccess", () => {
  const PROPERTY = "stack/identity: identity.resourceProviderAccess.subscriptionIds";
  const given = (subscriptionIds: unknown) => (stack: TerraformStack) =>
    new PeeringApplication(stack, "identity", {
      resourceProviderAccess: create({ subscriptionIds: subscriptionIds as string[] }),
    });

  test.each([
    [[], "an empty list"],
    ["one", '"one"'],
  ])("are a list of their own: %j is refused", (value, said) => {
    expectRefusal(
      given(value),
      `${PROPERTY}: ${said} is not allowed, use a list of UUIDs, or leave it out for the deployer's subscription`,
    );
  });

  test.each([
    ["twice", SUBSCRIPTION, SUBSCRIPTION],
    ["in another case", "abcdef01-2345-4789-8bcd-ef0123456789", "ABCDEF01-2345-4789-8BCD-EF0123456789"],
  ])("are refused %s", (_, first, second) => {
    expectRefusal(given([first, second]), `${PROPERTY}: "${second}" is not allowed twice, name each subscription once`);
  });

  test("are refused twice where they are one variable, and accepted where they are two", () => {
    expectRefusal((stack) => {
      const one = variable(stack, "one");
      given([one, one])(stack);
    }, `${PROPERTY}: "\${var.one}" is not allowed twice, name each subscription once`);
    const stack = synthStack((stack) => void given([variable(stack, "one"), variable(stack, "two")])(stack));
    expect(grantedIn(stack).sort()).toEqual(["${var.one}", "${var.two}"]);
  });
});

describe("the names of its custom roles", () => {
  const named = (options: { subscriptionIds?: string[]; roleNames: unknown }) => (stack: TerraformStack) =>
    new PeeringApplication(stack, "identity", { resourceProviderAccess: create(options as never) });
  const subscriptionIds = [SUBSCRIPTION, OTHER_SUBSCRIPTION];

  test("have a suffix and the subscription, unless they are given", () => {
    expect(namesOf(application({ resourceProviderAccess: create({ subscriptionIds }) }))).toEqual(
      subscriptionIds.map(
        (id) =>
          expect.stringMatching(`^aiven-azure-peering: list resource providers \\([0-9a-f]{8} ${id}\\)$`) as string,
      ),
    );
  });

  test("are those that are given, in the order of the subscriptions", () => {
    expect(namesOf(synthStack((stack) => void named({ roleNames: ["one"] })(stack)))).toEqual(["one"]);
    const stack = synthStack((stack) => void named({ subscriptionIds, roleNames: ["one", "two"] })(stack));
    expect(subscriptionIds.map((id) => namesOf(stack, id))).toEqual([["one"], ["two"]]);
  });

  const count = (given: string, expected: number) =>
    `${given} is not allowed, use a list of ${expected}, one for each subscription in the order of subscriptionIds`;

  test.each<[string, { subscriptionIds?: string[]; roleNames: unknown }, string]>([
    ["as many as there are subscriptions", { subscriptionIds, roleNames: ["one"] }, count("a list of 1", 2)],
    ["one for the deployer's subscription", { roleNames: [] }, count("a list of 0", 1)],
    ["a list", { roleNames: "one" }, count('"one"', 1)],
  ])("are %s", (_, options, message) => {
    expectRefusal(named(options), `stack/identity: identity.resourceProviderAccess.roleNames: ${message}`);
  });

  test("differ", () => {
    const property = "identity.resourceProviderAccess.roleNames";
    expectRefusal(
      named({ subscriptionIds, roleNames: ["one", "One"] }),
      `stack/identity: ${nameInUse(property, "One", `${property} of stack/identity`)}`,
    );
  });
});
