import type { Outcome } from "simulated-clouds";
import type { Deployment } from "./deployment";

/** Applies, waits for Aiven, and expects what a user wants to see: an active peering, and nothing left to do. */
export async function expectActive(
  deployment: Pick<Deployment, "apply" | "halves" | "plan" | "stacks" | "wait">,
  peerings = 1,
): Promise<void> {
  const applied = await deployment.apply();
  expect(failure(applied)).toBe("");
  await deployment.wait();
  expect(deployment.halves).toEqual([
    ...Array<string>(peerings).fill("ACTIVE"),
    ...Array<string>(peerings).fill("Connected"),
  ]);
  for (const stack of deployment.stacks) {
    const { code, text, stdout } = await deployment.plan(stack);
    expect(code === 0 ? "" : `exit code ${code}: ${stdout}${text}`).toBe("");
    expect(text).not.toContain("Check block assertion failed");
  }
}

/** Destroys, and expects the clouds to be as they were before: nothing left, and nothing of anybody else's gone. */
export async function expectDestroyed(deployment: Deployment): Promise<void> {
  const destroyed = await deployment.destroy();
  expect(failure(destroyed)).toBe("");
  expect({ left: deployment.world.added(), missing: deployment.world.removed() }).toEqual({ left: [], missing: [] });
}

/** What Terraform said went wrong, or nothing. */
const failure = ({ code, text }: Outcome): string =>
  code === 0 ? "" : text.slice(Math.max(0, text.indexOf("Error:"))) || `exit code ${code}`;
