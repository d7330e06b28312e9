/** Writes docs/troubleshooting.md from the rows in packages/aiven-azure-peering/src/troubleshooting: `npm run docs`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "prettier";
import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";
import { ROOT } from "../tools/folder";
import { troubleshootingPage } from "../tools/troubleshooting-page";

export const TROUBLESHOOTING = join(ROOT, "docs/troubleshooting.md");

/** Prettier's whole module imports its parsers as jest cannot; the standalone one is given its parser. */
export function renderTroubleshooting(): Promise<string> {
  const options = JSON.parse(readFileSync(join(ROOT, ".prettierrc.json"), "utf8")) as Options;
  return format(troubleshootingPage(), { ...options, parser: "markdown", plugins: [markdown] });
}

if (require.main === module) {
  void renderTroubleshooting().then((text) => writeFileSync(TROUBLESHOOTING, text));
}
