import type { AzurePeeringProviderName, Row } from "./row";

const DOCUMENTATION = "https://github.com/cdktf-aiven-azure-peering/cdktf-aiven-azure-peering/blob/main/docs/";

/** What to do, as a row has it, for a terminal: without Markdown's links and slanted words. */
export function remedyOf({ remedy }: Row, maker: AzurePeeringProviderName = "azurerm"): string {
  return plain(typeof remedy === "string" ? remedy : remedy[maker]);
}

/** Why, for a terminal. */
export const causeOf = ({ cause }: Row): string => plain(cause);

/** Links of the rows are relative to the folder of the page that is made of them. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, text: string, target: string) => `${text} (${DOCUMENTATION}${target})`)
    .replace(/(?<!\w)_([^_`]+)_(?!\w)/g, "$1");
