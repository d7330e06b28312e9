import { CloudError } from "../clouds/cloud-error";
import type { Line } from "./report";

/** What whoever is signed in may not see is unknown, and the rest is looked at all the same. */
export async function lookAt(looked: string, look: () => Promise<Line | readonly Line[]>): Promise<readonly Line[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 403) throw error;
    return [{ looked, verdict: "unknown", found: error.message, remedy: error.remedy }];
  }
}
