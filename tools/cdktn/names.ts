/** The name of CDK Terrain for each of CDKTF's, in code and in what is said of it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/@cdktf\/provider-(azurerm|azuread|time)\b/g, "@cdktn/provider-$1"],
  // The folder in this repository keeps its name.
  [/(?<!packages\/)\bcdktf-provider-aiven\b/g, "cdktn-provider-aiven"],
  // So do the repository, and the organisation that it belongs to.
  [
    /(?<!github\.com\/|github\.com\/cdktf-aiven-azure-peering\/|io\.github\.)\bcdktf-aiven-azure-peering\b/g,
    "cdktn-aiven-azure-peering",
  ],
  [/(["'`])cdktf\1/g, "$1cdktn$1"],
];

/** The names that stand in text alone; `cdktf.json` and `cdktf.out` are called that in CDK Terrain too. */
const NAMES_IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\bcdktf-cli\b/g, "cdktn-cli"],
  [/(?<![\w./-])cdktf(?![\w./-])/g, "cdktn"],
  [/\bCDKTF\b(?!_)/g, "CDK Terrain"],
];

/** The page is about both, so it keeps their names. */
const OF_CDKTF_ONLY = /<!-- cdktf only -->[\s\S]*?<!-- \/cdktf only -->\n*/g;

const renamed = (text: string, names: typeof NAMES): string =>
  names.reduce((done, [name, other]) => done.replace(name, other), text);

/** Code that is written for CDKTF, as CDK Terrain's users write it: only names differ. */
export const toCdkTerrain = (code: string): string => renamed(code, NAMES);

/** Code whose messages and comments speak of CDK Terrain as well. */
export const libraryToCdkTerrain = (code: string): string => renamed(toCdkTerrain(code), NAMES_IN_TEXT.slice(1, 2));

/** A page for users. */
export const pageToCdkTerrain = (page: string): string =>
  renamed(toCdkTerrain(page.replace(OF_CDKTF_ONLY, "")), NAMES_IN_TEXT);
