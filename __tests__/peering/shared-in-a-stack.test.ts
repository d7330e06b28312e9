import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import type { TerraformStack } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AivenServicePrincipalSource,
  AzureVirtualNetwork,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  VirtualNetworkAccessSource,
} from "cdktf-aiven-azure-peering";
import {
  addPeering,
  CLIENT,
  network,
  SUBSCRIPTION,
  type Synthesised,
  synthStack,
  TENANT,
  virtualNetworkResource,
} from "../support/synth";

const AIVEN = "aiven-azure-peering-aiven-service-principal";
const { CREATE, EXISTING } = AivenServicePrincipalSource;
const other = { networkCidr: "10.2.0.0/24" };
const second = { ...other, virtualNetwork: network({ name: "Second" }) };

const aivenOf = (stack: Synthesised) =>
  Object.keys({ ...stack.resources("azuread_service_principal"), ...stack.data("azuread_service_principal") }).filter(
    (name) => name.startsWith(AIVEN),
  );

describe("Aiven's service principal, of which a tenant has one,", () => {
  test("is created once by two peerings with defaults, and serves both", () => {
    const stack = synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, second, "second");
    });
    expect(aivenOf(stack)).toEqual([AIVEN]);
    for (const peering of ["peering", "second"]) {
      expect(stack.resource("azurerm_role_assignment", `${peering}_link_access_aiven`).principal_id).toBe(
        `\${azuread_service_principal.${AIVEN}.object_id}`,
      );
    }
  });

  test("stays where it is when the construct goes that was the first to need it", () => {
    const both = synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, second, "second");
    });
    const alone = synthStack((stack) => {
      addPeering(stack, second, "second");
    });
    expect(alone.resource("azuread_service_principal", AIVEN)).toEqual(
      both.resource("azuread_service_principal", AIVEN),
    );
  });

  test("is shared by identities of every kind", () => {
    const stack = synthStack((stack) => {
      new PeeringApplication(stack, "a");
      new ExistingPeeringApplication(stack, "b", { clientId: CLIENT, credential: ExistingCredential.federated() });
      new DeployerApplication(stack, "c", { aivenServicePrincipal: CREATE });
    });
    expect(aivenOf(stack)).toEqual([AIVEN]);
  });

  test("is looked up once where the first says that it exists, whatever the others leave out", () => {
    const stack = synthStack((stack) => {
      new PeeringApplication(stack, "a", { aivenServicePrincipal: EXISTING });
      new PeeringApplication(stack, "b");
      new PeeringApplication(stack, "c", { aivenServicePrincipal: EXISTING });
    });
    expect(stack.resources("azuread_service_principal")).not.toHaveProperty(AIVEN);
    expect(stack.data("azuread_service_principal")).toHaveProperty(AIVEN);
  });

  test("cannot be looked up by one and created by another", () => {
    synthStack((stack) => {
      new PeeringApplication(stack, "a", { aivenServicePrincipal: EXISTING });
      expect(() => new PeeringApplication(stack, "b", { aivenServicePrincipal: CREATE })).toThrow(
        new Error(
          'stack/b: aivenServicePrincipal: "create" is not allowed, stack/a looks up the same one, which exists already; give EXISTING, or none',
        ),
      );
    });
  });

  test("is one for each azuread provider, as those may be of other tenants", () => {
    const stack = synthStack((stack) => {
      const azuread = new AzureadProvider(stack, "other-tenant", { alias: "other", tenantId: TENANT });
      new PeeringApplication(stack, "a");
      new PeeringApplication(stack, "b", { providers: { azuread } });
      new PeeringApplication(stack, "c", { providers: { azuread } });
    });
    expect(aivenOf(stack)).toEqual([AIVEN, `${AIVEN}-other`]);
    expect(stack.resources("azuread_service_principal")[`${AIVEN}-other`]?.provider).toBe("azuread.other");
  });
});

describe("an assignment of a role that was given, of which a tenant has one,", () => {
  const role = (digit: number) => `/providers/Microsoft.Authorization/roleDefinitions/${digit}${CLIENT.slice(1)}`;
  const roles = { applicationRoleDefinitionId: role(1), aivenRoleDefinitionId: role(2) };
  const shared = (stack: Synthesised) =>
    Object.keys(stack.resources("azurerm_role_assignment")).filter((name) =>
      name.startsWith("aiven-azure-peering-role-"),
    );
  /** Two VPCs that are peered with one network. */
  const twoVpcs = (first: Partial<AivenAzurePeeringProps>, then: Partial<AivenAzurePeeringProps>) =>
    synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity", { subscriptionIds: [SUBSCRIPTION] });
      addPeering(stack, { identity, roles, ...first });
      addPeering(stack, { identity, roles, ...other, ...then }, "second");
    });

  test("is made once for one network and one principal", () => {
    const stack = twoVpcs({}, {});
    expect(shared(stack)).toHaveLength(2);
    const triggers = (peering: string) => stack.resource("time_sleep", `${peering}_link_access_propagation`).triggers;
    expect(triggers("second")).toEqual(triggers("peering"));
  });

  test("is one, however the id of network and role are written", () => {
    const shouting = { aivenRoleDefinitionId: `/subscriptions/${TENANT}${roles.aivenRoleDefinitionId}` };
    const virtualNetwork = network({ name: "HUB-VNET", resourceGroupName: "NETWORK-RG" });
    expect(shared(twoVpcs({}, { virtualNetwork, roles: { ...roles, ...shouting } }))).toHaveLength(2);
  });

  test("is one where nobody but the deployer says the subscription", () => {
    const stack = synthStack((stack) => {
      const virtualNetwork = AzureVirtualNetwork.fromResource(virtualNetworkResource(stack));
      const identity = new PeeringApplication(stack, "identity");
      addPeering(stack, { identity, roles, virtualNetwork });
      addPeering(stack, { identity, roles, virtualNetwork, ...other }, "second");
    });
    expect(shared(stack)).toHaveLength(2);
  });

  test("stays where it is when the construct goes that was the first to need it", () => {
    const alone = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity", { subscriptionIds: [SUBSCRIPTION] });
      addPeering(stack, { identity, roles, ...other }, "second");
    });
    expect(shared(alone)).toEqual(shared(twoVpcs({}, {})));
  });

  test("is another for another network, principal or role", () => {
    expect(shared(twoVpcs({}, { virtualNetwork: network({ name: "Second" }) }))).toHaveLength(4);
    expect(shared(twoVpcs({}, { identity: undefined }))).toHaveLength(3);
    expect(shared(twoVpcs({}, { roles: { ...roles, aivenRoleDefinitionId: role(3) } }))).toHaveLength(3);
  });

  test("is a peering's own where the role is", () => {
    const stack = twoVpcs({ roles: undefined }, { roles: undefined });
    expect(shared(stack)).toEqual([]);
    expect(
      Object.keys(stack.resources("azurerm_role_assignment")).filter((name) => name.includes("virtual-network_access")),
    ).toHaveLength(4);
  });
});

describe("access that exists already", () => {
  const access = VirtualNetworkAccessSource.EXISTING;
  const rights = (stack: Synthesised) =>
    stack.addresses.filter((address) => /^azurerm_role_/.test(address) && !address.includes("resource-providers"));
  const existing = (stack: TerraformStack) =>
    new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential: ExistingCredential.federated() });
  const wait = (stack: Synthesised) => stack.resource("time_sleep", "virtual-network_access_propagation");

  test("is created by default, and not where it exists: no role is defined or assigned", () => {
    const synth = (over: Partial<AivenAzurePeeringProps>) => synthStack((stack) => void addPeering(stack, over));
    expect(rights(synth({}))).toHaveLength(4);
    expect(rights(synth({ access: VirtualNetworkAccessSource.CREATE }))).toHaveLength(4);
    expect(rights(synth({ access }))).toEqual([]);
  });

  test("needs no wait where nothing is new, and a wait for a credential that is", () => {
    const known = synthStack((stack) => void addPeering(stack, { access, identity: existing(stack) }));
    expect(wait(known)).toMatchObject({ create_duration: "0s", triggers: { client_id: CLIENT } });
    expect(Object.keys(wait(known).triggers as object)).toEqual(["client_id"]);
    expect(wait(synthStack((stack) => void addPeering(stack, { access }))).create_duration).toBe("100s");
  });

  test("waits as long as is said", () => {
    const propagation = { roleAssignments: "7s" };
    const stack = synthStack((stack) => void addPeering(stack, { access, propagation, identity: existing(stack) }));
    expect(wait(stack).create_duration).toBe("7s");
  });

  test("holds for every network of a peering, but for one that says otherwise", () => {
    const stack = synthStack((stack) => {
      const peering = addPeering(stack, { access });
      peering.addVirtualNetwork("same", network({ name: "Same", addressSpaces: ["10.3.0.0/16"] }));
      peering.addVirtualNetwork("new", network({ name: "New", addressSpaces: ["10.4.0.0/16"] }), {
        access: VirtualNetworkAccessSource.CREATE,
      });
    });
    const assigned = Object.keys(stack.resources("azurerm_role_assignment")).filter((name) => name.includes("access"));
    expect(assigned).toEqual([
      expect.stringContaining("peering_new_access_aiven") as string,
      expect.stringContaining("peering_new_access_application") as string,
    ]);
  });
});
