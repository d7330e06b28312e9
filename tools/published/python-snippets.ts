import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** What jsii writes down of a package, as far as Python's names for it need. */
interface Assembly {
  readonly targets: { readonly python: { readonly module: string } };
  readonly types?: Readonly<Record<string, { readonly name: string; readonly namespace?: string }>>;
}

interface Tablet {
  readonly snippets: Readonly<Record<string, { readonly translations: { readonly python?: { source: string } } }>>;
}

const IMPORT = /^from ([\w.]+) import (.+)$/;

/**
 * Corrects what jsii-rosetta has translated: it takes a submodule for its name in TypeScript, and a struct for a module. Each name is imported
 * from the module that has it.
 *
 * @param tablet - the file with the translations
 * @param packages - the folders of the packages that the snippets import
 */
export function correctImports(tablet: string, packages: readonly string[]): void {
  const assemblies = packages.map(assemblyIn);
  const content = JSON.parse(readFileSync(tablet, "utf8")) as Tablet;
  for (const { translations } of Object.values(content.snippets)) {
    if (translations.python) translations.python.source = corrected(translations.python.source, assemblies);
  }
  writeFileSync(tablet, JSON.stringify(content));
}

/** A snippet in Python whose imports are right, sorted, and one for each module. */
export function corrected(snippet: string, assemblies: readonly Assembly[]): string {
  const names = new Map<string, Set<string>>();
  const rest = snippet.split("\n").filter((line) => {
    const [, from, imported] = IMPORT.exec(line) ?? [];
    if (from === undefined || imported === undefined) return true;
    for (const name of imported.split(", ")) {
      const module = moduleOf(name, from, assemblies);
      names.set(module, (names.get(module) ?? new Set()).add(name));
    }
    return false;
  });
  const imports = [...names].map(([module, all]) => `from ${module} import ${[...all].sort().join(", ")}`);
  return [...imports.sort(), ...rest].join("\n");
}

function moduleOf(name: string, from: string, assemblies: readonly Assembly[]): string {
  const [root = ""] = from.split(".");
  const assembly = assemblies.find(({ targets }) => targets.python.module === root);
  const modules = Object.values(assembly?.types ?? {})
    .filter((type) => type.name === name)
    .map(({ namespace }) => [root, ...(namespace?.split(".") ?? []).map(snakeCase)].join("."));
  const [module, ...others] = modules;
  if (module === undefined) throw new Error(`${from} has no ${name}; look at what jsii-rosetta writes now`);
  if (others.length === 0) return module;
  const named = from.split(".").map(snakeCase).join(".");
  if (!modules.includes(named)) throw new Error(`${name} is in ${modules.join(" and ")}, and not in ${named}`);
  return named;
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function assemblyIn(folder: string): Assembly {
  const compressed = join(folder, ".jsii.gz");
  const text = existsSync(compressed)
    ? gunzipSync(readFileSync(compressed)).toString("utf8")
    : readFileSync(join(folder, ".jsii"), "utf8");
  return JSON.parse(text) as Assembly;
}
