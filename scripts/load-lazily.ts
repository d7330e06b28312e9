import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const HELPER =
  "const lazily = (name, get) => Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });";

/** What the compiler makes of `export * from` and `export { Name } from`. */
const ALL = /^__exportStar\(require\("([^"]+)"\), exports\);$/;
const IMPORT = /^var (\w+) = require\("([^"]+)"\);$/;
const NAMED = /^Object\.defineProperty\(exports, "(\w+)", .* return (\w+)\.\w+; } }\);$/;

const property = (name: string, value: string) => `lazily("${name}", () => require(${value});`;

/**
 * Lets every module be loaded by whoever names something of it: an app seldom uses a third. What is asked for is the same each
 * time, because Node.js keeps what it has loaded.
 */
export function loadLazily(build: string): void {
  const file = join(build, "index.js");
  const eager = readFileSync(file, "utf8");
  // In a second build a file that is up to date is not written by the compiler, and is lazy already.
  if (!eager.includes(HELPER)) writeFileSync(file, lazy(eager, build));
}

function lazy(eager: string, folder: string): string {
  const load = createRequire(join(folder, "index.js"));
  const imports = new Map<string, string>();
  const names: string[] = [];
  const lines = eager.split("\n").flatMap((line) => {
    const [, all] = ALL.exec(line) ?? [];
    if (all) {
      const own = Object.keys(load(join(folder, all)) as object);
      names.push(...own);
      return own.map((each) => property(each, `"${all}").${each}`));
    }

    const [, variable, from] = IMPORT.exec(line) ?? [];
    if (variable) return imports.set(variable, from) && [];

    const [, named, of] = NAMED.exec(line) ?? [];
    return named ? property(named, `"${imports.get(of)}").${named}`) : line;
  });
  // Node.js reads the names for `import { Name }` in an ES module from assignments such as this, and from no getter of this kind.
  const declared = names.length > 0 ? [`${names.map((each) => `exports.${each} = `).join("")}void 0;`] : [];
  const start = lines.findIndex((line) => line.startsWith("lazily("));
  if (start < 0) {
    throw new Error(`${folder}/index.js exports nothing to load lazily; look at what the compiler writes now`);
  }
  return [...lines.slice(0, start), ...declared, HELPER, ...lines.slice(start)].join("\n");
}

if (require.main === module) loadLazily(resolve(__dirname, "../build"));
