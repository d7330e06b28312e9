import { CUSTOMER_SUBSCRIPTION_ID } from "../../../src/clouds/settings";
import { createApplication, createNetwork, vnet } from "../../clouds/people";
import { AZURERM, AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const SUBSCRIPTION = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`;
const ROLE = {
  name: "peering",
  scope: SUBSCRIPTION,
  permissions: [{ actions: ["Microsoft.Network/virtualNetworks/read"] }],
};
const roles = (roleDefinitions: object) => ({ resource: { azurerm_role_definition: roleDefinitions } });

/** A role, and its assignment to an application that is there already. */
function assigned(change: object = {}) {
  createNetwork(harness.world);
  const { principal } = createApplication(harness.world);
  const assignment = {
    scope: vnet("vnet"),
    role_definition_id: "${azurerm_role_definition.role.role_definition_resource_id}",
    principal_id: principal.objectId,
    principal_type: "ServicePrincipal",
    ...change,
  };
  return { resource: { azurerm_role_definition: { role: ROLE }, azurerm_role_assignment: { app: assignment } } };
}

const between = (from: RegExp, to: RegExp): number => {
  const [first] = harness.world.journal.matching(from);
  return ((harness.world.journal.matching(to).at(-1)?.at ?? NaN) - first.at) / 1000;
};

test("a role's id ends in a bar and its scope; its resource id does not", async () => {
  expectSuccess(await harness.configure(roles({ role: ROLE })).apply());
  expectSuccess(await harness.plan());
  const { values } = (await harness.resources())["azurerm_role_definition.role"];
  const resourceId = `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${String(values.role_definition_id)}`;
  expect(values).toMatchObject({
    id: `${resourceId}|${SUBSCRIPTION}`,
    role_definition_resource_id: resourceId,
    assignable_scopes: [SUBSCRIPTION],
  });
});

test("a role's name is taken for the whole tenant: the second of two fails", async () => {
  const { code, text } = await harness.configure(roles({ one: ROLE, two: ROLE })).apply();
  expect(code).toBe(1);
  expect(text).toContain(
    "unexpected status 409 (409 Conflict) with error: RoleDefinitionWithSameNameExists: A custom role with the same name already exists in this directory.",
  );
});

test("deleting a role takes about three minutes, twenty looks ten seconds apart", async () => {
  expectSuccess(await harness.configure(roles({ role: ROLE })).apply());
  expectSuccess(await harness.destroy());
  expect(between(/^DELETE .*roleDefinitions/, /^GET .*roleDefinitions/)).toBe(190);
  expect(harness.world.added()).toEqual([]);
});

test("a role is changed in place, which takes three minutes; its scope replaces it", async () => {
  expectSuccess(await harness.configure(roles({ role: ROLE })).apply());
  const start = harness.world.clock.now();
  expectSuccess(await harness.configure(roles({ role: { ...ROLE, description: "changed" } })).apply());
  expect(harness.secondsSince(start)).toBe(170);
  const moved = { ...ROLE, scope: `${SUBSCRIPTION}/resourceGroups/network` };
  expect((await harness.configure(roles({ role: moved })).plan()).text).toContain("forces replacement");
});

test("an assignment takes about 21 seconds: five looks, five seconds apart", async () => {
  expectSuccess(await harness.configure(assigned()).apply());
  const seconds = between(/^PUT .*roleAssignments/, /^GET .*roleAssignments/);
  expect(seconds).toBe(20);
  expectSuccess(await harness.plan());
  expectSuccess(await harness.destroy());
});

test("a principal ARM does not know is waited for; given its type, ARM does not look", async () => {
  harness.start({ lag: { principal: 300 } });
  expectSuccess(await harness.configure(assigned({ principal_type: null })).apply());
  const refused = harness.world.journal.entries.filter(({ code }) => code === "PrincipalNotFound");
  expect(refused.length).toBeGreaterThan(20);

  harness.start({ lag: { principal: 300 } });
  expectSuccess(await harness.configure(assigned()).apply());
  expect(harness.world.journal.entries.filter(({ code }) => code === "PrincipalNotFound")).toEqual([]);
});

test("a principal that never comes is waited for as long as the timeout says, 30 minutes by default", async () => {
  harness.start({ lag: { principal: 7200 } });
  const start = harness.world.clock.now();
  const { code, text } = await harness.configure(assigned({ principal_type: null })).apply();
  expect([code, text]).toEqual([1, expect.stringContaining("PrincipalNotFound")]);
  expect(harness.secondsSince(start)).toBeGreaterThanOrEqual(1800);
  expect(harness.secondsSince(start)).toBeLessThan(1900);
});

test("a built-in role can be assigned by its name", async () => {
  const configuration = assigned({ role_definition_id: null, role_definition_name: "Network Contributor" });
  expectSuccess(await harness.configure(configuration).apply());
  const { values } = (await harness.resources())["azurerm_role_assignment.app"];
  expect(values).toMatchObject({
    role_definition_id: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7`,
    role_definition_name: "Network Contributor",
  });
  expectSuccess(await harness.plan());
});

test("everything of an assignment replaces it", async () => {
  const configuration = assigned();
  expectSuccess(await harness.configure(configuration).apply());
  const app = configuration.resource.azurerm_role_assignment.app;
  for (const change of [{ scope: SUBSCRIPTION }, { principal_id: "00000000-0000-4000-8000-000000000000" }]) {
    const resource = { ...configuration.resource, azurerm_role_assignment: { app: { ...app, ...change } } };
    expect((await harness.configure({ resource }).plan()).text).toContain("forces replacement");
  }
});

test("an assignment removed by hand is made again", async () => {
  expectSuccess(await harness.configure(assigned()).apply());
  const { values } = (await harness.resources())["azurerm_role_assignment.app"];
  harness.world.byHand.removeRoleAssignment(values.id as string);
  expect((await harness.plan()).text).toContain("azurerm_role_assignment.app will be created");
});

test("roles and assignments are imported by their ids", async () => {
  expectSuccess(await harness.configure(assigned()).apply());
  const state = await harness.resources();
  for (const address of ["azurerm_role_definition.role", "azurerm_role_assignment.app"]) {
    expectSuccess(await harness.terraform(["state", "rm", address]));
    expectSuccess(await harness.terraform(["import", address, state[address].values.id as string]));
  }
  expectSuccess(await harness.plan());
});

test("a deployer who may not assign roles is refused, at once", async () => {
  harness.start({ deployer: { azureRoles: ["Contributor"] } });
  const start = harness.world.clock.now();
  const { code, text } = await harness.configure({ ...roles({ role: ROLE }), provider: { azurerm: AZURERM } }).apply();
  expect(code).toBe(1);
  expect(text).toContain(
    "does not have authorization to perform action 'Microsoft.Authorization/roleDefinitions/write'",
  );
  expect(harness.secondsSince(start)).toBe(0);
});
