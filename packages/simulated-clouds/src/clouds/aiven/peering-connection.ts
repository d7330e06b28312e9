import { resourceId } from "../azure/resource-id";
import type { Vpc } from "./vpc";

export type PeeringConnectionState =
  | "APPROVED"
  | "APPROVED_PEER_REQUESTED"
  | "PENDING_PEER"
  | "ACTIVE"
  | "DELETING"
  | "DELETED"
  | "DELETED_BY_PEER"
  | "REJECTED_BY_PEER"
  | "INVALID_SPECIFICATION"
  | "ERROR";

/** What Aiven says of a connection, by key; a key may be there without a value. */
export type StateInfo = Readonly<Record<string, string | null>>;

/** What the customer says about their network; the fields are the API's. */
export interface AzurePeer {
  /** The subscription. */
  readonly peerCloudAccount: string;
  readonly peerResourceGroup: string;
  /** The virtual network's name. */
  readonly peerVpc: string;
  readonly peerAzureAppId: string;
  readonly peerAzureTenantId: string;
}

export interface PeeringConnection extends AzurePeer {
  readonly vpc: Vpc;
  readonly createTime: number;
  state: PeeringConnectionState;
  stateInfo: StateInfo | null;
}

export const peerNetworkId = (peer: AzurePeer): string =>
  resourceId(peer.peerCloudAccount, peer.peerResourceGroup, "Microsoft.Network", "virtualNetworks", peer.peerVpc);
