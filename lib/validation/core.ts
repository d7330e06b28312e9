import { TerraformStack } from "cdktf";
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
