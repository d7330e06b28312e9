import { join } from "node:path";
import { EXAMPLES } from "../../../tools/synthesise";
import { appFolder } from "../../../tools/terraform/source";
import { testNeeding } from "../../../tools/needing";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";

const test = testNeeding("import by expressions", "examples/move-service, which imports the service by its name");

const CALLER = { apiToken: "token" };
const GROUP = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/Network-RG`;

let example: Deployment;
const service = () => example.world.aiven.services.get(CALLER, "my-project", "db");

/** A network, and a service that the internet reaches, neither of which Terraform has made. */
beforeEach(async () => {
  example = await Deployment.fresh({});
  const { aiven, byHand } = example.world;
  byHand.createResourceGroup(GROUP, "japaneast");
  byHand.createVirtualNetwork(`${GROUP}/providers/Microsoft.Network/virtualNetworks/Hub`, ["10.1.0.0/16"], "japaneast");
  const input = { name: "db", type: "pg", plan: "startup-4", cloudName: "azure-japaneast" };
  aiven.services.create(CALLER, "my-project", input);
  await moved();
  example.env = {
    TF_VAR_aiven_api_token: "token",
    TF_VAR_aiven_project: "my-project",
    TF_VAR_azure_subscription_id: SUBSCRIPTION_ID,
    TF_VAR_azure_resource_group: "Network-RG",
    TF_VAR_azure_virtual_network: "Hub",
    TF_VAR_service_name: "db",
    TF_VAR_plan: "startup-4",
  };
  example.deploy(appFolder(join(EXAMPLES, "move-service")));
  await example.initialise();
});

/** Waits until Aiven is done with a service that is created or moved. */
const moved = () => example.world.clock.advance(example.world.settings.aiven.serviceCreation * 1000);
const apply = (env = {}) => example.terraform(["apply", "-auto-approve"], { env });

test("a service moves into the VPC as it is, once there is a way to it, and back again", async () => {
  expect(service()).toMatchObject({ address: "203.0.113.10", state: "RUNNING" });
  const applied = await apply();
  expect(applied).toMatchObject({ code: 0 });
  expect(applied.text).toContain("1 imported");
  const calls = example.callsSince(0);
  expect(calls.indexOf("PUT /v1/project/my-project/service/db")).toBeGreaterThan(
    calls.findIndex((call) => /^PUT .*\/virtualNetworkPeerings\//.test(call)),
  );
  await example.wait();
  expect(example.states).toEqual(["ACTIVE", "Connected"]);
  await moved();
  expect(service()).toMatchObject({ address: "10.0.0.4", plan: "startup-4", state: "RUNNING" });
  expect(await example.plan()).toMatchObject({ code: 0 });

  expect((await example.destroy()).text).toMatch(/[Ii]nstance cannot be destroyed/);

  const back = { TF_VAR_moved: "false" };
  expect(await apply(back)).toMatchObject({ code: 0 });
  await moved();
  expect(service()).toMatchObject({ address: "203.0.113.10", state: "RUNNING" });
  expect(await example.terraform(["state", "rm", "aiven_pg.service"])).toMatchObject({ code: 0 });
  const { code, text } = await example.terraform(["destroy", "-auto-approve"], { env: back });
  expect({ code, text }).toMatchObject({ code: 0 });
  expect(service()).toMatchObject({ address: "203.0.113.10", state: "RUNNING" });
  expect(example.changes).toEqual({ left: [], missing: [] });
});

test("the peering may come first, and the service later", async () => {
  expect(await apply({ TF_VAR_moved: "false" })).toMatchObject({ code: 0 });
  await example.wait();
  expect(service()).toMatchObject({ address: "203.0.113.10", state: "RUNNING" });
  expect(await apply()).toMatchObject({ code: 0 });
  await moved();
  expect(service()).toMatchObject({ address: "10.0.0.4" });
});
