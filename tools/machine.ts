import { spawnSync } from "node:child_process";
import { terraform } from "simulated-clouds";
import { engineIsFrom } from "./engine";
import { findPostgresql } from "./postgresql";

interface Need {
  readonly isThere: () => boolean;
  /** What is missing, and what to do. */
  readonly remedy: string | (() => string);
  /** Whether continuous integration may lack it too: no registry that it reaches has it, or it runs with older engines as well. */
  readonly optional?: boolean;
}

const NEEDS = {
  "another user": {
    isThere: () => process.getuid?.() === 0,
    remedy: "only root can be another user: run this test as root, as a container does",
    optional: true,
  },
  "import by expressions": {
    isThere: () => engineIsFrom({ Terraform: [1, 6], OpenTofu: [1, 6] }),
    remedy: "Terraform 1.6 or OpenTofu is needed, which take expressions for the ids of import blocks",
    optional: true,
  },
  "moves to another type": {
    isThere: () => engineIsFrom({ Terraform: [1, 8], OpenTofu: [1, 11] }),
    remedy: "Terraform 1.8 or OpenTofu 1.11 is needed, which let a resource move to another type",
    optional: true,
  },
  linux: { isThere: () => process.platform === "linux", remedy: "Linux is needed" },
  postgresql: {
    isThere: () => findPostgresql() !== undefined,
    remedy: "PostgreSQL's server is missing: apt-get install postgresql",
  },
  pwsh: {
    isThere: () => spawnSync("pwsh", ["-Version"]).status === 0,
    remedy: "PowerShell is missing: install pwsh",
    optional: true,
  },
  python3: {
    isThere: () => spawnSync("python3", ["--version"]).status === 0,
    remedy: "python3 is missing: install it",
  },
  "partly known values": {
    isThere: () => engineIsFrom({ Terraform: [1, 6], OpenTofu: [1, 6] }),
    remedy: "Terraform 1.6 or OpenTofu is needed, which plan with what is known of a value",
    optional: true,
  },
  terraform: {
    isThere: () => terraform.find() !== undefined,
    remedy: () => `${terraform.missing()}: ${howToInstall(process.env.TERRAFORM_BINARY_NAME)}`,
  },
} satisfies Record<string, Need>;

const howToInstall = (named: string | undefined) =>
  named ? "install it, or name another one or none there" : "install one of them, or set TERRAFORM_BINARY_NAME";

/**
 * Whether this machine has what something needs. Where it has not, a line that begins with `SKIPPED` says on standard error what is left
 * out and why.
 *
 * @param need - one of the things that a machine may lack.
 * @param what - what is left out without it.
 * @throws in continuous integration (`CI` is set), where nothing else than what is optional may be left out.
 */
export function machineHas(need: keyof typeof NEEDS, what: string): boolean {
  const { isThere, remedy: given, optional }: Need = NEEDS[need];
  if (isThere()) return true;
  const remedy = typeof given === "string" ? given : given();
  if (process.env.CI && !optional) throw new Error(`${remedy}; without it is left out: ${what}`);
  process.stderr.write(`SKIPPED: ${what}: ${remedy}\n`);
  return false;
}
