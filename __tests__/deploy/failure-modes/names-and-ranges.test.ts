import { TerraformVariable } from "cdktf";
import { AzureVirtualNetwork, ExistingCredential, ExistingPeeringApplication } from "cdktf-aiven-azure-peering";
import type { SettingsInput } from "simulated-clouds";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { deployPeering, expectFailure } from "../support/failure";
import { addNetwork, addPeering } from "../support/peering";
import { plainGraph, set } from "../support/plain-graph";

const REFUSED = "VPC peering connection cannot be created, more in the state info: ";

describe("upper case in names", () => {
  test("is refused by Aiven; the construct tells Aiven in lower case and Azure in its own", async () => {
    const plain = await Deployment.plain({}, plainGraph(set("azurerm_virtual_network.vnet", { name: "VNet" })));
    expectFailure(await plain.apply(), "Error waiting for VPC peering connection creation: 400: ");

    const deployment = await deployPeering({});
    await expectActive(deployment);
    const [connection] = deployment.world.aiven.peeringConnections.all;
    expect(connection).toMatchObject({ peerVpc: "hub-vnet", peerResourceGroup: "hub-rg" });
    expect(deployment.world.byHand.azurePeerings()[0]?.networkId).toMatch(/resourceGroups\/Hub-RG\/.*\/Hub-VNet$/);
    await expectDestroyed(deployment);
  });

  test("does no harm in names that are known only to Terraform", async () => {
    const deployment = await Deployment.start({}, (stack) => {
      const only = stack();
      const vnet = addNetwork(only);
      const name = new TerraformVariable(only, "name", { type: "string", default: "Hub-VNet" }).stringValue;
      const group = new TerraformVariable(only, "group", { type: "string", default: "Hub-RG" }).stringValue;
      const subscriptionId = SUBSCRIPTION_ID.toUpperCase();
      addPeering(only, {
        virtualNetwork: AzureVirtualNetwork.fromAttributes({
          ...{ name, resourceGroupName: group, subscriptionId, location: "japaneast", id: vnet.id },
        }),
      });
    });
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

describe("the range of the VPC", () => {
  const PREFIX = "Network prefix length must be between 20 and 24 inclusive";

  test("is refused by Aiven when it is too large; the construct refuses it at synth", async () => {
    const plain = await Deployment.plain({}, plainGraph(set("aiven_project_vpc.vpc", { network_cidr: "10.0.0.0/16" })));
    expectFailure(await plain.apply(), "failed to create resource", `[400 VpcCreate]: ${PREFIX}`);

    await expect(deployPeering({}, { networkCidr: "10.0.0.0/16" })).rejects.toThrow(
      'networkCidr: "10.0.0.0/16" is not allowed, use an IPv4 range with a prefix length of 20 to 24',
    );
  });

  test("overlaps the network's: Azure refuses Aiven; the construct refuses it at synth, or at plan", async () => {
    const overlapping = set("azurerm_virtual_network.vnet", { address_space: ["10.0.0.0/16"] });
    expectFailure(
      await (await Deployment.plain({}, plainGraph(overlapping))).apply(),
      REFUSED,
      "VnetAddressSpacesOverlap",
    );

    await expect(deployPeering({}, { networkCidr: "10.1.0.0/24" })).rejects.toThrow(
      'networkCidr: "10.1.0.0/24" overlaps the virtual network\'s range "10.1.0.0/16"',
    );
    const deployment = await withRange("10.1.0.0/24");
    expectFailure(await deployment.plan(), /networkCidr: .* overlaps the virtual network's ranges/);
    expect(deployment.world.added()).toEqual([]);
  });

  const withRange = (networkCidr: string) =>
    Deployment.start({}, (stack) => {
      const only = stack();
      const range = new TerraformVariable(only, "range", { type: "string", default: networkCidr });
      addPeering(only, { networkCidr: range.stringValue });
    });
});

describe("Aiven refuses without a readable cause", () => {
  const CLIENT_ID = "44444444-4444-4444-8444-444444444444";
  const application = (multiTenant: boolean): SettingsInput => ({
    existingApplication: {
      ...{ clientId: CLIENT_ID, displayName: "existing", multiTenant, secret: "secret" },
      grants: ["Microsoft.Resources/subscriptions/providers/read"],
    },
  });

  test("an application of a single tenant: the construct's own never is, and an existing one can be put right", async () => {
    const single = set("azuread_application.app", { sign_in_audience: "AzureADMyOrg" });
    expectFailure(await (await Deployment.plain({}, plainGraph(single))).apply(), REFUSED, "not multi-tenant");

    const deployment = await Deployment.start(application(false), (stack) => {
      const only = stack();
      const secret = new TerraformVariable(only, "secret", { type: "string", sensitive: true, default: "secret" });
      const credential = ExistingCredential.clientSecret(secret.stringValue);
      addPeering(only, {
        identity: new ExistingPeeringApplication(only, "application", { clientId: CLIENT_ID, credential }),
      });
    });
    // found out at plan, where Aiven would say so minutes into the apply
    const refused = await deployment.plan();
    expectFailure(refused, `identity.clientId: "${CLIENT_ID}" is not allowed, its application is of a single tenant`);
    expect(deployment.world.added()).toEqual([]);
    const existing = deployment.world.entra.directory.application(CLIENT_ID);
    Object.assign(existing as object, { signInAudience: "AzureADMultipleOrgs" });
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});
