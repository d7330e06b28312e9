import type { CloudDeployment } from "../tools/terraform/cloud-deployment";

/** What Terraform did, in simulated seconds since it began. */
export interface Step {
  readonly address: string;
  readonly from: number;
  readonly to: number;
}

export interface Timeline {
  readonly makespan: number;
  readonly steps: readonly Step[];
}

interface Event {
  readonly type: string;
  readonly hook?: { readonly resource: { readonly addr: string } };
}

/** Applies or destroys, and notes on the clouds' clock when Terraform began and ended each step. */
export async function timelineOf(
  deployment: CloudDeployment,
  command: "apply" | "destroy",
  ...args: string[]
): Promise<Timeline> {
  const { clock } = deployment.world;
  const begin = clock.now();
  const since = () => (clock.now() - begin) / 1000;
  const started = new Map<string, number>();
  const steps: Step[] = [];
  let rest = "";
  const onOutput = (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const { type, hook } of lines
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Event)) {
      const address = hook?.resource.addr ?? "";
      if (type === "apply_start") started.set(address, since());
      if (type === "apply_complete") steps.push({ address, from: started.get(address) ?? 0, to: since() });
    }
  };
  const { code, text } = await deployment.terraform([command, "-auto-approve", "-json", ...args], { onOutput });
  if (code !== 0) throw new Error(`terraform ${command}: ${text}`);
  return { makespan: since(), steps };
}
