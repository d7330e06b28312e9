import { CUSTOMER_SUBSCRIPTION_ID } from "../../../src/clouds/settings";
import { createApplication, createNetwork, vnet } from "../../clouds/people";
import { AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const SUBSCRIPTION = `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`;
const READER = "providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";

/** Reader on a network for an application that is there already. */
function reader(roleDefinitionId: string, data?: object) {
  createNetwork(harness.world);
  const { principal } = createApplication(harness.world);
  const app = {
    scope: vnet("vnet"),
    role_definition_id: roleDefinitionId,
    principal_id: principal.objectId,
    principal_type: "ServicePrincipal",
  };
  return { ...(data && { data }), resource: { azurerm_role_assignment: { app } } };
}

const roleDefinition = (arguments_: object) => ({ azurerm_role_definition: { role: arguments_ } });
const ID = "${data.azurerm_role_definition.role.id}";

test("a role looked up at the root has an id without a subscription, and its assignment is replaced by every apply", async () => {
  const configuration = reader(ID, roleDefinition({ name: "Reader" }));
  const output = { id: { value: ID }, asked: { value: "${data.azurerm_role_definition.role.role_definition_id}" } };
  expectSuccess(await harness.configure({ ...configuration, output }).apply());
  expect(await harness.outputs()).toEqual({ id: `/${READER}`, asked: `/${READER}` });
  const { code, text } = await harness.plan();
  expect([code, text]).toEqual([2, expect.stringContaining("# forces replacement")]);
  expect(text).toContain(`role_definition_id = "${SUBSCRIPTION}/${READER}" -> "/${READER}"`);
});

test("looked up in the subscription it is the id that comes back: the plan is empty", async () => {
  expectSuccess(await harness.configure(reader(ID, roleDefinition({ name: "Reader", scope: SUBSCRIPTION }))).apply());
  expectSuccess(await harness.plan());
});

test("so it is looked up by its id, at a scope below the subscription", async () => {
  const configuration = reader(
    ID,
    roleDefinition({ role_definition_id: READER.split("/").at(-1), scope: vnet("vnet") }),
  );
  expectSuccess(await harness.configure(configuration).apply());
  expectSuccess(await harness.plan());
});

test("an id of another subscription is replaced too; one in another case is not", async () => {
  expectSuccess(
    await harness
      .configure(reader(`${SUBSCRIPTION.toUpperCase().replace("SUBSCRIPTIONS", "subscriptions")}/${READER}`))
      .apply(),
  );
  expectSuccess(await harness.plan());
  const other = "/subscriptions/5ab50000-0000-4000-8000-000000000002";
  harness.start();
  expectSuccess(await harness.configure(reader(`${other}/${READER}`)).apply());
  const { code, text } = await harness.plan();
  expect([code, text]).toEqual([2, expect.stringContaining("must be replaced")]);
});

test("a role nobody has is looked for ten times", async () => {
  const start = harness.world.clock.now();
  const { code, text } = await harness.configure({ data: roleDefinition({ name: "no such role" }) }).plan();
  expect([code, text]).toEqual([1, expect.stringContaining("couldn't find resource (10 retries)")]);
  expect(harness.secondsSince(start)).toBeGreaterThanOrEqual(45);
});

test("an assignment that somebody made already is a conflict (RoleAssignmentExists)", async () => {
  const configuration = reader(`${SUBSCRIPTION}/${READER}`);
  harness.world.byHand.assignRole(
    configuration.resource.azurerm_role_assignment.app.principal_id,
    "Reader",
    vnet("vnet"),
  );
  const { code, text } = await harness.configure(configuration).apply();
  expect([code, text]).toEqual([
    1,
    expect.stringContaining(
      "unexpected status 409 (409 Conflict) with error: RoleAssignmentExists: The role assignment already exists.",
    ),
  ]);
});

const fault = (path: RegExp) =>
  ({
    match: { cloud: "arm", method: "GET", path },
    status: 500,
    code: "InternalServerError",
    message: "Something went wrong.",
  }) as const;

test("an assignment whose first read fails is in the state, tainted, and the next apply replaces it", async () => {
  const configuration = reader(`${SUBSCRIPTION}/${READER}`);
  harness.world.faults.inject(fault(/roleDefinitions\//));
  const { code, text } = await harness.configure(configuration).apply();
  expect([code, text]).toEqual([1, expect.stringContaining("retrieving Role Definition")]);
  expect((await harness.resources())["azurerm_role_assignment.app"]).toMatchObject({
    tainted: true,
    values: { id: harness.world.azure.rbac.assignments.at(-1)?.id },
  });
  expectSuccess(await harness.apply());
  expectSuccess(await harness.plan());
  expectSuccess(await harness.destroy());
});

test("one that is not seen often enough is in Azure and not in the state: the next apply collides with it", async () => {
  const configuration = reader(`${SUBSCRIPTION}/${READER}`);
  harness.world.faults.inject({ ...fault(/roleAssignments\//), status: 404, times: 1 });
  harness.world.faults.inject(fault(/roleAssignments\//));
  const { code, text } = await harness.configure(configuration).apply();
  expect([code, text]).toEqual([1, expect.stringContaining("failed waiting for Scoped Role Assignment (")]);
  expect(await harness.resources()).toEqual({});
  expect((await harness.apply()).text).toContain("RoleAssignmentExists");
});
