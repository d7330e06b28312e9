import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack } from "cdktf";
import {
  AzurePeeringProvider,
  AzureVirtualNetwork,
  type CustomResourceProviderRoleOptions,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  type PeeringApplicationProps,
  ResourceProviderAccess,
  type ResourceProviderRoleOptions,
} from "cdktf-aiven-azure-peering";
import { expectRefusal, nameInUse, refusalOf } from "../support/refusal";
import {
  addPeering,
  addProviders,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  preconditionsOf,
  shown,
  spoke,
  SUBSCRIPTION,
  synthApp,
  synthPeering,
  type Synthesised,
  synthStack,
  synthStacks,
  variable,
  virtualNetworkResource,
} from "../support/synth";

const ASSIGNMENT = "azurerm_role_assignment";
const ROLE = "azurerm_role_definition";
const DEPLOYER = "data.azurerm_client_config.aiven-azure-peering-deployer.subscription_id";
const ROLE_ID = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
const none = () => ResourceProviderAccess.none();
const create = (options?: CustomResourceProviderRoleOptions) => ResourceProviderAccess.create(options);
const withRole = (id: string, options?: ResourceProviderRoleOptions) => ResourceProviderAccess.withRole(id, options);

/** The bindings' own: 4 with CDKTF, 5 with CDK Terrain. */
const { terraformGeneratorMetadata } = new AzurermProvider(new TerraformStack(new App(), "stack"), "azurerm", {
  features: [{}],
});
const major = Number.parseInt(terraformGeneratorMetadata?.providerVersion ?? "");

/** A stack whose subscription Terraform alone knows. */
const synthDeployed = (build: (stack: TerraformStack) => void): Synthesised =>
  synthApp((app) => {
    const stack = new TerraformStack(app, "stack");
    addProviders(stack, variable(stack, "subscription"));
    build(stack);
  }).stack;

const grants = (stack: Synthesised) =>
  Object.entries(stack.resources(ASSIGNMENT)).filter(([name]) => name.includes("resource-providers"));
/** The subscriptions in which the right is granted. */
const grantedIn = (stack: Synthesised) =>
  grants(stack).map(([, { scope }]) => (scope as string).slice("/subscriptions/".length));
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

test("the bindings are of a release of azurerm that is known here", () => {
  expect([4, 5]).toContain(major);
});

test("a peering is granted the right where azurerm lists resource providers, and nothing beyond", () => {
  const stack = synthPeering();
  const listing = major === 4 ? 1 : 0;
  expect(Object.keys(stack.resources(ROLE))).toHaveLength(2 + listing);
  expect(Object.keys(stack.resources(ASSIGNMENT))).toHaveLength(2 + listing);
});

describe("the right to list resource providers follows from use:", () => {
  test("in the network's subscription, by a role with that one action", () => {
    const stack = synthPeering();
    expect(stack.resource(ASSIGNMENT, "resource-providers")).toMatchObject({
      scope: `/subscriptions/${SUBSCRIPTION}`,
      principal_type: "ServicePrincipal",
      principal_id: `\${${stack.address("azuread_service_principal", "identity_service-principal")}.object_id}`,
      role_definition_id: `\${${stack.address(ROLE, "resource-providers")}.role_definition_resource_id}`,
    });
    expect(stack.resource(ROLE, "resource-providers").permissions).toEqual([
      { actions: ["Microsoft.Resources/subscriptions/providers/read"] },
    ]);
  });

  test("in the deployer's, where that is the network's", () => {
    const stack = synthDeployed((stack) => {
      addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)) });
    });
    expect(grantedIn(stack)).toEqual([`\${${DEPLOYER}}`]);
  });

  test("in each subscription of a peering, once", () => {
    const stack = synthStack((stack) => {
      const peering = addPeering(stack);
      peering.addVirtualNetwork("near", spoke());
      const far = network({ name: "Far", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: [] });
      peering.addVirtualNetwork("far", far);
      const farther = network({ name: "Farther", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: [] });
      peering.addVirtualNetwork("farther", farther);
    });
    expect(grantedIn(stack)).toEqual([SUBSCRIPTION, OTHER_SUBSCRIPTION]);
    const wait = stack.resource("time_sleep", "peering_far_access_propagation");
    expect(wait.depends_on).toContain(stack.address(ASSIGNMENT, `resource-providers-${OTHER_SUBSCRIPTION}`));
  });

  test("once for two peerings that share an application, however they write the subscription", () => {
    const mixed = "abcdef01-2345-4789-8bcd-ef0123456789";
    const stack = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      addPeering(stack, { identity, virtualNetwork: network({ subscriptionId: mixed }) });
      const virtualNetwork = spoke({ subscriptionId: mixed.toUpperCase() });
      addPeering(stack, { identity, virtualNetwork, networkCidr: "10.9.0.0/24" }, "second");
    });
    expect(grantedIn(stack)).toEqual([mixed]);
  });

  test("for each of two applications", () => {
    const stack = synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, { virtualNetwork: spoke(), networkCidr: "10.9.0.0/24" }, "second");
    });
    expect(grantedIn(stack)).toEqual([SUBSCRIPTION, SUBSCRIPTION]);
  });

  test("nowhere for an application that peers nothing", () => {
    expect(grantedIn(application())).toEqual([]);
  });

  test("nowhere through azapi, and where one network is peered through azurerm there alone", () => {
    const azurePeeringProvider = AzurePeeringProvider.AZAPI;
    expect(grantedIn(synthPeering({ azurePeeringProvider }))).toEqual([]);
    const stack = synthStack((stack) => {
      const far = network({ name: "Far", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: [] });
      addPeering(stack, { azurePeeringProvider }).addVirtualNetwork("far", far, {
        azurePeeringProvider: AzurePeeringProvider.AZURERM,
      });
    });
    expect(grantedIn(stack)).toEqual([OTHER_SUBSCRIPTION]);
  });

  test("also while the network is not connected, as azurerm signs in to remove what was", () => {
    expect(grantedIn(synthPeering({ connected: false }))).toEqual([SUBSCRIPTION]);
  });

  test("nowhere for an application that exists already", () => {
    const stack = synthStack((stack) => {
      const credential = ExistingCredential.federated();
      const identity = new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });
      addPeering(stack, { identity });
    });
    expect(grantedIn(stack)).toEqual([]);
  });

  test("by the provider that the application is given", () => {
    const stack = synthStack((stack) => {
      const azurerm = new AzurermProvider(stack, "owner", { features: [{}], alias: "owner" });
      addPeering(stack, { identity: new PeeringApplication(stack, "identity", { providers: { azurerm } }) });
    });
    expect(grants(stack).map(([, { provider }]) => provider)).toEqual(["azurerm.owner"]);
    expect(stack.resource(ROLE, "resource-providers").provider).toBe("azurerm.owner");
  });
});

describe("the application's wait", () => {
  test("is for each grant, and is there again when one is new", () => {
    const stack = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      const far = network({ name: "Far", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: [] });
      addPeering(stack, { identity }).addVirtualNetwork("far", far);
    });
    const grant = (id: string) => stack.address(ASSIGNMENT, `resource-providers-${id}`);
    expect(stack.resource("time_sleep", "identity_propagation")).toMatchObject({
      create_duration: "100s",
      triggers: {
        client_id: `\${${stack.address("azuread_application")}.client_id}`,
        key_id: `\${${stack.address("azuread_application_password")}.key_id}`,
        [`resource-providers-${SUBSCRIPTION}`]: `\${${grant(SUBSCRIPTION)}.id}`,
        [`resource-providers-${OTHER_SUBSCRIPTION}`]: `\${${grant(OTHER_SUBSCRIPTION)}.id}`,
      },
      depends_on: [stack.address("azuread_application_password"), grant(SUBSCRIPTION), grant(OTHER_SUBSCRIPTION)],
    });
  });

  test("is for the grants that are named, which nobody uses yet", () => {
    const stack = application({ resourceProviderAccess: create({ subscriptionIds: [SUBSCRIPTION] }) });
    const grant = stack.address(ASSIGNMENT, "resource-providers");
    expect(stack.resource("time_sleep")).toMatchObject({
      triggers: { [`resource-providers-${SUBSCRIPTION}`]: `\${${grant}.id}` },
      depends_on: [stack.address("azuread_application_password"), grant],
    });
  });
});

describe("an application of another stack", () => {
  test("is granted the right in its own stack, for the networks of every stack", () => {
    const { identity, one, two } = synthStacks(["identity", "one", "two"], ({ identity, one, two }) => {
      const shared = new PeeringApplication(identity, "application");
      addPeering(one, { identity: shared });
      const virtualNetwork = network({ subscriptionId: OTHER_SUBSCRIPTION });
      addPeering(two, { identity: shared, virtualNetwork, networkCidr: "10.9.0.0/24" });
    });
    expect(grantedIn(identity)).toEqual([SUBSCRIPTION, OTHER_SUBSCRIPTION]);
    expect([...grants(one), ...grants(two)]).toEqual([]);
    const wait = identity.resource("time_sleep", "application_propagation");
    expect(Object.keys(wait.triggers as object)).toEqual([
      "client_id",
      "key_id",
      `resource-providers-${SUBSCRIPTION}`,
      `resource-providers-${OTHER_SUBSCRIPTION}`,
    ]);
  });

  const across = (access?: ResourceProviderAccess) =>
    synthStacks(["identity", "peering"], ({ identity, peering }) => {
      const virtualNetwork = network({ subscriptionId: variable(peering, "subscription") });
      const by = new PeeringApplication(identity, "application", { resourceProviderAccess: access });
      addPeering(peering, { identity: by, virtualNetwork });
    });

  test("must name a subscription that its stack does not know", () => {
    expect(refusalOf(() => across())).toBe(
      'peering/peering/virtual-network: virtualNetwork.subscriptionId: "${var.subscription}" is not known to the stack of the application ' +
        "(identity/application), which must grant the right to list resource providers there before this stack is planned; give the " +
        "application resourceProviderAccess: ResourceProviderAccess.create() for its deployer's subscription, or with subscriptionIds",
    );
  });

  test.each<[string, ResourceProviderAccess, string[]]>([
    ["none", none(), []],
    ["a custom role at its deployer's", create(), [SUBSCRIPTION]],
    ["a role at one that is named", withRole(ROLE_ID, { subscriptionIds: [SUBSCRIPTION] }), [SUBSCRIPTION]],
  ])("may be given another way for it: %s", (_, access, expected) => {
    const { identity, peering } = across(access);
    expect(grantedIn(identity)).toEqual(expected);
    // Nothing in this stack could compare it.
    expect(JSON.stringify(peering.json)).not.toContain("identity.resourceProviderAccess");
  });
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
      const stack = synthDeployed((stack) => {
        const provider = alias === undefined ? undefined : new AzurermProvider(stack, alias, { features: [{}], alias });
        const virtualNetwork = AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider }));
        const identity = new PeeringApplication(stack, "identity", { resourceProviderAccess: create() });
        addPeering(stack, { identity, virtualNetwork });
      });
      return preconditionsOf(stack.resource("time_sleep", "access_propagation")).map(({ condition }) => condition);
    };
    const hub = "data.azurerm_client_config.aiven-azure-peering-deployer-hub.subscription_id";
    expect(conditions("hub")).toEqual([`\${contains([lower(${DEPLOYER})], lower(${hub}))}`]);
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

  test("are refused twice where they are one variable, and taken where they are two", () => {
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
