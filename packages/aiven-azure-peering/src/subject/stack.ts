import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../clouds/errors";
import { given, readRegular, type Environment } from "../clouds/environment";
import { parseVisible } from "../clouds/text";
import { evaluate } from "./expression";
import { networkId } from "./subject";
import { member, type Value } from "./expression";
import { Variables } from "./variables";

/** A block of a synthesised stack, as it is written. */
export type Block = Readonly<Record<string, unknown>>;

interface Synthesised {
  readonly "//"?: unknown;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly provider?: Readonly<Record<string, readonly Block[]>>;
  readonly variable?: Readonly<Record<string, { readonly default?: unknown; readonly type?: string }>>;
  readonly locals?: Block;
  readonly terraform?: {
    readonly required_providers?: Readonly<Record<string, { readonly version?: string } | undefined>>;
  };
}

/** A synthesised stack (`cdk.tf.json`): its blocks, and what their values come to before an apply. */
export class Stack {
  /** References that are being followed, so that a circle ends. */
  private readonly following = new Set<string>();
  /** What references came to: one that is named twice in each of thirty others is followed once. */
  private readonly followed = new Map<string, Value>();

  private readonly variables: Variables;

  private constructor(
    readonly path: string,
    private readonly json: Synthesised,
    private readonly env: Environment,
  ) {
    this.variables = new Variables(json.variable ?? {}, env, dirname(path));
  }

  /** @throws UsageError where there is none at the path */
  static read(path: string, env: Environment): Stack {
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "cdk.tf.json") : path;
    const text = readRegular(file);
    if (text === undefined) {
      throw new UsageError(`--stack: there is no ${file}: synthesise the app, and name a folder in cdktf.out/stacks`);
    }
    const json = parseVisible(text);
    if (json === undefined) {
      throw new UsageError(`--stack: ${file} is no JSON: name a folder in cdktf.out/stacks`);
    }
    return new Stack(file, typeof json === "object" && json !== null ? json : {}, env);
  }

  /** Another stack of the same app: `cdktf synth` writes them into folders side by side. */
  beside(name: string): Stack | undefined {
    const file = join(dirname(dirname(this.path)), name, "cdk.tf.json");
    return existsSync(file) ? Stack.read(file, this.env) : undefined;
  }

  /** The input variables without a value that something looked up so far needs. */
  get missingVariables(): readonly string[] {
    return [...this.variables.missing];
  }

  /** What stands beside the blocks, for others than Terraform. */
  get comment(): unknown {
    return this.json["//"];
  }

  /** The block at an address such as `azuread_application.x` or `data.azuread_service_principal.x`. */
  at(address: string): Block | undefined {
    const [first, ...rest] = address.split(".");
    const [blocks, [type, name]] = first === "data" ? [this.json.data, rest] : [this.json.resource, [first, ...rest]];
    return blocks?.[type]?.[name];
  }

  /** The provider that `azurerm` or `azurerm.alias` names. */
  provider(reference: string): Block {
    const [type, alias] = reference.split(".");
    return (this.json.provider?.[type] ?? []).find((block) => block.alias === alias) ?? {};
  }

  /** The constraint on the version of a provider. */
  providerVersion(type: string): string | undefined {
    return this.json.terraform?.required_providers?.[type]?.version;
  }

  /** What a value comes to; undefined where it is known after apply. */
  value(written: unknown): Value {
    return evaluate(written, (path) => this.follow(path));
  }

  text(written: unknown): string | undefined {
    const value = this.value(written);
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  texts(written: unknown): readonly string[] | undefined {
    const value = this.value(written);
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
  }

  private follow(path: readonly string[]): Value {
    const key = path.join(".");
    if (this.followed.has(key)) return this.followed.get(key);
    if (this.following.has(key)) return undefined;
    this.following.add(key);
    try {
      const value = this.lookUp(path);
      this.followed.set(key, value);
      return value;
    } finally {
      this.following.delete(key);
    }
  }

  private lookUp([first, second, third, ...rest]: readonly string[]): Value {
    if (first === "var") return this.variables.value(second);
    if (first === "local") return this.value(this.json.locals?.[second]);
    if (first === "data") return this.attribute(second, this.at(`data.${second}.${third}`), rest);
    return this.attribute(first, this.at(`${first}.${second}`), third === undefined ? [] : [third, ...rest]);
  }

  /** Of a resource or a data source: as it is configured, or as it follows from that. */
  private attribute(type: string, block: Block | undefined, [name, ...below]: readonly string[]): Value {
    if (!block || name === undefined) return undefined;
    if (block[name] !== undefined) {
      return below.reduce<Value>(member, this.value(block[name]));
    }
    if (type === "azurerm_virtual_network" && name === "id") return this.networkId(block);
    if (type === "azurerm_resource_group" && name === "id") return this.groupId(block);
    if (type === "azurerm_client_config") return this.ofDeployer(block, name);
    if (type === "aiven_project_vpc" && name === "id") return this.value(block.vpc_id);
    return undefined;
  }

  private networkId(block: Block): Value {
    const subscriptionId = this.subscriptionOf(block);
    const [resourceGroup, name] = [this.text(block.resource_group_name), this.text(block.name)];
    if (subscriptionId === undefined || resourceGroup === undefined || name === undefined) return undefined;
    return networkId({ subscriptionId, resourceGroup, name });
  }

  private groupId(block: Block): Value {
    const [subscriptionId, name] = [this.subscriptionOf(block), this.text(block.name)];
    if (subscriptionId === undefined || name === undefined) return undefined;
    return `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
  }

  /** The subscription in which azurerm works for a block. */
  private subscriptionOf(block: Block): string | undefined {
    return this.text(this.azurermOf(block).subscription_id) ?? given(this.env, "ARM_SUBSCRIPTION_ID");
  }

  private azurermOf({ provider }: Block): Block {
    return this.provider(typeof provider === "string" ? provider : "azurerm");
  }

  private ofDeployer(block: Block, name: string): Value {
    if (name === "subscription_id") return this.subscriptionOf(block);
    if (name === "client_id") return given(this.env, "ARM_CLIENT_ID");
    if (name !== "tenant_id") return undefined;
    return this.text(this.azurermOf(block).tenant_id) ?? given(this.env, "ARM_TENANT_ID");
  }
}
