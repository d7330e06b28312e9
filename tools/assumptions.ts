import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { settledBy } from "./assumptions-settled";
import { ROOT } from "./folder";

/** What the code takes for true without a source. */
export interface Assumption {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  /** What the comment says. */
  readonly text: string;
  /** The code that it is about, in one line. */
  readonly code: string;
}

/** Where code is that may assume something about a cloud, a provider or a machine. */
const FOLDERS = ["lib", "packages/aiven-azure-peering/src", "packages/simulated-clouds/src"];

const files = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : /\.(ts|mjs|py)$/.test(name) ? [path] : [];
    });

/** Every comment that says `assumed:`, in the order of the files. */
export function assumptions(): Assumption[] {
  return FOLDERS.flatMap((folder) => files(join(ROOT, folder))).flatMap((path) => {
    const file = relative(ROOT, path).split(sep).join("/");
    return assumptionsIn(readFileSync(path, "utf8")).map((found) => ({ file, ...found }));
  });
}

const MARK = /\bassumed:\s*/;
const COMMENT = /^\s*(?:\/\*\*?|\*\/?|\/\/|#)\s?/;

export function assumptionsIn(source: string): Omit<Assumption, "file">[] {
  const lines = source.split("\n");
  const isComment = (line: string | undefined): boolean => line !== undefined && COMMENT.test(line);
  const spoken = (line: string): string =>
    line
      .replace(COMMENT, "")
      .replace(/\s*\*\/\s*$/, "")
      .trim();
  return lines.flatMap((line, index) => {
    if (!MARK.test(line)) return [];
    // a comment may stand behind code
    const own = isComment(line)
      ? spoken(line)
      : line
          .slice(line.search(/\/\/|\/\*/))
          .replace(COMMENT, "")
          .trim();
    const words = [own];
    let next = index + 1;
    for (; isComment(lines[next]) && !/\*\/\s*$/.test(lines[next - 1] ?? ""); next++)
      words.push(spoken(lines[next] ?? ""));
    while (isComment(lines[next])) next++;
    const text = words.join(" ").replace(/\s+/g, " ").trim();
    return [
      {
        text: text.slice(text.search(MARK)).replace(MARK, ""),
        code: (isComment(line) ? (lines[next] ?? "") : line).trim(),
      },
    ];
  });
}

const LONGEST = 110;
const shortened = (code: string): string => (code.length > LONGEST ? `${code.slice(0, LONGEST)}…` : code);
// markdown has no other way to hold a backtick in code
const asCode = (code: string): string => "`` " + shortened(code.replace(/\s*\/\/.*$/, "")) + " ``";

/** The page docs/assumptions.md. */
export function assumptionsPage(): string {
  const found = assumptions();
  const byFile = grouped(found);
  const sections = [...byFile].map(([file, assumed]) =>
    [
      `## ${file.replace(/^packages\//, "")}`,
      `[${file.split("/").at(-1)}](../${file}). **Settled by** ${settledBy(file)}`,
      assumed.map(({ text, code }) => `- ${text.replaceAll("|", "\\|")}\n  ${asCode(code)}`).join("\n"),
    ].join("\n\n"),
  );
  return [
    "<!-- Written by `npm run docs` from the comments that begin `assumed:`, and from tools/assumptions-settled.ts. -->",
    "# What nobody has seen yet",
    `Nobody has run this project against real accounts. Where no public source says what a cloud or a provider does, the code assumes
something, in a comment that begins \`assumed:\`. There are ${found.length} of them. Most are about the words of an error. If you have an
account, you can settle any of them: do what its section says, compare, and correct the code or replace the comment by what you saw.`,
    ...sections,
  ].join("\n\n");
}

function grouped(list: readonly Assumption[]): Map<string, Assumption[]> {
  const map = new Map<string, Assumption[]>();
  for (const one of list) map.set(one.file, [...(map.get(one.file) ?? []), one]);
  return map;
}
