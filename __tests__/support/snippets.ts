import { readFileSync } from "node:fs";
import path from "node:path";
import * as ts from "typescript";
import { ROOT } from "../../tools/folder";

/** Before a snippet, it says that the snippet is more of the app above: of the last snippet without such a comment. */
const CONTINUES = /^<!-- snippet: in the app above -->$/;

export interface Snippet {
  /** Where it begins and ends in the document: the lines of its fences, counted from 1. */
  readonly line: number;
  readonly end: number;
  readonly continues: boolean;
}

/** The TypeScript snippets of a Markdown document. */
export function snippetsIn(lines: readonly string[]): Snippet[] {
  const snippets: Snippet[] = [];
  let comment = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? "";
    if (!line.startsWith("```")) {
      if (line !== "") comment = line;
      continue;
    }
    const end = lines.findIndex((each, index) => index > at && each.trim() === "```");
    if (end < 0) throw new Error(`the fence in line ${at + 1} is never closed`);
    if (/^```(ts|typescript)\b/.test(line)) {
      snippets.push({ line: at + 1, end: end + 1, continues: CONTINUES.test(comment) });
    }
    comment = "";
    at = end;
  }
  return snippets;
}

/**
 * Compiles the snippets of a document as the code of this repository is compiled, and answers the errors as `line: message`.
 *
 * A snippet is a file of its own, unless it is marked as more of the app above. That may use every name that the app
 * declares; and names of the modules from which the app imports, as an editor would add them to the app's imports.
 */
export function compileSnippets(document: string): string[] {
  const lines = document.split(/\r?\n/);
  const apps: Snippet[][] = [];
  for (const snippet of snippetsIn(lines)) {
    const app = apps.at(-1);
    if (snippet.continues && app) app.push(snippet);
    else apps.push([snippet]);
  }
  // Everything else in the document becomes a blank line, so that the compiler's line numbers are the document's.
  const blanked = (parts: readonly Snippet[]) => {
    const isCode = (at: number) => parts.some(({ line, end }) => at > line && at < end);
    return lines.map((line, index) => (isCode(index + 1) ? line : "")).join("\n");
  };
  const files = apps.map((parts) => ({ own: blanked(parts.slice(0, 1)), all: blanked(parts) }));
  const own = compile(files.map(({ own }) => own));
  const all = compile(files.map(({ all }, index) => missingImports(own, index, all) + all));
  return files.flatMap((_, index) => errorsOf(all, index));
}

const fileName = (index: number) => path.join(ROOT, `snippets-${index}.ts`);

/** What lies on the disk is parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function compile(texts: readonly string[]): ts.Program {
  const config = path.join(ROOT, "tsconfig.json");
  const { config: json } = ts.readConfigFile(config, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, ROOT, undefined, config);
  // A snippet shows how a value is made, and leaves its use to the reader.
  Object.assign(options, { noUnusedLocals: false, noUnusedParameters: false });
  // Without it, snippets that import nothing would share their names.
  options.moduleDetection = ts.ModuleDetectionKind.Force;
  options.moduleDetection = ts.ModuleDetectionKind.Force;

  const sources = new Map(texts.map((text, index) => [fileName(index), text]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => sources.has(file) || disk.fileExists(file),
    readFile: (file) => sources.get(file) ?? disk.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = sources.get(file);
      if (text !== undefined) return ts.createSourceFile(file, text, version);
      if (!parsed.has(file)) parsed.set(file, disk.getSourceFile(file, version, ...rest));
      return parsed.get(file);
    },
  };
  return ts.createProgram({ rootNames: [...sources.keys()], options, host });
}

/** One line of imports for the names in `text` that the app does not import, though it imports others of their module. */
function missingImports(program: ts.Program, index: number, text: string): string {
  const checker = program.getTypeChecker();
  const imports = program.getSourceFile(fileName(index))?.statements.filter(ts.isImportDeclaration) ?? [];
  const imported = ts.createSourceFile("all.ts", text, ts.ScriptTarget.Latest);
  const known = new Set(imported.statements.filter(ts.isImportDeclaration).flatMap(namesIn));
  const used = new Set(text.match(/\b[A-Z]\w*/g));
  return imports
    .map(({ moduleSpecifier }) => {
      const module = checker.getSymbolAtLocation(moduleSpecifier);
      const exported = module ? checker.getExportsOfModule(module).map(({ name }) => name) : [];
      const missing = exported.filter((name) => used.has(name) && !known.has(name));
      missing.forEach((name) => known.add(name));
      return missing.length > 0 ? `import { ${missing.join(", ")} } from ${moduleSpecifier.getText()}; ` : "";
    })
    .join("");
}

function namesIn({ importClause }: ts.ImportDeclaration): string[] {
  const named = importClause?.namedBindings;
  return named && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : [];
}

function errorsOf(program: ts.Program, index: number): string[] {
  const file = program.getSourceFile(fileName(index));
  if (!file) throw new Error(`${fileName(index)} is not compiled`);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => {
    const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`;
  });
}

export const readme = (): string => readFileSync(path.join(ROOT, "README.md"), "utf8");
