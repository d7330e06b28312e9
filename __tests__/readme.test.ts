import { compileSnippets, readme, snippetsIn } from "./support/snippets";

const document = readme();
const snippets = snippetsIn(document.split(/\r?\n/));

test("the README has an app to copy", () => {
  expect(snippets.filter(({ continues }) => !continues)).not.toHaveLength(0);
});

let errors: string[];
beforeAll(() => {
  errors = compileSnippets(document);
});

test.each(snippets)("the snippet in line $line of the README compiles", ({ line, end }) => {
  const within = errors.filter((error) => Number.parseInt(error) > line && Number.parseInt(error) < end);
  expect(within).toEqual([]);
});

test("no other error comes from the README's snippets", () => {
  const lines = errors.map((error) => Number.parseInt(error));
  expect(lines.filter((at) => !snippets.some(({ line, end }) => at > line && at < end))).toEqual([]);
});

describe("the check itself", () => {
  const app = ["```ts", 'import { App } from "cdktf";', "const app = new App();", "```"];

  test("names the line of an error", () => {
    const wrong = ["# Title", ...app, "", "```typescript", "const text: string = 1;", "```"];
    expect(compileSnippets(wrong.join("\n"))).toEqual(["8: Type 'number' is not assignable to type 'string'."]);
  });

  const more = ["```ts", 'new TerraformStack(app, "stack");', "new Pg(app);", "```"];

  test("lets a marked snippet use what the app declares and the modules it imports from", () => {
    const marked = [...app, "<!-- snippet: in the app above -->", ...more];
    expect(compileSnippets(marked.join("\n"))).toEqual(["8: Cannot find name 'Pg'."]);
  });

  test("lets no other snippet use them", () => {
    const unmarked = [...app, "More of it:", ...more];
    expect(compileSnippets(unmarked.join("\n"))).toEqual([
      "7: Cannot find name 'TerraformStack'.",
      "7: Cannot find name 'app'.",
      "8: Cannot find name 'Pg'.",
      "8: Cannot find name 'app'.",
    ]);
  });
});
