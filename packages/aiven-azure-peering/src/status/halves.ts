import type { Context } from "../report/command";
import type { Section } from "../report/report";
import type { SubjectNetwork } from "../subject/subject";

/** Both halves of the peering with one network. */
export async function halvesOf(network: SubjectNetwork, { clouds }: Context): Promise<Section> {
  const title = network.id ?? network.link ?? "virtual network";
  const halves = network.id === undefined ? [] : await clouds.arm.peerings(network.id);
  return {
    title,
    lines: halves.map(({ name, properties }) => ({
      looked: `half ${name}`,
      verdict: properties.peeringState === "Connected" ? "ok" : "failed",
      found: properties.peeringState ?? "unknown",
    })),
  };
}
