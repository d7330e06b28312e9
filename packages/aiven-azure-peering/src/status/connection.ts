import type { Line } from "../report/report";
import { PEERINGS } from "../troubleshooting/peerings";
import { NETWORKS } from "../troubleshooting/networks";
import { causeOf, remedyOf } from "../troubleshooting/terminal";
import { textIn, type Sides } from "../subject/peerings";

const LOOKED = "Aiven's connection";

/** How Aiven's connection is, by the state that Aiven gives it. https://aiven.io/docs/platform/howto/vnet-peering-azure */
export function connectionLine({ aiven, azure }: Sides): Line {
  const is = (verdict: Line["verdict"], found: string, remedy?: string): Line => ({
    looked: LOOKED,
    verdict,
    found,
    remedy,
  });
  if (!aiven) return azure ? leftAlone : is("failed", "there is none", "`terraform apply`");
  const said = textIn(aiven.state_info, "message");
  const state = (why: string): string => [aiven.state, why, said && `Aiven says: ${said}`].filter(Boolean).join(": ");
  switch (aiven.state) {
    case "ACTIVE":
      return is("ok", "ACTIVE");
    case "APPROVED":
      return is("warning", state("Aiven is about to make it"), "look again in a minute");
    case "APPROVED_PEER_REQUESTED":
    case "ERROR":
      return is("failed", state("Aiven did not come to the end of it"), "`terraform apply` asks again");
    case "PENDING_PEER":
      if (azure?.properties.peeringState !== "Connected")
        return is("warning", state("Aiven waits for Azure's peering"));
      return is("warning", `PENDING_PEER: ${causeOf(PEERINGS["not found yet"])}`, remedyOf(PEERINGS["not found yet"]));
    case "DELETED_BY_PEER":
      return is(
        "failed",
        state(causeOf(PEERINGS["Azure's peering deleted"])),
        remedyOf(PEERINGS["Azure's peering deleted"]),
      );
    case "REJECTED_BY_PEER":
      return is("failed", state(causeOf(PEERINGS["Aiven refused later"])), remedyOf(PEERINGS["Aiven refused later"]));
    case "INVALID_SPECIFICATION":
      return is("failed", state(causeOf(NETWORKS["Aiven could not peer"])), remedyOf(NETWORKS["Aiven could not peer"]));
    case "DELETING":
    case "DELETED":
      return is("warning", state("it is being removed"), "look again in a minute");
    default:
      return is("unknown", state("this command does not know that state"), "look at the VPC in Aiven's console");
  }
}

/** Azure's peering without Aiven's. */
const leftAlone: Line = {
  looked: LOOKED,
  verdict: "failed",
  found: `there is none: ${causeOf(PEERINGS["half a peering"])}`,
  remedy: remedyOf(PEERINGS["half a peering"]),
};
