import type { Module } from "./code";

/** The two that a stack can be written for: CDKTF, and CDK Terrain, its successor. */
export type Core = "cdktf" | "cdktn";

/** What the packages are called. */
export const modulesOf = (core: Core) => ({
  core: { typescript: core, python: core },
  construct: { typescript: `${core}-aiven-azure-peering`, python: `${core}_aiven_azure_peering` },
  aiven: { typescript: `${core}-provider-aiven/lib/provider`, python: `${core}_provider_aiven.provider` },
  azuread: providerOf(core, "azuread"),
  azurerm: providerOf(core, "azurerm"),
  time: providerOf(core, "time"),
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

const providerOf = (core: Core, provider: string): Module => ({
  typescript: `@${core}/provider-${provider}/lib/provider`,
  python: `${core === "cdktf" ? "cdktf_cdktf" : "cdktn"}_provider_${provider}.provider`,
});
