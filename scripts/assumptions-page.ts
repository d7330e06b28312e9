/** Writes docs/assumptions.md from the comments that begin `assumed:`: `npm run docs`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "prettier";
import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";
import { assumptionsPage } from "../tools/assumptions";
import { ROOT } from "../tools/folder";

export const ASSUMPTIONS = join(ROOT, "docs/assumptions.md");

/** Prettier's whole module imports its parsers as jest cannot; the standalone one is given its parser. */
export function renderAssumptions(): Promise<string> {
  const options = JSON.parse(readFileSync(join(ROOT, ".prettierrc.json"), "utf8")) as Options;
  return format(assumptionsPage(), { ...options, parser: "markdown", plugins: [markdown] });
}

if (require.main === module) {
  void renderAssumptions().then((text) => writeFileSync(ASSUMPTIONS, text));
}
