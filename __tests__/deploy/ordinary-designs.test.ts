import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import {
  AivenAzurePeering,
  AzureVirtualNetwork,
  PeeringApplication,
  VirtualNetworkAccessSource,
} from "cdktf-aiven-azure-peering";
import { expectActive, expectDestroyed } from "./support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "./support/deployment";
import { addNetwork, addPeering } from "./support/peering";

/** Designs that nobody would call special, and that share or cross something which a tenant, a scope or a stack has once. */
const SECOND = "5ab50000-0000-4000-8000-000000000002";
const subscriptions = [SUBSCRIPTION_ID, SECOND].map((id, index) => ({ id, name: `subscription ${index + 1}` }));

/** Azure's own role "Network Contributor", which may do all that both sides need. */
const BUILT_IN = "/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7";
const roles = { applicationRoleDefinitionId: BUILT_IN, aivenRoleDefinitionId: BUILT_IN };

/** A second VPC for a network. */
const second = (stack: TerraformStack, virtualNetwork: AzureVirtualNetwork, over: object = {}) =>
  new AivenAzurePeering(stack, "second", {
    project: "my-project",
    networkCidr: "10.9.0.0/24",
    virtualNetwork,
    ...over,
  });

test("two peerings with defaults in one stack share Aiven's service principal, and go together", async () => {
  const deployment = await Deployment.start({}, (stack) => {
    const only = stack();
    addPeering(only);
    second(only, AzureVirtualNetwork.fromResource(addNetwork(only, "Spoke", "10.2.0.0/16")));
  });
  await expectActive(deployment, 2);
  await expectDestroyed(deployment);
});

test("two VPCs of one network share the assignments of roles that were given, by an id without a subscription", async () => {
  const deployment = await Deployment.start({}, (stack) => {
    const only = stack();
    const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(only));
    const identity = new PeeringApplication(only, "identity");
    addPeering(only, { virtualNetwork, identity, roles });
    second(only, virtualNetwork, { identity, roles });
  });
  await expectActive(deployment, 2);
  await expectDestroyed(deployment);
});

test("a second stack peers the same network with rights that the first has assigned", async () => {
  const deployment = await Deployment.start({}, (stack) => {
    const hub = stack("hub");
    const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(hub), { subscriptionId: SUBSCRIPTION_ID });
    const identity = new PeeringApplication(hub, "identity", { subscriptionIds: [SUBSCRIPTION_ID] });
    addPeering(hub, { virtualNetwork, identity });
    const access = VirtualNetworkAccessSource.EXISTING;
    second(stack("spoke"), virtualNetwork, { identity, access });
  });
  await expectActive(deployment, 2);
  await expectDestroyed(deployment);
});

test("a hub network behind an aliased provider of another subscription is peered there, without its subscription being said", async () => {
  const deployment = await Deployment.start({ customer: { subscriptions } }, (stack) => {
    const only = stack();
    const provider = new AzurermProvider(only, "azurerm-hub", {
      ...{ features: [{}], alias: "hub", subscriptionId: SECOND },
    });
    const group = new ResourceGroup(only, "group", { name: "Hub-RG", location: "japaneast", provider });
    const hub = new VirtualNetwork(only, "hub", {
      ...{ name: "Hub-VNet", resourceGroupName: group.name, location: group.location },
      ...{ addressSpace: ["10.1.0.0/16"], provider },
    });
    addPeering(only, { virtualNetwork: AzureVirtualNetwork.fromResource(hub) });
  });
  await expectActive(deployment);
  await expectDestroyed(deployment);
});

test("a network of another stack is peered", async () => {
  const deployment = await Deployment.start({}, (stack) => {
    const virtualNetwork = AzureVirtualNetwork.fromResource(addNetwork(stack("network")));
    addPeering(stack("peering"), { virtualNetwork });
  });
  await expectActive(deployment);
  await expectDestroyed(deployment);
});
