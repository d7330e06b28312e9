import type { Line } from "../../../src/report/report";
import type { Clouds, Environment } from "./clouds";

interface Status {
  readonly verdict: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly Line[] }[];
  readonly peerings: readonly {
    readonly aiven: { readonly state: string } | null;
    readonly azure: { readonly peeringState: string; readonly peeringSyncLevel: string } | null;
  }[];
}

/** What `status --json` says, by what was looked at. */
export async function readStatus(clouds: Clouds, options: readonly string[], env: Environment = {}) {
  const { code, out, err } = await clouds.run(["status", ...options, "--json"], env);
  expect(err).toBe("");
  const status = JSON.parse(out) as Status;
  const [{ aiven, azure }] = status.peerings;
  const lines = Object.fromEntries(
    status.sections.flatMap((section) => section.lines.map(({ looked, ...line }) => [looked, line])),
  );
  const states = [aiven?.state ?? "absent", azure?.peeringState ?? "absent", azure?.peeringSyncLevel ?? "absent"];
  return { code, verdict: status.verdict, states, lines };
}
