/** Writes API.md from the compiled library: `npm run docs`. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Documentation, Language } from "jsii-docgen";
import { assembly } from "../tools/assembly";
import { ROOT, withTemporaryFolder } from "../tools/folder";

export const API_REFERENCE = join(ROOT, "API.md");

const INTRODUCTION = `<!-- Written by npm run docs. Change the comments in lib/, not this file. -->

Names are those of TypeScript; other languages spell them their own way, \`network_cidr\` in Python.

`;

/** What the types of the library refer to: docgen wants these assemblies beside the library's. */
const DEPENDENCIES = [
  "cdktf",
  "cdktf-provider-aiven",
  "constructs",
  "@cdktf/provider-azuread",
  "@cdktf/provider-azurerm",
  "@cdktf/provider-time",
];

export function renderApiReference(library: { readonly name: string }): Promise<string> {
  return withTemporaryFolder("api-reference", async (folder) => {
    for (const name of DEPENDENCIES) {
      mkdirSync(join(folder, name), { recursive: true });
      for (const file of [".jsii", ".jsii.gz"].filter((each) => existsSync(join(ROOT, "node_modules", name, each)))) {
        copyFileSync(join(ROOT, "node_modules", name, file), join(folder, name, file));
      }
    }
    mkdirSync(join(folder, "library"));
    writeFileSync(join(folder, "library/.jsii"), JSON.stringify(library));
    const documentation = await Documentation.forAssembly(library.name, folder);
    const markdown = await documentation.toMarkdown({ language: Language.TYPESCRIPT });
    return `${INTRODUCTION}${markdown.render().trim()}\n`;
  });
}

if (require.main === module) {
  void assembly()
    .then(renderApiReference)
    .then((text) => writeFileSync(API_REFERENCE, text));
}
