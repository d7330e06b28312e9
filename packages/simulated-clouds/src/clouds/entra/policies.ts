import type { Settings } from "../settings";
import type { Graph, Right } from "./graph";
import type { Token } from "./tokens";

/** The id of the tenant's default policy on credentials of applications, which every tenant has. */
export const DEFAULT_POLICY = "00000000-0000-0000-0000-000000000000";

export interface PasswordRestriction {
  readonly restrictionType: "passwordAddition" | "passwordLifetime";
  /** In days, where it is about a lifetime. */
  readonly maxLifetimeDays?: number;
}

/** What a tenant's administrators decided for everybody in it. */
export class Policies {
  constructor(
    private readonly graph: Graph,
    private readonly settings: Settings,
  ) {}

  /** Whether users may register applications. */
  authorization(token: Token): { readonly allowedToCreateApps: boolean } {
    const { usersMayRegisterApplications: allowedToCreateApps } = this.settings.customer;
    const right: Right = (may) => may.mayReadPolicies(token);
    return this.graph.read(token, "/policies/authorizationPolicy", () => ({ allowedToCreateApps }), right);
  }

  /** What secrets of applications are restricted to; nothing where there is no restriction. */
  passwordRestrictions(token: Token): PasswordRestriction[] {
    const { passwordsForbidden, passwordLifetimeCapDays } = this.settings.customer;
    const right: Right = (may) => may.mayReadPolicies(token);
    return this.graph.read(
      token,
      "/policies/defaultAppManagementPolicy",
      () => [
        ...(passwordsForbidden ? [{ restrictionType: "passwordAddition" } as const] : []),
        ...(passwordLifetimeCapDays === undefined
          ? []
          : [{ restrictionType: "passwordLifetime", maxLifetimeDays: passwordLifetimeCapDays } as const]),
      ],
      right,
    );
  }
}
