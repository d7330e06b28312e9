import type { Line, Section } from "../../../src/report/report";
import type { SettingsInput } from "simulated-clouds";
import type { StackMaker } from "../../../../../tools/terraform/source";
import { Deployment } from "../../../../../__tests__/deploy/support/deployment";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { Clouds, type Environment } from "./clouds";

const started: Clouds[] = [];
afterEach(() => Promise.all(started.splice(0).map((clouds) => clouds.close())));

/** A workload may also read what the tenant lets secrets be. */
const SEES_ALL = {
  directoryRoles: ["Application Administrator"],
  applicationPermissions: ["Application.ReadWrite.All", "Policy.Read.All"],
} as const;

export type Build = (stack: StackMaker) => void;

/** An app that is synthesised and yet to be applied, and the clouds that it is for, also over HTTP. */
export class Before {
  static async apply(
    settings: SettingsInput = {},
    build: Build = (stack) => void peerNetwork(stack()),
  ): Promise<Before> {
    const deployment = await Deployment.start(
      { signIn: "azure-cli", ...settings, deployer: { ...SEES_ALL, ...settings.deployer } },
      build,
    );
    const clouds = await Clouds.of(deployment.world);
    started.push(clouds);
    return new Before(deployment, clouds);
  }

  private constructor(
    readonly deployment: Deployment,
    readonly clouds: Clouds,
  ) {}

  /** What `doctor` says of the stack; it must have changed nothing, and complained of nothing. */
  doctor(env: Environment = {}): Promise<Doctor> {
    return readDoctor(this.clouds, ["--stack", this.deployment.folderOf()], env);
  }
}

export interface Doctor {
  readonly code: number;
  readonly status: string;
  readonly lines: readonly Line[];
  readonly titles: readonly string[];
  /** Everything that is not ok, as `status check: message`; without notes, which are no verdicts. */
  readonly complaints: readonly string[];
  /** The notes, as `check: message`. */
  readonly notes: readonly string[];
  /** The first line of a check. */
  of(check: string): Line | undefined;
}

export async function readDoctor(clouds: Clouds, options: readonly string[], env: Environment = {}): Promise<Doctor> {
  const args = ["doctor", ...options, "--json"];
  // the SDK starts `az` from the PATH of the process, which a test has no hand in
  const throughCli = clouds.env.SIMULATED_AZURE_CLI !== undefined;
  const { entries } = clouds.world.journal;
  const before = entries.length;
  const { code, out, err } = await (throughCli ? clouds.spawn(args, env) : clouds.run(args, env));
  expect(err).toBe("");
  // a token is asked for by POST, and Aiven does things by itself meanwhile
  const ours = entries.slice(before).filter(({ cloud, identity }) => cloud !== "entra" && identity !== "aiven");
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.filter(({ method }) => method !== "GET")).toEqual([]);
  const { status, sections } = JSON.parse(out) as { readonly status: string; readonly sections: readonly Section[] };
  const lines = sections.flatMap((section) => section.lines);
  return {
    code,
    status,
    lines,
    titles: sections.map(({ title }) => title),
    complaints: lines
      .filter((line) => line.status !== "ok" && line.status !== "note")
      .map((line) => `${line.status} ${line.check}: ${line.message}`),
    notes: lines.filter((line) => line.status === "note").map((line) => `${line.check}: ${line.message}`),
    of: (check) => lines.find((line) => line.check === check),
  };
}
