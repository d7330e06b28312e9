import { readFileSync } from "node:fs";
import { Language, type Node, Parser } from "web-tree-sitter";

const GRAMMAR = require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm");

/** What of a script PowerShell's grammar does not know, as `line: text`; nothing where the whole of it can be read. */
export async function errorsIn(script: string): Promise<string[]> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(GRAMMAR)));
  const root = parser.parse(script)?.rootNode;
  if (!root) throw new Error("nothing was parsed");
  return root.hasError ? faultsIn(root) : [];
}

function faultsIn(node: Node): string[] {
  if (node.isError || node.isMissing) return [`${node.startPosition.row + 1}: ${node.text}`];
  return node.children.flatMap(faultsIn);
}
