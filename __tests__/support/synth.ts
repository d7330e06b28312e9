import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { VirtualNetwork, type VirtualNetworkConfig } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  type AivenAzurePeeringProps,
  AzureVirtualNetwork,
  type AzureVirtualNetworkAttributes,
} from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import type { Construct } from "constructs";

export type Block = Record<string, unknown>;

/** One synthesised stack, asked as a reader of the JSON would. */
export class Synthesised {
  constructor(public readonly json: Record<string, Record<string, Record<string, Block>>>) {}

  /** The resources of a type by their names. */
  public resources(type: string): Record<string, Block> {
    return this.json.resource?.[type] ?? {};
  }

  public data(type: string): Record<string, Block> {
    return this.json.data?.[type] ?? {};
  }

  /** The one resource of a type, or the one whose name contains `part`. */
  public resource(type: string, part = ""): Block {
    return this.only(`${type} ${part}`, this.resources(type), part);
  }

  /** The reference to the one resource of a type, `type.name`. */
  public address(type: string, part = ""): string {
    return `${type}.${this.only(type, Object.fromEntries(this.names(type).map((name) => [name, name])), part)}`;
  }

  public providers(type: string): Block[] {
    return (this.json.provider?.[type] ?? []) as unknown as Block[];
  }

  /** The providers that act as the peering application. */
  public get peeringProviders(): Block[] {
    return this.providers("azurerm").filter((provider) => provider.auxiliary_tenant_ids !== undefined);
  }

  /** The outputs by their names. */
  public get outputs(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this.json.output ?? {}).map(([name, { value }]) => [name, value]));
  }

  public get checks(): Record<string, { assert: { condition: string; error_message: string } }> {
    return (this.json.check ?? {}) as never;
  }

  /** Every resource and data source, as Terraform addresses it. */
  public get addresses(): string[] {
    const of = (section: "resource" | "data", prefix: string) =>
      Object.entries(this.json[section] ?? {}).flatMap(([type, all]) =>
        Object.keys(all).map((name) => `${prefix}${type}.${name}`),
      );
    return [...of("resource", ""), ...of("data", "data.")].sort();
  }

  private names(type: string): string[] {
    return Object.keys(this.resources(type));
  }

  private only<T>(what: string, all: Record<string, T>, part: string): T {
    const found = Object.entries(all).filter(([name]) => name.includes(part));
    const [first, ...rest] = found;
    if (!first || rest.length > 0) {
      throw new Error(`expected one ${what}, found ${found.length} among ${Object.keys(all).join(", ")}`);
    }
    return first[1];
  }
}

/** The stack's default providers, as an app configures them. */
export function addProviders(stack: TerraformStack, subscriptionId = SUBSCRIPTION): void {
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId });
  new AzureadProvider(stack, "azuread");
  new AivenProvider(stack, "aiven", { apiToken: "token" });
  new TimeProvider(stack, "time");
}

/** Synthesises an app as `cdktf synth` does, and returns its stacks by name. */
export function synthApp(build: (app: App) => void): Record<string, Synthesised> {
  const outdir = mkdtempSync(join(tmpdir(), "synth-"));
  try {
    const app = new App({ outdir, hclOutput: false });
    build(app);
    app.synth();
    return Object.fromEntries(
      readdirSync(join(outdir, "stacks")).map((name) => [
        name,
        new Synthesised(JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8")) as never),
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A stack with the default providers. */
export function addStack(app: App, name: string, subscriptionId = SUBSCRIPTION): TerraformStack {
  const stack = new TerraformStack(app, name);
  addProviders(stack, subscriptionId);
  return stack;
}

/** Synthesises stacks of one app, each with the default providers, by their names. */
export const synthStacks = <Name extends string>(
  names: readonly Name[],
  build: (stacks: Record<Name, TerraformStack>) => void,
): Record<Name, Synthesised> =>
  synthApp((app) => {
    build(Object.fromEntries(names.map((name) => [name, addStack(app, name)])) as Record<Name, TerraformStack>);
  });

export const synthStack = (build: (stack: TerraformStack) => void): Synthesised =>
  synthStacks(["stack"], ({ stack }) => build(stack)).stack;

export const SUBSCRIPTION = "11111111-1111-4111-8111-111111111111";
export const OTHER_SUBSCRIPTION = "22222222-2222-4222-8222-222222222222";
export const TENANT = "33333333-3333-4333-8333-333333333333";
export const CLIENT = "44444444-4444-4444-8444-444444444444";

/** A network given by literals, in mixed case as Azure keeps it. */
export const network = (over: Partial<AzureVirtualNetworkAttributes> = {}) =>
  AzureVirtualNetwork.fromAttributes({
    name: "Hub-VNet",
    resourceGroupName: "Network-RG",
    subscriptionId: SUBSCRIPTION,
    tenantId: TENANT,
    location: "japaneast",
    addressSpaces: ["10.1.0.0/16"],
    ...over,
  });

/** A second one in the same subscription. */
export const spoke = (over: Partial<AzureVirtualNetworkAttributes> = {}) =>
  network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"], ...over });

export const virtualNetworkResource = (stack: TerraformStack, over: Partial<VirtualNetworkConfig> = {}) =>
  new VirtualNetwork(stack, "vnet", {
    name: "Hub-VNet",
    resourceGroupName: "Network-RG",
    location: "Japan East",
    addressSpace: ["10.1.0.0/16"],
    ...over,
  });

export const addPeering = (scope: Construct, over: Partial<AivenAzurePeeringProps> = {}, id = "peering") =>
  new AivenAzurePeering(scope, id, {
    project: "my-project",
    networkCidr: "10.0.0.0/24",
    virtualNetwork: network(),
    ...over,
  });

/** A stack with one peering that differs from the plain one by `over`. */
export const synthPeering = (over: Partial<AivenAzurePeeringProps> = {}) =>
  synthStack((stack) => {
    addPeering(stack, over);
  });

/** What Terraform validates before it creates a resource. */
export const preconditionsOf = ({ lifecycle }: Block): { condition: string; error_message: string }[] =>
  (lifecycle as { precondition?: { condition: string; error_message: string }[] } | undefined)?.precondition ?? [];

/** The value of a variable, a text that only Terraform knows. */
export const variable = (scope: Construct, name: string, type = "string"): string =>
  new TerraformVariable(scope, name, { type }).stringValue;

/** How a message shows it. */
export const shown = (name: string): string => `\${try(tostring(var.${name}), null) == null ? "null" : var.${name}}`;

/** What a wait keeps, unknown until it is over. */
export const after = (wait: string, value: string) => `\${element(split("|", join("|", [${wait}.id, ${value}])), 1)}`;
