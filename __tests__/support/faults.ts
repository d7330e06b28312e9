import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { isTemplate } from "../../lib/terraform/template";
import { addProviders, type Block, Synthesised } from "./synth";

export interface Attempt {
  readonly error?: Error;
  readonly stack?: Synthesised;
}

/** Builds something in a stack of its own, and synthesises it as cdktf does, but for the files. */
export function attempt(build: (scope: Construct) => unknown): Attempt {
  try {
    const stack = new TerraformStack(new App(), "stack");
    addProviders(stack);
    build(new Construct(stack, "a"));
    stack.prepareStack();
    return { stack: new Synthesised(JSON.parse(JSON.stringify(stack.toTerraform())) as never) };
  } catch (error) {
    return { error: error as Error };
  }
}

/** What is wrong with an attempt, for whoever reads the message or runs Terraform. */
export const faultsOf = ({ error, stack }: Attempt): string[] => [
  ...(error === undefined ? [] : faultsOfMessage(error)),
  ...(stack === undefined
    ? []
    : [...faultsOfTexts(stack), ...danglingIn(stack), ...twinsIn(stack), ...unsealedIn(stack)]),
];

function faultsOfMessage({ constructor, message }: Error): string[] {
  const faults: [boolean, string][] = [
    [constructor !== Error, `a ${constructor.name}`],
    [!/^(?:stack\/[^\n]*?: )?[A-Za-z]\w*[^\n]*?: /.test(message), "no property"],
    [/[\n\r]/.test(message), "several lines"],
    [message.length > 1000, "too long"],
    [/TfToken|\[object|\bundefined\b/.test(message), "unreadable"],
    [message.endsWith("."), "a final period"],
  ];
  return faults.filter(([isThere]) => isThere).map(([, fault]) => `${fault}: ${message.slice(0, 300)}`);
}

function textsIn(stack: Synthesised): string[] {
  const texts: string[] = [];
  JSON.parse(JSON.stringify(stack.json), (key, value: unknown) => {
    // Comments to Terraform.
    if (key === "//") return undefined;
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

const faultsOfTexts = (stack: Synthesised): string[] =>
  textsIn(stack).flatMap((text) => [
    ...(/TfToken|\[object Object\]/.test(text) ? [`in the configuration: ${text.slice(0, 300)}`] : []),
    ...(isTemplate(text) ? [] : [`not to be read by Terraform: ${text.slice(0, 300)}`]),
  ]);

const REFERENCE = /(?<![\w."/-])((?:data\.)?(?:azurerm|azuread|aiven|time|azapi)_[a-z0-9_]+\.[A-Za-z_][\w-]*)/g;

/** References to nothing. */
function danglingIn(stack: Synthesised): string[] {
  const known = new Set(stack.addresses);
  const found = textsIn(stack)
    .filter((text) => text.includes("${"))
    .flatMap((text) => [...text.matchAll(REFERENCE)].map(([, address]) => address ?? ""));
  return [...new Set(found)].filter((address) => !known.has(address)).map((address) => `no ${address}`);
}

/** Names that a cloud knows once. */
function twinsIn(stack: Synthesised): string[] {
  const peerings = [
    ...Object.values(stack.resources("azurerm_virtual_network_peering")),
    ...Object.values(stack.resources("azapi_resource")),
  ].map((each) => ["peering", each.resource_group_name, each.virtual_network_name, each.parent_id, each.name]);
  const roles = Object.values(stack.resources("azurerm_role_definition")).map(({ name }) => ["role", name]);
  const connections = Object.values(stack.resources("aiven_azure_vpc_peering_connection")).map((each) => [
    ...["connection", each.vpc_id, each.azure_subscription_id, each.vnet_name],
  ]);
  const keys = [...peerings, ...roles, ...connections].map((key) => JSON.stringify(key));
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `twice: ${key}`);
}

const SECRETS = ["client_secret", "client_certificate", "client_certificate_path"];
const FLAGS = ["use_msi", "use_cli", "use_oidc", "use_aks_workload_identity"];

/** Providers that may sign in as somebody else. */
function unsealedIn(stack: Synthesised): string[] {
  const ofApplication = [
    ...stack.providers("azurerm").filter(({ alias }) => alias !== undefined),
    ...stack.providers("azapi"),
  ];
  return ofApplication.flatMap((provider) => {
    const isDeployer = provider.client_secret === undefined;
    const open = isDeployer ? [] : SECRETS.filter((name) => provider[name] === undefined);
    const others = FLAGS.filter((name) => provider[name] === true && !(name === "use_oidc" && isFederated(provider)));
    return [...open, ...others].map((name) => `${name} of ${String(provider.alias)}`);
  });
}

const isFederated = (provider: Block): boolean => provider.client_secret === "" || provider.client_secret === "none";
