import type { App } from "cdktf";
import type { IConstruct } from "constructs";
import { refuse } from "./refuse";

/**
 * Refuses HCL as what is synthesised: cdktf drops `check` blocks from it without a word, and writes what `terraform init` then cannot read.
 * `cdktf synth --hcl` says it by the environment.
 */
export function refuseHcl(scope: IConstruct): void {
  const { SYNTH_HCL_OUTPUT: asked } = process.env;
  const { hclOutput } = scope.node.root as Partial<App>;
  if (asked !== "true" && asked !== "1" && hclOutput !== true) return;
  const given = asked === undefined ? "hclOutput: true" : `SYNTH_HCL_OUTPUT=${asked}`;
  refuse(
    scope,
    `${given} (cdktf synth --hcl) is not allowed, CDKTF's HCL has no check blocks and does not initialise; synthesise JSON, ` +
      "CDKTF's default, which Terraform reads as it reads HCL",
  );
}
