import {
  Aspects,
  dependable,
  type IAspect,
  type ITerraformDependable,
  TerraformDataSource,
  TerraformModule,
  TerraformResource,
  TerraformStack,
} from "cdktf";
import type { IConstruct } from "constructs";
import { inTerraform } from "./keys";
import { Registry } from "./registry";

const aspects = Registry.perStack<DependsOn>();

/**
 * Makes `node.addDependency` work for a construct, in both directions: CDKTF makes no `depends_on` of it.
 */
export function addDependsOn(construct: IConstruct): void {
  const known = aspects.find(construct, "");
  if (known !== undefined) {
    known.ours.add(construct);
    return;
  }
  const stack = TerraformStack.of(construct);
  const aspect = aspects.add(construct, "", new DependsOn(stack));
  aspect.ours.add(construct);
  Aspects.of(stack).add(aspect);
}

/** The resources and modules below a construct, or it itself. */
export const resourcesBelow = (construct: IConstruct): ITerraformDependable[] =>
  construct.node.findAll().filter(canBeWaitedFor);

/** What has a `depends_on` of its own: a data source is not given any, since Terraform would then read it in the apply only. */
type Waiting = IConstruct & { dependsOn?: string[] };

/** Gives each resource of a stack what the constructs above it depend on, where a construct of this package is at either end. */
class DependsOn implements IAspect {
  public readonly ours = new Set<IConstruct>();

  constructor(private readonly stack: TerraformStack) {}

  public visit(node: IConstruct): void {
    if (!canWait(node)) return;
    const { scopes } = node.node;
    const isOurs = scopes.some((scope) => this.ours.has(scope));
    const awaited = scopes
      .flatMap((scope) => scope.node.dependencies)
      .filter((target) => isOurs || target.node.scopes.some((scope) => this.ours.has(scope)))
      // A construct that contains what it depends on does not make that wait for itself.
      .filter((target) => !scopes.includes(target))
      .flatMap((target) => this.awaitedOf(target));
    if (awaited.length === 0) return;
    // As addresses, since each token of the same one differs.
    const all = [...(node.dependsOn ?? []), ...awaited].map((each) => String(inTerraform(node, each)));
    node.dependsOn = [...new Set(all)];
  }

  private awaitedOf(target: IConstruct): readonly ITerraformDependable[] {
    const stack = TerraformStack.of(target);
    if (stack !== this.stack) {
      this.stack.addDependency(stack);
      return [];
    }
    return lastToExist(target).map(dependable);
  }
}

/** A construct of this package defines it itself. */
function lastToExist(target: IConstruct): readonly ITerraformDependable[] {
  const { _lastToExist: own } = target as { _lastToExist?: () => readonly ITerraformDependable[] };
  return own === undefined ? resourcesBelow(target) : own.call(target);
}

const canWait = (node: IConstruct): node is Waiting =>
  TerraformResource.isTerraformResource(node) || node instanceof TerraformModule;

const canBeWaitedFor = (node: IConstruct): node is IConstruct & ITerraformDependable =>
  canWait(node) || TerraformDataSource.isTerraformDataSource(node);
