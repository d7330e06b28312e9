import type { ApiType } from "./assembly";

/** Where the pages of the API reference are. */
export const API_FOLDER = "docs/api";

const TITLES: Readonly<Record<string, string>> = {
  peering: "The peering",
  network: "The virtual network",
  vpc: "Aiven's VPC",
  identity: "The peering application",
  access: "Rights on the virtual network",
  probe: "The connectivity probe",
};

/** The pages in the order of their index. */
export const PAGES = Object.keys(TITLES);

/**
 * The page that a type is on: its room in `lib`, or the peering's for what lies in none, and for the providers that every construct takes.
 *
 * @throws if the room has no page
 */
export function pageOf({ name, locationInModule: { filename } }: ApiType): string {
  const [, room = ""] = /^lib\/(?:([^/]+)\/)?[^/]+$/.exec(filename) ?? [];
  const page = room === "" || room === "terraform" ? "peering" : room;
  if (!(page in TITLES)) throw new Error(`${name}: ${filename}: this room has no page in tools/api-pages.ts`);
  return page;
}

export const title = (page: string): string => TITLES[page];
