import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../clouds/errors";
import { quoted } from "../report/shell";
import type { Core, Example, Language } from "./example";
import { fromFolder } from "./packages";

export interface InitOptions {
  readonly example: string;
  readonly folder: string;
  /** @default - TypeScript */
  readonly language?: Language;
  /** @default - CDKTF */
  readonly core?: Core;
  /** A folder with the packages' tarballs or wheels. @default - npm and pip take them from where they are published */
  readonly packages?: string;
}

export const LANGUAGES: readonly Language[] = ["typescript", "python"];

/**
 * Writes an example as a complete app of one's own.
 *
 * @returns what was written, and what to do next
 * @throws UsageError where there is no such example, or the folder is not a new one
 */
export function init(examples: readonly Example[], options: InitOptions): string {
  const { language = "typescript", core = "cdktf", folder, packages } = options;
  const { files, name, next } = exampleOf(examples, options.example, language, core);
  const home = resolve(folder);
  requireNew(home);
  const written = packages === undefined ? files : fromFolder(files, packages, home);
  try {
    mkdirSync(home, { recursive: true });
    for (const [file, text] of Object.entries(written)) writeFileSync(join(home, file), text);
  } catch (error) {
    throw new UsageError(`folder: "${home}" cannot be written to: ${(error as Error).message}`);
  }
  return [
    `${name} is in ${home}`,
    "",
    ...[`cd ${quoted(folder)}`, ...next].map((line) => `  ${line}`),
    "",
    "README.md there says what to set for a deployment",
    "",
  ].join("\n");
}

function exampleOf(examples: readonly Example[], name: string, language: Language, core: Core): Example {
  const named = examples.filter((each) => each.name === name);
  const found = named.find((each) => each.language === language && each.core === core);
  if (found) return found;
  const names = (all: readonly Example[]) => [...new Set(all.map((each) => each.name))].join(", ");
  if (named.length === 0) {
    throw new UsageError(`example: "${name}" is not allowed, use one of ${names(examples)}`);
  }
  const others = names(examples.filter((each) => each.language === language));
  throw new UsageError(`example: "${name}" is not allowed with --language ${language}, use one of ${others}`);
}

function requireNew(home: string): void {
  if (!existsSync(home)) return;
  let names: readonly string[];
  try {
    names = readdirSync(home);
  } catch {
    throw new UsageError(`folder: "${home}" is not allowed, it is no folder that can be read; give a new one`);
  }
  if (names.length > 0) throw new UsageError(`folder: "${home}" is not allowed, it is not empty; give a new one`);
}
