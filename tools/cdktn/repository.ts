import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../folder";
import { installCdktn } from "./dependencies";
import { manifestOnCdkTerrain } from "./manifest";
import {
  codeOnCdkTerrain,
  libraryOnCdkTerrain,
  pageOnCdkTerrain,
  pythonOnCdkTerrain,
  requirementsOnCdkTerrain,
} from "./names";
import { GENERATOR, RELEASES } from "./releases";

/** The repository as it is for CDK Terrain, beside what else is made. */
export const NATIVE = join(ROOT, "dist/cdktn");
const INSTALLED = join(ROOT, "dist/cdktn-installed");

/** What is made, and what is about making this copy. */
const LEFT_OUT = [
  /^(node_modules|\.git|\.github|build|dist|published|cdktf\.out|coverage|\.jsii(\.gz)?|.*\.tgz|API\.md|docs\/api)(\/|$)/,
  /^packages\/cdktf-provider-aiven\/(src|lib|\.jsii(\.gz)?)(\/|$)/,
  /^packages\/[^/]+\/(build|node_modules)(\/|$)/,
  /(^|\/)\.(bindings-[^/]*|terraform)(\/|$)/,
  /^(tools|__tests__\/release)\/cdktn(\/|$)/,
  /^tools\/examples\.ts$/,
  /^scripts\/(build-cdktn|test-cdktn|test-consumers|test-languages|example|write-examples|package)\.ts$/,
  /^__tests__\/release\/(releasing|published)\.test\.ts$/,
  // The command knows neither core; its other tests show that it reads the stacks of both.
  /^packages\/aiven-azure-peering\/__tests__\/(adopt|deploy|init)(\/|$)/,
];

/** What is another value with azurerm 5, which the bindings for CDK Terrain are of. */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  "lib/access/resource-provider-access.ts": [
    "LISTS_RESOURCE_PROVIDERS: boolean = true",
    "LISTS_RESOURCE_PROVIDERS: boolean = false",
  ],
  "packages/simulated-clouds/src/clouds/settings.ts": ["azurermMajor: 4,", "azurermMajor: 5,"],
};

/** These are about both. */
const PAGES_ABOUT_BOTH = /^(docs\/(cdk-terrain|versions)|RELEASING|SECURITY)\.md$/;

/** The command is one for both cores, but its tests look at stacks; the simulated clouds are no package for either. */
const OF_NEITHER = /^packages\/(aiven-azure-peering\/(?!__tests__\/)|simulated-clouds\/package\.json$)/;

/** A file of this repository as it is for CDK Terrain; what is no text about CDKTF stays as it is. */
export function fileOnCdkTerrain(file: string, content: string, azurerm: 4 | 5 = 5): string {
  if (OF_NEITHER.test(file)) return content;
  const value = (text: string) => (azurerm === 5 ? valueOf(file, text) : text);
  if (/^(packages\/[^/]+\/)?package\.json$/.test(file)) return manifestOnCdkTerrain(content);
  if (file.startsWith("lib/")) return value(libraryOnCdkTerrain(content));
  if (file.endsWith(".md")) return PAGES_ABOUT_BOTH.test(file) ? content : pageOnCdkTerrain(content);
  if (file.endsWith(".py")) return pythonOnCdkTerrain(content);
  if (file.endsWith("requirements.txt")) return requirementsOnCdkTerrain(content);
  const isCode = /\.(ts|js|cjs|mjs|json)$/.test(file) && !/^(schemas\/|package-lock)/.test(file);
  return isCode ? value(codeOnCdkTerrain(content)) : content;
}

function valueOf(file: string, content: string): string {
  const [from, to] = VALUES[file] ?? ["", ""];
  if (!content.includes(from))
    throw new Error(`${file} does not say "${from}" any more; see tools/cdktn/repository.ts`);
  return content.replace(from, to);
}

/**
 * Writes the repository for CDK Terrain, with all that it needs to be built and tested. What has not changed stays untouched.
 *
 * @param azurerm whose defaults it has: with 4 it is for the tests of what azurerm 4 needs, and is not what is published
 * @returns the packages that are installed there, as npm was asked for them
 */
export async function writeNative(azurerm: 4 | 5 = 5): Promise<Readonly<Record<string, string>>> {
  const installed = await installCdktn(INSTALLED);
  const sources = filesOf("");
  for (const file of sources) write(file, azurerm);
  // What is gone here is gone there; what is made there stays, so that it is made again only where its inputs are others.
  const known = new Set(sources);
  for (const file of filesOf("", NATIVE)) if (!known.has(file)) rmSync(join(NATIVE, file));
  linkModules(join(INSTALLED, "node_modules"));
  return installed;
}

function filesOf(folder: string, root = ROOT): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (LEFT_OUT.some((each) => each.test(file)) || /^tsconfig\.jsii|\.tsbuildinfo$/.test(file)) return [];
    return entry.isDirectory() ? filesOf(file, root) : [file];
  });
}

function write(file: string, azurerm: 4 | 5): void {
  const [from, to] = [join(ROOT, file), join(NATIVE, file)];
  const bytes = readFileSync(from);
  const content = bytes.includes(0) ? bytes : Buffer.from(fileOnCdkTerrain(file, bytes.toString("utf8"), azurerm));
  if (existsSync(to) && readFileSync(to).equals(content)) return;
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content, { mode: statSync(from).mode });
}

/** This repository's own dependencies, apart from CDKTF and what hangs on it. */
function linkModules(installed: string): void {
  const modules = join(NATIVE, "node_modules");
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(modules);
  const link = (from: string, name: string) => {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(from, join(modules, name), "junction");
  };
  const ours = join(ROOT, "node_modules");
  const foreign = /^(\.cache|\.package-lock\.json|cdktf|cdktf-provider-aiven|simulated-clouds|constructs|@cdktn)$/;
  for (const name of readdirSync(ours).filter((each) => !foreign.test(each))) link(join(ours, name), name);
  for (const name of [...Object.keys(RELEASES), ...Object.keys(GENERATOR)]) link(join(installed, name), name);
  link(join(NATIVE, "packages/cdktf-provider-aiven"), "cdktn-provider-aiven");
  link(join(NATIVE, "packages/simulated-clouds"), "simulated-clouds");
}
