import { Aiven } from "./aiven/aiven";
import { Azure } from "./azure/azure";
import { silentShell, type Shell } from "./azure/run-commands";
import { ByHand } from "./by-hand";
import { Calls } from "./calls";
import { Clock } from "./clock";
import type { Clouds } from "./clouds";
import { createDeployer, type Deployer } from "./deployer";
import { Entra } from "./entra/entra";
import { Faults } from "./faults";
import { difference, takeInventory, type InventoryItem } from "./inventory";
import { Journal } from "./journal";
import { Network } from "./network";
import { seed, seedProjects } from "./seed";
import { completeSettings, type Settings, type SettingsInput } from "./settings";

/** How the machines of a world run commands. */
export type ShellOf = (world: World) => Shell;

/** The clouds of one run, with the settings of that run and one clock for all. */
export class World implements Clouds {
  readonly clock: Clock;
  readonly journal = new Journal();
  readonly faults = new Faults();
  readonly entra: Entra;
  readonly azure: Azure;
  readonly aiven: Aiven;
  readonly network: Network;
  readonly deployer: Deployer;
  readonly byHand = new ByHand(this);
  /** Certificates by the path of the file they are presented from. */
  readonly certificates = new Map<string, string>();
  private readonly initial: readonly InventoryItem[];

  constructor(
    readonly settings: Settings,
    shellOf: ShellOf,
  ) {
    this.clock = new Clock(settings.startTime ?? Math.floor(Date.now() / 1000) * 1000, settings.clock);
    settings.faults.forEach((fault) => this.faults.inject(fault));
    const calls = new Calls(this.clock, this.journal, this.faults);
    this.entra = new Entra(calls, settings);
    this.azure = new Azure(calls, settings, this.entra.directory);
    this.aiven = new Aiven(calls, settings, this.entra, this.azure);
    this.network = new Network(this.azure, this.aiven);
    this.azure.shell = shellOf(this);
    seed(settings, this.entra, this.azure, this.certificates);
    seedProjects(settings.aiven, this.aiven);
    this.deployer = createDeployer(settings, this.entra, this.azure, this.clock, this.certificates);
    this.initial = this.inventory();
  }

  inventory(): InventoryItem[] {
    return takeInventory(this);
  }

  /** What has come since an inventory, or since the start; nothing after a clean destroy. */
  added(since = this.initial): InventoryItem[] {
    return difference(this.inventory(), since);
  }

  /** What was in an inventory, or there at the start, and is gone; nothing if nobody else's things were touched. */
  removed(since = this.initial): InventoryItem[] {
    return difference(since, this.inventory());
  }
}

/** Machines that run nothing unless `shellOf` brings some that do. */
export function createWorld(settings: SettingsInput = {}, shellOf: ShellOf = () => silentShell): World {
  return new World(completeSettings(settings), shellOf);
}
