import { AivenServicePrincipalSource, PeeringApplication } from "cdktf-aiven-azure-peering";
import type { SettingsInput } from "simulated-clouds";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import type { Environment } from "../support/clouds";
import { Before, type Build } from "../support/doctor";

/** A stack, the clouds that it is for, and what somebody does in them before `doctor` looks. */
export interface Shape {
  readonly settings?: SettingsInput;
  readonly build?: Build;
  readonly env?: Environment;
  readonly harm?: (before: Before) => void;
}

export const look = async ({ settings, build, env, harm }: Shape) => {
  const before = await Before.apply(settings, build);
  harm?.(before);
  return { before, doctor: await before.doctor(env) };
};

/** An application of the stack's own, in a tenant that has Aiven's principal. */
export const expectingAiven =
  (owners?: string[]): Build =>
  (stack) => {
    const only = stack();
    const identity = new PeeringApplication(only, "application", {
      aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
      owners,
    });
    peerNetwork(only, { identity });
  };
/** Any user of a tenant that another peering has prepared. */
export const REGISTERS: SettingsInput = {
  aivenPrincipalExists: true,
  deployer: { directoryRoles: ["Global Reader"] },
  customer: { usersMayRegisterApplications: true },
};
