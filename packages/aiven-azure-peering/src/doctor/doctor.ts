import type { Context } from "../report/command";
import type { Report } from "../report/report";
import { findVpc } from "../subject/halves";
import { aivenSection } from "./aiven/section";
import { directorySection } from "./directory/section";
import type { Examination } from "./examination";
import { networkSection } from "./network/section";
import { planOf } from "./plan";
import { signInSection } from "./sign-in/section";

/** Whether an apply would go through: what it needs, and what it would run into. */
export async function examine({ subject, options, clouds, env, progress }: Context): Promise<Report> {
  const plan = planOf({ subject, options });
  progress("looking at the sign-in");
  const signIn = await signInSection({ plan, clouds, env });
  progress("looking at Microsoft Entra");
  const directory = await directorySection({ plan, clouds, env });
  progress("looking at Aiven");
  const vpc = await findVpc(plan, clouds);
  const examination: Examination = { plan, clouds, env, vpc };
  const sections = [signIn, directory, await aivenSection(examination)];
  for (const network of plan.networks) {
    progress(`looking at ${network.id ?? network.link ?? "a virtual network"}`);
    sections.push(await networkSection(network, examination));
  }
  return { sections: sections.filter(({ lines }) => lines.length > 0) };
}
