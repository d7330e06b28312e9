import type { SettingsInput } from "./clouds/settings";
import { createWorld, World } from "./clouds/world";
import { environmentOf } from "./http/environment";
import { serveHttp, type HttpClouds, type HttpOptions } from "./http/server";
import { machineShell, type RunScripts } from "./machines/shell";
import { PrivateFolder } from "./private-folder";

/** Clouds over HTTPS, for providers as they are published, Azure's SDKs and plain REST clients. */
export class HttpSimulation {
  constructor(
    readonly world: World,
    readonly http: HttpClouds,
    /** What points providers and SDKs at the clouds, and signs them in. The files that it names last until `stop`. */
    readonly env: Readonly<Record<string, string>>,
    /** What `env` names is in it; for whatever else lasts as long. */
    readonly folder: PrivateFolder,
    private readonly cleanUp: () => void,
    /** Whether nobody else has a use for the clouds. */
    private readonly areOwn: boolean,
  ) {}

  async stop(): Promise<void> {
    if (this.areOwn) this.world.clock.stop();
    await this.http.close();
    this.cleanUp();
  }
}

export interface HttpSimulationOptions extends HttpOptions, RunScripts {
  /** Where files are put, by whoever removes it. @default - a folder that lasts until `stop` */
  readonly folder?: PrivateFolder;
}

/** @param clouds - the settings of fresh clouds, or clouds that something was deployed to already */
export async function startHttpSimulation(
  clouds: SettingsInput | World = {},
  { runScripts, folder: given, ...options }: HttpSimulationOptions = {},
): Promise<HttpSimulation> {
  const areOwn = !(clouds instanceof World);
  const world = areOwn ? createWorld(clouds, machineShell({ runScripts })) : clouds;
  const http = await serveHttp(world, options);
  const folder = given ?? new PrivateFolder();
  const cleanUp = (): void => {
    if (!given) folder.remove();
  };
  return new HttpSimulation(world, http, environmentOf(world, http, folder), folder, cleanUp, areOwn);
}
