import * as ts from "typescript";
import { snippetsIn } from "./snippets";

/** What the first TypeScript snippet of a document exports, as a reader would have it who pastes it. */
export function exportsOf<T>(document: string): T {
  const [snippet] = snippetsIn(document);
  const text = document
    .split(/\r?\n/)
    .slice(snippet.line, snippet.end - 1)
    .join("\n");
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  const exported = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function("exports", "require", outputText) as (exported: object, load: NodeJS.Require) => void;
  run(exported, require);
  return exported as T;
}
