import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { IVirtualNetworkLink } from "cdktf-aiven-azure-peering";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment } from "../support/deployment";
import { addressOf, deployPeering, expectFailure, expectSuccess } from "../support/failure";
import { addPeering } from "../support/peering";
import { CONNECTION, plainGraph, set } from "../support/plain-graph";

const REFUSED = "VPC peering connection cannot be created, more in the state info: ";
const DISCONNECTED = "RemotePeeringIsDisconnected";

type ByHand = (deployment: Deployment) => void;

const removeAzureHalf: ByHand = ({ world }) => {
  world.byHand.azurePeerings().forEach(({ id }) => world.byHand.removeAzurePeering(id));
};
const removeAivenHalf: ByHand = ({ world }) => {
  [...world.aiven.peeringConnections.all].forEach((connection) => world.byHand.removeAivenPeering(connection));
};
const deleteApplication: ByHand = ({ world }) => {
  const peering = world.entra.directory.applications.find(({ displayName }) => displayName.includes("peering"));
  world.byHand.deleteApplication(peering?.clientId as string);
};

async function active(deployment: Deployment, then: ByHand): Promise<Deployment> {
  expectSuccess(await deployment.apply());
  await deployment.wait();
  expect(deployment.halves).toEqual(["ACTIVE", "Connected"]);
  then(deployment);
  await deployment.wait();
  return deployment;
}

describe("half a peering", () => {
  test("that Aiven lost cannot be joined again; once the Azure half is gone too the construct makes both", async () => {
    const plain = await active(await Deployment.plain({}, plainGraph()), removeAivenHalf);
    // OpenTofu replaces by replace_triggered_by where the other is created, too; so it comes as far as Aiven's answer.
    const refused = /AADSTS7000229|RemotePeeringIsDisconnected/;
    expectFailure(await plain.apply(), refused);
    expectFailure(await plain.apply(), refused);

    const deployment = await active(await deployPeering({}), removeAivenHalf);
    removeAzureHalf(deployment);
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("that Azure lost cannot be joined again; the construct's check says how to make both", async () => {
    const plain = await active(await Deployment.plain({}, plainGraph()), removeAzureHalf);
    expectFailure(
      await plain.apply(),
      "to be created: unexpected status 400 (400 Bad Request) with error: ",
      DISCONNECTED,
    );

    const deployment = await active(await deployPeering({}), removeAzureHalf);
    const connection = addressOf(deployment, "aiven_azure_vpc_peering_connection");
    const advice = `Hub-VNet is DELETED_BY_PEER, not ACTIVE: the Azure half was deleted; run terraform apply -replace='${connection}'`;
    expect((await deployment.plan()).text).toContain(advice);
    expectSuccess(await deployment.apply(`-replace=${connection}`));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });

  test("that is to be made anew together with the other comes too early, in one apply", async () => {
    const plain = await active(await Deployment.plain({}, plainGraph()), () => undefined);
    expectFailure(await plain.apply(`-replace=${CONNECTION}`), REFUSED, DISCONNECTED);
  });

  test.each<[string, ByHand, string]>([
    ["without its application", deleteApplication, "AADSTS50020"],
    ["once Aiven has shut the application out", removeAivenHalf, "AADSTS7000229"],
  ])("cannot be removed %s; by hand it can, and then all the rest by Terraform", async (_, byHand, refusal) => {
    const plain = await active(await Deployment.plain({}, plainGraph()), byHand);
    expectFailure(await plain.destroy(), refusal);

    const deployment = await active(await deployPeering({}), byHand);
    removeAzureHalf(deployment);
    await expectDestroyed(deployment);
  });

  test("stays behind when its application was deleted by hand; once it is gone too the construct makes all anew", async () => {
    const plain = await active(await Deployment.plain({}, plainGraph()), deleteApplication);
    expectFailure(await plain.apply(), REFUSED, DISCONNECTED);

    const deployment = await active(await deployPeering({}), deleteApplication);
    removeAzureHalf(deployment);
    await expectActive(deployment);
    await expectDestroyed(deployment);
  });
});

describe("subnets that are written while the peering is", () => {
  const BUSY = "with error: ReferencedResourceNotProvisioned";
  const NAMES = ["one", "two", "three"];

  test("stop it; applied again it comes, and subnets that wait for the peering stop nothing", async () => {
    const subnets = NAMES.map((name, index) =>
      set(`azurerm_subnet.${name}`, {
        name,
        resource_group_name: "${azurerm_resource_group.group.name}",
        virtual_network_name: "${azurerm_virtual_network.vnet.name}",
        address_prefixes: [`10.1.${index}.0/24`],
        depends_on: ["time_sleep.accepted"],
      }),
    );
    expectFailure(await (await Deployment.plain({}, plainGraph(...subnets))).apply(), BUSY);

    const deployment = await Deployment.start(
      {},
      withSubnets(({ node }) => node.findChild("answer") as Sleep),
    );
    expectFailure(await deployment.apply(), BUSY);
    await expectActive(deployment);

    await expectActive(
      await Deployment.start(
        {},
        withSubnets((link) => link),
      ),
    );
  });

  /** Subnets that are written as soon as something else is there. */
  const withSubnets =
    (after: (link: IVirtualNetworkLink) => ITerraformDependable) =>
    (stack: () => TerraformStack): void => {
      const only = stack();
      const { link } = addPeering(only);
      NAMES.forEach(
        (name, index) =>
          new Subnet(only, name, {
            ...{ name, resourceGroupName: "Hub-RG", virtualNetworkName: "Hub-VNet" },
            addressPrefixes: [`10.1.${index}.0/24`],
            dependsOn: [after(link)],
          }),
      );
    };
});
