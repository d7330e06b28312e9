import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../tools/folder";

interface Link {
  readonly line: number;
  readonly target: string;
}

/** The links of a Markdown document that point into this repository, as `line: target: what is wrong`, where something is. */
export function brokenLinks(file: string, text = readFileSync(path.join(ROOT, file), "utf8")): string[] {
  return linksIn(text).flatMap(({ line, target }) => {
    const wrong = whatIsWrong(file, text, target);
    return wrong === undefined ? [] : [`${file}:${line}: ${target}: ${wrong}`];
  });
}

export function linksIn(text: string): Link[] {
  return proseOf(text).flatMap((prose, index) =>
    [...prose.matchAll(/\[[^\]]*\]\(<?([^)\s>]+)>?[^)]*\)/g)].map(([, target = ""]) => ({ line: index + 1, target })),
  );
}

function whatIsWrong(file: string, text: string, target: string): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined;
  const [name = "", anchor] = target.split("#");
  const absolute = name === "" ? path.join(ROOT, file) : path.resolve(ROOT, path.dirname(file), decodeURI(name));
  const inside = path.relative(ROOT, absolute);
  if (inside.startsWith("..")) return "outside of the repository";
  if (name !== "" && !existsSync(absolute)) return "no such file";
  if (anchor === undefined) return undefined;
  if (name !== "" && (statSync(absolute).isDirectory() || !inside.endsWith(".md"))) return "a heading of no Markdown";
  const there = name === "" ? text : readFileSync(absolute, "utf8");
  return anchorsIn(there).includes(decodeURI(anchor)) ? undefined : "no such heading";
}

/** What GitHub lets one link to: headings, a number after those that are there already, and anchors written by hand. */
export function anchorsIn(text: string): string[] {
  const seen = new Map<string, number>();
  return proseOf(text, false).flatMap((line) => {
    const byHand = [...line.matchAll(/<a (?:name|id)="([^"]+)"/g)].map(([, name = ""]) => name);
    const [, heading] = /^#{1,6}\s+(.*?)\s*#*$/.exec(line) ?? [];
    if (heading === undefined) return byHand;
    const slug = slugOf(heading);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return [...byHand, times === 0 ? slug : `${slug}-${times}`];
  });
}

function slugOf(heading: string): string {
  const shown = heading.replace(/<[^>]+>/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return shown
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

/** The lines of a document, empty where they are code. */
function proseOf(text: string, withoutInlineCode = true): string[] {
  let fence: string | undefined;
  return text.split(/\r?\n/).map((line) => {
    const [, mark] = /^\s*(```+|~~~+)/.exec(line) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return "";
    }
    if (mark !== undefined) {
      fence = mark;
      return "";
    }
    // The text of a link may be code; it is a link still.
    return withoutInlineCode ? line.replace(/(?<!\[)(`+)(?!`).*?[^`]\1(?!`)(?!\])/g, "") : line;
  });
}
