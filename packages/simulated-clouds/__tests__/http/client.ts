import { createWorld } from "../../src/clouds/world";
import type { SettingsInput } from "../../src/clouds/settings";
import { RestClient } from "../../src/http/client";
import { serveHttp, type HttpOptions } from "../../src/http/server";
import { machineShell } from "../../src/machines/shell";

export { first, type RestClient, type Sent } from "../../src/http/client";

export async function startClient(settings: SettingsInput = {}, options: HttpOptions = {}): Promise<RestClient> {
  const world = createWorld({ signIn: "client-secret", ...settings }, machineShell({ runScripts: true }));
  return new RestClient(world, await serveHttp(world, options));
}

/** What a JWT says, without a look at its signature. */
export function claimsOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
}
