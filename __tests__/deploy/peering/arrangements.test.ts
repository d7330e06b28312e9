import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import {
  AivenServicePrincipalSource,
  AivenVpc,
  AzureVirtualNetwork,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { federatedAssertion } from "simulated-clouds";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addNetwork, addPeering, applicationOfEarlierStack } from "../support/peering";

const SECOND = "5ab50000-0000-4000-8000-000000000002";
const subscriptions = [SUBSCRIPTION_ID, SECOND].map((id, index) => ({ id, name: `subscription ${index + 1}` }));

/** What a pipeline's own token says of itself in the simulator. */
const PIPELINE = {
  issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:customer/infrastructure:ref:refs/heads/main",
};

/** A virtual network in the second subscription. */
function farNetwork(stack: TerraformStack): AzureVirtualNetwork {
  const provider = new AzurermProvider(stack, "azurerm-far", {
    features: [{}],
    alias: "far",
    subscriptionId: SECOND,
  });
  const group = new ResourceGroup(stack, "Far-group", { name: "Far-RG", location: "japanwest", provider });
  const vnet = new VirtualNetwork(stack, "Far", {
    name: "Far-VNet",
    resourceGroupName: group.name,
    location: group.location,
    addressSpace: ["10.3.0.0/16"],
    provider,
  });
  return AzureVirtualNetwork.fromResource(vnet, { subscriptionId: SECOND });
}

/** A virtual network in the first subscription, of which a stack that has only the identity learns by the literal. */
const nearNetwork = (stack: TerraformStack, name: string, range: string) =>
  AzureVirtualNetwork.fromResource(addNetwork(stack, name, range), { subscriptionId: SUBSCRIPTION_ID });

const hub = (build: { identity: "here" | "earlier" }) => (stack: (name?: string) => TerraformStack) => {
  const identityStack = build.identity === "earlier" ? stack("identity") : undefined;
  const only = stack("peering");
  const identity = new PeeringApplication(identityStack ?? only, "identity");
  const peering = addPeering(only, { identity, virtualNetwork: nearNetwork(only, "Hub", "10.1.0.0/16") });
  peering.addVirtualNetwork("spoke", nearNetwork(only, "Spoke", "10.2.0.0/16"));
  peering.addVirtualNetwork("far", farNetwork(only));
};

describe("three virtual networks in two subscriptions", () => {
  test("come in one apply under the Azure CLI, and go", async () => {
    const deployment = await Deployment.start({ customer: { subscriptions } }, hub({ identity: "here" }));
    await expectActive(deployment, 3);
    await expectDestroyed(deployment);
  });

  test("come with two stacks under a service principal, and go", async () => {
    const deployment = await Deployment.start(
      { customer: { subscriptions }, signIn: "client-secret" },
      hub({ identity: "earlier" }),
    );
    await expectActive(deployment, 3);
    await expectDestroyed(deployment);
  });

  test("one can be taken away without touching the others, even the first of its subscription", async () => {
    const deployment = await Deployment.start({ customer: { subscriptions } }, hub({ identity: "here" }));
    await expectActive(deployment, 3);
    await deployment.change((stack) => {
      const only = stack("peering");
      const identity = new PeeringApplication(only, "identity");
      const peering = addPeering(only, { identity, virtualNetwork: nearNetwork(only, "Hub", "10.1.0.0/16") });
      peering.addVirtualNetwork("far", farNetwork(only));
    });
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });
});

describe("a virtual network in a further subscription is added later", () => {
  const hubLater = (far: boolean, earlier: boolean) => (stack: (name?: string) => TerraformStack) => {
    const identityStack = earlier ? stack("identity") : undefined;
    const only = stack("peering");
    const identity = new PeeringApplication(identityStack ?? only, "identity");
    const peering = addPeering(only, { identity, virtualNetwork: nearNetwork(only, "Hub", "10.1.0.0/16") });
    if (far) peering.addVirtualNetwork("far", farNetwork(only));
  };

  test.each([
    ["one stack under the Azure CLI", "azure-cli", false],
    ["two stacks under a service principal", "client-secret", true],
  ] as const)("and the right there is granted by that: %s", async (_, signIn, earlier) => {
    const deployment = await Deployment.start({ customer: { subscriptions }, signIn }, hubLater(false, earlier));
    await expectActive(deployment);
    await deployment.change(hubLater(true, earlier));
    await expectActive(deployment, 2);
    await expectDestroyed(deployment);
  });
});

test("an Aiven VPC that exists is peered, and stays when the peering goes", async () => {
  const vpcOf = (stack: TerraformStack) =>
    new ProjectVpc(stack, "vpc", { project: "my-project", cloudName: "azure-japaneast", networkCidr: "10.0.0.0/24" });
  const deployment = await Deployment.start({}, (stack) => {
    const only = stack();
    const vpc = AivenVpc.fromResource(vpcOf(only));
    addPeering(only, { project: undefined, networkCidr: undefined, vpc });
  });
  await expectActive(deployment);
  await deployment.change((stack) => {
    const only = stack();
    vpcOf(only);
    addNetwork(only);
  });
  // The alias went with the construct, so its resource cannot be removed by leaving it out; the README says what to do.
  const { code, text } = await deployment.apply();
  expect({ code, text }).toMatchObject({
    code: 1,
    text: expect.stringContaining("Provider configuration not present") as string,
  });
});

test("Aiven's service principal that the tenant has already is used, and survives", async () => {
  const deployment = await Deployment.start({ aivenPrincipalExists: true }, (stack) => {
    const only = stack();
    const identity = new PeeringApplication(only, "identity", {
      aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
    });
    addPeering(only, { identity });
  });
  await expectActive(deployment);
  await expectDestroyed(deployment);
});

test.each(["client-secret", "oidc"] as const)(
  "a federated identity of an earlier stack peers under %s",
  async (signIn) => {
    // azurerm takes the application's token from the pipeline's environment, whoever the deployer is
    const environment =
      signIn === "oidc"
        ? {}
        : { ARM_OIDC_TOKEN: federatedAssertion({ ...PIPELINE, audience: "api://AzureADTokenExchange" }) };
    const deployment = await Deployment.start({ signIn, environment }, (stack) => {
      const credential = PeeringCredential.federated(PIPELINE);
      const identity = applicationOfEarlierStack(stack("identity"), { credential });
      addPeering(stack("peering"), { identity });
    });
    await expectActive(deployment);
    await expectDestroyed(deployment);
    expect(deployment.world.journal.matching(/addPassword/)).toEqual([]);
  },
);
