import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { TerraformResource, TerraformStack } from "cdktf";
import { AivenAzurePeering, AivenVpc, AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { testNeeding } from "../../../tools/needing";
import type { StackMaker } from "../../../tools/terraform/source";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { described, madeByHand } from "../support/made-by-hand";
import { peerNetwork } from "../support/peering";
import { NETWORK_ID } from "../support/plain-graph";

const GROUP_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/other`;

/** A peering, and beside it a resource group that somebody has made by hand. */
const beside =
  (azurePeeringProvider: AzurePeeringProvider, more?: (stack: TerraformStack, group: ResourceGroup) => void) =>
  (stack: StackMaker): void => {
    const only = stack();
    peerNetwork(only, { azurePeeringProvider });
    const group = new ResourceGroup(only, "other", { name: "other", location: "westeurope" });
    more?.(only, group);
  };

const start = async (build: (stack: StackMaker) => void) => {
  const deployment = await Deployment.fresh({});
  deployment.world.byHand.createResourceGroup(GROUP_ID);
  await deployment.change(build);
  return deployment;
};

describe.each(Object.values(AzurePeeringProvider))("something unrelated, through %s,", (azurePeeringProvider) => {
  const IMPORT = ["import", "azurerm_resource_group.other", GROUP_ID];

  test("is not imported by the command before the first apply, as the page says", async () => {
    const deployment = await start(beside(azurePeeringProvider));
    const { code, text } = await deployment.terraform(IMPORT);
    expect([code, text]).toEqual([1, expect.stringContaining("Error: Invalid provider configuration")]);
    expect(text).toMatch(/\.peering_subscription_peering-\S+ depends on values that cannot be determined until apply/);
  });

  test("is imported by a block in the first apply", async () => {
    const deployment = await start(
      beside(azurePeeringProvider, (stack, group) => {
        const to = `${group.terraformResourceType}.${group.friendlyUniqueId}`;
        stack.addOverride("import", [{ to, id: GROUP_ID }]);
      }),
    );
    const { code, text } = await deployment.apply();
    expect([code, text]).toEqual([0, expect.stringMatching(/: 1 imported, \d+ added, 0 changed, 0 destroyed/)]);
    expect(await deployment.destroy()).toMatchObject({ code: 0 });
  });

  test("is imported by the command after the first apply", async () => {
    const deployment = await start((stack) => peerNetwork(stack(), { azurePeeringProvider }));
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    await deployment.change(beside(azurePeeringProvider));
    expect(await deployment.terraform(IMPORT)).toMatchObject({ code: 0 });
  });
});

testNeeding("import by expressions", "sides that are imported by an id of a resource")(
  "a VPC that the same apply would create has no peering, and Terraform says so before it changes anything",
  async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => {
      const only = stack();
      const vpc = new ProjectVpc(only, "vpc", {
        project: "my-project",
        cloudName: "azure-westeurope",
        networkCidr: "10.9.0.0/24",
      });
      described(only, made, { vpc: AivenVpc.fromResource(vpc) });
    });
    const { code, text } = await deployment.plan();
    expect([code, text]).toEqual([1, expect.stringContaining("cannot plan to import this resource")]);
  },
);

test("several networks of one VPC are taken over, each by its own option, and go in order", async () => {
  const deployment = await Deployment.fresh({ aiven: { keepsPrincipals: true } });
  const ranges = { Hub: "10.1.0.0/16", Spoke: "10.2.0.0/16" };
  const networkId = (name: string) =>
    `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/${name}-RG/providers/Microsoft.Network/virtualNetworks/${name}-VNet`;
  for (const [name, range] of Object.entries(ranges)) {
    deployment.world.byHand.createResourceGroup(networkId(name).split("/providers/")[0]);
    deployment.world.byHand.createVirtualNetwork(networkId(name), [range]);
  }
  const [hub, spoke] = ["Hub", "Spoke"].map((name) => AzureVirtualNetwork.fromId(networkId(name)));
  const names = ["hub-to-aiven", "spoke-to-aiven"] as const;
  // Somebody else's Terraform, whose state is lost.
  await deployment.change((stack) => {
    peerNetwork(stack(), {
      virtualNetwork: hub,
      cloudName: "azure-japaneast",
      peeringName: names[0],
    }).addVirtualNetwork("spoke", spoke, { peeringName: names[1] });
  });
  expect(await deployment.apply()).toMatchObject({ code: 0 });
  await deployment.wait();
  const { aiven, entra } = deployment.world;
  const vpc = aiven.vpcs.all[0];
  const secret = Object.entries(await deployment.resources()).find(([address]) => address.includes("password"))?.[1];
  const made = {
    vpcId: `my-project/${vpc.id}`,
    clientId: entra.directory.applications.find(({ displayName }) => displayName.includes("peering"))
      ?.clientId as string,
    virtualNetworkId: networkId("Hub"),
    peeringName: names[0],
    remoteVirtualNetworkId: aiven.executor.networkId(vpc),
  };
  deployment.remove();
  deployment.env = { TF_VAR_client_secret: secret?.values.value as string };

  await deployment.change((stack) => {
    const { remoteVirtualNetworkId } = made;
    described(stack(), made, { virtualNetwork: hub }).addVirtualNetwork("spoke", spoke, {
      importExisting: true,
      peeringName: names[1],
      remoteVirtualNetworkId,
    });
  });
  const { text } = await deployment.apply();
  expect(text).toMatch(/Resources: 4 imported, 4 added, 0 changed, 0 destroyed\./);
  expect(await deployment.plan()).toMatchObject({ code: 0 });
  expect(deployment.states).toEqual(["ACTIVE", "ACTIVE", "Connected", "Connected"]);
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
  expect(deployment.states).toEqual([]);
});

test("both sides imported, and the rest left to the defaults: the plan says that both go, and an apply breaks the peering", async () => {
  const { deployment, made } = await madeByHand();
  await deployment.change((stack) => {
    const only = stack();
    const { virtualNetwork: peered } = new AivenAzurePeering(only, "peering", {
      vpc: AivenVpc.fromId(made.vpcId),
      virtualNetwork: AzureVirtualNetwork.fromId(NETWORK_ID),
    });
    const to = (side?: TerraformResource) => `${side?.terraformResourceType}.${side?.friendlyUniqueId}`;
    only.addOverride("import", [
      { to: to(peered.connection), id: `${made.vpcId}/${SUBSCRIPTION_ID}/vnet` },
      { to: to(peered.azurePeering), id: `${NETWORK_ID}/virtualNetworkPeerings/to-aiven` },
    ]);
  });
  const { text } = await deployment.plan();
  expect(text).toMatch(/Plan: 2 to import, \d+ to add, 0 to change, 2 to destroy\./);

  const applied = await deployment.apply();
  expect(applied).toMatchObject({ code: 1 });
  expect(applied.text).toMatch(/A resource with the ID "[-0-9a-f]+" already exists/);
  expect(deployment.states).toEqual(["Disconnected"]);
});
