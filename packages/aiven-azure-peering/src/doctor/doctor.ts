import type { AivenVpc } from "../clouds/aiven";
import { CloudError } from "../clouds/cloud-error";
import type { Clouds } from "../clouds/clouds";
import type { Context } from "../report/command";
import type { Report, Section } from "../report/report";
import { findVpc } from "../subject/peerings";
import { aivenSection } from "./aiven/section";
import { directorySection } from "./directory/section";
import type { Examination } from "./examination";
import { networkSection } from "./network/section";
import { planOf, type Plan } from "./intent";
import { signInSection } from "./sign-in/section";

/** Whether an apply would go through: what it needs, and what it would run into. */
export async function examine({ subject, options, clouds, env, progress }: Context): Promise<Report> {
  const plan = planOf({ subject, options });
  progress("looking for the VPC");
  const examination: Examination = { plan, clouds, env, vpc: await seenVpc(plan, clouds) };
  const sections: Section[] = [];
  for (const [what, look] of SECTIONS) {
    progress(`looking at ${what}`);
    sections.push(await look(examination));
  }
  for (const network of plan.networks) {
    progress(`looking at ${network.id ?? network.link ?? "a virtual network"}`);
    sections.push(await networkSection(network, examination));
  }
  return { sections: sections.filter(({ lines }) => lines.length > 0) };
}

const SECTIONS = [
  ["the sign-in", signInSection],
  ["Microsoft Entra", directorySection],
  ["Aiven", aivenSection],
] as const;

/** Undefined too where there is no such project, or not for whoever asks: Aiven's section says that. */
async function seenVpc(plan: Plan, clouds: Clouds): Promise<AivenVpc | undefined> {
  try {
    return await findVpc(plan, clouds);
  } catch (error) {
    if (error instanceof CloudError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}
