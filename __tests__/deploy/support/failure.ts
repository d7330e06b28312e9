import type { Outcome, SettingsInput } from "simulated-clouds";
import type { AivenAzurePeeringProps } from "cdktf-aiven-azure-peering";
import { Deployment } from "./deployment";
import { peerNetwork } from "./peering";

/** One stack with one peering, everything inside. */
export const deployPeering = (settings: SettingsInput, over: Partial<AivenAzurePeeringProps> = {}) =>
  Deployment.start(settings, (stack) => {
    peerNetwork(stack(), over);
  });

/** Terraform stopped, and said why in these words. */
export function expectFailure({ code, text }: Outcome, ...words: readonly (string | RegExp)[]): void {
  const said = errorsIn(text);
  for (const each of words) expect(said).toMatch(typeof each === "string" ? literal(each) : each);
  expect(code).toBe(1);
}

/** Terraform did what it was asked. */
export function expectSuccess({ code, text }: Outcome): void {
  expect(code === 0 ? "" : errorsIn(text)).toBe("");
}

/** The address of the one resource whose address holds `part`. */
export function addressOf(deployment: Deployment, part: string): string {
  const found = deployment.addresses().filter((address) => address.includes(part));
  if (found.length !== 1) throw new Error(`expected one resource of ${part}, found ${found.join(", ") || "none"}`);
  return found[0];
}

/** The address of the one resource whose address holds `part`, as the app declares it, made or not. */
export function declared(deployment: Deployment, part: string, ofType = ""): string {
  const found = deployment.declared().filter((address) => address.startsWith(ofType) && address.includes(part));
  if (found.length !== 1) throw new Error(`expected one resource of ${part}, found ${found.join(", ") || "none"}`);
  return found[0];
}

/** What the page says: should an apply end in AuthorizationFailed, the application's roles first, and some minutes. */
export async function applyAfterItsRoles(deployment: Deployment): Promise<void> {
  const first = await deployment.apply();
  if (first.code === 0) return;
  expectFailure(first, "AuthorizationFailed");
  const roles = ["resource-providers", "virtual-network_access_application"].map((part) =>
    declared(deployment, part, "azurerm_role_assignment"),
  );
  expectSuccess(await deployment.apply(...roles.map((address) => `-target=${address}`)));
  await deployment.wait();
}

/** What comes after the plan. */
const errorsIn = (text: string) => text.slice(Math.max(0, text.indexOf("Error: ")));

const literal = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
