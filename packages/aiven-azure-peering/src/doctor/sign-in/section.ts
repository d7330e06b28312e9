import type { Section } from "../../report/report";
import type { Examination } from "../examination";
import { modeLine } from "./mode";
import { tenantLines } from "./tenant";
import { tokenLines } from "./token";

/** How Terraform is signed in to Azure, and whether the application can sign in beside it. */
export async function signInSection(examination: Examination): Promise<Section> {
  // where Microsoft Entra refuses this, there is nothing more to look at
  const who = await examination.clouds.whoIsSignedIn();
  const lines = [modeLine(who, examination), ...tenantLines(who, examination), ...(await tokenLines(examination))];
  return { title: "Signing in", lines };
}
