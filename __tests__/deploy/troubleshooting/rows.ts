import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import type { Outcome } from "simulated-clouds";
import {
  type AzurePeeringProviderName,
  isPrinted,
  type Row,
} from "../../../packages/aiven-azure-peering/src/troubleshooting/row";
import { type Section, SECTIONS } from "../../../packages/aiven-azure-peering/src/troubleshooting/rows";

export const { AZURERM, AZAPI } = AzurePeeringProvider;

/** Expects that Terraform has printed one of the row's texts. */
type Prints = (outcome: Outcome) => void;

/** Brings a row's texts about on the simulated clouds, then does what its remedy says, until the peering is active or nothing is left. */
type Trial = (prints: Prints) => Promise<void>;
type Trials = Readonly<Record<AzurePeeringProviderName, Trial>>;

/** A row with a remedy for each provider has a trial for each; any other may have. */
type TrialsOf<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends { readonly remedy: string } ? Trial | Trials : Trials;
};

/** Tries each row of a section; the compiler finds one that has no trial. */
export function tryRows<S extends Section>(section: S, trials: TrialsOf<(typeof SECTIONS)[S]>): void {
  const rows: Readonly<Record<string, Row>> = SECTIONS[section];
  describe(section, () => {
    for (const [name, trial] of Object.entries<Trial | Trials>(trials)) {
      const row = rows[name];
      if (typeof trial === "function") test(name, () => tryRow(row, trial));
      else test.each(Object.entries<Trial>(trial))(`${name}, through %s`, (_, each) => tryRow(row, each));
    }
  });
}

/** Every text of the row must be printed, or the page shows one that nobody sees; of a row that varies, one. */
async function tryRow({ texts, varies }: Row, trial: Trial): Promise<void> {
  const unseen = new Set(texts);
  await trial(({ text: printed }) => {
    const found = texts.filter((text) => isPrinted(text, printed));
    if (found.length === 0) throw new Error(`none of ${texts.join(", ")} is in what Terraform printed: ${printed}`);
    for (const each of found) unseen.delete(each);
  });
  expect(varies ? unseen.size : [...unseen]).toEqual(varies ? texts.length - 1 : []);
}

/** The same trial through either provider. */
export const throughBoth = (trial: (azurePeeringProvider: AzurePeeringProvider) => Trial): Trials => ({
  azurerm: trial(AZURERM),
  azapi: trial(AZAPI),
});
