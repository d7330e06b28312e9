import { TerraformVariable } from "cdktf";
import {
  type AivenAzurePeeringProps,
  PeeringApplication,
  type PeeringApplicationProps,
  type PeeringRoleNames,
} from "cdktf-aiven-azure-peering";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  type Synthesised,
  synthStack,
} from "../support/synth";

const ROLE = "azurerm_role_definition";
const NAMES = { application: "role-peer", aiven: "role-be-peered" };
const far = () => network({ name: "Far", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: ["10.3.0.0/16"] });
const near = () => network({ name: "Near", addressSpaces: ["10.2.0.0/16"] });

/** The names of both roles, the application's first. */
const pairOf = (stack: Synthesised, subscription = "subscription_") =>
  ["application", "aiven"].map((role) => stack.resource(ROLE, `${subscription}roles_${role}`).name);

const namesOf = (stack: Synthesised, part: string) =>
  Object.entries(stack.resources(ROLE))
    .filter(([id]) => id.includes(part))
    .map(([, { name }]) => name);

/** A peering, with an identity that defines no role. */
const peering = (
  props: Partial<AivenAzurePeeringProps>,
  then: (added: ReturnType<typeof addPeering>) => void = () => {},
) =>
  synthStack((stack) => {
    const identity = new PeeringApplication(stack, "identity", { grantResourceProviderRead: false });
    then(addPeering(stack, { identity, ...props }));
  });

describe("the roles on a virtual network", () => {
  test("have names with a suffix and the subscription, unless they are given", () => {
    expect(pairOf(peering({}))).toEqual([
      expect.stringMatching(`^aiven-azure-peering: peer with Aiven \\([0-9a-f]{8} ${SUBSCRIPTION}\\)$`),
      expect.stringMatching(`^aiven-azure-peering: be peered by Aiven \\([0-9a-f]{8} ${SUBSCRIPTION}\\)$`),
    ]);
    expect(peering({}).resource(ROLE, "roles_aiven")).not.toHaveProperty("lifecycle");
  });

  test("have the names that are given, each by itself", () => {
    expect(pairOf(peering({ roleNames: NAMES }))).toEqual(["role-peer", "role-be-peered"]);
    expect(pairOf(peering({ roleNames: { aiven: "mine" } }))).toEqual([
      expect.stringMatching(/^aiven-azure-peering: peer with Aiven /),
      "mine",
    ]);
  });

  test("are shared by the networks of a subscription, and have names of their own in a further one", () => {
    const stack = peering({ roleNames: NAMES }, (added) => {
      added.addVirtualNetwork("near", near());
      added.addVirtualNetwork("far", far(), { roleNames: { application: "far-peer", aiven: "far-be-peered" } });
      added.addVirtualNetwork(
        "farther",
        network({ name: "Farther", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: ["10.4.0.0/16"] }),
      );
    });
    expect(Object.keys(stack.resources(ROLE))).toHaveLength(4);
    expect(pairOf(stack)).toEqual(["role-peer", "role-be-peered"]);
    expect(pairOf(stack, `subscription-${OTHER_SUBSCRIPTION}_`)).toEqual(["far-peer", "far-be-peered"]);
  });

  test("in a further subscription may not have the construct's names too", () => {
    expect(() => peering({ roleNames: NAMES }, (added) => added.addVirtualNetwork("far", far()))).toThrow(
      new Error(
        'stack/peering/far: roleNames.application: "role-peer" is not allowed, roleNames.application of stack/peering/virtual-network names another role so, ' +
          "and a tenant has each name once; give each role a name of its own",
      ),
    );
  });

  test("may not be renamed by a later network of the subscription", () => {
    const add = (roleNames: PeeringRoleNames) => () =>
      peering({ roleNames: NAMES }, (added) => added.addVirtualNetwork("near", near(), { roleNames }));
    expect(add({ aiven: "mine" })).toThrow(
      new Error(
        'stack/peering/near: roleNames.aiven: "mine" is not allowed, the networks of a subscription share their roles, and stack/peering/virtual-network ' +
          "comes first; give the names there",
      ),
    );
    expect(add({ aiven: "role-be-peered" })).not.toThrow();
  });

  test("of two constructs may not have one name, in whichever case", () => {
    const second = { networkCidr: "10.9.0.0/24", virtualNetwork: near() };
    const both = (roleNames: PeeringRoleNames) => () =>
      synthStack((stack) => {
        addPeering(stack, { roleNames: NAMES });
        addPeering(stack, { ...second, roleNames }, "second");
      });
    expect(both({ aiven: "ROLE-Peer" })).toThrow(
      new Error(
        'stack/second/virtual-network: roleNames.aiven: "ROLE-Peer" is not allowed, roleNames.application of stack/peering/virtual-network names another role so, and ' +
          "a tenant has each name once; give each role a name of its own",
      ),
    );
    expect(both({ application: "a", aiven: "b" })).not.toThrow();
  });

  test("may not have the name of one variable either", () => {
    const both = () =>
      synthStack((stack) => {
        const name = new TerraformVariable(stack, "role", { type: "string" }).stringValue;
        addPeering(stack, { roleNames: { application: name, aiven: name } });
      });
    expect(both).toThrow(/^stack\/peering\/virtual-network: roleNames\.aiven: "\$\{var\.role\}" is not allowed, /);
  });

  test("need no name where they exist", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
    expect(() => peering({ roleNames: NAMES, roles: { aivenRoleDefinitionId: id } })).toThrow(
      new Error(
        'stack/peering/virtual-network: roleNames.aiven: "role-be-peered" is not allowed beside roles.aivenRoleDefinitionId, whose role exists already; give ' +
          "one or the other",
      ),
    );
  });

  test("are named by no other property", () => {
    expect(() => peering({ roleNames: { Aiven: "mine" } as PeeringRoleNames })).toThrow(
      new Error("stack/peering: roleNames.Aiven: there is no such option, use roleNames.aiven"),
    );
  });
});

describe("the role at each subscription", () => {
  const application = (props: PeeringApplicationProps) =>
    synthStack((stack) => {
      new PeeringApplication(stack, "identity", { grantResourceProviderRead: true, ...props });
    });
  const subscriptionIds = [SUBSCRIPTION, OTHER_SUBSCRIPTION];

  test("has a name with a suffix, unless it is given", () => {
    expect(namesOf(application({}), "")).toEqual([
      expect.stringMatching(/^aiven-azure-peering: list resource providers \([0-9a-f]{8} /),
    ]);
  });

  test("has the name that is given, in the order of the subscriptions", () => {
    expect(namesOf(application({ resourceProviderRoleNames: ["one"] }), "")).toEqual(["one"]);
    const stack = application({ subscriptionIds, resourceProviderRoleNames: ["one", "two"] });
    expect([namesOf(stack, SUBSCRIPTION), namesOf(stack, OTHER_SUBSCRIPTION)]).toEqual([["one"], ["two"]]);
  });

  test.each<[string, PeeringApplicationProps, string]>([
    [
      "as many as there are subscriptions",
      { subscriptionIds, resourceProviderRoleNames: ["one"] },
      "a list of 1 is not allowed, use a list of 2, one for each subscription in the order of subscriptionIds",
    ],
    [
      "one for the deployer's subscription",
      { resourceProviderRoleNames: [] },
      "a list of 0 is not allowed, use a list of 1, one for each subscription in the order of subscriptionIds",
    ],
    [
      "names that differ",
      { subscriptionIds, resourceProviderRoleNames: ["one", "One"] },
      '"One" is not allowed, identity.resourceProviderRoleNames of stack/identity names another role so, and a tenant has each name once; give ' +
        "each role a name of its own",
    ],
    [
      "none where the role exists",
      {
        resourceProviderRoleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`,
        resourceProviderRoleNames: ["one"],
      },
      "not allowed beside resourceProviderRoleDefinitionId, whose role exists already; give one or the other",
    ],
    [
      "none where there is no such role",
      { grantResourceProviderRead: false, resourceProviderRoleNames: ["one"] },
      "not allowed without grantResourceProviderRead, as no role is created then; leave it out",
    ],
  ])("needs %s", (_, props, message) => {
    expect(() => application(props)).toThrow(
      new Error(`stack/identity: identity.resourceProviderRoleNames: ${message}`),
    );
  });
});
