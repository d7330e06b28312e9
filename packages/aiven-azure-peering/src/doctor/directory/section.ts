import { lookAt } from "../../report/look-at";
import type { Line, Section } from "../../report/report";
import type { Examination } from "../examination";
import { aivenPrincipalLine } from "./aiven-principal";
import { applicationLines } from "./application";
import { createLine } from "./right-to-create";
import { secretsLine } from "./policy-for-secrets";
import { trustLines } from "./trust";

type Check = (examination: Examination) => Promise<Line | readonly Line[]>;

const CHECKS: readonly (readonly [looked: string, check: Check])[] = [
  ["right to create applications", createLine],
  ["Aiven's principal", aivenPrincipalLine],
  ["application", applicationLines],
  ["trust in the pipeline", trustLines],
  ["policy for secrets", secretsLine],
];

/** The application that peers, Aiven's principal, and whether the stack may make what is not there. */
export async function directorySection(examination: Examination): Promise<Section> {
  const lines: Line[] = [];
  for (const [looked, check] of CHECKS) lines.push(...(await lookAt(looked, () => check(examination))));
  return { title: "Microsoft Entra", lines };
}
