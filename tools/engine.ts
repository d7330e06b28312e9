import { spawnSync } from "node:child_process";
import { terraform } from "simulated-clouds";

/** The engine that runs, by its name and the two numbers that its version begins with. */
interface Engine {
  readonly name: "Terraform" | "OpenTofu";
  readonly version: readonly [major: number, minor: number];
}

let found: Engine | undefined;

function engine(): Engine | undefined {
  const binary = terraform.find();
  if (found || binary === undefined) return found;
  const { stdout } = spawnSync(binary, ["version"], { encoding: "utf8" });
  const [, name, major, minor] = /(Terraform|OpenTofu) v(\d+)\.(\d+)/.exec(stdout) ?? [];
  if (name === undefined) throw new Error(`${binary} version does not say which Terraform or OpenTofu it is`);
  found = { name: name as Engine["name"], version: [Number(major), Number(minor)] };
  return found;
}

/** Whether it is this Terraform or a later one, or this OpenTofu or a later one. */
export function engineIsFrom(minimum: Readonly<Record<Engine["name"], Engine["version"]>>): boolean {
  const running = engine();
  if (running === undefined) return false;
  const [major, minor] = minimum[running.name];
  return running.version[0] > major || (running.version[0] === major && running.version[1] >= minor);
}
