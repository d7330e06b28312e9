import { RELEASES } from "./releases";

type Names = readonly (readonly [cdktf: RegExp, cdktn: string])[];

/** The name of CDK Terrain for each of CDKTF's, in code and in what is said of it. */
const NAMES: Names = [
  [/@cdktf\/(provider-|commons\b)/g, "@cdktn/$1"],
  // The folder in this repository keeps its name.
  [/(?<!packages\/)\bcdktf-provider-aiven\b/g, "cdktn-provider-aiven"],
  // So do the repository, and the organisation that it belongs to.
  [
    /(?<!github\.com\/|github\.com\/cdktf-aiven-azure-peering\/|io\.github\.)\bcdktf-aiven-azure-peering\b/g,
    "cdktn-aiven-azure-peering",
  ],
  [/(["'`])cdktf\1/g, "$1cdktn$1"],
  [/(?<![\w./-])cdktf (deploy|destroy|diff|synth)\b/g, "cdktn $1"],
];

const IN_PYTHON: Names = [
  [/\bcdktf_cdktf_provider_/g, "cdktn_provider_"],
  [/\bcdktf_(aiven_azure_peering|provider_aiven)\b/g, "cdktn_$1"],
  [/^from cdktf import/gm, "from cdktn import"],
];

/** The names that stand in text alone; `cdktf.json` and `cdktf.out` are called that in CDK Terrain too. */
const IN_TEXT: Names = [
  [/\/cdktf-\*/g, "/cdktn-*"],
  [/\bcdktf-cli\b(@0\.\d+)?/g, "cdktn-cli"],
  [/https:\/\/developer\.hashicorp\.com\/terraform\/cdktf\b/g, "https://cdktn.io"],
  [/(?<![\w./-])cdktf(?![\w./-])/g, "cdktn"],
  [/\bCDKTF\b(?!_)/g, "CDK Terrain"],
];

/** What a page says of CDKTF and not of its successor. */
const OF_CDKTF_ONLY = /<!-- cdktf only -->[\s\S]*?<!-- \/cdktf only -->\s*/g;

const renamed = (text: string, names: Names): string =>
  names.reduce((done, [name, other]) => done.replace(name, other), text);

/** Code that is written for CDKTF, as CDK Terrain's users write it: only names differ. */
export const codeOnCdkTerrain = (code: string): string => renamed(code, NAMES);

/** Code whose messages and comments speak of the core too. */
export const libraryOnCdkTerrain = (code: string): string =>
  codeOnCdkTerrain(code).replace(/(?<![\w./`@-])cdktf(?![\w./-])/g, "cdktn");

export const pythonOnCdkTerrain = (code: string): string => renamed(codeOnCdkTerrain(code), IN_PYTHON);

/** A page for users. */
export const pageOnCdkTerrain = (page: string): string =>
  renamed(pythonOnCdkTerrain(page.replace(OF_CDKTF_ONLY, "")), IN_TEXT);

/** What pip installs: other packages have other releases. */
export const requirementsOnCdkTerrain = (requirements: string): string =>
  requirements
    .replace(/^cdktf~=.*$/m, `cdktn~=${RELEASES.cdktn.version}`)
    .replace(
      /^cdktf-cdktf-(provider-\w+)~=.*$/gm,
      (_, name: string) => `cdktn-${name}~=${RELEASES[`@cdktn/${name}`].version}`,
    )
    .replace(/^cdktf-/gm, "cdktn-");
