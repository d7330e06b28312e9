/** Writes API.md and docs/api from the compiled library: `npm run docs`. */
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Documentation, Language, type MarkdownRendererOptions, MarkdownRenderer, type Schema } from "jsii-docgen";
import { API_FOLDER, pageOf, PAGES, title } from "../tools/api-pages";
import { type Assembly, assembly } from "../tools/assembly";
import { ROOT, withTemporaryFolder } from "../tools/folder";

const WRITTEN = "<!-- Written by npm run docs. Change the comments in lib/, not this file. -->";

/** What the types of the library refer to: docgen wants these assemblies beside the library's. */
const DEPENDENCIES = [
  "cdktf",
  "cdktf-provider-aiven",
  "constructs",
  "@cdktf/provider-azuread",
  "@cdktf/provider-azurerm",
  "@cdktf/provider-time",
];

/** The index and its pages: texts by the paths of their files. */
export async function renderApiReference(library: Assembly): Promise<Record<string, string>> {
  const schema = await schemaOf(library);
  const pages = [...new Set(Object.values(library.types).map(pageOf))].sort(
    (a, b) => PAGES.indexOf(a) - PAGES.indexOf(b),
  );
  return {
    "API.md": renderIndex(library, pages),
    ...Object.fromEntries(pages.map((page) => [`${API_FOLDER}/${page}.md`, renderPage(page, library, schema)])),
  };
}

/** A comment on a parameter begins in lower case, as an editor shows it behind the name; on a page it is a sentence. */
function inSentences(key: string, value: unknown): unknown {
  const isText = typeof value === "string" && ["summary", "returns"].includes(key);
  return isText && !/^(azurerm|azapi|azuread)\b/.test(value)
    ? `${value.charAt(0).toUpperCase()}${value.slice(1)}`
    : value;
}

function schemaOf(library: Assembly): Promise<Schema> {
  return withTemporaryFolder("api-reference", async (folder) => {
    for (const name of DEPENDENCIES) {
      mkdirSync(join(folder, name), { recursive: true });
      for (const file of [".jsii", ".jsii.gz"].filter((each) => existsSync(join(ROOT, "node_modules", name, each)))) {
        copyFileSync(join(ROOT, "node_modules", name, file), join(folder, name, file));
      }
    }
    mkdirSync(join(folder, "library"));
    writeFileSync(join(folder, "library/.jsii"), JSON.stringify(library, inSentences));
    const documentation = await Documentation.forAssembly(library.name, folder);
    return (await documentation.toJson({ language: Language.TYPESCRIPT })).content;
  });
}

function renderIndex(library: Assembly, pages: readonly string[]): string {
  const sections = pages.map((page) => {
    const rows = Object.entries(library.types)
      .filter(([, type]) => pageOf(type) === page)
      .sort(([, a], [, b]) => a.name.localeCompare(b.name))
      .map(([id, { name, docs }]) => `| [${name}](${API_FOLDER}/${page}.md#${id}) | ${docs?.summary ?? ""} |`);
    return [`## [${title(page)}](${API_FOLDER}/${page}.md)`, "", "| | |", "| --- | --- |", ...rows].join("\n");
  });
  const about = "Names are those of TypeScript; other languages spell them their own way, `network_cidr` in Python.";
  return `${[WRITTEN, "# API", about, ...sections].join("\n\n")}\n`;
}

function renderPage(page: string, library: Assembly, schema: Schema): string {
  const isHere = ({ id }: { readonly id: string }) =>
    library.types[id] !== undefined && pageOf(library.types[id]) === page;
  const reference = schema.apiReference;
  if (reference === undefined) throw new Error("jsii-docgen has found no API");
  const renderer = new MarkdownRenderer({
    ...schema.metadata,
    language: Language.TYPESCRIPT,
    linkFormatter: linkFrom(page, library),
  });
  const markdown = renderer.visitApiReference(
    {
      constructs: reference.constructs.filter(isHere),
      structs: reference.structs.filter(isHere),
      classes: reference.classes.filter(isHere),
      interfaces: reference.interfaces.filter(isHere),
      enums: reference.enums.filter(isHere),
    },
    { title: title(page), id: page },
  );
  // docgen renders the title as a line of text, and its sections as titles
  const [, ...lines] = markdown.render().trim().split("\n");
  const sections = lines.map((line) => (line.startsWith("#") ? `#${line}` : line)).join("\n");
  return `${WRITTEN}\n\n# ${title(page)}\n\n[All of it](../../API.md)\n${sections}\n`;
}

/** A type of this library, or a member of one, is where its page is; what is another library's is no link. */
const linkFrom =
  (page: string, library: Assembly): MarkdownRendererOptions["linkFormatter"] =>
  ({ id, displayName, fqn }) => {
    const type = library.types[id.split(".").slice(0, 2).join(".")];
    if (type === undefined) return fqn;
    const target = pageOf(type);
    return `<a href="${target === page ? "" : `${target}.md`}#${id}">${displayName}</a>`;
  };

if (require.main === module) {
  void assembly()
    .then(renderApiReference)
    .then((files) => {
      rmSync(join(ROOT, API_FOLDER), { recursive: true, force: true });
      mkdirSync(join(ROOT, API_FOLDER), { recursive: true });
      for (const [file, text] of Object.entries(files)) writeFileSync(join(ROOT, file), text);
    });
}
