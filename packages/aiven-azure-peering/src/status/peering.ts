import type { VirtualNetworkPeering } from "../clouds/arm";
import { grantRole, rightAt, type Principal } from "../principals/roles";
import { check, ifAllowed, stopped, unseen } from "../report/check";
import { failed, ok, unknown, warning } from "../report/report";
import { quoted } from "../report/shell";
import { asApplication, type BothTenants } from "../report/commands";
import { textIn, type Sides } from "../subject/sides";
import { againByHand, applyOr, CREATE_BY_HAND, rowsRemedyOr } from "./remedies";
import { isSame } from "../subject/subject";
import { causeOf, remedyOf } from "../troubleshooting/row";
import { ROWS } from "../troubleshooting/rows";
import type { NetworkScope, VpcScope } from "./scopes";

const SOON = "run status again in a minute";

export const vpc = check({
  name: "VPC",
  run({ wanted, vpc, hasStack, unread }: VpcScope) {
    if (unread) return unseen(unread);
    const { project = "a project that is known after apply", vpcId } = wanted;
    if (!vpc) {
      const remedy = applyOr({ hasStack }, `avn vpc list --project ${quoted(wanted.project ?? "…")}`);
      return failed(`${project} has no ${vpcId === undefined ? "VPC like this one" : `VPC ${vpcId}`}`, remedy);
    }
    const message = `${project}/${vpc.project_vpc_id} in ${vpc.cloud_name}, ${vpc.network_cidr}, ${vpc.state}`;
    return vpc.state === "ACTIVE" ? ok(message) : warning(message, SOON);
  },
});

export const virtualNetwork = check({
  name: "virtual network",
  run({ network, sides, hasStack }: NetworkScope) {
    if (sides.unread?.azure) return unseen(sides.unread.azure);
    return sides.network === undefined && network.id !== undefined
      ? failed("does not exist", hasStack ? "`terraform apply`, or correct its name" : "correct --network")
      : [];
  },
});

/** By the state that Aiven gives it. https://aiven.io/docs/platform/howto/vnet-peering-azure */
export const connection = check({
  name: "Aiven's connection",
  finds: ["not found yet", "Azure's peering deleted", "Aiven refused later", "Aiven could not peer", "one side left"],
  run(scope: NetworkScope) {
    const { aiven, azure, unread } = scope.sides;
    if (unread?.aiven) return unknown("the VPC could not be read");
    if (!aiven) {
      // Azure's peering without Aiven's connection
      return azure ? leftAlone(scope, "does not exist") : failed("does not exist", applyOr(scope, CREATE_BY_HAND));
    }
    const said = textIn(aiven.state_info, "message");
    const state = (why: string): string => [aiven.state, why, said && `Aiven says: ${said}`].filter(Boolean).join(": ");
    const row = <Name extends keyof typeof ROWS>(name: Name) =>
      stopped(name, {
        message: state(causeOf(ROWS[name])),
        remedy: rowsRemedyOr(scope, name, againByHand(scope)),
      });
    switch (aiven.state) {
      case "ACTIVE":
        return ok("ACTIVE");
      case "APPROVED":
      case "APPROVED_PEER_REQUESTED":
        return warning(state("Aiven is about to create it"), SOON);
      case "ERROR":
        return failed(
          state("Aiven did not complete it"),
          scope.hasStack ? "`terraform apply` requests it again" : againByHand(scope),
        );
      case "PENDING_PEER":
        if (azure?.properties.peeringState !== "Connected") return warning(state("Aiven waits for Azure's peering"));
        return {
          ...stopped("not found yet", {
            message: `PENDING_PEER: ${causeOf(ROWS["not found yet"])}`,
            remedy: rowsRemedyOr(scope, "not found yet", "wait up to 15 minutes, then run status again"),
          }),
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

/** Makes both sides again where one is left. */
const againOf = (scope: NetworkScope): string => rowsRemedyOr(scope, "one side left", againByHand(scope));

/** What is left where the other side is gone. */
const leftAlone = (scope: NetworkScope, what: string) =>
  stopped("one side left", {
    message: `${what}: ${causeOf(ROWS["one side left"])}`,
    remedy: againOf(scope),
  });

/** States in which Aiven's side is under way, and Azure's is yet to come. */
const UNDER_WAY = ["APPROVED", "APPROVED_PEER_REQUESTED"];

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview */
export const azurePeering = check({
  name: "Azure's peering",
  finds: ["one side left"],
  run(scope: NetworkScope) {
    const { network, aiven, azure, aivenNetworkId, peerings, unread } = scope.sides;
    if (!network) return [];
    if (!azure && unread?.aiven) return unknown("which of the network's peerings leads to Aiven is not known");
    if (!azure && aiven?.state === "ACTIVE") {
      const others = peerings.map(({ name }) => name).join(", ") || "none";
      return unknown(
        `Aiven's connection is ACTIVE, but no peering of the network is recognised as Azure's side of it (existing ones: ${others})`,
        "run status again in some minutes: if it was just deleted, Aiven says so then; otherwise look at these in the Azure portal",
      );
    }
    if (!azure && aiven && UNDER_WAY.includes(aiven.state))
      return ok("does not exist yet, as it should be: Aiven comes first");
    if (!azure) return failed("does not exist", applyOr(scope, CREATE_BY_HAND));
    const { peeringState = "no state", remoteVirtualNetwork } = azure.properties;
    const remote = remoteVirtualNetwork?.id ?? "";
    if (aivenNetworkId !== undefined && !isSame(remote, aivenNetworkId)) {
      return stopped("one side left", {
        message: `${peeringState}: ${azure.name} leads to ${remote}, but Aiven's network is ${aivenNetworkId}`,
        remedy: againOf(scope),
      });
    }
    switch (peeringState) {
      case "Connected":
        return ok("Connected");
      case "Initiated":
        if (aiven && UNDER_WAY.includes(aiven.state))
          return warning("Initiated: Aiven's connection does not exist yet", SOON);
        // assumed: Azure's peering may still become Connected while Aiven looks for it; for how long it has is not to be seen
        if (aiven?.state === "PENDING_PEER")
          return warning(
            "Initiated: under way, Aiven's connection is PENDING_PEER",
            `wait up to 20 minutes, then run status again. If it stays so, one side is left alone:\n${againOf(scope)}`,
          );
        // the other side does not exist, or leads elsewhere
        return leftAlone(scope, "Initiated: Aiven has no side for it");
      case "Disconnected":
        return leftAlone(scope, "Disconnected");
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
  async run(scope: NetworkScope) {
    const azure = connected(scope.sides);
    if (!azure) return [];
    const { peeringSyncLevel = "no level" } = azure.properties;
    const local = asApplication(`az network vnet peering sync --ids ${quoted(azure.id)}`, await tenantsOf(scope));
    const cause = causeOf(ROWS["not in sync"]);
    const refresh = rowsRemedyOr(scope, "not in sync", refreshByHand(scope));
    switch (peeringSyncLevel) {
      case "FullyInSync":
        return ok("FullyInSync");
      case "RemoteNotInSync":
        return stopped("not in sync", { message: `RemoteNotInSync: ${cause}`, remedy: refresh });
      case "LocalNotInSync":
        return failed("LocalNotInSync: Azure's peering does not have a range of Aiven's network", local);
      case "LocalAndRemoteNotInSync":
        return stopped("not in sync", {
          message: `LocalAndRemoteNotInSync: ${cause}; and the reverse`,
          remedy: `${local}\n${refresh}`,
        });
      default:
        return unknown(`${peeringSyncLevel}: this command does not know the level`);
    }
  },
});

export const traffic = check({
  name: "traffic",
  async run(scope: NetworkScope) {
    const azure = connected(scope.sides);
    if (!azure || azure.properties.allowVirtualNetworkAccess !== false) return [];
    const update = `az network vnet peering update --ids ${quoted(azure.id)} --set allowVirtualNetworkAccess=true`;
    return failed(
      "allowVirtualNetworkAccess is false, so traffic does not pass",
      applyOr(scope, asApplication(update, await tenantsOf(scope))),
    );
  },
});

/** Who peers, and from where to where, for commands that only the application can run. */
async function tenantsOf({ identity, sides }: NetworkScope): Promise<BothTenants> {
  const { tid } = await identity.clouds.whoIsSignedIn();
  return {
    clientId: identity.clientId,
    own: sides.aiven?.peer_azure_tenant_id ?? tid,
    // Aiven's application is registered where its networks are
    aivens: (await ifAllowed(identity.aivens))?.appOwnerOrganizationId,
  };
}

const refreshByHand = ({ vpc }: NetworkScope): string =>
  `refresh Aiven's connection: Refresh VPC connections of the VPC in Aiven's console, or avn vpc peering-connection refresh --project-vpc-id ${quoted(vpc?.project_vpc_id ?? "…")}. Aiven does so by itself once a day`;

const right = (principal: Principal, called: string, remedy: string) => async (scope: NetworkScope) => {
  const { identity, sides, hasStack } = scope;
  const { network } = sides;
  if (!network) return [];
  const who = await ifAllowed(principal === "application" ? identity.servicePrincipal : identity.aivens);
  if (!who) return [];
  const grant = (missing: readonly string[]) =>
    grantRole(`${called} peers ${network.name}`, missing, who.id, network.id);
  return rightAt(network.id, principal, who, identity.clouds.arm, hasStack ? remedy : grant);
};

export const rightOfApplication = check({
  name: "right of the application",
  finds: ["role removed"],
  run: right("application", "the application", remedyOf(ROWS["role removed"])),
});

export const rightOfAiven = check({
  name: "right of Aiven",
  run: right("aiven", "Aiven", "`terraform apply`, which assigns Aiven's role again; then wait some minutes"),
});
