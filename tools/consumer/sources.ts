import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT } from "../folder";
import { stage } from "../published/stage";
import { run } from "../run";

/** What jsii writes down of a package, as far as is needed to take something out. */
interface Assembly {
  readonly types: Readonly<Record<string, { readonly namespace?: string }>>;
  readonly submodules?: Readonly<Record<string, unknown>>;
}

/**
 * The packages that an app needs, with the modules of the bindings that it names: a whole prebuilt provider is thousands of files in each
 * language. What a package's own registry has compiled is the same.
 */
const PACKAGES: Readonly<Record<string, readonly string[] | "all">> = {
  cdktf: "all",
  "@cdktf/provider-azurerm": ["provider", "virtualNetwork"],
  "@cdktf/provider-azuread": ["provider"],
  "@cdktf/provider-time": ["provider"],
  "cdktf-provider-aiven": ["provider", "pg"],
  "cdktf-aiven-azure-peering": "all",
};

/** What is built here, by where its sources are. */
const OURS: Readonly<Record<string, string>> = {
  "cdktf-provider-aiven": "packages/cdktf-provider-aiven",
  "cdktf-aiven-azure-peering": ".",
};

/** Writes the sources of all that an app needs in a language, apart from constructs and jsii's own runtime, and returns their folders. */
export async function sourcesIn(target: "go" | "java", home: string): Promise<string[]> {
  const modules = join(home, "node_modules");
  for (const [name, source] of Object.entries(OURS)) await stage(join(ROOT, source), join(home, "whole", name));
  const code = codeIn(join(home, "whole/cdktf-aiven-azure-peering/build"));
  for (const [name, needed] of Object.entries(PACKAGES)) {
    const from = name in OURS ? join(home, "whole", name) : join(ROOT, "node_modules", name);
    if (needed === "all") cpSync(from, join(modules, name), { recursive: true, dereference: true });
    else copyPart(from, join(modules, name), needed, modulesNamed(code, name));
  }
  // Its own registry has it; jsii-pacmak wants to read it.
  cpSync(join(ROOT, "node_modules/constructs"), join(modules, "constructs"), { recursive: true });
  const folders: string[] = [];
  for (const name of Object.keys(PACKAGES)) {
    // One at a time: two of them may have one name for their folder.
    const outdir = join(home, "sources", name);
    const pacmak = join(ROOT, "node_modules/jsii-pacmak/bin/jsii-pacmak");
    const options = ["--code-only", "--target", target, "--outdir", outdir];
    await run(
      process.execPath,
      [pacmak, ...options, "--pack-command", "npm pack -q --ignore-scripts", join(modules, name)],
      home,
    );
    folders.push(join(outdir, target));
  }
  return folders;
}

const codeIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

/** The modules of a package that compiled code loads, by their folders. */
const modulesNamed = (code: string, name: string): string[] =>
  [...code.matchAll(new RegExp(`require\\("${name}/lib/([\\w-]+)"\\)`, "g"))].map(([, folder = ""]) => folder);

/**
 * @param needed - the modules that are written in the other language
 * @param loaded - the folders of those that the construct loads by itself
 */
function copyPart(from: string, to: string, needed: readonly string[], loaded: readonly string[]): void {
  mkdirSync(join(to, "lib"), { recursive: true });
  for (const name of ["package.json", "README.md", "LICENSE"]) cpSync(join(from, name), join(to, name));
  for (const folder of new Set([...needed.map(kebabCase), ...loaded])) {
    cpSync(join(from, "lib", folder), join(to, "lib", folder), { recursive: true });
  }
  // jsii's runtime loads all that the index names.
  const exported = needed.map((each) => `exports.${each} = require("./${kebabCase(each)}");\n`);
  writeFileSync(join(to, "lib/index.js"), exported.join(""));

  const assembly = assemblyIn(from);
  const isNeeded = (namespace: string | undefined) => namespace !== undefined && needed.includes(namespace);
  const types = Object.entries(assembly.types).filter(([, { namespace }]) => isNeeded(namespace));
  const submodules = Object.entries(assembly.submodules ?? {}).filter(([id]) => isNeeded(id.split(".").pop()));
  writeFileSync(
    join(to, ".jsii"),
    JSON.stringify({ ...assembly, types: Object.fromEntries(types), submodules: Object.fromEntries(submodules) }),
  );
}

const kebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function assemblyIn(folder: string): Assembly {
  const compressed = join(folder, ".jsii.gz");
  const text = existsSync(compressed)
    ? gunzipSync(readFileSync(compressed)).toString("utf8")
    : readFileSync(join(folder, ".jsii"), "utf8");
  return JSON.parse(text) as Assembly;
}
