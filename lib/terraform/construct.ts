import { type App, type ITerraformDependable, TerraformStack, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { addDependsOn, resourcesBelow } from "./dependencies";
import { given } from "./given";
import { includeInNameKey } from "./keys";
import { requireOneCopy } from "./recognition";
import { refuse } from "./refuse";

/**
 * A construct of this package that users create or are returned. What CDKTF asks of each of them is here.
 *
 * @internal
 */
export abstract class PeeringConstruct extends Construct {
  constructor(scope: Construct, id: string) {
    requireId(scope, "id", id);
    super(scope, id);
    requireOneCore(this);
    requireOneCopy(this);
    refuseHcl(this);
    includeInNameKey(this);
    addDependsOn(this);
  }

  /**
   * What a construct waits for that depends on this one. All resources below it, unless some of them wait for the others.
   *
   * @internal
   */
  public _lastToExist(): readonly ITerraformDependable[] {
    return resourcesBelow(this);
  }
}

/**
 * Refuses an id that only Terraform knows, which could not name a resource, and one that Terraform would evaluate: the path of a construct
 * stands in messages that Terraform prints.
 */
export function requireId(scope: IConstruct | undefined, property: string, id: unknown): void {
  const use = "use letters, digits, hyphens and underscores";
  if (id === undefined || id === null)
    refuse(scope, `${property}: missing, give one of letters, digits, hyphens and underscores`);
  // constructs keeps the children in an object, whose own names are taken.
  if (typeof id !== "string" || id === "" || id in {})
    refuse(scope, `${property}: ${given(id)} is not allowed, ${use}`);
  if (Token.isUnresolved(id)) refuse(scope, `${property}: a token is not allowed, ${use}`);
  const path = `${scope?.node.path ?? ""}/${id}`;
  if (/[$%]\{|\p{Cc}/u.test(path)) refuse(undefined, `${property}: ${given(path)} is not allowed in a path, ${use}`);
}

/** Where jsii keeps a class's name, `cdktf.TerraformStack` or `cdktn.TerraformStack`, and the release that it is from. */
const RTTI = Symbol.for("jsii.rtti");

/**
 * Refuses a stack of the other one of CDKTF and CDK Terrain. Each takes the other's for its own at first, and only synth ends, in a
 * TypeError that names neither.
 */
function requireOneCore(construct: IConstruct): void {
  const stack: object = TerraformStack.of(construct);
  if (stack instanceof TerraformStack) return;
  const [ours, theirs] = [coreOf(TerraformStack), coreOf(stack.constructor)];
  // A second copy of the same core works.
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
 * `cdktf synth --hcl` sets the environment variable.
 */
function refuseHcl(scope: IConstruct): void {
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
