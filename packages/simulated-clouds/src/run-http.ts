import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SettingsInput } from "./clouds/settings";
import { createWorld, World } from "./clouds/world";
import { environmentOf } from "./http/environment";
import { serveHttp, type HttpClouds, type HttpOptions } from "./http/server";
import { machineShell } from "./machines/shell";

/** Clouds over HTTPS, for providers as they are published, Azure's SDKs and plain REST clients. */
export class HttpSimulation {
  constructor(
    readonly world: World,
    readonly http: HttpClouds,
    /** What points providers and SDKs at the clouds, and signs them in. The files that it names last until `stop`. */
    readonly env: Readonly<Record<string, string>>,
    private readonly folder: string,
  ) {}

  async stop(): Promise<void> {
    this.world.clock.stop();
    await this.http.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** @param clouds - the settings of fresh clouds, or clouds that something was deployed to already */
export async function startHttpSimulation(
  clouds: SettingsInput | World = {},
  options: HttpOptions = {},
): Promise<HttpSimulation> {
  const world = clouds instanceof World ? clouds : createWorld(clouds, machineShell);
  const http = await serveHttp(world, options);
  const folder = mkdtempSync(join(tmpdir(), "simulated-clouds-"));
  return new HttpSimulation(world, http, environmentOf(world, http, folder), folder);
}
