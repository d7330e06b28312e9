import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformResource, TerraformStack } from "cdktf";
import { AivenAzurePeering, AivenVpc, AzureHalfProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { difference } from "../../simulator/clouds/inventory";
import { ROOT } from "../../tools/folder";
import { exportsOf } from "../support/run-snippet";
import { Deployment, SUBSCRIPTION_ID } from "./support/deployment";
import { NETWORK_ID, plainGraph } from "./support/plain-graph";

/** What somebody notes down, as the page has it. */
interface MadeByHand {
  readonly vpcId: string;
  readonly clientId: string;
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly networkName: string;
  readonly peeringName: string;
  readonly remoteVirtualNetworkId: string;
}

/** The page's own code. */
const { takeOver } = exportsOf<{
  readonly takeOver: (stack: TerraformStack, made: MadeByHand, azureHalf?: AzureHalfProvider) => AivenAzurePeering;
}>(readFileSync(join(ROOT, "docs/adopting.md"), "utf8"));

/** A peering by the tutorial's steps, of which no state knows. */
async function madeByHand(): Promise<{ deployment: Deployment; made: MadeByHand }> {
  const deployment = await Deployment.plain({ aiven: { keepsPrincipals: true } }, plainGraph());
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  await deployment.wait();
  expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
  const resources = await deployment.resources();
  const valueOf = (address: string, key: string) => resources[address]?.values[key] as string;
  const { aiven } = deployment.world;
  const made = {
    vpcId: valueOf("aiven_project_vpc.vpc", "id"),
    clientId: valueOf("azuread_application.app", "client_id"),
    subscriptionId: SUBSCRIPTION_ID,
    resourceGroupName: "network",
    networkName: "vnet",
    peeringName: "to-aiven",
    remoteVirtualNetworkId: aiven.executor.networkId(aiven.vpcs.all[0]),
  };
  const secret = valueOf("azuread_application_password.app", "value");
  deployment.remove();
  deployment.env = { TF_VAR_client_secret: secret };
  return { deployment, made };
}

describe.each([
  [AzureHalfProvider.AZURERM, 0],
  [AzureHalfProvider.AZAPI, 1],
])("through %s", (azureHalf, changed) => {
  test("a peering made by hand is taken over as it is, and only its halves are destroyed, in order", async () => {
    const { deployment, made } = await madeByHand();
    const { world } = deployment;
    const before = world.inventory();
    await deployment.change((stack) => takeOver(stack(), made, azureHalf));

    const taken = await deployment.apply();
    expect(taken.text).toContain(`Resources: 2 imported, 2 added, ${changed} changed, 0 destroyed.`);
    expect(world.inventory()).toEqual(before);
    expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });

    const beginning = world.clock.now();
    expect(await deployment.destroy()).toMatchObject({ code: 0 });
    expect(deployment.halves).toEqual([]);
    const removed = deployment.callsSince(beginning).filter((call) => call.startsWith("DELETE"));
    expect(removed).toMatchObject([
      expect.stringMatching(/^DELETE .*\/virtualNetworks\/vnet\/virtualNetworkPeerings\/to-aiven$/),
      expect.stringMatching(/^DELETE .*\/peering-connections\//),
      expect.stringMatching(/^DELETE .*\/virtualNetworks\/aiven-.*\/virtualNetworkPeerings\//), // Aiven itself
    ]);
    expect({
      gone: difference(before, world.inventory()).map(({ kind }) => kind),
      left: difference(world.inventory(), before),
    }).toEqual({
      gone: [
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings", // Aiven's
        "vpc peering connection",
      ],
      left: [],
    });
  });
});

test("the halves imported, and the rest left to the defaults: the plan says that both go, and an apply breaks the peering", async () => {
  const { deployment, made } = await madeByHand();
  await deployment.change((stack) => {
    const only = stack();
    const { link } = new AivenAzurePeering(only, "peering", {
      vpc: AivenVpc.fromId(made.vpcId),
      virtualNetwork: AzureVirtualNetwork.fromId(NETWORK_ID),
    });
    const to = (half: string) => {
      const { terraformResourceType, friendlyUniqueId } = link.node.findChild(half) as TerraformResource;
      return `${terraformResourceType}.${friendlyUniqueId}`;
    };
    only.addOverride("import", [
      { to: to("connection"), id: `${made.vpcId}/${SUBSCRIPTION_ID}/vnet` },
      { to: to("virtual-network-peering"), id: `${NETWORK_ID}/virtualNetworkPeerings/to-aiven` },
    ]);
  });
  const { text } = await deployment.plan();
  expect(text).toMatch(/Plan: 2 to import, \d+ to add, 0 to change, 2 to destroy\./);

  const applied = await deployment.apply();
  expect(applied).toMatchObject({ code: 1 });
  expect(applied.text).toMatch(/A resource with the ID "[-0-9a-f]+" already exists/);
  expect(deployment.halves).toEqual(["Disconnected"]);
});
