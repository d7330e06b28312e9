import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { Sleep } from "@cdktf/provider-time/lib/sleep";
import { type ITerraformDependable, TerraformVariable } from "cdktf";
import { AivenVpc, AzureVirtualNetwork, type IPeeredVirtualNetwork } from "cdktf-aiven-azure-peering";
import { arm, type World } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive, expectDestroyed } from "../support/assertions";
import { plain } from "../support/changes";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { addressOf, deployPeering, expectSuccess } from "../support/failure";
import { addPeering } from "../support/peering";
import { throughBoth, tryRows } from "./rows";
import { createVpc } from "./situations";

const SILENT = { aiven: { approvalOutcome: { state: "PENDING_PEER", stateInfo: null } } };
const intoVpc = (id: string) => plain({ vpc: AivenVpc.fromId(id), project: undefined, networkCidr: undefined });

const vnet = (name: string) => arm.resourceId(SUBSCRIPTION_ID, "network", "Microsoft.Network", "virtualNetworks", name);

function createNetwork({ byHand }: World, name: string, addressSpace = ["10.1.0.0/16"]): void {
  byHand.createResourceGroup(arm.resourceGroupId(SUBSCRIPTION_ID, "network"));
  byHand.createVirtualNetwork(vnet(name), addressSpace);
}

/** Subnets that are written as soon as something of the peering is there. */
const withSubnets =
  (after: (peered: IPeeredVirtualNetwork) => ITerraformDependable) =>
  (stack: StackMaker): void => {
    const only = stack();
    const { virtualNetwork: peered } = addPeering(only);
    ["one", "two", "three"].forEach(
      (name, index) =>
        new Subnet(only, name, {
          ...{ name, resourceGroupName: "Hub-RG", virtualNetworkName: "Hub-VNet" },
          addressPrefixes: [`10.1.${index}.0/24`],
          dependsOn: [after(peered)],
        }),
    );
  };

tryRows("Networks and ranges", {
  "Aiven could not peer": async (prints) => {
    // no role yet
    const early = await deployPeering({ lag: { rbac: 600 } });
    prints(await early.apply());
    await early.wait();
    await expectActive(early);

    // a range that overlaps, which only Azure has seen
    const overlapping = await Deployment.start({}, (stack) => stack());
    const [bad, good] = ["10.1.0.0/24", "10.0.0.0/24"].map((range) => createVpc(overlapping, range));
    await overlapping.change(intoVpc(bad));
    prints(await overlapping.apply());
    await overlapping.change(intoVpc(good));
    await expectActive(overlapping);

    // a refusal that says nothing
    const approvalOutcome = { state: "REJECTED_BY_PEER", stateInfo: null };
    const unsaid = await deployPeering({ aiven: { approvalOutcome } });
    prints(await unsaid.apply());
    expect(unsaid.halves).toEqual([]);
    unsaid.world.settings.aiven.approvalOutcome = undefined;
    await expectActive(unsaid);
    await expectDestroyed(unsaid);

    // no network of that name
    const named = (name: string) =>
      plain({ virtualNetwork: AzureVirtualNetwork.fromId(vnet(name), { location: "westeurope" }) });
    const missing = await Deployment.fresh({});
    createNetwork(missing.world, "hub");
    await missing.change(named("huh"));
    prints(await missing.apply());
    await missing.change(named("hub"));
    await expectActive(missing);
  },

  "overlaps a peer": throughBoth((azurePeeringProvider) => async (prints) => {
    const deployment = await Deployment.fresh({});
    const { world } = deployment;
    createNetwork(world, "hub");
    createNetwork(world, "spoke", ["10.0.0.0/16"]);
    world.byHand.peerVirtualNetworks(vnet("hub"), vnet("spoke"));
    const build = (networkCidr: string) => (stack: StackMaker) => {
      const virtualNetwork = AzureVirtualNetwork.fromId(vnet("hub"), { location: "westeurope" });
      addPeering(stack(), { azurePeeringProvider, virtualNetwork, networkCidr });
    };
    await deployment.change(build("10.0.0.0/24"));
    prints(await deployment.apply());
    await deployment.change(build("10.8.0.0/24"));
    expectSuccess(await deployment.apply());
    await deployment.wait();
    expect(deployment.halves).toEqual(["ACTIVE", "Connected", "Connected", "Connected"]);
    expect(await deployment.plan()).toMatchObject({ code: 0 });
  }),

  "range of the VPC": async (prints) => {
    const deployment = await Deployment.start({}, (stack) => {
      const only = stack();
      addPeering(only, { networkCidr: new TerraformVariable(only, "range", { type: "string" }).stringValue });
    });
    deployment.env = { TF_VAR_range: "10.0.0.0/16" };
    prints(await deployment.plan());
    expect(deployment.world.added()).toEqual([]);
    deployment.env = { TF_VAR_range: "10.0.0.0/24" };
    await expectActive(deployment);
  },

  "no id of Aiven's network": async (prints) => {
    const again = await deployPeering(SILENT);
    const outcome = await again.apply();
    prints(outcome);
    const connection = addressOf(again, "aiven_azure_vpc_peering_connection");
    expect(outcome.text).toContain(`run terraform apply -replace='${connection}' to ask again`);
    // Azure has not been asked for a peering with nothing
    expect(again.world.journal.matching(/^PUT .*Hub-VNet\/virtualNetworkPeerings/)).toEqual([]);
    again.world.settings.aiven.approvalOutcome = undefined;
    expectSuccess(await again.apply(`-replace=${connection}`));
    await expectActive(again);
    await expectDestroyed(again);

    const given = await deployPeering(SILENT);
    prints(await given.apply());
    const { vpcs, executor } = given.world.aiven;
    await given.change(plain({ remoteVirtualNetworkId: executor.networkId(vpcs.all[0]) }));
    await expectActive(given);
    await expectDestroyed(given);
  },

  "VPC too young": async (prints) => {
    const deployment = await Deployment.start({ aiven: { vpcCreation: 900 } }, (stack) => stack());
    await deployment.change(intoVpc(createVpc(deployment)));
    prints(await deployment.apply());
    await deployment.wait();
    await expectActive(deployment);
  },

  "network is being changed": async (prints) => {
    const deployment = await Deployment.start(
      {},
      withSubnets(({ node }) => node.findChild("service-principal-propagation") as Sleep),
    );
    prints(await deployment.apply());
    await expectActive(deployment);
    await expectActive(
      await Deployment.start(
        {},
        withSubnets((peered) => peered),
      ),
    );
  },
});
