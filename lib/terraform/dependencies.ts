import {
  Aspects,
  dependable,
  type IAspect,
  type ITerraformDependable,
  TerraformDataSource,
  TerraformElement,
  TerraformModule,
  TerraformResource,
  TerraformStack,
} from "cdktf";
import type { IConstruct } from "constructs";
import { inTerraform } from "./keys";
import { Registry } from "./registry";

const aspects = Registry.perApp<DependsOn>();

/**
 * Makes `node.addDependency` work for a construct, in both directions: CDKTF makes no `depends_on` of it.
 */
export function addDependsOn(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  const known = aspects.find(construct, "");
  const aspect = known ?? aspects.add(construct, "", new DependsOn());
  if (known === undefined) new InEveryStack(stack, "aiven-azure-peering-depends-on", aspect);
  aspect.ours.add(construct);
  aspect.addTo(stack);
}

/** The resources and modules below a construct, or it itself. */
export const resourcesBelow = (construct: IConstruct): ITerraformDependable[] =>
  construct.node.findAll().filter(canBeWaitedFor);

/** What has a `depends_on` of its own: a data source is not given any, since Terraform would then read it in the apply only. */
type Waiting = IConstruct & { dependsOn?: string[] };

/** Gives each resource what the constructs above it depend on, where a construct of this package is at either end. */
class DependsOn implements IAspect {
  public readonly ours = new Set<IConstruct>();
  private readonly stacks = new Set<TerraformStack>();

  public addTo(stack: TerraformStack): void {
    if (this.stacks.has(stack)) return;
    this.stacks.add(stack);
    Aspects.of(stack).add(this);
  }

  public visit(node: IConstruct): void {
    if (!canWait(node)) return;
    const { scopes } = node.node;
    const isOurs = scopes.some((scope) => this.ours.has(scope));
    const awaited = scopes
      .flatMap((scope) => scope.node.dependencies)
      .filter((target) => isOurs || this.isOurs(target))
      // A construct that contains what it depends on does not make that wait for itself.
      .filter((target) => !scopes.includes(target))
      .flatMap((target) => awaitedOf(target, TerraformStack.of(node)));
    if (awaited.length === 0) return;
    // As addresses, since each token of the same one differs.
    const all = [...(node.dependsOn ?? []), ...awaited].map((each) => String(inTerraform(node, each)));
    node.dependsOn = [...new Set(all)];
  }

  /** Whether it is of this package, part of what is, or contains it. */
  private isOurs(target: IConstruct): boolean {
    return (
      target.node.scopes.some((scope) => this.ours.has(scope)) ||
      [...this.ours].some((construct) => construct.node.scopes.includes(target))
    );
  }
}

/**
 * Adds the aspect to each stack of the app, also to one without a construct of this package. An app's own aspects are never invoked; but CDKTF
 * renders the elements of every stack once before it synthesises the first one.
 */
class InEveryStack extends TerraformElement {
  constructor(
    stack: TerraformStack,
    id: string,
    private readonly aspect: DependsOn,
  ) {
    super(stack, id);
  }

  public override toTerraform(): unknown {
    for (const construct of this.node.root.node.findAll()) {
      if (TerraformStack.isStack(construct)) this.aspect.addTo(construct);
    }
    return {};
  }
}

function awaitedOf(target: IConstruct, waiting: TerraformStack): string[] {
  const stack = TerraformStack.of(target);
  if (stack !== waiting) {
    waiting.addDependency(stack);
    return [];
  }
  return lastToExist(target).map(dependable);
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
