import { alternate, inFigures, ratio, RUNS, sample } from "./measure";
import type { Part } from "./report";
import { PACKAGE, Workshop } from "./workshop";

/** What every app names of the package, which loads its modules by name. */
const NAMED = `{ const { AivenAzurePeering, AzureVirtualNetwork } = require("${PACKAGE}"); }`;

/** Does something in a fresh process and prints what that cost. */
const MEASURE = (work: string) => `
  gc();
  const before = process.memoryUsage();
  const start = process.cpuUsage();
  ${work}
  const { user, system } = process.cpuUsage(start);
  const processor = (user + system) / 1000;
  const resident = (process.memoryUsage.rss() - before.rss) / 1e6;
  gc();
  const { heapUsed, external } = process.memoryUsage();
  const memory = (heapUsed + external - before.heapUsed - before.external) / 1e6;
  console.log(JSON.stringify({ processor, memory, resident }));
`;

/** The modules of others that the package loads, each by its path. */
const LOADED = `
  ${NAMED}
  const folders = /node_modules.((?:@cdktf.|cdktf-)provider-[a-z]+.lib.[^/\\\\]+)./;
  const paths = Object.keys(require.cache).flatMap((file) => folders.exec(file)?.[1] ?? []);
  console.log(JSON.stringify(paths.map((path) => path.replaceAll("\\\\", "/"))));
`;

/** Importing the package ÷ requiring the same bindings one by one. */
export async function importBench(): Promise<Part> {
  const workshop = Workshop.make();
  try {
    const node = (script: string) => sample([process.execPath, "--expose-gc", "-e", script], { cwd: workshop.folder });
    const modules = (await node(LOADED)) as unknown as string[];
    const bindings = ["cdktf", "constructs", ...new Set(modules)];
    const pairs = await alternate(
      () => node(MEASURE(NAMED)),
      () => node(MEASURE(`for (const name of ${JSON.stringify(bindings)}) require(name);`)),
      3 * RUNS,
    );
    const to = `the same ${bindings.length} modules by sub-path`;
    return {
      rows: [
        {
          what: "import: time",
          to,
          value: ratio(pairs, "processor"),
          goal: 1.05,
          note: inFigures(pairs, "processor", "ms"),
        },
        {
          what: "import: memory that is kept",
          to,
          value: ratio(pairs, "memory"),
          goal: 1.05,
          note: inFigures(pairs, "memory", "MB", 2),
        },
        {
          what: "import: resident memory, garbage included",
          to,
          value: ratio(pairs, "resident"),
          note: inFigures(pairs, "resident", "MB", 1),
        },
      ],
    };
  } finally {
    workshop.remove();
  }
}
