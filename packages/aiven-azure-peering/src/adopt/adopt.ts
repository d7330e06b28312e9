import type { Clouds } from "../clouds/clouds";
import type { Line } from "../report/report";
import type { DescribedStack } from "./described";
import { find, type Wanted } from "./find";
import { type Core, installation } from "./modules";
import { programOf } from "./program";
import { inPython } from "./python";
import { inTypeScript } from "./typescript";

/** The languages in which the app is printed. */
export const LANGUAGES = { typescript: inTypeScript, python: inPython };

export type Language = keyof typeof LANGUAGES;

export interface AdoptOptions extends Omit<Wanted, "azurermLists"> {
  readonly language: Language;
  readonly core: Core;
}

export interface Adopted {
  readonly lines: readonly Line[];
  /** The app that describes what can be adopted, if anything can. */
  readonly code?: string;
}

/** Looks at a peering that was made by hand, and writes the app that takes it over. */
export async function adopt(clouds: Clouds, options: AdoptOptions, now = new Date()): Promise<Adopted> {
  // CDK Terrain's azurerm is 5.x
  const { lines, stack } = await find(clouds, { ...options, azurermLists: options.core === "cdktf" }, now);
  return stack === undefined ? { lines } : { lines, code: write(stack, options) };
}

function write(stack: DescribedStack, { language, core }: AdoptOptions): string {
  const halves = 2 * stack.peerings.reduce((sum, { links }) => sum + links.length, 0);
  const option = language === "python" ? "import_existing" : "importExisting";
  const heading = [
    "A peering that exists, taken over as it is.",
    "",
    `  ${installation(core)[language]}`,
    `  ${core} diff     # must say ${halves} to import and 0 to destroy`,
    `  ${core} deploy   # after it ${option} may go or stay`,
  ];
  return LANGUAGES[language](programOf(stack, core, heading));
}
