import { type App, type TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { refuse } from "./refuse";

/** Where jsii keeps a class's name, `cdktf.TerraformStack` or `cdktn.TerraformStack`, and the release that it is from. */
const RTTI = Symbol.for("jsii.rtti");

/**
 * Refuses a stack of the other one of CDKTF and CDK Terrain. Each takes the other's for its own at first, and only synth ends, in a
 * TypeError that names neither.
 */
export function requireOneCore(construct: IConstruct): void {
  const stack: object = TerraformStack.of(construct);
  if (stack instanceof TerraformStack) return;
  const [ours, theirs] = [coreOf(TerraformStack), coreOf(stack.constructor)];
  // A second copy of the same core is none of our business.
  if (ours === undefined || theirs === undefined || theirs.name === ours.name) return;
  refuse(
    construct,
    `scope: a stack of ${theirs.name} ${theirs.version} is not allowed, this package works with ${ours.name}; install ` +
      `${theirs.name}-aiven-azure-peering in its place, or take App, TerraformStack and the providers of ${ours.name}`,
  );
}

interface Core {
  readonly name: string;
  readonly version: string;
}

/** The core that a stack's class comes from; an app's own class extends it. */
function coreOf(type: unknown): Core | undefined {
  for (let each = type; typeof each === "function"; each = Object.getPrototypeOf(each)) {
    const rtti = (each as { [RTTI]?: { fqn: string; version: string } })[RTTI];
    const [name, isStack] = rtti?.fqn.split(/\.(TerraformStack$)?/) ?? [];
    if (rtti !== undefined && isStack !== undefined) return { name: name ?? "", version: rtti.version };
  }
  return undefined;
}

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

/**
 * A part that others refer to by its logical id already. cdktf lets one override the id all the same, and then keeps the old one without
 * a word; this says so.
 */
export function part<Element extends TerraformElement>(element: Element): Element {
  element.overrideLogicalId = () =>
    refuse(
      element,
      "overrideLogicalId: not allowed, other parts refer to the logical id already; override allocateLogicalId of the stack instead",
    );
  return element;
}
