import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Core, Example, Language } from "../packages/aiven-azure-peering/src/init/example";
import { RELEASES } from "./cdktn/releases";
import { fileOnCdkTerrain } from "./cdktn/repository";
import { ROOT } from "./folder";

const EXAMPLES = join(ROOT, "examples");
const CODE = /\.(py|ts|txt)$|^cdktf\.json$/;

/** A folder with an app. */
interface Source {
  readonly name: string;
  readonly language: Language;
  /** From the root, with slashes. */
  readonly folder: string;
  readonly readme: string;
  readonly files: readonly string[];
}

/** The apps that users begin with, each for both cores: those of examples/, and main.ts. */
export const examples = (): Example[] =>
  sources().flatMap((source) => (["cdktf", "cdktn"] as const).map((core) => exampleOf(source, core)));

function sources(): Source[] {
  const main: Source = {
    name: "main",
    language: "typescript",
    folder: "",
    readme: "examples/main.md",
    files: ["main.ts", "cdktf.json"],
  };
  const folders = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, "cdktf.json")));
  return [main, ...folders.map(sourceIn)];
}

/** examples/python is main.ts in Python, examples/kafka-python is examples/kafka. */
function sourceIn(folder: string): Source {
  const all = readdirSync(join(EXAMPLES, folder));
  const language = all.includes("main.py") ? "python" : "typescript";
  return {
    name: language === "typescript" ? folder : folder === "python" ? "main" : folder.replace(/-python$/, ""),
    language,
    folder: `examples/${folder}`,
    readme: `examples/${folder}/README.md`,
    files: all.filter((each) => CODE.test(each)),
  };
}

function exampleOf(source: Source, core: Core): Example {
  const onCore = (file: string, text: string) => (core === "cdktn" ? fileOnCdkTerrain(file, text) : text);
  const textOf = (file: string) => readFileSync(join(ROOT, file), "utf8");
  const { name, language } = source;
  const page = onCore(source.readme, pageOfItsOwn(textOf(source.readme), posix.dirname(source.readme)));
  const code = source.files.map((each) => {
    const file = posix.join(source.folder, each);
    return [each, onCore(file, textOf(file))] as const;
  });
  const files = { "README.md": page, ".gitignore": IGNORED[language], ...Object.fromEntries(code) };
  const title = /^# (.*)$/m.exec(page)?.[1] ?? name;
  const cli = /\bnpx (\S+) deploy/.exec(page)?.[1];
  if (cli === undefined) throw new Error(`${source.readme} does not say how it is deployed`);
  if (language === "python") {
    return { name, title, language, core, files, next: ["pip install -r requirements.txt", `npx ${cli} synth`] };
  }
  return {
    ...{ name, title, language, core },
    files: { ...files, "package.json": json(manifest(name, core)), "tsconfig.json": json(TSCONFIG) },
    next: ["npm install", `npx ${cli} synth`],
  };
}

const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;

const REPOSITORY = "https://github.com/cdktf-aiven-azure-peering/cdktf-aiven-azure-peering/blob/main/";

/**
 * A page of the clone as it is true outside of it.
 *
 * What is true in the clone alone stands between `<!-- clone -->` and `<!-- app: … -->`, which has what an app of its own says instead.
 *
 * @param folder - of the page, from the root
 */
export const pageOfItsOwn = (page: string, folder: string): string =>
  page
    .replace(/<!-- clone -->[\s\S]*?<!-- app: ([\s\S]*?) -->/g, "$1")
    .replace(/\]\((\.\.?\/[^)]+)\)/g, (_, target: string) => `](${REPOSITORY}${posix.join(folder, target)})`);

/** A state may hold secrets, and so may the values of variables. */
const OF_TERRAFORM = ["cdktf.out/", ".terraform/", "*.tfstate*", "*.tfvars"];
const ignored = (...names: string[]) => `${[...names, ...OF_TERRAFORM].join("\n")}\n`;
const IGNORED: Readonly<Record<Language, string>> = {
  typescript: ignored("node_modules/"),
  python: ignored(".venv/", "__pycache__/"),
};

const TSCONFIG = {
  compilerOptions: {
    target: "ES2022",
    module: "node16",
    types: ["node"],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ["*.ts"],
};

/** Python's says in requirements.txt what it needs. */
function manifest(name: string, core: Core): object {
  const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly version: string;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const pinned = (...names: string[]) => Object.fromEntries(names.map((each) => [each, devDependencies[each]]));
  const providers = ["provider-azuread", "provider-azurerm", "provider-time"];
  return {
    name: `aiven-azure-peering-${name}`,
    private: true,
    dependencies: {
      [`${core}-aiven-azure-peering`]: `^${version}`,
      [`${core}-provider-aiven`]: `^${version}`,
      ...(core === "cdktn"
        ? Object.fromEntries(Object.entries(RELEASES).map(([each, release]) => [each, release.version]))
        : pinned("cdktf", "constructs", ...providers.map((each) => `@cdktf/${each}`))),
    },
    devDependencies: {
      "aiven-azure-peering": `^${version}`,
      [`${core}-cli`]: core === "cdktn" ? RELEASES.cdktn.version : devDependencies["cdktf-cli"],
      ...pinned("@swc-node/register", "@swc/core", "@types/node", "typescript"),
    },
  };
}
