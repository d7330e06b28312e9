import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { type AivenAzurePeering, AivenVpc, AzurePeeringProvider, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { ROOT } from "../../../tools/folder";
import { testNeeding } from "../../../tools/needing";
import { exportsOf } from "../../support/run-snippet";
import type { Deployment } from "../support/deployment";
import { addressOf } from "../support/failure";
import { described, type MadeByHand, madeByHand } from "../support/made-by-hand";
import { AZURE_PEERING, CONNECTION, NETWORK_ID, plainConfiguration, signIn, without } from "../support/plain-graph";

const byExpressions = testNeeding("import by expressions", "sides that are imported by ids of variables and resources");

/** The page's own code. */
const { takeOver } = exportsOf<{
  readonly takeOver: (
    stack: TerraformStack,
    made: MadeByHand,
    azurePeeringProvider?: AzurePeeringProvider,
  ) => AivenAzurePeering;
}>(readFileSync(join(ROOT, "docs/adopting.md"), "utf8"));

describe.each([
  [AzurePeeringProvider.AZURERM, 0],
  [AzurePeeringProvider.AZAPI, 1],
])("through %s", (azurePeeringProvider, changed) => {
  test("a peering made by hand is taken over as it is, and only its two sides are destroyed, in order", async () => {
    const { deployment, made } = await madeByHand();
    const { world } = deployment;
    const before = world.inventory();
    await deployment.change((stack) => takeOver(stack(), made, azurePeeringProvider));

    const taken = await deployment.apply();
    expect(taken.text).toContain(`Resources: 2 imported, 2 added, ${changed} changed, 0 destroyed.`);
    expect(world.inventory()).toEqual(before);
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });

    const beginning = world.clock.now();
    expect(await deployment.destroy()).toMatchObject({ code: 0 });
    expect(deployment.states).toEqual([]);
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

test.each(Object.values(AzurePeeringProvider))(
  "both sides leave the state of the configuration that made them, which keeps the rest, through %s",
  async (azurePeeringProvider) => {
    const { deployment, made } = await madeByHand({ keepState: true });
    const removed = await deployment.terraform(["state", "rm", CONNECTION, AZURE_PEERING]);
    expect(removed.text).toContain("Successfully removed 2 resource instance(s).");
    await deployment.change((stack) => takeOver(stack(), made, azurePeeringProvider));
    expect((await deployment.apply()).text).toContain("Resources: 2 imported, 2 added, ");
    expect(await deployment.plan()).toMatchObject({ code: 0 });

    const rest: { output?: unknown } = plainConfiguration(
      without(CONNECTION),
      without(AZURE_PEERING),
      without("time_sleep.accepted"),
      signIn({ client_id: "${azuread_application.app.client_id}", auxiliary_tenant_ids: undefined }),
    );
    delete rest.output; // it refers to the connection
    deployment.writePlain(rest);
    const { text } = await deployment.apply();
    expect(text).toContain("0 added, 0 changed, 1 destroyed"); // the wait between them
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
  },
);

describe("it is taken over as it is, and the plan is empty then,", () => {
  const expectTakenOver = async (deployment: Deployment) => {
    const before = deployment.world.inventory();
    const { text } = await deployment.apply();
    expect(text).toMatch(/Resources: 2 imported, \d+ added, 0 changed, 0 destroyed\./);
    expect(deployment.world.removed(before)).toEqual([]);
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  };

  test("with the option and without it later", async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => described(stack(), made));
    await expectTakenOver(deployment);
    await deployment.change((stack) => described(stack(), made, { importExisting: undefined }));
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  });

  test("through azapi Aiven's connection may be created again, and Azure's peering with it", async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => described(stack(), made, { azurePeeringProvider: AzurePeeringProvider.AZAPI }));
    expect(await deployment.apply()).toMatchObject({ code: 0 });
    const connection = addressOf(deployment, "aiven_azure_vpc_peering_connection");
    const { code, text } = await deployment.apply(`-replace=${connection}`);
    expect(code === 0 ? "" : text).toBe("");
    await deployment.wait();
    expect(text).toContain("3 added, 0 changed, 3 destroyed");
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
  });

  byExpressions.each(Object.values(AzurePeeringProvider))(
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

  test("with roles that the stack creates, beside those that are there", async () => {
    const { deployment, made } = await madeByHand();
    const assignments = () => deployment.world.azure.rbac.assignments.length;
    const before = assignments();
    await deployment.change((stack) => described(stack(), made, { access: undefined }));
    await expectTakenOver(deployment);
    expect(assignments()).toBe(before + 2);
  });

  byExpressions("with VPC and network, which the app imports itself", async () => {
    const { deployment, made } = await madeByHand();
    await deployment.change((stack) => {
      const only = stack();
      const vpc = new ProjectVpc(only, "vpc", {
        project: "my-project",
        cloudName: "azure-westeurope",
        networkCidr: "10.0.0.0/24",
      });
      const network = new VirtualNetwork(only, "vnet", {
        name: "vnet",
        resourceGroupName: "network",
        location: "westeurope",
        addressSpace: ["10.1.0.0/16"],
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
    expect(deployment.states).toEqual(["ACTIVE", "Connected"]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  });
});
