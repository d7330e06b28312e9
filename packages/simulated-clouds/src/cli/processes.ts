import { spawnSync } from "node:child_process";

/**
 * Ends a process and all that it has started, at once: `npx cdktf` is a shell, two of Node's and Terraform. Where the system has no `ps`,
 * the process alone.
 */
export function endWithDescendants(pid: number): void {
  const { stdout } = spawnSync("ps", ["-A", "-o", "ppid=,pid="], { encoding: "utf8" });
  const children = new Map<number, number[]>();
  for (const [, parent, child] of (stdout ?? "").matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)) {
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(child)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  for (const member of family) {
    try {
      process.kill(member, "SIGKILL");
    } catch {
      // it has ended by itself
    }
  }
}
