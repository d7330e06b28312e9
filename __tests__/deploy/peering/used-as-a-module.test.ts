import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import type { SettingsInput } from "simulated-clouds";
import { ROOT } from "../../../tools/folder";
import type { Source } from "../../../tools/terraform/source";
import { exportsOf } from "../../support/run-snippet";
import { expectActive, expectDestroyed } from "../support/assertions";
import { Deployment, SUBSCRIPTION_ID } from "../support/deployment";
import { expectFailure, expectSuccess } from "../support/failure";

const PAGE = readFileSync(join(ROOT, "docs/as-a-module.md"), "utf8");
const { definePeering } = exportsOf<{ definePeering: (stack: TerraformStack) => void }>(PAGE);

/** The inputs of each use, as the page has them; the same network unless another is named. */
const use = (name: string, networkCidr: string, network = "hub") => ({
  source: "./modules/aiven-peering",
  name,
  azure_subscription_id: SUBSCRIPTION_ID,
  azure_resource_group: "network",
  azure_virtual_network: network,
  aiven_api_token: "token",
  aiven_project: "my-project",
  aiven_network_cidr: networkCidr,
});

const JSON_OF_STACK = "cdktf.out/stacks/aiven-peering/cdk.tf.json";
const BACKEND = { local: { path: "../root.tfstate" } };

function synthesise(folder: string): void {
  const app = new App({ outdir: join(folder, "cdktf.out") });
  definePeering(new TerraformStack(app, "aiven-peering"));
  app.synth();
}

/** The page's stack by itself, with the state that a root module has later. */
const alone: Source = (folder) => {
  synthesise(folder);
  const json = JSON.parse(readFileSync(join(folder, JSON_OF_STACK), "utf8")) as { terraform: object };
  mkdirSync(join(folder, "alone"), { recursive: true });
  const terraform = { ...json.terraform, backend: BACKEND };
  writeFileSync(join(folder, "alone/cdk.tf.json"), JSON.stringify({ ...json, terraform }));
  return new Map([["alone", join(folder, "alone")]]);
};

/** A root module with uses of the page's stack, whose JSON is copied as it was synthesised. */
const rootWith =
  (module: Readonly<Record<string, object>>, rest: object = {}): Source =>
  (folder) => {
    synthesise(folder);
    const target = join(folder, "root/modules/aiven-peering");
    mkdirSync(target, { recursive: true });
    copyFileSync(join(folder, JSON_OF_STACK), join(target, "cdk.tf.json"));
    const output = Object.fromEntries(
      Object.keys(module).map((each) => [each, { value: `\${module.${each}.vpc_id}` }]),
    );
    writeFileSync(
      join(folder, "root/main.tf.json"),
      JSON.stringify({ terraform: { backend: BACKEND }, module, output, ...rest }),
    );
    return new Map([["root", join(folder, "root")]]);
  };

const SETTINGS: SettingsInput = {
  aivenPrincipalExists: true,
  customer: {
    virtualNetworks: [
      { resourceGroup: "network", name: "hub", addressSpace: ["10.1.0.0/16"] },
      { resourceGroup: "network", name: "spoke", addressSpace: ["10.2.0.0/16"] },
    ],
  },
};

/** Has a root module deployed next, with its modules installed. */
async function change(deployment: Deployment, root: Source): Promise<Deployment> {
  expectSuccess(await deployment.deploy(root).terraform(["init"]));
  return deployment;
}

const deployed = async (module: Readonly<Record<string, object>>, settings: SettingsInput = {}) =>
  change(await Deployment.fresh({ ...SETTINGS, ...settings }), rootWith(module));

test.each(["azure-cli", "client-secret"] as const)(
  "two uses of one module peer two networks of one subscription, signed in by %s",
  async (signIn) => {
    const uses = { hub: use("hub", "10.0.0.0/24"), spoke: use("spoke", "10.0.1.0/24", "spoke") };
    const deployment = await deployed(uses, { signIn });
    await expectActive(deployment, 2);
    const ids = deployment.world.aiven.vpcs.all.map(({ id }) => `my-project/${id}`);
    expect(Object.values(await deployment.outputs()).sort()).toEqual(ids.sort());

    // one of them goes, as the page says, and the other one stays as it is
    await change(deployment, rootWith({ hub: uses.hub }));
    expectFailure(await deployment.plan(), "Provider configuration not present");
    await change(deployment, rootWith(uses));
    expectSuccess(await deployment.destroy("-target=module.spoke"));
    await change(deployment, rootWith({ hub: uses.hub }));
    await expectActive(deployment);
    await expectDestroyed(deployment);
  },
);

test("two uses of one module peer one network with two VPCs", async () => {
  const deployment = await deployed({ one: use("one", "10.0.0.0/24"), two: use("two", "10.0.1.0/24") });
  await expectActive(deployment, 2);
  await expectDestroyed(deployment);
});

test("a stack of its own is taken over by a root module, and nothing is replaced", async () => {
  const inputs = Object.entries(use("hub", "10.0.0.0/24")).filter(([name]) => name !== "source");
  const deployment = (await Deployment.fresh(SETTINGS)).deploy(alone);
  deployment.env = Object.fromEntries(inputs.map(([name, value]) => [`TF_VAR_${name}`, value]));
  await expectActive(deployment);
  const moved = deployment.declared().map((from) => ({ from, to: `module.hub.${from}` }));
  const moment = deployment.world.clock.now() + 1;
  await deployment.world.clock.advance(1);
  await change(deployment, rootWith({ hub: use("hub", "10.0.0.0/24") }, { moved }));
  expect((await deployment.apply()).text).toContain("0 added, 0 changed, 0 destroyed");
  await expectActive(deployment);
  expect(deployment.callsSince(moment).filter((call) => !call.includes("/oauth2/"))).toEqual([]);
  await expectDestroyed(deployment);
});

test("a name that is given twice is refused by Azure, as the page says", async () => {
  const deployment = await deployed({ one: use("one", "10.0.0.0/24"), two: use("one", "10.0.1.0/24") });
  expectFailure(await deployment.apply(), "RoleDefinitionWithSameNameExists");
});

test("a tenant without Aiven's service principal is refused in the plan", async () => {
  const deployment = await deployed({ hub: use("hub", "10.0.0.0/24") }, { aivenPrincipalExists: false });
  expectFailure(await deployment.plan(), "55f300d4-fc50-4c5e-9222-e90a6e2187fb");
});
