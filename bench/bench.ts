import { cpus, loadavg } from "node:os";
import { cliBench } from "./cli";
import { deployBench } from "./deploy";
import { importBench } from "./import";
import { loopBench } from "./loop";
import { type Part, table } from "./report";
import { sizeBench } from "./size";
import { synthBench } from "./synth";

const PARTS: Record<string, () => Promise<Part>> = {
  import: importBench,
  synth: synthBench,
  cli: cliBench,
  deploy: deployBench,
  size: sizeBench,
  loop: loopBench,
};

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`"${unknown.join(", ")}" is no part, use ${Object.keys(PARTS).join(", ")}`);
  const parts: Part[] = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
    console.error(`${name} …`);
    parts.push(await PARTS[name]());
  }
  console.log(table(parts.flatMap(({ rows }) => rows)));
  for (const text of parts.flatMap(({ appendix }) => appendix ?? [])) console.log(`\n${text}`);
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(`\nNode.js ${process.version}, ${cpus().length} cores, load ${load.join(" ")} at the end`);
}

void main(process.argv.slice(2));
