import type { Line } from "../../../src/report/report";
import type { Clouds, Environment } from "./clouds";

interface Status {
  readonly status: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly Line[] }[];
  readonly vpcs: readonly { readonly id: string; readonly networkCidr: string }[];
  readonly peerings: readonly {
    readonly construct: string | null;
    readonly vpcId: string | null;
    readonly aiven: { readonly state: string } | null;
    readonly azure: { readonly peeringState: string; readonly peeringSyncLevel: string } | null;
  }[];
}

/** What `status --json` says, by check; the first line of each. */
export async function readStatus(clouds: Clouds, options: readonly string[], env: Environment = {}) {
  const { code, out, err } = await clouds.run(["status", ...options, "--json"], env);
  expect(err).toBe("");
  const status = JSON.parse(out) as Status;
  const { peerings, vpcs } = status;
  const [{ aiven, azure }] = peerings;
  const all = status.sections.flatMap((section) => section.lines);
  const lines = Object.fromEntries([...all].reverse().map(({ check, ...line }) => [check, line]));
  const states = [aiven?.state ?? "absent", azure?.peeringState ?? "absent", azure?.peeringSyncLevel ?? "absent"];
  return { code, status: status.status, states, lines, all, peerings, vpcs };
}
