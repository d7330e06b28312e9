import type { PeeringConnection } from "../../clouds/aiven/peering-connection";
import type { Diagnostic } from "../../protocol/diagnostics";

type Known = Pick<PeeringConnection, "state" | "stateInfo">;

/** States at which creation stops waiting. ERROR and APPROVED_PEER_REQUESTED are in neither list: they break the wait. */
export const SETTLED = [
  "ACTIVE",
  "REJECTED_BY_PEER",
  "PENDING_PEER",
  "INVALID_SPECIFICATION",
  "DELETING",
  "DELETED",
  "DELETED_BY_PEER",
];

/** States deletion waits in. */
export const DELETABLE = [
  "ACTIVE",
  "APPROVED",
  "APPROVED_PEER_REQUESTED",
  "DELETING",
  "INVALID_SPECIFICATION",
  "PENDING_PEER",
  "REJECTED_BY_PEER",
  "DELETED_BY_PEER",
];

/** What the provider says about the state a new connection arrived at; a warning is a success. */
export function diagnosticOf({ state, stateInfo }: Known): Diagnostic | undefined {
  const pairs = pairsOf(stateInfo);
  switch (state) {
    case "ACTIVE":
      return undefined;
    case "PENDING_PEER":
      return {
        severity: "warning",
        summary:
          "Aiven platform has created a connection to the specified peer successfully in the cloud, but the connection " +
          "is not active until the user completes the setup in their cloud account. The steps needed in the user cloud " +
          `account depend on the used cloud provider. Find more in the state info: ${pairs}`,
      };
    case "DELETED":
    case "DELETING":
      return {
        summary:
          "A user has deleted the peering connection through the Aiven Terraform provider, or Aiven Web Console or " +
          "directly via Aiven API. There are no transitions from this state",
      };
    case "DELETED_BY_PEER":
      return {
        summary: "A user deleted the peering cloud resource in their account. There are no transitions from this state",
      };
    case "REJECTED_BY_PEER":
      return { summary: `VPC peering connection request was rejected, state info: ${pairs}` };
    case "INVALID_SPECIFICATION":
      return { summary: `VPC peering connection cannot be created, more in the state info: ${pairs}` };
    default:
      return { summary: `Unknown VPC peering connection state: ${state}` };
  }
}

/** The message first, then the other pairs, each on a line of its own. */
function pairsOf(info: PeeringConnection["stateInfo"]): string {
  if (!info) return "";
  const { message = "", ...rest } = info;
  return (
    (message ?? "%!s(<nil>)") +
    Object.entries(rest)
      .map(([key, value]) => `\n ${JSON.stringify(key)}:${value === null ? "`<nil>`" : JSON.stringify(value)}`)
      .join("")
  );
}
