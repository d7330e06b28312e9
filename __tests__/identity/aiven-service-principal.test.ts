import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { TerraformStack } from "cdktf";
import {
  AivenServicePrincipalSource,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  type PeeringIdentity,
} from "cdktf-aiven-azure-peering";
import { synthIdentity } from "../support/identity";
import { expectRefusal } from "../support/refusal";
import { addPeering, CLIENT, network, type Synthesised, synthStack, synthStacks, TENANT } from "../support/synth";

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
      expect(stack.resource("azurerm_role_assignment", `${peering}_virtual-network_access_aiven`).principal_id).toBe(
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
    expectRefusal((stack) => {
      new PeeringApplication(stack, "a", { aivenServicePrincipal: EXISTING });
      new PeeringApplication(stack, "b", { aivenServicePrincipal: CREATE });
    }, 'stack/b: aivenServicePrincipal: "create" is not allowed, stack/a looks up the same one, which exists already; give EXISTING, or none');
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

describe("Aiven's service principal", () => {
  test.each<[string, (stack: TerraformStack, source: AivenServicePrincipalSource) => PeeringIdentity]>([
    [
      "an own application",
      (s, aivenServicePrincipal) => new PeeringApplication(s, "identity", { aivenServicePrincipal }),
    ],
    [
      "an existing application",
      (s, aivenServicePrincipal) =>
        new ExistingPeeringApplication(s, "identity", {
          clientId: CLIENT,
          credential: ExistingCredential.federated(),
          aivenServicePrincipal,
        }),
    ],
    ["the deployer", (s, aivenServicePrincipal) => new DeployerApplication(s, "identity", { aivenServicePrincipal })],
  ])("is looked up on demand, for %s", (_, create) => {
    const stack = synthIdentity((s) => create(s, AivenServicePrincipalSource.EXISTING));
    expect(JSON.stringify(stack.resources("azuread_service_principal"))).not.toContain("55f300d4");
    const [name] = Object.entries(stack.data("azuread_service_principal"))
      .filter(([, data]) => data.client_id === "55f300d4-fc50-4c5e-9222-e90a6e2187fb")
      .map(([key]) => key);
    expect(stack.resource("azurerm_role_assignment", "access_aiven").principal_id).toBe(
      `\${data.azuread_service_principal.${name}.object_id}`,
    );
    const created = synthIdentity((s) => create(s, AivenServicePrincipalSource.CREATE));
    expect(
      created.resource("azuread_service_principal", "aiven-azure-peering-aiven-service-principal").client_id,
    ).toMatch(/^55f300d4/);
  });
});

describe("Aiven's service principal in two stacks", () => {
  test("is refused in the second one unless it says which of the two it is", () => {
    synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
      new PeeringApplication(hub, "one");
      expectRefusal(
        () => new PeeringApplication(spoke, "two"),
        'spoke/two: aivenServicePrincipal: missing, and the stack "hub" creates Aiven\'s service principal already, of which a tenant has ' +
          'one; give AivenServicePrincipalSource.EXISTING ("existing") if both stacks are of one tenant, or CREATE ("create") if "spoke" is ' +
          "of another one",
      );
      spoke.node.tryRemoveChild("two");
    });
  });

  test("is created in each where they say so, as for two tenants", () => {
    const stacks = synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
      new PeeringApplication(hub, "one");
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: CREATE });
      expect(spoke.dependsOn(hub)).toBe(false);
    });
    for (const stack of Object.values(stacks))
      expect(stack.resources("azuread_service_principal")).toHaveProperty(AIVEN);
  });

  test("is looked up in the second one where that says so, which is then deployed after the first", () => {
    const stacks = synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
      new PeeringApplication(hub, "one");
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: EXISTING });
      expect([spoke.dependsOn(hub), hub.dependsOn(spoke)]).toEqual([true, false]);
    });
    expect(stacks.spoke?.data("azuread_service_principal")).toHaveProperty(AIVEN);
    expect(stacks.spoke?.resources("azuread_service_principal")).not.toHaveProperty(AIVEN);
  });

  test("adds no order where nobody of this app creates it, or the order is the other way round", () => {
    synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
      new PeeringApplication(hub, "one", { aivenServicePrincipal: EXISTING });
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: EXISTING });
      expect([spoke.dependsOn(hub), hub.dependsOn(spoke)]).toEqual([false, false]);
    });
    synthStacks(["hub", "spoke"], ({ hub, spoke }) => {
      hub.addDependency(spoke);
      new PeeringApplication(hub, "one");
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: EXISTING });
      expect(spoke.dependsOn(hub)).toBe(false);
    });
  });
});
