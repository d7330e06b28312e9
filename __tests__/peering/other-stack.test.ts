import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { type App, TerraformStack } from "cdktf";
import {
  AivenServicePrincipalSource,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  VirtualNetworkAccessSource,
} from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import {
  addPeering,
  addProviders,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthApp,
  virtualNetworkResource,
} from "../support/synth";

const AIVEN = "aiven-azure-peering-aiven-service-principal";
const { CREATE, EXISTING } = AivenServicePrincipalSource;

/** Two stacks of one app. */
const twoStacks = (build: (hub: TerraformStack, spoke: TerraformStack, app: App) => void) =>
  synthApp((app) => {
    const [hub, spoke] = ["hub", "spoke"].map((name) => {
      const stack = new TerraformStack(app, name);
      addProviders(stack, name === "hub" ? OTHER_SUBSCRIPTION : SUBSCRIPTION);
      return stack;
    }) as [TerraformStack, TerraformStack];
    build(hub, spoke, app);
  });

describe("a virtual network of another stack", () => {
  const { hub, spoke } = twoStacks((hub, spoke) => {
    const provider = new AzurermProvider(hub, "hub-azurerm", { features: [{}], alias: "hub" });
    const virtualNetwork = AzureVirtualNetwork.fromResource(virtualNetworkResource(hub, { provider }));
    addPeering(spoke, { virtualNetwork });
  });
  const [output = "none"] = Object.entries(hub?.json.output ?? {})
    .filter(([, { value }]) => value === ("${azurerm_virtual_network.vnet.id}" as never))
    .map(([name]) => name);
  const id = `data.terraform_remote_state.cross-stack-reference-input-hub.outputs.${output}`;
  const subscription = `element(split("/", ${id}), 2)`;

  test("is in the subscription of its own id, whoever this stack is signed in as", () => {
    expect(spoke?.resource("aiven_azure_vpc_peering_connection").azure_subscription_id).toBe(
      `\${lower(${subscription})}`,
    );
    expect(spoke?.peeringProviders[0]?.subscription_id).toBe(`\${${subscription}}`);
    expect(spoke?.resource("azurerm_role_definition", "roles_aiven").scope).toBe(`/subscriptions/\${${subscription}}`);
    expect(spoke?.resource("azurerm_role_assignment", "resource-providers").scope).toBe(
      `/subscriptions/\${${subscription}}`,
    );
    expect(spoke?.resource("azurerm_role_assignment", "access_aiven").scope).toBe(`\${${id}}`);
  });

  test("brings no provider along that this stack does not have", () => {
    expect(spoke?.providers("azurerm").map(({ alias }) => alias)).toEqual([
      undefined,
      expect.stringContaining("peering-provider") as string,
    ]);
    expect(JSON.stringify(spoke?.json)).not.toContain("azurerm.hub");
  });

  test("is taken from a data source too", () => {
    const stacks = twoStacks((hub, spoke) => {
      const names = { name: "Hub-VNet", resourceGroupName: "Network-RG" };
      const virtualNetwork = AzureVirtualNetwork.fromDataSource(new DataAzurermVirtualNetwork(hub, "vnet", names));
      addPeering(spoke, { virtualNetwork });
    });
    expect(stacks.spoke?.resource("aiven_azure_vpc_peering_connection").azure_subscription_id).toMatch(
      /^\$\{lower\(element\(split\("\/", data\.terraform_remote_state\.cross-stack-reference-input-hub\.outputs\..*\), 2\)\)\}$/,
    );
  });

  test("is in the subscription that is given with it", () => {
    const stacks = twoStacks((hub, spoke) => {
      const given = { subscriptionId: OTHER_SUBSCRIPTION };
      addPeering(spoke, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(hub), given) });
    });
    expect(stacks.spoke?.peeringProviders[0]?.subscription_id).toBe(OTHER_SUBSCRIPTION);
  });
});

describe("a provider of another stack is refused", () => {
  const refusal = (place: string, property: string, id: string) =>
    new Error(
      `spoke/${place}: ${property}: hub/${id} is not allowed, it is a provider of the stack "hub"; create one in "spoke"`,
    );

  test("by a peering, whichever it is", () => {
    twoStacks((hub, spoke) => {
      const providers = {
        aiven: new AivenProvider(hub, "theirs-aiven", { alias: "two" }),
        azuread: new AzureadProvider(hub, "theirs-azuread", { alias: "two" }),
        azurerm: new AzurermProvider(hub, "theirs-azurerm", { features: [{}], alias: "two" }),
        time: new TimeProvider(hub, "theirs-time", { alias: "two" }),
      };
      for (const [name, provider] of Object.entries(providers)) {
        expect(() => addPeering(spoke, { providers: { [name]: provider } }, `with-${name}`)).toThrow(
          refusal(`with-${name}`, `providers.${name}`, `theirs-${name}`),
        );
        spoke.node.tryRemoveChild(`with-${name}`);
      }
    });
  });

  test("by an identity and a probe", () => {
    twoStacks((hub, spoke) => {
      const azuread = new AzureadProvider(hub, "theirs", { alias: "two" });
      expect(() => new PeeringApplication(spoke, "own", { providers: { azuread } })).toThrow(
        refusal("own", "providers.azuread", "theirs"),
      );
      const credential = ExistingCredential.federated();
      expect(
        () => new ExistingPeeringApplication(spoke, "known", { clientId: CLIENT, credential, providers: { azuread } }),
      ).toThrow(refusal("known", "providers.azuread", "theirs"));
      const { virtualNetwork: peered } = addPeering(spoke);
      const machine = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;
      const probe = {
        ...{ virtualNetwork: peered, virtualMachine: AzureVirtualMachine.fromId(machine, "japaneast") },
        ...{ host: "postgres.example", port: 5432, networkCidr: "10.0.0.0/24" },
      };
      const provider = new AzurermProvider(hub, "theirs-too", { features: [{}], alias: "two" });
      expect(() => new ConnectivityProbe(spoke, "probe", { ...probe, provider })).toThrow(
        refusal("probe", "provider", "theirs-too"),
      );
      ["own", "known", "probe"].forEach((id) => spoke.node.tryRemoveChild(id));
    });
  });
});

describe("Aiven's service principal in two stacks", () => {
  test("is refused in the second one unless it says which of the two it is", () => {
    twoStacks((hub, spoke) => {
      new PeeringApplication(hub, "one");
      expect(() => new PeeringApplication(spoke, "two")).toThrow(
        new Error(
          'spoke/two: aivenServicePrincipal: missing, and the stack "hub" creates Aiven\'s service principal already, of which a tenant has ' +
            'one; give AivenServicePrincipalSource.EXISTING ("existing") if both stacks are of one tenant, or CREATE ("create") if "spoke" is ' +
            "of another one",
        ),
      );
      spoke.node.tryRemoveChild("two");
    });
  });

  test("is created in each where they say so, as for two tenants", () => {
    const stacks = twoStacks((hub, spoke) => {
      new PeeringApplication(hub, "one");
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: CREATE });
      expect(spoke.dependsOn(hub)).toBe(false);
    });
    for (const stack of Object.values(stacks))
      expect(stack.resources("azuread_service_principal")).toHaveProperty(AIVEN);
  });

  test("is looked up in the second one where that says so, which is then deployed after the first", () => {
    const stacks = twoStacks((hub, spoke) => {
      new PeeringApplication(hub, "one");
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: EXISTING });
      expect([spoke.dependsOn(hub), hub.dependsOn(spoke)]).toEqual([true, false]);
    });
    expect(stacks.spoke?.data("azuread_service_principal")).toHaveProperty(AIVEN);
    expect(stacks.spoke?.resources("azuread_service_principal")).not.toHaveProperty(AIVEN);
  });

  test("adds no order where nobody of this app creates it, or the order is the other way round", () => {
    twoStacks((hub, spoke) => {
      new PeeringApplication(hub, "one", { aivenServicePrincipal: EXISTING });
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: EXISTING });
      expect([spoke.dependsOn(hub), hub.dependsOn(spoke)]).toEqual([false, false]);
    });
    twoStacks((hub, spoke) => {
      hub.addDependency(spoke);
      new PeeringApplication(hub, "one");
      new PeeringApplication(spoke, "two", { aivenServicePrincipal: EXISTING });
      expect(spoke.dependsOn(hub)).toBe(false);
    });
  });
});

describe("roles that were given, assigned at one network in two stacks", () => {
  const role = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
  const roles = { applicationRoleDefinitionId: role, aivenRoleDefinitionId: role };
  const both = (access: VirtualNetworkAccessSource | undefined, virtualNetwork = network()) =>
    twoStacks((hub, spoke, app) => {
      const first = new TerraformStack(app, "identity");
      addProviders(first);
      const identity = new PeeringApplication(first, "application", { subscriptionIds: [SUBSCRIPTION] });
      addPeering(hub, { identity, roles });
      addPeering(spoke, { identity, roles, networkCidr: "10.2.0.0/24", access, virtualNetwork });
    });

  test("are refused in the second, as a tenant has each assignment once", () => {
    expect(() => both(undefined)).toThrow(
      new Error(
        'spoke/peering/virtual-network/access: access: "create" is not allowed, hub/peering/virtual-network/access assigns the same role at the same network, and a ' +
          'tenant has each assignment once; if both peer by one application give access: VirtualNetworkAccessSource.EXISTING ("existing") to ' +
          "one of them and deploy the other first, else give one of them other roles, or none",
      ),
    );
  });

  test("are taken where the second says that they exist, or the network is another", () => {
    expect(() => both(VirtualNetworkAccessSource.EXISTING)).not.toThrow();
    expect(() => both(undefined, network({ name: "Another" }))).not.toThrow();
  });
});
