import { TerraformStack } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AzureVirtualNetwork,
  type ExistingRoles,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal, refusalOf } from "../support/refusal";
import {
  addPeering,
  addStack,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  spoke,
  SUBSCRIPTION,
  synthApp,
  synthPeering,
  type Synthesised,
  synthStack,
  TENANT,
  virtualNetworkResource,
} from "../support/synth";

const ASSIGNMENT = "azurerm_role_assignment";
const role = (digit: number) => `/providers/Microsoft.Authorization/roleDefinitions/${digit}${CLIENT.slice(1)}`;
const ROLES = { applicationRoleDefinitionId: role(1), aivenRoleDefinitionId: role(2) };
const withRoles = (over: ExistingRoles = {}) => PeeringAccess.withRoles({ ...ROLES, ...over });
const existing = PeeringAccess.existing();

/** The assignments of roles that were given, which belong to the stack. */
const shared = (stack: Synthesised) =>
  Object.keys(stack.resources(ASSIGNMENT)).filter((name) => name.startsWith("aiven-azure-peering-role-"));
const rolesIn = (stack: Synthesised) =>
  Object.keys(stack.resources("azurerm_role_definition")).filter((name) => !name.includes("resource-providers"));

describe("PeeringAccess.withRoles", () => {
  test.each([
    ["the virtual network's subscription", `/subscriptions/${SUBSCRIPTION}`],
    ["another subscription", `/subscriptions/${OTHER_SUBSCRIPTION}`],
    ["no subscription, as built-in ones are written", ""],
  ])("assigns roles of %s as Azure returns them, and none is created in their place", (_, prefix) => {
    const access = PeeringAccess.withRoles({
      applicationRoleDefinitionId: `${prefix}${role(1)}`,
      aivenRoleDefinitionId: `${prefix}${role(2)}`,
    });
    const stack = synthPeering({ access });
    const assignments = shared(stack).map((name) => {
      const { scope, role_definition_id, principal_id } = stack.resources(ASSIGNMENT)[name] ?? {};
      return [scope, role_definition_id, principal_id];
    });
    const of = (name: string) => `\${${stack.address("azuread_service_principal", name)}.object_id}`;
    const returned = (digit: number) => `/subscriptions/${SUBSCRIPTION}${role(digit)}`;
    expect(assignments).toHaveLength(2);
    expect(assignments).toContainEqual([network().id, returned(1), of("identity_service-principal")]);
    expect(assignments).toContainEqual([network().id, returned(2), of("aiven-azure-peering-aiven")]);
    expect(Object.keys(stack.resources(ASSIGNMENT))).toHaveLength(3);
    expect(rolesIn(stack)).toEqual([]);
  });

  test.each([
    ["aiven", { applicationRoleDefinitionId: role(1) }, "application"],
    ["application", { aivenRoleDefinitionId: role(2) }, "aiven"],
  ])("creates the role that is not given: of %s", (created, roles, given) => {
    const stack = synthPeering({ access: PeeringAccess.withRoles(roles) });
    expect(rolesIn(stack)).toEqual([expect.stringMatching(`^peering_subscription_roles_${created}_`)]);
    expect(shared(stack)).toHaveLength(1);
    const wait = stack.resource("time_sleep", "access_propagation").triggers as Record<string, string>;
    expect(wait[`${given}_role`]).toBe(`\${${ASSIGNMENT}.${shared(stack)[0]}.id}`);
    expect(wait[`${created}_role`]).toBe(`\${${stack.address(ASSIGNMENT, `access_${created}`)}.id}`);
  });

  test("needs a role", () => {
    expectRefusal(
      () => PeeringAccess.withRoles({}),
      "access: no role is given; give applicationRoleDefinitionId, aivenRoleDefinitionId or both",
    );
  });

  test("may differ from network to network of one subscription", () => {
    const stack = synthStack((stack) => {
      const peering = addPeering(stack, { access: withRoles() });
      peering.addVirtualNetwork("same", spoke());
      const third = network({ name: "Third", addressSpaces: [] });
      peering.addVirtualNetwork("other", third, { access: withRoles({ aivenRoleDefinitionId: role(3) }) });
      const fourth = network({ name: "Fourth", addressSpaces: [] });
      peering.addVirtualNetwork("own", fourth, { access: PeeringAccess.create({ aivenRoleName: "mine" }) });
    });
    expect(shared(stack)).toHaveLength(6);
    expect(rolesIn(stack)).toHaveLength(2);
    expect(stack.resource("azurerm_role_definition", "_aiven_").name).toBe("mine");
  });
});

describe("an assignment of a role that was given, of which a tenant has one,", () => {
  const other = { networkCidr: "10.2.0.0/24" };
  /** Two VPCs that are peered with one network. */
  const twoVpcs = (first: Partial<AivenAzurePeeringProps>, then: Partial<AivenAzurePeeringProps>) =>
    synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      addPeering(stack, { identity, access: withRoles(), ...first });
      addPeering(stack, { identity, access: withRoles(), ...other, ...then }, "second");
    });

  test("is made once for one network and one principal", () => {
    const stack = twoVpcs({}, {});
    expect(shared(stack)).toHaveLength(2);
    const triggers = (peering: string) =>
      stack.resource("time_sleep", `${peering}_virtual-network_access_propagation`).triggers;
    expect(triggers("second")).toEqual(triggers("peering"));
  });

  test("is one, however the id of network and role are written", () => {
    const access = withRoles({ aivenRoleDefinitionId: `/subscriptions/${TENANT}${ROLES.aivenRoleDefinitionId}` });
    const virtualNetwork = network({ name: "HUB-VNET", resourceGroupName: "NETWORK-RG" });
    expect(shared(twoVpcs({}, { virtualNetwork, access }))).toHaveLength(2);
  });

  test("is one where nobody but the deployer says the subscription", () => {
    const stack = synthStack((stack) => {
      const virtualNetwork = AzureVirtualNetwork.fromResource(virtualNetworkResource(stack));
      const identity = new PeeringApplication(stack, "identity");
      addPeering(stack, { identity, access: withRoles(), virtualNetwork });
      addPeering(stack, { identity, access: withRoles(), virtualNetwork, ...other }, "second");
    });
    expect(shared(stack)).toHaveLength(2);
  });

  test("stays where it is when the construct goes that was the first to need it", () => {
    const alone = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      addPeering(stack, { identity, access: withRoles(), ...other }, "second");
    });
    expect(shared(alone)).toEqual(shared(twoVpcs({}, {})));
  });

  test("is another for another network, principal or role", () => {
    expect(shared(twoVpcs({}, { virtualNetwork: network({ name: "Second" }) }))).toHaveLength(4);
    expect(shared(twoVpcs({}, { identity: undefined }))).toHaveLength(3);
    expect(shared(twoVpcs({}, { access: withRoles({ aivenRoleDefinitionId: role(3) }) }))).toHaveLength(3);
  });

  test("is a peering's own where the role is", () => {
    const stack = twoVpcs({ access: undefined }, { access: undefined });
    expect(shared(stack)).toEqual([]);
    const own = Object.keys(stack.resources(ASSIGNMENT)).filter((name) => name.includes("virtual-network_access"));
    expect(own).toHaveLength(4);
  });
});

describe("roles that were given, assigned at one network in two stacks,", () => {
  const both =
    (access: PeeringAccess, virtualNetwork = network()) =>
    () =>
      synthApp((app) => {
        const [first, hub, spoke] = ["identity", "hub", "spoke"].map((name) => addStack(app, name)) as [
          TerraformStack,
          TerraformStack,
          TerraformStack,
        ];
        const identity = new PeeringApplication(first, "application");
        const access1 = withRoles({ aivenRoleDefinitionId: role(1) });
        addPeering(hub, { identity, access: access1 });
        addPeering(spoke, { identity, networkCidr: "10.2.0.0/24", access, virtualNetwork });
      });

  test("are refused in the second, as a tenant has each assignment once", () => {
    expect(refusalOf(both(withRoles({ aivenRoleDefinitionId: role(1) })))).toBe(
      "spoke/peering/virtual-network/access: access: the role is assigned already, hub/peering/virtual-network/access assigns it at the " +
        "same network, and a tenant has each assignment once; if both peer by one application give access: PeeringAccess.existing() to " +
        "one of them and deploy the other first, else give one of them other roles, or none",
    );
  });

  test("are accepted where the second says that they exist, or the network is another", () => {
    expectAccepted(both(existing));
    expectAccepted(both(withRoles(), network({ name: "Another" })));
  });
});

describe("PeeringAccess.existing", () => {
  const rights = (stack: Synthesised) =>
    stack.addresses.filter((address) => /^azurerm_role_/.test(address) && !address.includes("resource-providers"));
  const known = (stack: TerraformStack) =>
    new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential: ExistingCredential.federated() });
  const wait = (stack: Synthesised) => stack.resource("time_sleep", "virtual-network_access_propagation");

  test("defines and assigns no role", () => {
    expect(rights(synthPeering())).toHaveLength(4);
    expect(rights(synthPeering({ access: existing }))).toEqual([]);
  });

  test("needs no wait where nothing is new, and a wait for a credential that is", () => {
    const nothingNew = synthStack((stack) => void addPeering(stack, { access: existing, identity: known(stack) }));
    expect(wait(nothingNew)).toMatchObject({ create_duration: "0s", triggers: { client_id: CLIENT } });
    expect(Object.keys(wait(nothingNew).triggers as object)).toEqual(["client_id"]);
    expect(wait(synthPeering({ access: existing })).create_duration).toBe("100s");
  });

  test("waits as long as is said", () => {
    const propagation = { roleAssignments: "7s" };
    const stack = synthStack((stack) => {
      addPeering(stack, { access: existing, propagation, identity: known(stack) });
    });
    expect(wait(stack).create_duration).toBe("7s");
  });

  test("holds for every network of a peering, but for one that is given another access", () => {
    const stack = synthStack((stack) => {
      const peering = addPeering(stack, { access: existing });
      peering.addVirtualNetwork("same", network({ name: "Same", addressSpaces: ["10.3.0.0/16"] }));
      const options = { access: PeeringAccess.create() };
      peering.addVirtualNetwork("new", network({ name: "New", addressSpaces: ["10.4.0.0/16"] }), options);
    });
    const assigned = Object.keys(stack.resources(ASSIGNMENT)).filter((name) => name.includes("access"));
    expect(assigned).toEqual([
      expect.stringContaining("peering_new_access_aiven") as string,
      expect.stringContaining("peering_new_access_application") as string,
    ]);
  });
});
