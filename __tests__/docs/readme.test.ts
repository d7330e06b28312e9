import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../tools/folder";
import { compileSnippets, snippetsIn } from "../support/snippets";

const documents = ["README.md", ...readdirSync(path.join(ROOT, "docs")).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith(".md"),
);
const textOf = (document: string) => readFileSync(path.join(ROOT, document), "utf8");

test("the README has an app to copy", () => {
  expect(snippetsIn(textOf("README.md"))).not.toEqual([]);
});

test.each(documents.filter((document) => snippetsIn(textOf(document)).length > 0))(
  "every snippet of %s compiles as it is pasted, by itself",
  (document) => {
    expect(compileSnippets(textOf(document))).toEqual([]);
  },
);

describe("the check itself", () => {
  const app = ["```ts", 'import { App } from "cdktf";', "export const app = new App();", "```"];

  test("names the line of an error", () => {
    const wrong = ["# Title", ...app, "", "```typescript", "export const text: string = 1;", "```"];
    expect(compileSnippets(wrong.join("\n"))).toEqual(["8: Type 'number' is not assignable to type 'string'."]);
  });

  test("lets no snippet use what another one declares", () => {
    const second = [...app, "More of it:", "```ts", 'new TerraformStack(app, "stack");', "```"];
    expect(compileSnippets(second.join("\n"))).toEqual([
      "7: Cannot find name 'TerraformStack'.",
      "7: Cannot find name 'app'.",
    ]);
  });
});
