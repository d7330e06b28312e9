import type { Section } from "../../report/report";
import type { Examination } from "../examination";
import type { PlannedNetwork } from "../plan";

export async function networkSection(network: PlannedNetwork, _examination: Examination): Promise<Section> {
  return Promise.resolve({ title: network.id ?? network.link ?? "a virtual network", lines: [] });
}
