import { App, TerraformStack } from "cdktf";
import {
  AzurePeeringProvider,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  type PeeringApplicationProps,
} from "cdktf-aiven-azure-peering";
import { addPeering, addProviders, CLIENT, network, OTHER_SUBSCRIPTION, SUBSCRIPTION } from "../support/synth";

const existing = (stack: TerraformStack, credential = ExistingCredential.federated()) =>
  new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });

describe("what is said at synth", () => {
  const messages = (build: (stack: TerraformStack) => void) => {
    const app = new App();
    const stack = new TerraformStack(app, "stack");
    addProviders(stack);
    build(stack);
    return stack.node.findAll().flatMap((node) => node.node.metadata.filter((entry) => /info|warn/.test(entry.type)));
  };

  test("an application of the same stack needs the Azure CLI or a managed identity at the first plan", () => {
    expect(messages((stack) => addPeering(stack))).toEqual([
      expect.objectContaining({
        type: "@cdktf/info",
        data:
          "the first plan needs a deployer who is signed in with the Azure CLI or a managed identity; a service principal needs " +
          "azurePeeringProvider: AzurePeeringProvider.AZAPI",
      }),
    ]);
  });

  test("nothing where the credentials are known, or the provider was chosen", () => {
    expect(messages((stack) => addPeering(stack, { identity: existing(stack) }))).toEqual([]);
    for (const azurePeeringProvider of [AzurePeeringProvider.AZURERM, AzurePeeringProvider.AZAPI]) {
      expect(messages((stack) => addPeering(stack, { azurePeeringProvider }))).toEqual([]);
    }
  });

  test("a virtual network in a subscription that the application cannot read draws a warning", () => {
    const warned = (props: PeeringApplicationProps, subscriptionId: string) =>
      messages((stack) =>
        addPeering(stack, {
          identity: new PeeringApplication(stack, "identity", props),
          virtualNetwork: network({ subscriptionId }),
        }),
      ).filter((entry) => entry.type === "@cdktf/warn");
    expect(warned({ subscriptionIds: [SUBSCRIPTION] }, OTHER_SUBSCRIPTION)).toEqual([
      expect.objectContaining({
        data: `the application may not list the resource providers of subscription "${OTHER_SUBSCRIPTION}", and azurerm 4.x fails without; add it to subscriptionIds of the identity`,
      }),
    ]);
    expect(warned({ subscriptionIds: [SUBSCRIPTION.toUpperCase()] }, SUBSCRIPTION)).toEqual([]);
    expect(warned({ grantResourceProviderRead: false, subscriptionIds: [SUBSCRIPTION] }, OTHER_SUBSCRIPTION)).toEqual(
      [],
    );
  });
});
