import type { VirtualNetworkPeering } from "../clouds/arm";
import { rightAt, type Principal } from "../principals/roles";
import { check, ifAllowed, stopped, unseen } from "../report/check";
import { failed, ok, unknown, warning } from "../report/report";
import { textIn, type Sides } from "../subject/sides";
import { isSame } from "../subject/subject";
import { causeOf, remedyOf } from "../troubleshooting/row";
import { ROWS } from "../troubleshooting/rows";
import type { NetworkScope, VpcScope } from "./scopes";

const APPLY = "`terraform apply`";
const SOON = "run status again in a minute";

export const vpc = check({
  name: "VPC",
  run({ wanted, vpc, unread }: VpcScope) {
    if (unread) return unseen(unread);
    const { project = "a project that is known after apply", vpcId } = wanted;
    if (!vpc) return failed(`${project} has no ${vpcId === undefined ? "VPC like this one" : `VPC ${vpcId}`}`, APPLY);
    const message = `${project}/${vpc.project_vpc_id} in ${vpc.cloud_name}, ${vpc.network_cidr}, ${vpc.state}`;
    return vpc.state === "ACTIVE" ? ok(message) : warning(message, SOON);
  },
});

export const virtualNetwork = check({
  name: "virtual network",
  run({ network, sides }: NetworkScope) {
    if (sides.unread?.azure) return unseen(sides.unread.azure);
    return sides.network === undefined && network.id !== undefined
      ? failed("does not exist", "`terraform apply`, or correct its name")
      : [];
  },
});

/** By the state that Aiven gives it. https://aiven.io/docs/platform/howto/vnet-peering-azure */
export const connection = check({
  name: "Aiven's connection",
  finds: ["not found yet", "Azure's peering deleted", "Aiven refused later", "Aiven could not peer", "one side left"],
  run({ sides: { aiven, azure, unread } }: NetworkScope) {
    if (unread?.aiven) return unknown("the VPC could not be read");
    if (!aiven) {
      // Azure's peering without Aiven's connection
      return azure
        ? stopped("one side left", { message: `does not exist: ${causeOf(ROWS["one side left"])}` })
        : failed("does not exist", APPLY);
    }
    const said = textIn(aiven.state_info, "message");
    const state = (why: string): string => [aiven.state, why, said && `Aiven says: ${said}`].filter(Boolean).join(": ");
    const row = <Name extends keyof typeof ROWS>(name: Name) => stopped(name, { message: state(causeOf(ROWS[name])) });
    switch (aiven.state) {
      case "ACTIVE":
        return ok("ACTIVE");
      case "APPROVED":
        return warning(state("Aiven is about to create it"), SOON);
      case "APPROVED_PEER_REQUESTED":
      case "ERROR":
        return failed(state("Aiven did not complete it"), "`terraform apply` requests it again");
      case "PENDING_PEER":
        if (azure?.properties.peeringState !== "Connected") return warning(state("Aiven waits for Azure's peering"));
        return {
          ...stopped("not found yet", { message: `PENDING_PEER: ${causeOf(ROWS["not found yet"])}` }),
          status: "warning",
        };
      case "DELETED_BY_PEER":
        return row("Azure's peering deleted");
      case "REJECTED_BY_PEER":
        return row("Aiven refused later");
      case "INVALID_SPECIFICATION":
        return row("Aiven could not peer");
      case "DELETING":
      case "DELETED":
        return warning(state("Aiven is removing it"), SOON);
      default:
        return unknown(state("this command does not know the state"), "look at the VPC in Aiven's console");
    }
  },
});

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview */
export const azurePeering = check({
  name: "Azure's peering",
  finds: ["one side left"],
  run({ sides }: NetworkScope) {
    const { network, aiven, azure, aivenNetworkId, unread } = sides;
    if (!network) return [];
    if (!azure && unread?.aiven) return unknown("which of the network's peerings leads to Aiven is not known");
    if (!azure) return failed("does not exist", APPLY);
    const { peeringState = "no state", remoteVirtualNetwork } = azure.properties;
    const remote = remoteVirtualNetwork?.id ?? "";
    if (aivenNetworkId !== undefined && !isSame(remote, aivenNetworkId)) {
      return stopped("one side left", {
        message: `${peeringState}: ${azure.name} leads to ${remote}, but Aiven's network is ${aivenNetworkId}`,
      });
    }
    const why = causeOf(ROWS["one side left"]);
    switch (peeringState) {
      case "Connected":
        return ok("Connected");
      case "Initiated":
        // the other side does not exist, or leads elsewhere
        return aiven && ["APPROVED", "APPROVED_PEER_REQUESTED"].includes(aiven.state)
          ? warning("Initiated: Aiven's connection does not exist yet", SOON)
          : stopped("one side left", { message: `Initiated: Aiven has no side for it: ${why}` });
      case "Disconnected":
        return stopped("one side left", { message: `Disconnected: ${why}` });
      default:
        return unknown(
          `${peeringState}: this command does not know the state`,
          "look at the peering in the Azure portal",
        );
    }
  },
});

/** Azure's peering, where it is Connected: of another one its state says enough. */
const connected = ({ azure }: Sides): VirtualNetworkPeering | undefined =>
  azure?.properties.peeringState === "Connected" ? azure : undefined;

/** `RemoteNotInSync` means that this network has changed, `LocalNotInSync` that the other one has. */
export const ranges = check({
  name: "address ranges",
  finds: ["not in sync"],
  run({ sides }: NetworkScope) {
    const azure = connected(sides);
    if (!azure) return [];
    const { peeringSyncLevel = "no level" } = azure.properties;
    const local = `az network vnet peering sync --ids ${azure.id}`;
    const cause = causeOf(ROWS["not in sync"]);
    switch (peeringSyncLevel) {
      case "FullyInSync":
        return ok("FullyInSync");
      case "RemoteNotInSync":
        return stopped("not in sync", { message: `RemoteNotInSync: ${cause}` });
      case "LocalNotInSync":
        return failed("LocalNotInSync: Azure's peering does not have a range of Aiven's network", local);
      case "LocalAndRemoteNotInSync":
        return stopped("not in sync", {
          message: `LocalAndRemoteNotInSync: ${cause}; and the reverse`,
          remedy: `${local}, and ${remedyOf(ROWS["not in sync"])}`,
        });
      default:
        return unknown(`${peeringSyncLevel}: this command does not know the level`);
    }
  },
});

export const traffic = check({
  name: "traffic",
  run({ sides }: NetworkScope) {
    const azure = connected(sides);
    if (!azure || azure.properties.allowVirtualNetworkAccess !== false) return [];
    return failed(
      "allowVirtualNetworkAccess is false, so traffic does not pass",
      `az network vnet peering update --ids ${azure.id} --set allowVirtualNetworkAccess=true`,
    );
  },
});

const right =
  (principal: Principal, remedy: string) =>
  async ({ identity, sides: { network } }: NetworkScope) => {
    if (!network) return [];
    const who = await ifAllowed(principal === "application" ? identity.servicePrincipal : identity.aivens);
    return who ? rightAt(network.id, principal, who, identity.clouds.arm, remedy) : [];
  };

export const rightOfApplication = check({
  name: "right of the application",
  finds: ["role removed"],
  run: right("application", remedyOf(ROWS["role removed"])),
});

export const rightOfAiven = check({
  name: "right of Aiven",
  run: right("aiven", "`terraform apply`, which assigns Aiven's role again; then wait some minutes"),
});
