import { accounts, type SettingsInput, startSimulation } from "simulated-clouds";
import { ROOT } from "../tools/folder";
import { CloudDeployment } from "../tools/terraform/cloud-deployment";
import { appFolder } from "../tools/terraform/source";
import {
  type Delays,
  DELAYS,
  leastApply,
  leastApplyThroughAzapi,
  leastDestroy,
  leastDestroyThroughAzapi,
  oneByOne,
  twoRuns,
} from "./bound";
import { gantt } from "./gantt";
import type { Part, Row } from "./report";
import { type Timeline, timelineOf } from "./timeline";

const { customerSubscriptionId: SUBSCRIPTION_ID, customerTenantId: TENANT_ID } = accounts;

/** Real milliseconds without a call after which simulated time jumps, where the system does not show whether Terraform is at work. */
const QUANTUM = Number(process.env.BENCH_QUANTUM ?? 100);

/** Terraform works on ten things at a time unless it is returned otherwise, and a wait is one of them. */
const UNHURRIED = "-parallelism=500";

const EXAMPLE = {
  TF_VAR_aiven_api_token: "token",
  TF_VAR_aiven_project: "my-project",
  TF_VAR_azure_subscription_id: SUBSCRIPTION_ID,
  TF_VAR_azure_tenant_id: TENANT_ID,
};

const settings = ({ roles, secret, tenant, vpc }: Delays): SettingsInput => ({
  lag: { rbac: roles, secret, tenant },
  aiven: { vpcCreation: vpc },
  clock: { kind: "jump", quantum: QUANTUM },
});

const CLOUDS_OWN = "the clouds' own delays";

type Both = Record<"apply" | "destroy", Timeline>;

type AzurePeering = "azurerm" | "azapi";

async function deployed(
  networks: number | "example",
  delays: Delays,
  azurePeeringProvider: AzurePeering = "azurerm",
  ...args: string[]
): Promise<Both> {
  const simulation = await startSimulation(settings(delays));
  const deployment = new CloudDeployment(() => simulation);
  try {
    if (networks === "example") {
      deployment.env = EXAMPLE;
      deployment.deploy(appFolder(ROOT));
    } else {
      const env = { NETWORKS: String(networks), SUBSCRIPTION_ID, TENANT_ID, AZURE_PEERING: azurePeeringProvider };
      const command = [process.execPath, "-r", "@swc-node/register", "bench/many-networks.ts"] as const;
      deployment.deploy(appFolder(ROOT, { command, env }));
    }
    await deployment.initialise();
    return {
      apply: await timelineOf(deployment, "apply", ...args),
      destroy: await timelineOf(deployment, "destroy", ...args),
    };
  } finally {
    await simulation.stop();
    deployment.remove();
  }
}

/** Makespans on the clouds' own clock ÷ the least that the clouds allow. The clock is simulated, so one run says it all. */
export async function deployBench(): Promise<Part> {
  const rows: Row[] = [];
  const add = (what: string, makespan: number, to: string, least: number, goal?: number) =>
    rows.push({ what, to, value: makespan / least, goal, note: `${makespan} ÷ ${least} s` });
  const report = (what: string, { apply, destroy }: Both, count: number, delays = DELAYS, goal?: number) => {
    add(`apply: ${what}`, apply.makespan, CLOUDS_OWN, leastApply(count, delays), goal);
    add(`destroy: ${what}`, destroy.makespan, CLOUDS_OWN, leastDestroy(count, delays), goal);
  };

  const reportAzapi = async (name: string, count: number) => {
    const runs = [
      ["ten at a time", 10, []],
      [UNHURRIED, Infinity, [UNHURRIED]],
    ] as const;
    for (const [how, atOnce, args] of count > 1 ? runs : runs.slice(0, 1)) {
      const { apply, destroy } = await deployed(count, DELAYS, "azapi", ...args);
      const [what, to] = [`${name} through azapi, ${how}`, atOnce === 10 ? "ten at a time, computed" : CLOUDS_OWN];
      add(`apply: ${what}`, apply.makespan, to, leastApplyThroughAzapi(count, atOnce), 1.1);
      add(`destroy: ${what}`, destroy.makespan, to, leastDestroyThroughAzapi(count, atOnce), 1.1);
    }
  };

  const example = await deployed("example", DELAYS);
  report("the example", example, 1, DELAYS, 1.05);
  const quick = { ...DELAYS, roles: 60, tenant: 20 };
  report("the example, quicker clouds", await deployed("example", quick), 1, quick);
  for (const count of (process.env.BENCH_NETWORKS ?? "1,10,100").split(",").map(Number)) {
    const name = count === 1 ? "1 network" : `${count} networks`;
    report(`${name}, ten at a time`, await deployed(count, DELAYS), count);
    if (count > 1) {
      report(`${name}, ${UNHURRIED}`, await deployed(count, DELAYS, "azurerm", UNHURRIED), count, DELAYS, 1.05);
    }
    await reportAzapi(name, count);
  }
  add("apply: the example", example.apply.makespan, "two runs of Terraform, computed", twoRuns());
  add("apply: the example", example.apply.makespan, "by hand, one step at a time, computed", oneByOne());
  return { rows, appendix: [gantt("apply", example.apply), gantt("destroy", example.destroy)] };
}
