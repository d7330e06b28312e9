import type { SettingsInput } from "../clouds/settings";
import { startHttpSimulation, type HttpSimulation } from "../run-http";

/** Clouds that are served over HTTPS, for providers as they are published; stopped and removed whatever happens. */
export async function withHttpClouds<Result>(
  settings: SettingsInput,
  body: (clouds: HttpSimulation) => Promise<Result>,
): Promise<Result> {
  if (settings.signIn === "client-certificate") {
    throw new Error("--sign-in: client-certificate is not allowed with --http, use client-secret or oidc");
  }
  const simulation = await startHttpSimulation(settings);
  try {
    return await body(simulation);
  } finally {
    await simulation.stop();
  }
}
