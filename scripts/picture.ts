import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { startHttpSimulation, type World } from "simulated-clouds";
import { drawn } from "../packages/aiven-azure-peering/src/status/drawing";
import type { Pictured } from "../packages/aiven-azure-peering/src/status/picture";
import { ROOT } from "../tools/folder";

/** What `aiven-azure-peering status` draws of a stack that is deployed to simulated clouds; it asks them as it would ask the real ones. */
export async function pictureOf(world: World, stack: string, variables: NodeJS.ProcessEnv): Promise<string> {
  const simulation = await startHttpSimulation(world);
  try {
    const main = join(ROOT, "packages/aiven-azure-peering/src/main.ts");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["-r", "@swc-node/register", main, "status", "--stack", stack, "--json"],
      { cwd: ROOT, env: { ...process.env, ...simulation.env, ...variables } },
    );
    return drawn(JSON.parse(stdout) as Pictured).join("\n");
  } finally {
    await simulation.stop();
  }
}
