import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
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
import { grantedIn, grants } from "../support/identity";
import { refusalOf } from "../support/refusal";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  spoke,
  SUBSCRIPTION,
  synthPeering,
  synthStack,
  synthStacks,
  variable,
  virtualNetworkResource,
} from "../support/synth";

const ASSIGNMENT = "azurerm_role_assignment";
const ROLE = "azurerm_role_definition";
const ROLE_ID = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
const none = () => ResourceProviderAccess.none();
const create = (options?: CustomResourceProviderRoleOptions) => ResourceProviderAccess.create(options);
const withRole = (id: string, options?: ResourceProviderRoleOptions) => ResourceProviderAccess.withRole(id, options);

const application = (props: PeeringApplicationProps = {}) =>
  synthStack((stack) => {
    new PeeringApplication(stack, "identity", props);
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
    const stack = synthStack((stack) => {
      addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)) });
    });
    expect(grantedIn(stack)).toEqual([SUBSCRIPTION]);
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
