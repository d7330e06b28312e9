import type { Context } from "../report/command";
import type { Report } from "../report/report";
import { halvesOf } from "./halves";

/** How the peering is: what both clouds say of it. */
export async function statusOf(context: Context): Promise<Report> {
  const networks = [];
  for (const network of context.subject.networks) networks.push(await halvesOf(network, context));
  return { sections: networks };
}
