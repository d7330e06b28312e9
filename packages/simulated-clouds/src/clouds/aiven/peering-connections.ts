import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import type { Settings } from "../settings";
import type { Executor } from "./executor";
import type { Caller, Gateway } from "./gateway";
import {
  peerNetworkId,
  type AzurePeer,
  type PeeringConnection,
  type PeeringConnectionState,
} from "./peering-connection";
import { PeeringProgress } from "./peering-progress";
import type { Vpc } from "./vpc";
import type { Vpcs } from "./vpcs";

/** assumed: how long Aiven takes to take a connection down. */
const DELETION = seconds(5);

/**
 * What is asked for twice is there once, and one that came to nothing is asked for again (`ProjectPeeringID.Create` in
 * https://github.com/aiven/terraform-provider-aiven/pull/3074). assumed: that these are the states, and that what is there keeps its
 * application and tenant.
 */
const ASKED_FOR_AGAIN: readonly PeeringConnectionState[] = [
  "APPROVED_PEER_REQUESTED",
  "DELETED_BY_PEER",
  "ERROR",
  "INVALID_SPECIFICATION",
  "REJECTED_BY_PEER",
];

export class PeeringConnections {
  readonly all: PeeringConnection[] = [];
  private readonly progress: PeeringProgress;

  constructor(
    private readonly gateway: Gateway,
    private readonly vpcs: Vpcs,
    private readonly executor: Executor,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.progress = new PeeringProgress(executor, clock, settings);
  }

  create(caller: Caller, project: string, vpcId: string, peer: AzurePeer): PeeringConnection {
    return this.gateway.call(caller, "POST", project, `/vpcs/${vpcId}/peering-connections`, () => {
      const vpc = this.vpcs.find(project, vpcId);
      if (vpc.state !== "ACTIVE") {
        // assumed: status and text; that it cannot be done earlier is known
        throw new ApiError(409, "VpcPeeringConnectionCreate", `VPC is not active, its state is ${vpc.state}`);
      }
      requireLowerCase(peer);
      const other = this.all.find((candidate) => candidate.vpc === vpc && samePeer(candidate, peer));
      if (other && !ASKED_FOR_AGAIN.includes(other.state)) return other;
      if (other) this.erase(other);
      const connection: PeeringConnection = {
        ...peer,
        vpc,
        createTime: this.clock.now(),
        state: "APPROVED",
        stateInfo: null,
      };
      this.all.push(connection);
      this.progress.begin(connection);
      return connection;
    });
  }

  /** The API has no look-up by key: clients list the VPC and search. */
  list(caller: Caller, project: string, vpcId: string): PeeringConnection[] {
    return this.gateway.call(caller, "GET", project, `/vpcs/${vpcId}`, () => {
      const vpc = this.vpcs.find(project, vpcId);
      return this.all.filter((connection) => connection.vpc === vpc);
    });
  }

  delete(
    caller: Caller,
    project: string,
    vpcId: string,
    peer: Pick<AzurePeer, "peerCloudAccount" | "peerResourceGroup" | "peerVpc">,
  ): void {
    const path = `/vpcs/${vpcId}/peering-connections/peer-accounts/${peer.peerCloudAccount}/peer-resource-groups/${peer.peerResourceGroup}/peer-vpcs/${peer.peerVpc}`;
    this.gateway.call(caller, "DELETE", project, path, () => {
      const vpc = this.vpcs.find(project, vpcId);
      const connection = this.all.find((candidate) => candidate.vpc === vpc && samePeer(candidate, peer));
      if (!connection) throw new ApiError(404, "NotFound", "VPC peering connection does not exist");
      connection.state = "DELETING";
      this.clock.at(this.clock.now() + DELETION, () => this.erase(connection));
    });
  }

  /** Aiven's connection goes; the customer's, if there is one, stays behind Disconnected. */
  erase(connection: PeeringConnection): void {
    const index = this.all.indexOf(connection);
    if (index < 0) return;
    connection.state = "DELETED";
    this.all.splice(index, 1);
    this.executor.deletePeering(connection.vpc, peerNetworkId(connection));
    const others = this.all.filter((other) => other.peerAzureAppId === connection.peerAzureAppId);
    const lastOnNetwork = !others.some((other) => other.vpc === connection.vpc);
    this.executor.dismiss(connection.peerAzureAppId, connection.vpc, lastOnNetwork, others.length === 0);
  }

  eraseAllOf(vpc: Vpc): void {
    this.all.filter((connection) => connection.vpc === vpc).forEach((connection) => this.erase(connection));
  }
}

/** Exact comparison: the API knows no case folding. */
function samePeer(
  one: AzurePeer,
  other: Pick<AzurePeer, "peerCloudAccount" | "peerResourceGroup" | "peerVpc">,
): boolean {
  return (
    one.peerCloudAccount === other.peerCloudAccount &&
    one.peerResourceGroup === other.peerResourceGroup &&
    one.peerVpc === other.peerVpc
  );
}

function requireLowerCase({ peerCloudAccount, peerResourceGroup, peerVpc }: AzurePeer): void {
  const upper = [peerCloudAccount, peerResourceGroup, peerVpc].find((name) => name !== name.toLowerCase());
  if (upper === undefined) return;
  // assumed: the text; the documentation says only that names must be in lower case
  throw new ApiError(400, "VpcPeeringConnectionCreate", `Names must be in lower case: ${upper}`);
}
