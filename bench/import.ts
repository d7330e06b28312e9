import { quantity, alternate, ratio, sample } from "./measure";
import type { Part } from "./report";
import { PACKAGE, Workshop } from "./workshop";

/** Requires modules in a fresh process and prints what that cost. */
const REQUIRE = (modules: readonly string[]) => `
  const before = process.memoryUsage.rss();
  const start = performance.now();
  for (const name of ${JSON.stringify(modules)}) require(name);
  const time = performance.now() - start;
  const memory = (process.memoryUsage.rss() - before) / 1e6;
  console.log(JSON.stringify({ time, memory }));
`;

/** The modules of others that the package loads, and the Aiven bindings that it needs itself, each by its path. */
const LOADED = `
  require("${PACKAGE}");
  const folders = /node_modules.(@cdktf.provider-[a-z]+.lib.[^/\\\\]+).|build.(provider-aiven.[^/\\\\]+).index/;
  const paths = Object.keys(require.cache).map((file) => folders.exec(file)).filter(Boolean);
  console.log(JSON.stringify(paths.map(([, theirs, ours]) => (theirs ?? "${PACKAGE}/" + ours).replaceAll("\\\\", "/"))));
`;

/** Importing the package ÷ requiring the same bindings one by one. */
export async function importBench(): Promise<Part> {
  const workshop = Workshop.make();
  try {
    const node = (script: string) => sample([process.execPath, "-e", script], { cwd: workshop.folder });
    const modules = (await node(LOADED)) as unknown as string[];
    const bindings = ["cdktf", "constructs", ...new Set(modules)];
    const pairs = await alternate(
      () => node(REQUIRE([PACKAGE])),
      () => node(REQUIRE(bindings)),
    );
    const to = `the same ${bindings.length} modules by sub-path`;
    const note = (name: string, unit: string) =>
      `${quantity(pairs, "ours", name).toFixed(0)} ÷ ${quantity(pairs, "base", name).toFixed(0)} ${unit}`;
    return {
      rows: [
        { what: "import: time", to, value: ratio(pairs, "time"), goal: 1.05, note: note("time", "ms") },
        { what: "import: memory", to, value: ratio(pairs, "memory"), goal: 1.05, note: note("memory", "MB") },
      ],
    };
  } finally {
    workshop.remove();
  }
}
