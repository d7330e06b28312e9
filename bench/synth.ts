import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { alternate, inFigures, type Pair, quantity, ratio, RUNS, sample, type Sample } from "./measure";
import type { Part, Row } from "./report";
import { Workshop } from "./workshop";

const SIZES = (process.env.BENCH_SIZES ?? "1,10,100,1000,5000").split(",").map(Number);

/** Synth of more and more networks ÷ the same resources written by hand; each run in a process of its own. */
export async function synthBench(): Promise<Part> {
  const workshop = Workshop.make();
  try {
    workshop.compileBenches();
    const trap = trapTerraform(workshop);
    const synth = (by: "construct" | "hand", count: number, ...rest: string[]): Promise<Sample> =>
      sample([process.execPath, "synth-app.js", by, String(count), workshop.path(by), ...rest], {
        cwd: workshop.folder,
        env: { PATH: workshop.path("bin"), TERRAFORM_BINARY_NAME: undefined },
      });

    const rows: Row[] = [];
    const points: { count: number; pairs: Pair[] }[] = [];
    for (const count of SIZES) {
      const [ours, theirs] = [await synth("construct", count, "--hash"), await synth("hand", count, "--hash")];
      if (ours.json !== theirs.json) {
        throw new Error(`by-hand.ts gives other JSON than the construct for ${count} networks; make it follow lib/`);
      }
      const pairs = await alternate(
        () => synth("construct", count),
        () => synth("hand", count),
        // what takes a moment is measured by more of them
        count < 100 ? 5 * RUNS : RUNS,
      );
      points.push({ count, pairs });
      rows.push({
        what: `synth: ${count} networks`,
        to: "the same JSON by hand",
        value: ratio(pairs, "processor"),
        goal: 1.05,
        note: inFigures(pairs, "processor", "ms"),
      });
      rows.push({
        what: `node main.js: ${count} networks`,
        to: "the same JSON by hand",
        value: ratio(pairs, "whole"),
        goal: 1.05,
        note: inFigures(pairs, "whole", "ms"),
      });
    }
    if (existsSync(trap)) throw new Error("synth started terraform");
    const growth = (of: "ours" | "base") =>
      exponent(points.map(({ count, pairs }) => [count, quantity(pairs, of, "processor")]));
    if (points.filter(({ count }) => count >= 100).length > 1) {
      rows.push({
        what: "synth: exponent of growth",
        to: "1, linear",
        value: growth("ours"),
        goal: 1.05,
        note: `by hand ${growth("base").toFixed(2)}; from 100 networks on, below that loading prevails`,
      });
    }
    return { rows };
  } finally {
    workshop.remove();
  }
}

/** A folder for the PATH whose terraform and tofu leave a trace. */
function trapTerraform(workshop: Workshop): string {
  const trace = workshop.path("terraform-was-run");
  mkdirSync(workshop.path("bin"));
  for (const name of ["terraform", "tofu"]) {
    writeFileSync(workshop.path("bin", name), `#!/bin/sh\necho > "${trace}"\n`, { mode: 0o755 });
  }
  return trace;
}

/** The slope of the line through the points in logarithms, by least squares. */
function exponent(points: readonly [number, number][]): number {
  const logs = points.filter(([count]) => count >= 100).map(([count, time]) => [Math.log(count), Math.log(time)]);
  const mean = (column: 0 | 1) => logs.reduce((sum, each) => sum + each[column], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const along = logs.reduce((sum, each) => sum + (each[0] - x) * (each[1] - y), 0);
  return along / logs.reduce((sum, each) => sum + (each[0] - x) ** 2, 0);
}
