import { call, create, type Expression, literal, name, type Program, type Statement } from "./code";
import type { DescribedLink, DescribedPeering, DescribedStack } from "./described";
import { type Core, modulesOf } from "./modules";

/** The app that describes what exists, so that its halves are imported as they are. */
export function programOf(stack: DescribedStack, core: Core, heading: readonly string[]): Program {
  const modules = modulesOf(core);
  const names = new Names();
  const peerings = stack.peerings.flatMap((peering, index) => peeringOf(peering, index, names));
  const { tenantId, subscriptionId } = stack;
  const has = (test: (peering: DescribedPeering) => boolean): boolean => stack.peerings.some(test);
  const byVariable = has(({ credential }) => credential.kind === "secret");
  const construct = [
    ...["AivenAzurePeering", "AivenServicePrincipalSource", "AivenVpc"],
    ...(has(({ azurePeeringProvider }) => azurePeeringProvider === "azapi") ? ["AzurePeeringProvider"] : []),
    ...["AzureVirtualNetwork", "ExistingCredential", "ExistingPeeringApplication", "VirtualNetworkAccessSource"],
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
  const [first, ...more] = peering.links;
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
    access: name("VirtualNetworkAccessSource.EXISTING"),
    azurePeeringProvider: peering.azurePeeringProvider === "azapi" ? name("AzurePeeringProvider.AZAPI") : undefined,
    ...halvesOf(first),
  };
  return [
    ...(credential.kind === "secret" ? [variable(credential.variable)] : []),
    {
      apart: credential.kind !== "secret",
      as: more.length > 0 ? id : undefined,
      value: create("AivenAzurePeering", inStack(id), options),
    },
    ...more.map((link) => ({
      value: call(`${id}.addVirtualNetwork`, [literal(names.idOf(link.networkName)), networkOf(link)], {
        importExisting: literal(true),
        ...halvesOf(link),
      }),
    })),
  ];
}

const networkOf = ({ virtualNetworkId }: DescribedLink): Expression =>
  call("AzureVirtualNetwork.fromId", [literal(virtualNetworkId)]);

/** What is as the construct has it by default is left out. */
const halvesOf = (link: DescribedLink): Record<string, Expression | undefined> => ({
  peeringName: literal(link.peeringName),
  remoteVirtualNetworkId: literal(link.remoteVirtualNetworkId),
  allowVirtualNetworkAccess: link.allowVirtualNetworkAccess ? undefined : literal(false),
  allowForwardedTraffic: link.allowForwardedTraffic ? literal(true) : undefined,
  allowGatewayTransit: link.allowGatewayTransit ? literal(true) : undefined,
});

/** Ids of links: the names of their networks, each once, and none that the construct has itself. */
class Names {
  private readonly taken = new Set(["vpc", "identity", "link", "subscription"]);

  public idOf(networkName: string): string {
    const wanted = networkName.toLowerCase();
    let id = wanted;
    for (let number = 2; this.taken.has(id); number++) id = `${wanted}-${number}`;
    this.taken.add(id);
    return id;
  }
}
