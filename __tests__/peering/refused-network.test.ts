import { TerraformStack } from "cdktf";
import {
  AivenServicePrincipalSource,
  AzurePeeringProvider,
  PeeringAccess,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import { addPeering, addProviders, network, OTHER_SUBSCRIPTION, synthApp, synthStack } from "../support/synth";

const spoke = (over: Parameters<typeof network>[0] = {}) =>
  network({ name: "spoke", addressSpaces: ["10.2.0.0/16"], ...over });

test.each<[string, Parameters<typeof spoke>[0], object]>([
  ["a resource group that azurerm does not take", { resourceGroupName: "Größe" }, {}],
  ["a name of the peering that is not allowed", {}, { peeringName: "-" }],
  ["an option of another type", {}, { connected: "no" }],
  ["a subscription of its own", { subscriptionId: OTHER_SUBSCRIPTION, resourceGroupName: "Größe" }, {}],
  [
    "a scope of roles that is not the network's",
    {},
    { access: PeeringAccess.create({ roleScope: "/subscriptions/x" }) },
  ],
])("a network that is refused leaves nothing behind: %s", (_, over, options) => {
  const plain = synthStack((stack) => void addPeering(stack));
  const stack = synthStack((scope) => {
    const peering = addPeering(scope);
    expect(() => peering.addVirtualNetwork("spoke", spoke(over), options)).toThrow();
    expect(peering.virtualNetworks).toHaveLength(1);
  });
  expect(stack.json).toEqual(plain.json);
});

test("the same network may be added once what was wrong is corrected", () => {
  const stack = synthStack((scope) => {
    const peering = addPeering(scope);
    expect(() => peering.addVirtualNetwork("spoke", spoke(), { peeringName: "-" })).toThrow();
    peering.addVirtualNetwork("spoke", spoke(), { azurePeeringProvider: AzurePeeringProvider.AZAPI });
  });
  expect(Object.keys(stack.resources("aiven_azure_vpc_peering_connection"))).toHaveLength(2);
});

test("an identity of another stack that looks up what this stack creates is refused in our words", () => {
  const build = () =>
    synthApp((app) => {
      const [first, second] = ["first", "second"].map((id) => new TerraformStack(app, id));
      for (const stack of [first, second]) addProviders(stack);
      addPeering(second, {}, "creates");
      const identity = new PeeringApplication(first, "identity", {
        aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
      });
      addPeering(second, { identity, networkCidr: "10.0.4.0/24", virtualNetwork: spoke() }, "second");
    });
  expect(build).toThrow(
    'second/second/virtual-network: identity: first/identity of the stack "first" looks up Aiven\'s service principal, which ' +
      "second/creates/identity of this stack creates only after that stack was applied; give aivenServicePrincipal: " +
      'AivenServicePrincipalSource.CREATE ("create") to first/identity and EXISTING ("existing") to second/creates/identity',
  );
});
