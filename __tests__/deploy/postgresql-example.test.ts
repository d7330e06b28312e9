import { type Simulation, startSimulation } from "../../simulator/run";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID } from "../../simulator/settings";
import { synthPostgresqlExample, type SynthesisedExample } from "../support/postgresql-example";
import { PUBLIC_KEY } from "./support/private-service";

let simulation: Simulation;
let example: SynthesisedExample;
beforeAll(async () => {
  simulation = await startSimulation();
});
afterAll(() => simulation.stop());
beforeEach(() => {
  simulation.reset();
});
afterEach(() => example.remove());

const terraform = (args: string[], variables: Record<string, string> = {}) =>
  simulation.terraform(args, example.folder, {
    env: {
      TF_VAR_aiven_api_token: "token",
      TF_VAR_aiven_project: "my-project",
      TF_VAR_azure_subscription_id: CUSTOMER_SUBSCRIPTION_ID,
      TF_VAR_azure_tenant_id: CUSTOMER_TENANT_ID,
      ...variables,
    },
  });

test("from nothing to a service that is shown to be private, and back to nothing", async () => {
  example = synthPostgresqlExample(PUBLIC_KEY);
  expect(await terraform(["init"])).toMatchObject({ code: 0 });
  expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
  expect((await terraform(["output", "-raw", "is_it_private"])).stdout).toMatch(
    /^private-postgresql-my-project\.aivencloud\.com is private: 10\.0\.0\.4, in 10\.0\.0\.0\/24, answers as PostgreSQL over TLSv1\.3; waited \d+ s of at most 900 s$/,
  );
  await simulation.world.clock.advance(15 * 60_000);
  const { code, text } = await terraform(["plan", "-detailed-exitcode"]);
  expect({ code, text }).toMatchObject({ code: 0 });

  expect(await terraform(["destroy", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(simulation.world.added()).toEqual([]);
});

test("public access leaves the ordinary name private", async () => {
  example = synthPostgresqlExample(PUBLIC_KEY);
  await terraform(["init"]);
  expect(await terraform(["apply", "-auto-approve"], { TF_VAR_public_access: "true" })).toMatchObject({ code: 0 });
  expect((await terraform(["output", "-raw", "is_it_private"])).stdout).toContain(" is private: 10.0.0.4, ");
});

test("termination protection keeps the service until it is taken off", async () => {
  example = synthPostgresqlExample();
  await terraform(["init"]);
  const guarded = { TF_VAR_termination_protection: "true" };
  expect(await terraform(["apply", "-auto-approve"], guarded)).toMatchObject({ code: 0 });
  const refused = await terraform(["destroy", "-auto-approve"], guarded);
  expect([refused.code, refused.text]).toEqual([
    1,
    expect.stringContaining("Service is protected against termination and shutdown"),
  ]);
  expect(simulation.world.aiven.services.all).toHaveLength(1);

  expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(await terraform(["destroy", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(simulation.world.added()).toEqual([]);
});
