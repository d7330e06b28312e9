import type { Section } from "../../report/report";
import type { Examination } from "../examination";

export async function directorySection(_examination: Examination): Promise<Section> {
  return Promise.resolve({ title: "Microsoft Entra", lines: [] });
}
