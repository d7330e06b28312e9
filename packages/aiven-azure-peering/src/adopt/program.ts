import { call, create, type Expression, literal, type Module, name, type Program, type Statement } from "./code";
import type { DescribedNetwork, DescribedPeering, DescribedStack } from "./described";

/** The two that a stack can be written for: CDKTF, and CDK Terrain, its successor. */
export type Core = "cdktf" | "cdktn";

/** What the packages are called. */
const modulesOf = (core: Core) => ({
  core: { typescript: core, python: core },
  construct: { typescript: `${core}-aiven-azure-peering`, python: `${core}_aiven_azure_peering` },
  aiven: { typescript: `${core}-provider-aiven/lib/provider`, python: `${core}_provider_aiven.provider` },
  azuread: providerOf(core, "azuread"),
  azurerm: providerOf(core, "azurerm"),
  time: providerOf(core, "time"),
});

const providerOf = (core: Core, provider: string): Module => ({
  typescript: `@${core}/provider-${provider}/lib/provider`,
  python: `${core === "cdktf" ? "cdktf_cdktf" : "cdktn"}_provider_${provider}.provider`,
});

/** What installs the packages. */
export const installation = (core: Core): Readonly<Record<keyof Module, string>> => {
  const ours = [`${core}-aiven-azure-peering`, `${core}-provider-aiven`, core, "constructs"];
  const all = (prefix: string) =>
    [...ours, ...["azurerm", "azuread", "time"].map((each) => `${prefix}${each}`)].join(" ");
  return {
    typescript: `npm install ${all(`@${core}/provider-`)}`,
    python: `pip install ${all(core === "cdktf" ? "cdktf-cdktf-provider-" : "cdktn-provider-")}`,
  };
};

/** The app that describes what exists, so that both sides are imported as they are. */
export function programOf(stack: DescribedStack, core: Core, heading: readonly string[]): Program {
  const modules = modulesOf(core);
  const names = new Names();
  const peerings = stack.peerings.flatMap((peering, index) => peeringOf(peering, index, names));
  const { tenantId, subscriptionId } = stack;
  const has = (test: (peering: DescribedPeering) => boolean): boolean => stack.peerings.some(test);
  const byVariable = has(({ credential }) => credential.kind === "secret");
  const construct = [
    "AivenAzurePeering",
    "AivenServicePrincipalSource",
    "AivenVpc",
    ...(has(({ azurePeeringProvider }) => azurePeeringProvider === "azapi") ? ["AzurePeeringProvider"] : []),
    "AzureVirtualNetwork",
    "ExistingCredential",
    "ExistingPeeringApplication",
    "PeeringAccess",
  ];
  return {
    heading,
    imports: [
      { module: modules.azuread, names: ["AzureadProvider"] },
      { module: modules.azurerm, names: ["AzurermProvider"] },
      { module: modules.time, names: ["TimeProvider"] },
      { module: modules.core, names: ["App", "TerraformStack", ...(byVariable ? ["TerraformVariable"] : [])] },
      { module: modules.construct, names: construct },
      { module: modules.aiven, names: ["AivenProvider"] },
    ],
    statements: [
      { as: "app", value: create("App", []) },
      { as: "stack", value: create("TerraformStack", [name("app"), literal("aiven-azure-peering")]) },
      provider("Azurerm", {
        features: { kind: "emptyStructs", type: "AzurermProviderFeatures" },
        subscriptionId: literal(subscriptionId),
        tenantId: literal(tenantId),
      }),
      provider("Azuread", { tenantId: literal(tenantId) }),
      { comment: "reads AIVEN_TOKEN", ...provider("Aiven") },
      provider("Time"),
      ...peerings,
      { apart: true, value: call("app.synth", []) },
    ],
  };
}

const inStack = (id: string): Expression[] => [name("stack"), literal(id)];

const provider = (title: string, options?: Record<string, Expression>): Statement => ({
  value: create(`${title}Provider`, inStack(title.toLowerCase()), options),
});

/** An application and its networks; the first one is the construct's own. */
function peeringOf(peering: DescribedPeering, index: number, names: Names): Statement[] {
  const [first, ...more] = peering.networks;
  if (first === undefined) return [];
  const number = index === 0 ? "" : String(index + 1);
  const id = `peering${number}`;
  const { credential } = peering;
  const secret = `clientSecret${number}`;
  const variable = (key: string): Statement => ({
    apart: true,
    comment: `a client secret of the application ${peering.clientId}, from TF_VAR_${key}`,
    as: secret,
    value: create("TerraformVariable", inStack(key), { type: literal("string"), sensitive: literal(true) }),
  });
  const options = {
    importExisting: literal(true),
    vpc: call("AivenVpc.fromId", [literal(peering.vpcId)]),
    virtualNetwork: networkOf(first),
    identity: create("ExistingPeeringApplication", inStack(`application${number}`), {
      clientId: literal(peering.clientId),
      credential:
        credential.kind === "secret"
          ? call("ExistingCredential.clientSecret", [name(`${secret}.stringValue`)])
          : call("ExistingCredential.federated", []),
      aivenServicePrincipal: name("AivenServicePrincipalSource.EXISTING"),
    }),
    access: call("PeeringAccess.existing", []),
    azurePeeringProvider: peering.azurePeeringProvider === "azapi" ? name("AzurePeeringProvider.AZAPI") : undefined,
    ...importedAs(first),
  };
  return [
    ...(credential.kind === "secret" ? [variable(credential.variable)] : []),
    {
      apart: credential.kind !== "secret",
      as: more.length > 0 ? id : undefined,
      value: create("AivenAzurePeering", inStack(id), options),
    },
    ...more.map((network) => ({
      value: call(`${id}.addVirtualNetwork`, [literal(names.idOf(network.networkName)), networkOf(network)], {
        importExisting: literal(true),
        ...importedAs(network),
      }),
    })),
  ];
}

const networkOf = ({ virtualNetworkId }: DescribedNetwork): Expression =>
  call("AzureVirtualNetwork.fromId", [literal(virtualNetworkId)]);

/** What is as the construct has it by default is left out. */
const importedAs = (network: DescribedNetwork): Record<string, Expression | undefined> => ({
  peeringName: literal(network.peeringName),
  remoteVirtualNetworkId: literal(network.remoteVirtualNetworkId),
  allowVirtualNetworkAccess: network.allowVirtualNetworkAccess ? undefined : literal(false),
  allowForwardedTraffic: network.allowForwardedTraffic ? literal(true) : undefined,
  allowGatewayTransit: network.allowGatewayTransit ? literal(true) : undefined,
});

/** Ids of peered networks: their names, each once, and none that a child of the construct has already. */
class Names {
  private readonly taken = new Set(["vpc", "identity", "virtual-network", "subscription", "manifest"]);

  public idOf(networkName: string): string {
    const wanted = networkName.toLowerCase();
    let id = wanted;
    for (let number = 2; this.taken.has(id); number++) id = `${wanted}-${number}`;
    this.taken.add(id);
    return id;
  }
}
