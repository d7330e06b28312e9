import type { PeeringConnection } from "../../clouds/aiven/peering-connection";
import type { Diagnostic } from "../../protocol/diagnostics";
import { stateInfoOf } from "./azure-peering";

type Known = Pick<PeeringConnection, "state" | "stateInfo">;

/** What is made of a state: the connection is there, it is waited for, or it has come to nothing. */
export type Verdict =
  { readonly outcome: "settled" } | { readonly outcome: "pending" | "failed"; readonly text: string };

const PENDING = "resource is not in the desired state";
const FAILED = "resource reached a failed state";

/**
 * https://github.com/aiven/terraform-provider-aiven/pull/3074 (`PeeringRefreshStateCheck`). A state that it does not know is waited for, too.
 */
export function verdictOf(connection: Known): Verdict {
  const { state } = connection;
  const pairs = Object.entries(stateInfoOf(connection)).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const detail = pairs.length > 0 ? `; state_info: ${pairs.sort().join(", ")}` : "";
  const pending = (why: string): Verdict => ({ outcome: "pending", text: `${PENDING}: ${why}${detail}` });
  const failed = (why: string): Verdict => ({ outcome: "failed", text: `${FAILED}: ${why}${detail}` });
  switch (state) {
    case "ACTIVE":
    case "PENDING_PEER":
      return { outcome: "settled" };
    case "APPROVED":
    case "APPROVED_PEER_REQUESTED":
      return pending(`VPC peering connection is still in transient state "${state}"`);
    case "DELETED":
    case "DELETING":
      return failed("VPC peering connection was deleted and cannot become active");
    case "DELETED_BY_PEER":
      return failed("peer cloud resource was deleted");
    case "REJECTED_BY_PEER":
      return failed("VPC peering connection request was rejected by the peer");
    case "INVALID_SPECIFICATION":
      return failed("VPC peering connection specification is invalid");
    case "ERROR":
      return failed("VPC peering connection reached ERROR");
    default:
      return pending(`unknown VPC peering connection state "${String(state)}"`);
  }
}

/** Said whenever a connection that waits for the other side is read. */
export function pendingPeerWarning({ stateInfo }: Known): Diagnostic {
  const { message, type } = stateInfo ?? {};
  const said = [message, type && `"type":${JSON.stringify(type)}`].filter((part) => part).join("\n ");
  return {
    severity: "warning",
    summary: "Azure VPC peering setup is incomplete",
    detail:
      "Aiven created the peering connection, but it will not become active until the peer setup is completed in Azure." +
      (said ? ` State information: ${said}` : ""),
  };
}
