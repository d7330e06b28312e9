import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { minutes } from "../../../simulator/clouds/clock";
import type { World } from "../../../simulator/clouds/world";
import { type Simulation, startSimulation } from "../../../simulator/run";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID, type SettingsInput } from "../../../simulator/settings";
import { findTerraform, type Outcome } from "../../../simulator/terraform";
import { addProviders } from "../../support/synth";

export const SUBSCRIPTION_ID = CUSTOMER_SUBSCRIPTION_ID;
export const TENANT_ID = CUSTOMER_TENANT_ID;

if (!findTerraform()) throw new Error("terraform is missing: install it, or set TERRAFORM_BINARY_NAME");

/** One simulator for a test file; each deployment has fresh clouds. */
let simulation: Simulation | undefined;
const deployments: Deployment[] = [];
const initialised = mkdtempSync(join(tmpdir(), "initialised-"));

afterEach(() => deployments.splice(0).forEach((each) => each.remove()));
afterAll(async () => {
  rmSync(initialised, { recursive: true, force: true });
  await simulation?.stop();
});

type Build = (stack: (name?: string) => TerraformStack) => void;

/** An app, and the clouds that it is deployed to by the real Terraform. */
export class Deployment {
  /** Fresh clouds, and the app as a user would have written it. */
  public static async start(settings: SettingsInput, build: Build): Promise<Deployment> {
    simulation ??= await startSimulation();
    const deployment = new Deployment(simulation, simulation.reset(settings));
    deployments.push(deployment);
    await deployment.change(build);
    return deployment;
  }

  /** All that Terraform has said. */
  public said = "";
  /** The stacks, in the order in which they are deployed. */
  public stacks: string[] = [];

  private readonly folder = mkdtempSync(join(tmpdir(), "deployment-"));

  private constructor(
    private readonly simulation: Simulation,
    public readonly world: World,
  ) {}

  /** Synthesises the app anew, over the state that there is. */
  public async change(build: Build): Promise<void> {
    const app = new App({ outdir: join(this.folder, "cdktf.out") });
    this.stacks = [];
    build((name = "stack") => {
      const stack = new TerraformStack(app, name);
      // from the stack's folder, so that what one init writes fits every deployment
      new LocalBackend(stack, { path: join("..", "..", "..", `${name}.tfstate`) });
      addProviders(stack, SUBSCRIPTION_ID);
      this.stacks.push(name);
      return stack;
    });
    app.synth();
    await this.initialise();
  }

  /** A configuration that this library did not write. */
  public static async plain(settings: SettingsInput, json: object): Promise<Deployment> {
    const deployment = await Deployment.start(settings, (stack) => stack());
    deployment.writePlain(json);
    return deployment;
  }

  /** The sources and the place of the state stay as synthesised. A line each, because Terraform quotes the line it complains about. */
  public writePlain(json: object): void {
    const file = join(this.folderOf("stack"), "cdk.tf.json");
    const { terraform } = JSON.parse(readFileSync(file, "utf8")) as { terraform: unknown };
    writeFileSync(file, JSON.stringify({ ...json, terraform }, undefined, 2));
  }

  public terraform(args: readonly string[], stack = this.lastStack, signal?: AbortSignal): Promise<Outcome> {
    return this.simulation.terraform(args, this.folderOf(stack), { signal }).then((outcome) => {
      this.said += outcome.stdout + outcome.stderr;
      return outcome;
    });
  }

  /** Applies one stack, or each in turn until one fails. */
  public async apply(...args: string[]): Promise<Outcome> {
    let outcome: Outcome | undefined;
    for (const stack of this.stacks) {
      outcome = await this.terraform(["apply", "-auto-approve", ...args], stack);
      if (outcome.code !== 0) return outcome;
    }
    return outcome as Outcome;
  }

  public async destroy(...args: string[]): Promise<Outcome> {
    let outcome: Outcome | undefined;
    for (const stack of [...this.stacks].reverse()) {
      outcome = await this.terraform(["destroy", "-auto-approve", ...args], stack);
      if (outcome.code !== 0) return outcome;
    }
    return outcome as Outcome;
  }

  public plan(stack?: string, ...args: string[]): Promise<Outcome> {
    return this.terraform(["plan", "-detailed-exitcode", ...args], stack);
  }

  /** Lets Aiven find the Azure half: up to a quarter of an hour. */
  public async wait(): Promise<void> {
    await this.world.clock.advance(minutes(15));
  }

  /** The resources of the state. */
  public addresses(stack = this.lastStack): string[] {
    const { resources } = JSON.parse(this.state(stack)) as {
      resources: { mode: string; type: string; name: string }[];
    };
    return resources.filter(({ mode }) => mode === "managed").map(({ type, name }) => `${type}.${name}`);
  }

  public state(stack = this.lastStack): string {
    return readFileSync(this.statePath(stack), "utf8");
  }

  /** Every file that was written, but for the states. */
  public files(): string {
    const outdir = join(this.folder, "cdktf.out");
    return readdirSync(outdir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
  }

  /** The states of both halves of every peering, for example `["ACTIVE", "Connected"]`. */
  public get halves(): string[] {
    const { aiven, byHand } = this.world;
    return [...aiven.peeringConnections.all, ...byHand.azurePeerings()].map(({ state }) => state);
  }

  /** Calls that changed something, as `METHOD path`, from one moment on. */
  public callsSince(moment: number): string[] {
    return this.world.journal.entries
      .filter(({ at, method, status }) => at >= moment && method !== "GET" && status < 300)
      .map(({ method, path }) => `${method} ${path}`);
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs `terraform init` for the first stack of a name in a test file; the others get what that wrote. */
  private async initialise(): Promise<void> {
    for (const stack of this.stacks) {
      const written = join(this.folderOf(stack), ".terraform");
      const known = join(initialised, stack);
      if (existsSync(written)) continue;
      if (!existsSync(known)) {
        const { code, text } = await this.terraform(["init"], stack);
        if (code !== 0) throw new Error(text);
        cpSync(written, known, { recursive: true });
      } else {
        cpSync(known, written, { recursive: true });
      }
    }
  }

  private get lastStack(): string {
    return this.stacks[this.stacks.length - 1];
  }

  private folderOf = (stack: string): string => join(this.folder, "cdktf.out", "stacks", stack);
  private statePath = (stack: string): string => join(this.folder, `${stack}.tfstate`);
}
