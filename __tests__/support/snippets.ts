import path from "node:path";
import * as ts from "typescript";
import { ROOT } from "../../tools/folder";

export interface Snippet {
  /** Where it begins and ends in the document: the lines of its fences, counted from 1. */
  readonly line: number;
  readonly end: number;
}

/** The TypeScript snippets of a Markdown document. */
export function snippetsIn(document: string): Snippet[] {
  const lines = document.split(/\r?\n/);
  const snippets: Snippet[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? "";
    if (!line.startsWith("```")) continue;
    const end = lines.findIndex((each, index) => index > at && each.trim() === "```");
    if (end < 0) throw new Error(`the fence in line ${at + 1} is never closed`);
    if (/^```(ts|typescript)\b/.test(line)) snippets.push({ line: at + 1, end: end + 1 });
    at = end;
  }
  return snippets;
}

/**
 * Compiles each snippet of a document by itself, as a reader pastes it, with the settings of this repository, and returns the errors as
 * `line: message`.
 */
export function compileSnippets(document: string): string[] {
  const lines = document.split(/\r?\n/);
  // Everything else in the document becomes a blank line, so that the compiler's line numbers are the document's.
  const files = snippetsIn(document).map(({ line, end }) =>
    lines.map((text, index) => (index + 1 > line && index + 1 < end ? text : "")).join("\n"),
  );
  const program = compile(files);
  return files.flatMap((_, index) => errorsOf(program, index));
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

function errorsOf(program: ts.Program, index: number): string[] {
  const file = program.getSourceFile(fileName(index));
  if (!file) throw new Error(`${fileName(index)} is not compiled`);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => {
    const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`;
  });
}
