/**
 * How a simulated provider is written. A provider is its real schema plus behaviour per resource type; the protocol
 * does the rest: unknown values, replacement, sets, private state, diagnostics, tainting.
 *
 * Rules for behaviours:
 * - Configurations and plans may hold `UNKNOWN` (see cty.ts). `text`, `flag`, `texts` read them as the SDK would: empty.
 * - Results are merged over what is planned (create, update) or current (read), by top-level name; name only what the
 *   provider computes. A planned value that stays unknown becomes null. A nested block is returned whole.
 * - An expected error is a thrown `Failure`. Anything else that is thrown is a bug of the simulator and ends the run as a
 *   "Plugin error" with its stack.
 * - Methods may be async; calls of one run overlap as they do in Terraform (ten at a time), so share no state but the client.
 */
import type { Value, Values } from "./cty";
import type { Diagnostic, Path } from "./diagnostics";
import type { ProviderSchema } from "./schema";

export interface ProviderDefinition<Client = unknown> {
  /** Namespace and name, without a registry: "hashicorp/azurerm". */
  address: string;
  schema: ProviderSchema;
  /** Called at validate, plan and apply, before `configure`; what the schema demands has been checked already. */
  validateConfig?(config: Values): Diagnostic[];
  /**
   * Called once per provider instance (alias) and walk: in plan, apply, refresh and destroy alike, at plan with unknown
   * values where the configuration has some. What it returns is the instance's client, handed to every behaviour.
   */
  configure?(config: Values, context: ConfigureContext): Client | Promise<Client>;
  /** Called whenever Terraform calls, and whenever it gets a response: somebody is at work. */
  onActivity?(): void;
  resources?: Record<string, ResourceBehaviour<Client>>;
  dataSources?: Record<string, DataSourceBehaviour<Client>>;
}

export interface ConfigureContext {
  /** Aborted when the operator interrupts Terraform, or when Terraform dies. */
  readonly signal: AbortSignal;
  readonly warn: (warning: Diagnostic) => void;
}

export interface Context<Client = unknown> extends ConfigureContext {
  /** What `configure` returned for the instance (alias) this resource belongs to. */
  readonly client: Client;
  readonly typeName: string;
}

export interface ResourceContext<Client = unknown> extends Context<Client> {
  /**
   * How long the operation may take, in ms of the clouds' clock: the resource's `timeouts` block, else the behaviour's.
   * Waiting is the behaviour's business, so keeping to the bound is too.
   */
  readonly timeout: number;
  /** What the provider keeps beside the state, invisible to configurations. Changes are saved with the result. */
  readonly privateState: Record<string, Value>;
}

/** As Go writes durations: "30m", "1h30m". Absent: 20 minutes, the SDK's default. */
export interface Timeouts {
  create?: string;
  read?: string;
  update?: string;
  delete?: string;
}

/** What a plan hook looks at and may still change. */
export interface Change {
  /** null: the object is created */
  readonly prior: Values | null;
  readonly config: Values;
  /** The plan so far, defaults and unknowns filled in. Set members to change it. */
  readonly planned: Values;
  /** Replace the object because of this path, over and above `forceNew`. */
  readonly replace: (path: Path) => void;
}

/** A resource as another type's provider left it in the state file. */
export interface MovedResource {
  readonly typeName: string;
  readonly state: Values;
}

export interface ResourceBehaviour<Client = unknown> {
  /** Dotted paths ("site.zone", no indices) a change of which replaces the object. */
  forceNew?: readonly string[];
  /** Dotted path → value where the configuration sets none. */
  defaults?: Readonly<Record<string, Value>>;
  /** Top-level computed attributes that any update makes unknown until it has run. */
  recomputed?: readonly string[];
  timeouts?: Timeouts;
  /** Arguments that come back otherwise than planned, which Terraform tolerates of an SDK provider. */
  unplanned?: readonly string[];
  /**
   * Whether Terraform tolerates plans that differ from the configuration, as it does for providers written with the SDK.
   * Absent: only where a default stands in for an attribute that is not computed, which nothing else allows.
   * The arguments in a result are held to the plan either way.
   */
  legacyTypeSystem?: boolean;

  /** What `terraform validate` says beyond the schema; values may be unknown. */
  validate?(config: Values): Diagnostic[];
  /** The provider's CustomizeDiff or ModifyPlan: suppress a difference by setting planned to prior, and the like. */
  plan?(change: Change, context: ResourceContext<Client>): void | Promise<void>;
  create(planned: Values, context: ResourceContext<Client>): Values | Promise<Values>;
  /** null: the object is gone, Terraform drops it from the state. */
  read(current: Values, context: ResourceContext<Client>): Values | null | Promise<Values | null>;
  /** Absent where every argument is in `forceNew`. */
  update?(prior: Values, planned: Values, context: ResourceContext<Client>): Values | Promise<Values>;
  delete(prior: Values, context: ResourceContext<Client>): void | Promise<void>;
  /** What is known from the id alone; Terraform reads the rest. Absent: `{ id }`. */
  importState?(id: string, context: ResourceContext<Client>): Values | Promise<Values>;
  /**
   * What becomes of the state of a resource of another type that a `moved` block makes this one; Terraform reads the rest.
   * Absent: this type takes none. Called before the provider is configured for anything else, so `client` may be missing.
   */
  moveState?(source: MovedResource, context: ResourceContext<Client>): Values | Promise<Values>;
}

export interface DataSourceBehaviour<Client = unknown> {
  validate?(config: Values): Diagnostic[];
  /** Called only once the configuration is known. */
  read(config: Values, context: Context<Client>): Values | Promise<Values>;
}
