import { join } from "node:path";
import { EXAMPLES } from "../../tools/synthesise";
import { appFolder } from "../../tools/terraform/source";
import { testNeeding } from "../support/needing";
import { Deployment, SUBSCRIPTION_ID, TENANT_ID } from "./support/deployment";
import { PUBLIC_KEY } from "./support/private-service";

const test = testNeeding("python3", "examples/postgresql, whose machine runs the probe");

let example: Deployment;
beforeEach(async () => {
  example = await Deployment.fresh({});
  example.env = {
    TF_VAR_aiven_api_token: "token",
    TF_VAR_aiven_project: "my-project",
    TF_VAR_azure_subscription_id: SUBSCRIPTION_ID,
    TF_VAR_azure_tenant_id: TENANT_ID,
  };
});

const synth = (SSH_PUBLIC_KEY?: string) =>
  example.deploy(appFolder(join(EXAMPLES, "postgresql"), { env: { SSH_PUBLIC_KEY } }));
const terraform = (args: string[], env: Record<string, string> = {}) => example.terraform(args, { env });

test("from nothing to a service that is shown to be private, and back to nothing", async () => {
  synth(PUBLIC_KEY);
  expect(await terraform(["init"])).toMatchObject({ code: 0 });
  expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
  expect((await terraform(["output", "-raw", "is_it_private"])).stdout).toMatch(
    /^private-postgresql-my-project\.aivencloud\.com is private: 10\.0\.0\.4, in 10\.0\.0\.0\/24, answers as PostgreSQL over TLSv1\.3; waited \d+ s of at most 900 s$/,
  );
  await example.wait();
  const { code, text } = await terraform(["plan", "-detailed-exitcode"]);
  expect({ code, text }).toMatchObject({ code: 0 });

  expect(await terraform(["destroy", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(example.world.added()).toEqual([]);
});

test("public access leaves the ordinary name private", async () => {
  synth(PUBLIC_KEY);
  await terraform(["init"]);
  expect(await terraform(["apply", "-auto-approve"], { TF_VAR_public_access: "true" })).toMatchObject({ code: 0 });
  expect((await terraform(["output", "-raw", "is_it_private"])).stdout).toContain(" is private: 10.0.0.4, ");
});

test("termination protection keeps the service until it is taken off", async () => {
  synth();
  await terraform(["init"]);
  const guarded = { TF_VAR_termination_protection: "true" };
  expect(await terraform(["apply", "-auto-approve"], guarded)).toMatchObject({ code: 0 });
  const refused = await terraform(["destroy", "-auto-approve"], guarded);
  expect([refused.code, refused.text]).toEqual([
    1,
    expect.stringContaining("Service is protected against termination and shutdown"),
  ]);
  expect(example.world.aiven.services.all).toHaveLength(1);

  expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(await terraform(["destroy", "-auto-approve"])).toMatchObject({ code: 0 });
  expect(example.world.added()).toEqual([]);
});
