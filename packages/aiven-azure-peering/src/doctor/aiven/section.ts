import { lookAt } from "../../report/look-at";
import type { Line, Section } from "../../report/report";
import type { Examination } from "../examination";
import { editLines, projectLine, tokenLine } from "./account";
import { cloudLines, rangeLines, vpcLine } from "./vpc";

type Check = (examination: Examination) => Line | readonly Line[] | Promise<Line | readonly Line[]>;

const CHECKS: readonly (readonly [looked: string, check: Check])[] = [
  ["right to edit the project", editLines],
  ["VPC", vpcLine],
  ["cloud", cloudLines],
  ["range of the VPC", rangeLines],
];

/** Aiven's side: the token, the project, and the VPC. */
export async function aivenSection(examination: Examination): Promise<Section> {
  const lines: Line[] = [...(await lookAt("token of Aiven", () => tokenLine(examination)))];
  const project = await lookAt("project", async () => projectLine(examination));
  lines.push(...project);
  if (project.every(({ verdict }) => verdict === "ok")) {
    for (const [looked, check] of CHECKS) lines.push(...(await lookAt(looked, async () => check(examination))));
  }
  return { title: "Aiven", lines };
}
