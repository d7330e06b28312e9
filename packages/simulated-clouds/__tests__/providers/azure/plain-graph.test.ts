/** What the real binaries printed on this graph, and on the graph changed in one way. */
import { minutes } from "../../../src/clouds/clock";
import type { SettingsInput } from "../../../src/clouds/settings";
import type { Outcome } from "../../../src/terraform";
import { AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";
import { configurationOf, plainGraph, type PlainGraph } from "../../../../../tools/terraform/plain-graph";

const harness = new AzureHarness({ aivenPlugin: "sdk" });

async function apply(
  change: (graph: PlainGraph) => void = () => undefined,
  settings: SettingsInput = {},
): Promise<Outcome> {
  harness.start(settings);
  const graph = plainGraph();
  change(graph);
  return harness.configure(configurationOf(graph)).apply();
}

async function expectFailure(outcome: Promise<Outcome>, ...said: string[]): Promise<void> {
  const { code, text } = await outcome;
  expect(code).toBe(1);
  for (const part of said) expect(text).toContain(part);
}

const INVALID = "VPC peering connection cannot be created, more in the state info:";

test("unchanged, under the Azure CLI: 17 added, then only the output changes, then nothing", async () => {
  const applied = await apply();
  expectSuccess(applied);
  expect(applied.text).toContain("17 added");
  expect(applied.text).toContain(
    "Aiven platform has created a connection to the specified peer successfully in the cloud, but the connection is not active until the user completes the setup in their cloud account.",
  );
  expect(await harness.outputs()).toEqual({ state: "PENDING_PEER" });
  await harness.world.clock.advance(minutes(2));
  const next = await harness.plan();
  expectSuccess(next, 2);
  expect(next.text).toContain('"PENDING_PEER" -> "ACTIVE"');
  expect(next.text).not.toContain("Plan:");
  expectSuccess(await harness.apply());
  expectSuccess(await harness.plan());
});

test("under a service principal the first plan fails at the alias", async () => {
  await expectFailure(
    apply(undefined, { signIn: "client-secret" }),
    'unable to build authorizer for Resource Manager API: could not configure AzureCli Authorizer: could not parse Azure CLI version: launching Azure CLI: exec: "az": executable file not found in $PATH',
    'azurerm"].peering',
  );
  expect(harness.world.added()).toEqual([]);
});

test("the application may not list resource providers: apply fails at the alias, and Aiven's connection exists", async () => {
  await expectFailure(
    apply(({ resource }) => {
      delete resource.azurerm_role_assignment.list;
      resource.time_sleep.rights.depends_on = ["azurerm_role_assignment.peer", "azurerm_role_assignment.aiven"];
    }),
    "populating Resource Provider cache: listing Resource Providers: loading results: unexpected status 403 (403 Forbidden) with error: AuthorizationFailed: The client '",
  );
  expect(harness.world.aiven.peeringConnections.all).toHaveLength(1);
});

test.each<[string, (graph: PlainGraph) => void, SettingsInput]>([
  [
    "the alias is configured before Aiven has accepted",
    ({ alias }) => (alias.client_id = "${time_sleep.rights.triggers.client_id}"),
    {},
  ],
  ["the tenant lag is longer than the wait", () => undefined, { lag: { tenant: 600 } }],
])("%s: apply fails at the alias", async (cause, change, settings) => {
  await expectFailure(
    apply((graph) => {
      change(graph);
      // known before Aiven has accepted, as where it is read from Aiven's principal
      if (cause.startsWith("the alias"))
        graph.alias.auxiliary_tenant_ids = ["${azuread_service_principal.aiven.application_tenant_id}"];
    }, settings),
    'populating Resource Provider cache: listing Resource Providers: loading results: authorizing request: clientCredentialsToken: received HTTP status 401 with response: {"error": "invalid_client", "error_description": "AADSTS7000229: ',
  );
});

test("the auxiliary tenant is known at the first plan: the plan fails in the Azure CLI", async () => {
  await expectFailure(
    apply(({ alias }) => (alias.auxiliary_tenant_ids = ["a1fe0000-0000-4000-8000-0000000a1fe0"])),
    "populating Resource Provider cache: listing Resource Providers: loading results: authorizing request: running Azure CLI: exit status 1: ",
  );
  expect(harness.world.added()).toEqual([]);
});

test("a secret younger than Entra's lag: apply fails at the alias", async () => {
  await expectFailure(
    apply(undefined, { lag: { secret: 3600 } }),
    'building account: could not acquire access token to parse claims: clientCredentialsToken: received HTTP status 401 with response: {"error": "invalid_client", "error_description": "AADSTS7000215: ',
  );
});

test("no auxiliary tenant: apply fails at the Azure peering", async () => {
  await expectFailure(
    apply(({ alias }) => delete alias.auxiliary_tenant_ids),
    'waiting for Virtual Network Peering (Subscription: "',
    'Resource Group Name: "network" Virtual Network Name: "vnet" Virtual Network Peering Name: "to-aiven") to be created: unexpected status 403 (403 Forbidden) with error: LinkedAuthorizationFailed: ',
  );
});

test.each<[string, (graph: PlainGraph) => void, SettingsInput]>([
  [
    "Aiven's principal has no role",
    ({ resource }) => {
      delete resource.azurerm_role_assignment.aiven;
      resource.time_sleep.rights.depends_on = ["azurerm_role_assignment.peer", "azurerm_role_assignment.list"];
    },
    {},
  ],
  ["the role is not effective yet", () => undefined, { lag: { rbac: 3600 } }],
  ["the ranges overlap", ({ resource }) => (resource.azurerm_virtual_network.vnet.address_space = ["10.0.0.0/16"]), {}],
  [
    "the application is not multi-tenant",
    ({ resource }) => (resource.azuread_application.app.sign_in_audience = "AzureADMyOrg"),
    {},
  ],
])("%s: Aiven's connection is refused, deleted again and tainted", async (_cause, change, settings) => {
  await expectFailure(apply(change, settings), INVALID);
  expect((await harness.resources())["aiven_azure_vpc_peering_connection.it"].tainted).toBe(true);
  expect(harness.world.aiven.peeringConnections.all).toEqual([]);
});

test("upper case in the network's name: apply fails", async () => {
  await expectFailure(
    apply(({ resource }) => (resource.azurerm_virtual_network.vnet.name = "VNet")),
    "Error waiting for VPC peering connection creation: 400: ",
  );
});

test("network_cidr /16: apply fails", async () => {
  await expectFailure(
    apply(({ resource }) => (resource.aiven_project_vpc.vpc.network_cidr = "10.0.0.0/16")),
    "failed to create resource",
    "[400 VpcCreate]: Network prefix length must be between 20 and 24 inclusive",
  );
});

test("two roles of one name: apply fails", async () => {
  await expectFailure(
    apply(({ resource }) => (resource.azurerm_role_definition.aiven.name = "peer")),
    "unexpected status 409 (409 Conflict) with error: RoleDefinitionWithSameNameExists: A custom role with the same name already exists in this directory.",
  );
});

test("Aiven's principal exists already: apply fails", async () => {
  await expectFailure(
    apply(undefined, { aivenPrincipalExists: true }),
    'A resource with the ID "',
    '" already exists',
    "needs to be imported",
  );
});

test("the network id straight from state_info: every plan fails once the connection is ACTIVE", async () => {
  const outcome = apply(({ resource }) => {
    resource.azurerm_virtual_network_peering.it.remote_virtual_network_id =
      '${aiven_azure_vpc_peering_connection.it.state_info["to-network-id"]}';
  });
  expectSuccess(await outcome);
  await harness.world.clock.advance(minutes(2));
  await expectFailure(harness.plan(), "Invalid index", "state_info is empty map of string");
});

test("destroy takes the Azure peering first, then Aiven's, the roles last, in 210 seconds", async () => {
  expectSuccess(await apply());
  await harness.world.clock.advance(minutes(2));
  const start = harness.world.clock.now();
  expectSuccess(await harness.destroy());
  const deletes = harness.world.journal
    .matching(/^(DELETE|POST .*removePassword)/)
    .filter(({ at, identity }) => at >= start && identity !== "aiven");
  const kinds = deletes.map(({ path }) =>
    [
      "virtualNetworkPeerings",
      "peering-connections",
      "roleAssignments",
      "roleDefinitions",
      "vpcs",
      "virtualNetworks",
      "removePassword",
      "servicePrincipals",
      "applications",
    ].find((kind) => path.includes(kind)),
  );
  expect(kinds.slice(0, 2)).toEqual(["virtualNetworkPeerings", "peering-connections"]);
  expect(kinds.indexOf("virtualNetworks")).toBeGreaterThan(kinds.lastIndexOf("roleAssignments"));
  expect(kinds.indexOf("applications")).toBeGreaterThan(kinds.indexOf("removePassword"));
  expect(kinds.filter((kind) => kind === "roleDefinitions")).toHaveLength(3);
  const seconds = harness.secondsSince(start);
  expect(seconds).toBeGreaterThan(200);
  expect(seconds).toBeLessThan(230);
  await harness.world.clock.advance(minutes(1));
  expect(harness.world.added()).toEqual([]);
});
