/**
 * Which of the tests of this repository have what to say of CDK Terrain, as patterns of their files' paths. Where a test has moved, a test
 * beside (__tests__/release/cdktn) names it.
 */

/** About what is made of the sources for CDKTF, or about this repository. */
export const OF_CDKTF: readonly string[] = [
  "__tests__/deploy/examples/cdktf-deploy",
  "__tests__/deploy/examples/simulated-pages",
  "__tests__/deploy/examples/start",
  "__tests__/deploy/release/package",
  "__tests__/deploy/release/release",
  "__tests__/docs/api-reference",
  "__tests__/docs/assumptions",
  "__tests__/docs/commands",
  "__tests__/docs/links",
  "__tests__/docs/words",
  "__tests__/graphs/graphs",
  "__tests__/release/workflows",
];

/** About the right to list resource providers, which azurerm 5 does without, or what has it in its JSON. */
export const OF_LISTING: readonly string[] = [
  "__tests__/access/custom-roles",
  "__tests__/access/existing-roles",
  "__tests__/access/resource-provider-access",
  "__tests__/access/right-to-list-resource-providers",
  "__tests__/deploy/access/resource-providers",
  "__tests__/deploy/access/role-scope",
  "__tests__/deploy/identity/sign-in",
  "__tests__/deploy/peering/migrate-from",
  "__tests__/deploy/peering/moved-addresses",
  "__tests__/deploy/peering/recovery",
  "__tests__/deploy/troubleshooting/rights",
  "__tests__/deploy/troubleshooting/signing-in",
  "__tests__/example",
  "__tests__/identity/first-plan",
  "__tests__/network/subscription-of-a-network",
  "__tests__/peering/subscription-key",
  "__tests__/terraform/dependencies",
  "__tests__/terraform/manifest",
  "__tests__/terraform/manifest-facts",
  "__tests__/terraform/names",
  "__tests__/terraform/providers",
  "packages/aiven-azure-peering/__tests__/known-to-both",
  "packages/aiven-azure-peering/__tests__/subject/from-stack",
  "packages/simulated-clouds/__tests__/providers/azure/plain-graph",
  "packages/simulated-clouds/__tests__/providers/azure/resource-provider-listing",
  "packages/simulated-clouds/__tests__/providers/azure/sign-in",
];

/** A pattern of the paths of such tests. */
export const pathOf = (tests: readonly string[]): string => `/(?:${tests.join("|")})\\.test\\.ts$`;
