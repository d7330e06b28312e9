import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { type TerraformResource, type TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  type AivenAzurePeeringProps,
  AivenServicePrincipalSource,
  AivenVpc,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
} from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { ROOT } from "../../../tools/folder";
import { testNeeding } from "../../../tools/needing";
import { exportsOf } from "../../support/run-snippet";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addressOf } from "../support/failure";
import { addPeering } from "../support/peering";
import { NETWORK_ID, plainGraph } from "../support/plain-graph";

const byExpressions = testNeeding(
  "import by expressions",
  "halves that are imported by ids of variables and resources",
);

/** What somebody notes down, as the page has it. */
interface MadeByHand {
  readonly vpcId: string;
  readonly clientId: string;
  readonly virtualNetworkId: string;
  readonly peeringName: string;
  readonly remoteVirtualNetworkId: string;
}

/** The page's own code. */
const { takeOver } = exportsOf<{
  readonly takeOver: (
    stack: TerraformStack,
    made: MadeByHand,
    azurePeeringProvider?: AzurePeeringProvider,
  ) => AivenAzurePeering;
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
    virtualNetworkId: NETWORK_ID,
    peeringName: "to-aiven",
    remoteVirtualNetworkId: aiven.executor.networkId(aiven.vpcs.all[0]),
  };
  const secret = valueOf("azuread_application_password.app", "value");
  deployment.remove();
  deployment.env = { TF_VAR_client_secret: secret };
  return { deployment, made };
}

const described = (stack: TerraformStack, made: MadeByHand, over: Partial<AivenAzurePeeringProps> = {}) =>
  new AivenAzurePeering(stack, "peering", {
    importExisting: true,
    vpc: AivenVpc.fromId(made.vpcId),
    virtualNetwork: AzureVirtualNetwork.fromId(NETWORK_ID),
    identity: over.identity ?? application(stack, made),
    access: PeeringAccess.existing(),
    peeringName: made.peeringName,
    remoteVirtualNetworkId: made.remoteVirtualNetworkId,
    ...over,
  });

const application = (stack: TerraformStack, { clientId }: MadeByHand) =>
  new ExistingPeeringApplication(stack, "application", {
    clientId,
    credential: ExistingCredential.clientSecret(
      new TerraformVariable(stack, "client_secret", { type: "string", sensitive: true }).stringValue,
    ),
    aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
  });

describe.each([
  [AzurePeeringProvider.AZURERM, 0],
  [AzurePeeringProvider.AZAPI, 1],
])("through %s", (azurePeeringProvider, changed) => {
  test("a peering made by hand is taken over as it is, and only its halves are destroyed, in order", async () => {
    const { deployment, made } = await madeByHand();
    const { world } = deployment;
    const before = world.inventory();
    await deployment.change((stack) => takeOver(stack(), made, azurePeeringProvider));

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
      gone: world.removed(before).map(({ kind }) => kind),
      left: world.added(before),
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

describe("it is taken over as it is, and the plan is empty then,", () => {
  const expectTakenOver = async (deployment: Deployment) => {
    const before = deployment.world.inventory();
    const { text } = await deployment.apply();
    expect(text).toMatch(/Resources: 2 imported, \d+ added, 0 changed, 0 destroyed\./);
    expect(deployment.world.removed(before)).toEqual([]);
    expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  };

  test("with the option and without it later", async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => described(stack(), made));
    await expectTakenOver(deployment);
    await deployment.change((stack) => described(stack(), made, { importExisting: undefined }));
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  });

  test("through azapi Aiven's connection may be made again, and Azure's with it", async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => described(stack(), made, { azurePeeringProvider: AzurePeeringProvider.AZAPI }));
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    const connection = addressOf(deployment, "aiven_azure_vpc_peering_connection");
    const { code, text } = await deployment.apply(`-replace=${connection}`);
    expect(code === 0 ? "" : text).toBe("");
    await deployment.wait();
    expect(text).toContain("3 added, 0 changed, 3 destroyed");
    expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
  });

  byExpressions.each([AzurePeeringProvider.AZURERM, AzurePeeringProvider.AZAPI])(
    "by ids of variables and of the deployer's subscription, through %s",
    async (azurePeeringProvider) => {
      const { deployment, made } = await madeByHand();
      await deployment.change((stack) => {
        const only = stack();
        const variable = (name: string, value: string) =>
          new TerraformVariable(only, `${name}-id`, { type: "string", default: value }).stringValue;
        described(only, made, {
          azurePeeringProvider,
          vpc: AivenVpc.fromId(variable("vpc", made.vpcId)),
          virtualNetwork: AzureVirtualNetwork.fromAttributes({
            resourceGroupName: variable("group", "network"),
            name: variable("network", "vnet"),
          }),
          peeringName: variable("peering", made.peeringName),
        });
      });
      const { text } = await deployment.plan();
      expect(text).toMatch(/Plan: 2 to import, 2 to add, [01] to change, 0 to destroy\./);
      expect(await deployment.apply()).toMatchObject({ code: 0 });
      expect(await deployment.plan()).toMatchObject({ code: 0 });
    },
  );

  test("with roles that the stack makes, beside those that are there", async () => {
    const { deployment, made } = await madeByHand();
    const assignments = () => deployment.world.azure.rbac.assignments.length;
    const before = assignments();
    await deployment.change((stack) => described(stack(), made, { access: undefined }));
    await expectTakenOver(deployment);
    expect(assignments()).toBe(before + 2);
  });

  test("by an application of an earlier stack", async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => {
      const identity = application(stack("identity"), made);
      described(stack("peering"), made, { identity });
    });
    await expectTakenOver(deployment);
    expect(await deployment.destroy()).toMatchObject({ code: 0 });
    expect(deployment.halves).toEqual([]);
  });

  byExpressions("with VPC and network, which the app imports itself", async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => {
      const only = stack();
      const vpc = new ProjectVpc(only, "vpc", {
        ...{ project: "my-project", cloudName: "azure-westeurope", networkCidr: "10.0.0.0/24" },
      });
      const network = new VirtualNetwork(only, "vnet", {
        ...{ name: "vnet", resourceGroupName: "network", location: "westeurope", addressSpace: ["10.1.0.0/16"] },
      });
      only.addOverride("import", [
        { to: "aiven_project_vpc.vpc", id: made.vpcId },
        { to: "azurerm_virtual_network.vnet", id: NETWORK_ID },
      ]);
      described(only, made, {
        vpc: AivenVpc.fromResource(vpc),
        virtualNetwork: AzureVirtualNetwork.fromResource(network),
      });
    });
    const { text } = await deployment.apply();
    expect(text).toMatch(/Resources: 4 imported, 2 added, 0 changed, 0 destroyed\./);
    expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  });
});

byExpressions(
  "a VPC that the same apply would create has no peering, and Terraform says so before it changes anything",
  async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => {
      const only = stack();
      const vpc = new ProjectVpc(only, "vpc", {
        ...{ project: "my-project", cloudName: "azure-westeurope", networkCidr: "10.9.0.0/24" },
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
    addPeering(stack(), {
      ...{ virtualNetwork: hub, cloudName: "azure-japaneast", peeringName: names[0] },
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
      ...{ importExisting: true, peeringName: names[1], remoteVirtualNetworkId },
    });
  });
  const { text } = await deployment.apply();
  expect(text).toMatch(/Resources: 4 imported, 4 added, 0 changed, 0 destroyed\./);
  expect(await deployment.plan()).toMatchObject({ code: 0 });
  expect(deployment.halves).toEqual(["ACTIVE", "ACTIVE", "Connected", "Connected"]);
  expect(await deployment.destroy()).toMatchObject({ code: 0 });
  expect(deployment.halves).toEqual([]);
});

test("the halves imported, and the rest left to the defaults: the plan says that both go, and an apply breaks the peering", async () => {
  const { deployment, made } = await madeByHand();
  await deployment.change((stack) => {
    const only = stack();
    const { virtualNetwork: peered } = new AivenAzurePeering(only, "peering", {
      vpc: AivenVpc.fromId(made.vpcId),
      virtualNetwork: AzureVirtualNetwork.fromId(NETWORK_ID),
    });
    const to = (half: string) => {
      const { terraformResourceType, friendlyUniqueId } = peered.node.findChild(half) as TerraformResource;
      return `${terraformResourceType}.${friendlyUniqueId}`;
    };
    only.addOverride("import", [
      { to: to("connection"), id: `${made.vpcId}/${SUBSCRIPTION_ID}/vnet` },
      { to: to("azure-peering"), id: `${NETWORK_ID}/virtualNetworkPeerings/to-aiven` },
    ]);
  });
  const { text } = await deployment.plan();
  expect(text).toMatch(/Plan: 2 to import, \d+ to add, 0 to change, 2 to destroy\./);

  const applied = await deployment.apply();
  expect(applied).toMatchObject({ code: 1 });
  expect(applied.text).toMatch(/A resource with the ID "[-0-9a-f]+" already exists/);
  expect(deployment.halves).toEqual(["Disconnected"]);
});
