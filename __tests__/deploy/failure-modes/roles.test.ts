import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { TerraformStack } from "cdktf";
import {
  AivenServicePrincipalSource,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
} from "cdktf-aiven-azure-peering";
import type { SettingsInput } from "../../../simulator/settings";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addressOf, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { addPeering } from "../support/peering";
import { CONNECTION, plainGraph, set } from "../support/plain-graph";

const REFUSED = "VPC peering connection cannot be created, more in the state info: ";
describe("a role that Azure does not honour yet", () => {
  const DIRECT = set("time_sleep.rights", { create_duration: "1s" });

  test("stops Aiven; the construct waits for it", async () => {
    const settings = { lag: { rbac: 120 } };
    expectFailure(
      await (await Deployment.plain(settings, plainGraph(DIRECT))).apply(),
      REFUSED,
      "LinkedAuthorizationFailed",
    );
    await expectActive(await deployPeering(settings));
  });

  test("for the ten minutes that Azure documents: a longer wait, or a second apply", async () => {
    const settings = { lag: { rbac: 600 } };
    expectFailure(await (await Deployment.plain(settings, plainGraph())).apply(), REFUSED);

    await expectActive(await deployPeering(settings, { propagation: { roleAssignments: "10m" } }));

    const deployment = await deployPeering(settings);
    expectFailure(await deployment.apply(), REFUSED, "LinkedAuthorizationFailed");
    await deployment.wait();
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

describe("a role assignment that somebody removed", () => {
  test("on the network stops every plan; the construct's too, until that one is applied alone", async () => {
    const remove = async (deployment: Deployment, address: string) => {
      expectSuccess(await deployment.apply());
      await deployment.wait();
      const { stdout } = await deployment.terraform(["state", "show", address]);
      deployment.world.byHand.removeRoleAssignment(/\bid\s+= "([^"]+)"/.exec(stdout)?.[1] as string);
      expectFailure(await deployment.plan(), "retrieving Virtual Network Peering", "AuthorizationFailed");
    };
    await remove(await Deployment.plain({}, plainGraph()), "azurerm_role_assignment.peer");

    const deployment = await deployPeering({});
    expectSuccess(await deployment.apply());
    const address = addressOf(deployment, "azurerm_role_assignment.peering_link_access_application");
    await remove(deployment, address);
    expectSuccess(await deployment.apply(`-target=${address}`));
    await deployment.wait();
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

describe("a role of that name", () => {
  test("is in the tenant already: the construct's names are its own, unless one stack is deployed twice", async () => {
    const taken = "RoleDefinitionWithSameNameExists";
    const twice = set("azurerm_role_definition.aiven", { name: "peer" });
    expectFailure(await (await Deployment.plain({}, plainGraph(twice))).apply(), taken);

    const deployment = await deployPeering({});
    await expectActive(deployment);
    expectFailure(await deployment.terraform(["apply", "-auto-approve", "-state=second.tfstate"]), taken);
  });
});

describe("a deployer", () => {
  test("without Application Administrator waits ten minutes for a refusal; with all of it made before, it works", async () => {
    const settings: SettingsInput = { deployer: { managesApplications: false } };
    const words = ["Authorization_RequestDenied", "Insufficient privileges to complete the operation"];
    for (const begin of [() => Deployment.plain(settings, plainGraph()), () => deployPeering(settings)]) {
      const deployment = await begin();
      const start = deployment.world.clock.now();
      expectFailure(await deployment.apply(), ...words);
      expect(deployment.world.clock.now() - start).toBeGreaterThanOrEqual(600_000);
    }

    const clientId = "44444444-4444-4444-8444-444444444444";
    const grants = ["Microsoft.Resources/subscriptions/providers/read"];
    const existingApplication = { clientId, displayName: "existing", multiTenant: true, secret: "secret", grants };
    const deployment = await Deployment.start(
      { ...settings, existingApplication, aivenPrincipalExists: true },
      (stack) => {
        const only = stack();
        const identity = new ExistingPeeringApplication(only, "application", {
          clientId,
          credential: ExistingCredential.clientSecret("secret"),
          aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
        });
        addPeering(only, { identity });
      },
    );
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("without User Access Administrator is refused at once, and told which action is missing", async () => {
    const settings: SettingsInput = { deployer: { azureRoles: ["Contributor"] } };
    for (const begin of [() => Deployment.plain(settings, plainGraph()), () => deployPeering(settings)]) {
      const deployment = await begin();
      expectFailure(await deployment.apply(), "AuthorizationFailed", "Microsoft.Authorization/roleDefinitions/write");
    }
  });

  test("who names the wrong subscription is told that there is no such network", async () => {
    const OTHER = "5ab50000-0000-4000-8000-000000000002";
    const subscriptions = [SUBSCRIPTION_ID, OTHER].map((id) => ({ id, name: id }));
    const settings = { customer: { subscriptions } };
    const connection = set(CONNECTION, { azure_subscription_id: OTHER });
    expectFailure(await (await Deployment.plain(settings, plainGraph(connection))).apply(), REFUSED, OTHER);

    const named = { name: "Hub-VNet", resourceGroupName: "Hub-RG", subscriptionId: OTHER, location: "japaneast" };
    const deployment = await Deployment.start(settings, (stack) => {
      addPeering(stack(), { virtualNetwork: AzureVirtualNetwork.fromAttributes(named) });
    });
    const words =
      "The Resource 'Microsoft.Network/virtualNetworks/hub-vnet' under resource group 'hub-rg' was not found";
    expectFailure(await deployment.apply(), REFUSED, words);
    await expectDestroyed(deployment);
  });

  test("who takes the Azure location for Aiven's cloud name is refused; the construct knows the name", async () => {
    const plain = set("aiven_project_vpc.vpc", { cloud_name: "azure-francecentral" });
    expectFailure(
      await (await Deployment.plain({}, plainGraph(plain))).apply(),
      "failed to create resource",
      "VpcCreate",
    );

    const inLocation = (location: string) => (stack: () => TerraformStack) => {
      const only = stack();
      const group = new ResourceGroup(only, "group", { name: "RG", location });
      const { name: resourceGroupName } = group;
      const vnet = new VirtualNetwork(only, "vnet", {
        ...{ name: "VNet", resourceGroupName, location: group.location, addressSpace: ["10.1.0.0/16"] },
      });
      addPeering(only, { virtualNetwork: AzureVirtualNetwork.fromResource(vnet) });
    };
    const deployment = await Deployment.start({}, inLocation("France Central"));
    await expectActive(deployment);
    expect(deployment.world.aiven.vpcs.all[0]?.cloudName).toBe("azure-france-central");
    const nowhere = await Deployment.start({}, inLocation("chilecentral"));
    expectFailure(await nowhere.plan(), "has no known Aiven cloud; give cloudName");
  });
});
