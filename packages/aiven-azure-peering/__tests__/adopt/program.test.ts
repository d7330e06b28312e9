import { execFileSync } from "node:child_process";
import type { DescribedNetwork, DescribedPeering } from "../../src/adopt/described";
import { programOf } from "../../src/adopt/program";
import { inPython } from "../../src/adopt/python";
import { inTypeScript } from "../../src/adopt/typescript";
import { ROOT } from "../../../../tools/folder";
import { compileSnippets } from "../../../../__tests__/support/snippets";
import { CLIENT, SUBSCRIPTION, TENANT } from "../../../../__tests__/support/synth";

const networkId = (name: string) =>
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/${name}`;
const network = (networkName: string, over: Partial<DescribedNetwork> = {}): DescribedNetwork => ({
  virtualNetworkId: networkId(networkName),
  networkName,
  peeringName: `${networkName}-to-aiven`,
  remoteVirtualNetworkId: networkId("aiven"),
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: false,
  allowGatewayTransit: false,
  ...over,
});
const peering = (over: Partial<DescribedPeering> = {}): DescribedPeering => ({
  vpcId: `my-project/${CLIENT}`,
  clientId: CLIENT,
  azurePeeringProvider: "azurerm",
  networks: [network("hub")],
  credential: { kind: "secret", variable: "client_secret" },
  ...over,
});
const program = (...peerings: DescribedPeering[]) =>
  programOf({ tenantId: TENANT, subscriptionId: SUBSCRIPTION, peerings }, "cdktf", ["what it is", ""]);

const many = () =>
  program(
    peering({ networks: ["hub", "Subscription", "subscription", "vpc", "Spoke"].map((name) => network(name)) }),
    peering({ azurePeeringProvider: "azapi", credential: { kind: "secret", variable: "client_secret2" } }),
    peering({ credential: { kind: "federated" }, networks: [network("far", { allowGatewayTransit: true })] }),
  );

const prettier = (code: string): string =>
  execFileSync(process.execPath, [require.resolve("prettier/bin/prettier.cjs"), "--stdin-filepath", "main.ts"], {
    cwd: ROOT,
    input: code,
    encoding: "utf8",
  });

test("what is printed compiles, and is as Prettier has it", () => {
  for (const printed of [inTypeScript(program(peering())), inTypeScript(many())]) {
    expect(compileSnippets(["```ts", printed, "```"].join("\n"))).toEqual([]);
    expect(prettier(printed)).toBe(printed);
  }
});

test("each network has an id of its own that nothing else of the construct has", () => {
  const ids = [...inTypeScript(many()).matchAll(/peering\.addVirtualNetwork\(\s*"([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["subscription-2", "subscription-3", "vpc-2", "spoke"]);
});

test("what is not needed is not imported", () => {
  const federated = inTypeScript(program(peering({ credential: { kind: "federated" } })));
  expect(federated).not.toMatch(/TerraformVariable|AzurePeeringProvider|const peering/);
});

test("names follow Python there, and a struct is a class", () => {
  const printed = inPython(many());
  expect(printed).toMatch(/^# what it is\n#\n\nfrom cdktf_cdktf_provider_azuread\.provider import AzureadProvider\n/);
  expect(printed).toContain("features=[AzurermProviderFeatures()],");
  expect(printed).toContain("import AzurermProvider, AzurermProviderFeatures");
  expect(printed).toContain("credential=ExistingCredential.client_secret(client_secret2.string_value),");
  expect(printed).toContain("azure_peering_provider=AzurePeeringProvider.AZAPI,");
  expect(printed).toContain("allow_gateway_transit=True,");
  expect(printed).toMatch(/^peering\.add_virtual_network\(\n {4}"spoke",$/m);
});
