import type { Outcome } from "simulated-clouds";
import type { Deployment } from "./deployment";

/** Applies, waits for Aiven, and expects what a user wants to see: an active peering, and nothing left to do. */
export async function expectActive(
  deployment: Pick<Deployment, "apply" | "states" | "plan" | "stacks" | "wait">,
  peerings = 1,
): Promise<void> {
  const applied = await deployment.apply();
  expect(failure(applied)).toBe("");
  await deployment.wait();
  expect(deployment.states).toEqual([
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

/**
 * Destroys where others have created something too: nothing of ours is left, and nothing of theirs is gone. `createdLater` is the names of
 * what they have created since the first deployment.
 */
export async function expectOursDestroyed(deployment: Deployment, ...createdLater: string[]): Promise<void> {
  const destroyed = await deployment.destroy();
  expect(failure(destroyed)).toBe("");
  const { left, missing } = deployment.changes;
  expect({ left: left.map(({ name }) => name), missing }).toEqual({ left: createdLater, missing: [] });
}

/** What Terraform said went wrong, or nothing. */
const failure = ({ code, text }: Outcome): string =>
  code === 0 ? "" : text.slice(Math.max(0, text.indexOf("Error:"))) || `exit code ${code}`;
