import { ApiError } from "../api-error";
import { seconds, type Clock } from "../clock";
import type { Settings } from "../settings";
import type { Executor } from "./executor";
import { peerNetworkId, type PeeringConnection, type PeeringConnectionState } from "./peering-connection";
import { AIVEN_TENANT_ID } from "./well-known";

/** Between two looks at a network that Azure is busy with. */
const PATIENCE = seconds(5);

/**
 * How a connection moves on by itself: APPROVED → PENDING_PEER once Aiven has created its side, then ACTIVE at the first
 * look that finds both sides Connected. Where Aiven's connection is refused the connection is INVALID_SPECIFICATION for good.
 */
export class PeeringProgress {
  constructor(
    private readonly executor: Executor,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  begin(connection: PeeringConnection): void {
    this.clock.at(this.clock.now() + seconds(this.settings.aiven.approval), () => {
      if (connection.state !== "APPROVED") return;
      const outcome = this.settings.aiven.approvalOutcome;
      if (!outcome) this.approve(connection);
      else if (outcome.state === "PENDING_PEER") this.approve(connection, outcome.stateInfo);
      else this.move(connection, outcome.state as PeeringConnectionState, outcome.stateInfo);
    });
  }

  /** Makes Aiven's connection, and says what the customer needs to know, or what is given instead. */
  private approve(connection: PeeringConnection, given?: PeeringConnection["stateInfo"]): void {
    const { vpc, peerAzureAppId, peerAzureTenantId } = connection;
    if (this.executor.isPeering(vpc, peerNetworkId(connection))) {
      // assumed: Aiven waits while Azure is busy with another peering of the network
      this.clock.at(this.clock.now() + PATIENCE, () => {
        if (connection.state === "APPROVED") this.approve(connection, given);
      });
      return;
    }
    try {
      this.executor.requireMultiTenant(peerAzureAppId);
      this.executor.createPeering(vpc, peerAzureTenantId, peerNetworkId(connection));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // assumed: Aiven's wording; it always gives a message and a type
      this.move(connection, "INVALID_SPECIFICATION", { message: error.message, type: error.code });
      return;
    }
    this.executor.admit(peerAzureAppId, vpc, () => alive(connection));
    const hints = {
      message: "VNet peering pending setup of the peering in the user's Azure account",
      "to-network-id": this.executor.networkId(vpc),
      "to-tenant-id": AIVEN_TENANT_ID,
      type: "pending-peer",
    };
    this.move(connection, "PENDING_PEER", given === undefined ? hints : given);
    this.look(connection);
    this.refresh(connection);
  }

  private look(connection: PeeringConnection): void {
    this.clock.at(this.clock.now() + seconds(this.settings.aiven.poll), () => {
      if (!alive(connection)) return;
      const state = this.executor.peering(connection.vpc, peerNetworkId(connection))?.properties.peeringState;
      if (connection.state === "PENDING_PEER" && state === "Connected") {
        this.move(connection, "ACTIVE", this.settings.stateInfoSurvivesActive ? connection.stateInfo : null);
      }
      // assumed: without the customer's peering Aiven says so at its next look
      if (state === "Disconnected" || state === undefined) {
        this.move(connection, "DELETED_BY_PEER", {
          message: "VNet peering was deleted by the user",
          type: "deleted-by-peer",
        });
        return;
      }
      this.look(connection);
    });
  }

  private refresh(connection: PeeringConnection): void {
    this.clock.at(this.clock.now() + seconds(this.settings.aiven.refresh), () => {
      if (!alive(connection)) return;
      try {
        this.executor.syncPeering(connection.vpc, connection.peerAzureTenantId, peerNetworkId(connection));
      } catch (error) {
        // assumed: what Azure refuses here changes nothing, and is tried again the next time
        if (!(error instanceof ApiError)) throw error;
      }
      this.refresh(connection);
    });
  }

  private move(
    connection: PeeringConnection,
    state: PeeringConnectionState,
    info: PeeringConnection["stateInfo"],
  ): void {
    connection.state = state;
    connection.stateInfo = info;
  }
}

const alive = ({ state }: PeeringConnection): boolean => state === "PENDING_PEER" || state === "ACTIVE";
