import { posix } from "node:path";

/** Where a package's files stand for everybody. */
export interface Place {
  /** The address of the repository on GitHub. */
  readonly repository: string;
  /** The package's folder in it; "" for its root. */
  readonly directory: string;
  /** What the version is tagged as, so that the pages are those of the release. */
  readonly tag: string;
}

const FENCE = /^ *(```|~~~)/;
/** The target of a link or an image; not of one within the page, nor of one with a scheme. */
const RELATIVE = /(?<=\]\()(?!#|[a-z][a-z0-9+.-]*:)([^)\s#]+)((?:#[^)\s]*)?)(?=\))/gi;

/** A page whose links lead into the repository from anywhere: registries show it where no other file is. */
export function withAbsoluteLinks(page: string, { repository, directory, tag }: Place): string {
  let inCode = false;
  const lines = page.split("\n").map((line) => {
    if (FENCE.test(line)) inCode = !inCode;
    if (inCode) return line;
    return line.replace(RELATIVE, (_, path: string, heading: string) => {
      const file = posix.normalize(posix.join(directory, path)).replace(/\/$/, "");
      if (file.startsWith("..")) throw new Error(`the link to ${path} leads out of the repository`);
      // GitHub shows a folder at such an address, too.
      return `${repository}/blob/${tag}/${file}${heading}`;
    });
  });
  return lines.join("\n");
}
