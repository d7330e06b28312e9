import type { VirtualNetworkConfig } from "@cdktf/provider-azurerm/lib/virtual-network";
import { type AivenAzurePeeringProps, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import type { SettingsInput } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { expectActive } from "./assertions";
import { Deployment } from "./deployment";
import { addNetwork, peerNetwork } from "./peering";

export const plain =
  (over: Partial<AivenAzurePeeringProps> = {}, network: Partial<VirtualNetworkConfig> = {}) =>
  (stack: StackMaker) => {
    const only = stack();
    const vnet = addNetwork(only);
    if (network.name !== undefined) vnet.name = network.name;
    if (network.addressSpace !== undefined) vnet.addressSpace = network.addressSpace;
    peerNetwork(only, { virtualNetwork: AzureVirtualNetwork.fromResource(vnet), ...over });
  };

/** Applies a change to an active peering, and returns the calls that it made. */
export async function changed(deployment: Deployment, build: (stack: StackMaker) => void): Promise<string[]> {
  await deployment.change(build);
  const moment = deployment.world.clock.now() + 1;
  await deployment.world.clock.advance(1);
  await expectActive(deployment);
  return deployment
    .callsSince(moment)
    .map(kind)
    .filter((call) => call !== "");
}

/** A call without its ids; sign-ins left out. */
function kind(call: string): string {
  const [method, path = ""] = call.split(" ") as [string, string];
  if (path.includes("/oauth2/")) return "";
  const known: [RegExp, string][] = [
    [/aiven-vpcs.*virtualNetworkPeerings/, "Azure peering of Aiven's network"],
    [/virtualNetworkPeerings\//, "Azure peering"],
    [/peering-connections/, "connection"],
    [/roleAssignments/, "role assignment"],
    [/roleDefinitions/, "role definition"],
    [/virtualNetworks\/[^/]+$/, "virtual network"],
    [/addPassword/, "new secret"],
    [/removePassword/, "old secret"],
    [/\/vpcs(\/[^/]+)?$/, "VPC"],
  ];
  return `${method} ${known.find(([pattern]) => pattern.test(path))?.[1] ?? path}`;
}

export const started = async (settings: SettingsInput = {}, build = plain()) => {
  const deployment = await Deployment.start(settings, build);
  await expectActive(deployment);
  return deployment;
};

/** Disconnected, apply, connected again with the change, apply: how a peering is created again. Returns the calls of the second apply. */
export async function reconnected(
  deployment: Deployment,
  before: (connected: boolean) => (stack: StackMaker) => void,
  after = before(true),
): Promise<string[]> {
  await deployment.change(before(false));
  const moment = deployment.world.clock.now() + 1;
  await deployment.world.clock.advance(1);
  await expectActive(deployment, 0);
  const removed = deployment.callsSince(moment).map(kind);
  expect(removed).toContain("DELETE Azure peering");
  if (removed.includes("DELETE connection")) {
    expect(removed.indexOf("DELETE connection")).toBeGreaterThan(removed.indexOf("DELETE Azure peering"));
  }
  return changed(deployment, after);
}

/** The calls that create both. */
export const BOTH_SIDES = ["POST connection", "PUT Azure peering"];
/** What Azure says where one side is new and the other is not. */
export const REFUSED = "RemotePeeringIsDisconnected";

/** Creates both sides again with the command that the health check gives. */
export async function recreateAsTheCheckSays(deployment: Deployment): Promise<void> {
  const { stdout, text } = await deployment.plan();
  expect(text).toContain(
    "Azure's peering was deleted; run terraform apply -replace='aiven_azure_vpc_peering_connection.",
  );
  const [, address] = /-replace='([^']+)'/.exec(stdout.replace(/\n[│\s]*/g, " ")) ?? [];
  expect(await deployment.terraform(["apply", "-auto-approve", `-replace=${address}`])).toMatchObject({ code: 0 });
  await expectActive(deployment);
}
