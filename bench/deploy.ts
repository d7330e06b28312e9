import type { SettingsInput } from "../simulator/settings";
import { CUSTOMER_SUBSCRIPTION_ID as SUBSCRIPTION_ID, CUSTOMER_TENANT_ID as TENANT_ID } from "../simulator/settings";
import { type Delays, DELAYS, leastApply, leastDestroy, oneByOne, twoRuns } from "./bound";
import { BenchDeployment, type Timeline } from "./deployment";
import { gantt } from "./gantt";
import type { Part, Row } from "./report";

/** Terraform works on ten things at a time unless it is told otherwise, and a wait is one of them. */
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
});

type Both = Record<"apply" | "destroy", Timeline>;

async function deployed(networks: number | "example", delays: Delays, ...args: string[]): Promise<Both> {
  const example = networks === "example";
  const deployment = await BenchDeployment.start(settings(delays), example ? EXAMPLE : {});
  try {
    if (example) await deployment.synth("main.ts", "aiven-azure-peering");
    else
      await deployment.synth("bench/many-networks.ts", "stack", {
        NETWORKS: String(networks),
        SUBSCRIPTION_ID,
        TENANT_ID,
      });
    return { apply: await deployment.run("apply", ...args), destroy: await deployment.run("destroy", ...args) };
  } finally {
    await deployment.stop();
  }
}

/** Makespans on the clouds' own clock ÷ the least that the clouds allow. The clock is simulated, so one run says it all. */
export async function deployBench(): Promise<Part> {
  const rows: Row[] = [];
  const add = (what: string, makespan: number, to: string, least: number, goal?: number) =>
    rows.push({ what, to, value: makespan / least, goal, note: `${makespan} ÷ ${least} s` });
  const report = (what: string, { apply, destroy }: Both, count: number, delays = DELAYS, goal?: number) => {
    add(`apply: ${what}`, apply.makespan, "the clouds' own delays", leastApply(count, delays), goal);
    add(`destroy: ${what}`, destroy.makespan, "the clouds' own delays", leastDestroy(count, delays), goal);
  };

  const example = await deployed("example", DELAYS);
  report("the example", example, 1, DELAYS, 1.05);
  const quick = { ...DELAYS, roles: 60, tenant: 20 };
  report("the example, quicker clouds", await deployed("example", quick), 1, quick);
  for (const count of (process.env.BENCH_NETWORKS ?? "1,10,100").split(",").map(Number)) {
    const name = count === 1 ? "1 network" : `${count} networks`;
    report(`${name}, ten at a time`, await deployed(count, DELAYS), count);
    if (count > 1) report(`${name}, ${UNHURRIED}`, await deployed(count, DELAYS, UNHURRIED), count, DELAYS, 1.05);
  }
  add("apply: the example", example.apply.makespan, "two runs of Terraform, computed", twoRuns());
  add("apply: the example", example.apply.makespan, "by hand, one step at a time, computed", oneByOne());
  return { rows, appendix: [gantt("apply", example.apply), gantt("destroy", example.destroy)] };
}
