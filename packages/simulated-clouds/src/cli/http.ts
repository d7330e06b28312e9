import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SettingsInput } from "../clouds/settings";
import { createWorld, type World } from "../clouds/world";
import { environmentOf } from "../http/environment";
import { serveHttp } from "../http/server";
import { machineShell } from "../machines/shell";

/** Clouds that are served over HTTPS, for providers as they are published; stopped and removed whatever happens. */
export async function withHttpClouds<Result>(
  settings: SettingsInput,
  body: (clouds: { readonly world: World; readonly env: Readonly<Record<string, string>> }) => Promise<Result>,
): Promise<Result> {
  if (settings.signIn === "client-certificate") {
    throw new Error("--sign-in: client-certificate is not allowed with --http, use client-secret or oidc");
  }
  const world = createWorld(settings, machineShell);
  const folder = mkdtempSync(join(tmpdir(), "simulated-clouds-"));
  const clouds = await serveHttp(world);
  try {
    return await body({ world, env: environmentOf(world, clouds, folder) });
  } finally {
    world.clock.stop();
    await clouds.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
