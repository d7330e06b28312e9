/** One thing that stops a deployment, or that Terraform warns of, and the way on from there. */
export interface Row {
  /** What Terraform prints, `…` for what differs each time; more than one where the same cause shows in several ways. Not Markdown. */
  readonly texts: readonly string[];
  /** When or where that is printed, as Markdown to follow the texts. @default - the texts say it */
  readonly where?: string;
  /** As Markdown. */
  readonly cause: string;
  /** What to do, as Markdown; one for each provider of Azure's peering, where they differ. */
  readonly remedy: string | Readonly<Record<AzurePeeringProviderName, string>>;
  /**
   * The commands of the remedy, as one types them; `…` for what differs each time.
   *
   * @default - it has none, or they depend on the cause
   */
  readonly commands?: Commands | Readonly<Record<AzurePeeringProviderName, Commands>>;
  /** That Terraform prints one of the texts, but not the same in each run. @default false */
  readonly varies?: true;
  /** The provider of Azure's peering with which this happens. @default - either */
  readonly through?: AzurePeeringProviderName;
}

/** In this order. */
export type Commands = readonly string[];

/** The Terraform providers that can create Azure's peering. */
export type AzurePeeringProviderName = "azurerm" | "azapi";

/** Whether something that Terraform printed holds one of a row's texts, however it was wrapped. */
export const isPrinted = (text: string, printed: string): boolean => patternOf(text).test(unwrapped(printed));

/** Terraform wraps what it prints where a line is full, and draws a line beside it. */
const unwrapped = (printed: string) => printed.replace(/[\s│╷╵]+/g, " ");

function patternOf(text: string): RegExp {
  const parts = text.split(/\s*…\s*/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".*"));
}

const DOCUMENTATION = "https://github.com/cdktf-aiven-azure-peering/cdktf-aiven-azure-peering/blob/main/docs/";

/** What to do, for a terminal: without Markdown's links and emphasis. */
export function remedyOf({ remedy }: Row, provider: AzurePeeringProviderName = "azurerm"): string {
  return plain(typeof remedy === "string" ? remedy : remedy[provider]);
}

/** Why, for a terminal. */
export const causeOf = ({ cause }: Row): string => plain(cause);

/** Links of the rows are relative to the folder of the page that is made of them. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, text: string, target: string) => `${text} (${DOCUMENTATION}${target})`)
    .replace(/(?<!\w)_([^_`]+)_(?!\w)/g, "$1");
