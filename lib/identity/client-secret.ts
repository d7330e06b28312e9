import { ApplicationPasswordA as ApplicationPassword } from "@cdktf/provider-azuread/lib/application-password";
import { type TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { placed } from "../terraform/refuse";
import { protect } from "../terraform/resources";
import { requireLiteral } from "../validation/checks";
import { requireChoice, requireOptions } from "../validation/options";
import { DATE, FUTURE_DATE } from "../validation/rules";

/**
 * The two places of a client secret. One is in use while the other is renewed.
 */
export enum ClientSecretSlot {
  /** The slot that always exists. */
  PRIMARY = "primary",
  /** The slot that exists where it is given an end date. */
  SECONDARY = "secondary",
}

/**
 * A client secret in two slots.
 *
 * To rotate, renew the idle slot by giving it a new end date and apply; then make it the active one and apply again. A secret that is
 * replaced while it is in use would be unknown to the next plan, and the plan could not sign in.
 */
export interface ClientSecretOptions {
  /**
   * When the primary secret ends, in RFC 3339; a change replaces the secret. A tenant's policy may cap the lifetime.
   *
   * @default - two years after creation, Microsoft Graph's own default
   */
  readonly primaryEndDate?: string;

  /**
   * When the secondary secret ends, in RFC 3339; a change replaces the secret. A tenant's policy may cap the lifetime.
   *
   * @default - there is no secondary secret
   */
  readonly secondaryEndDate?: string;

  /**
   * The slot in use. A slot must have been created by an earlier apply before it becomes the active one.
   *
   * @default ClientSecretSlot.PRIMARY
   */
  readonly active?: ClientSecretSlot;
}

const isSecondaryActive = (options: ClientSecretOptions) => options.active === ClientSecretSlot.SECONDARY;

/** The end date of an idle secret may be past: after a rotation the old one is simply left behind. */
export function validateClientSecretOptions(options: ClientSecretOptions): void {
  requireOptions(undefined, "credential", options, { primaryEndDate: true, secondaryEndDate: true, active: true });
  requireChoice(undefined, "credential.active", options.active, "ClientSecretSlot", ClientSecretSlot);
  const [primary, secondary] = isSecondaryActive(options) ? [DATE, FUTURE_DATE] : [FUTURE_DATE, DATE];
  if (options.primaryEndDate !== undefined) {
    requireLiteral(undefined, "credential.primaryEndDate", options.primaryEndDate, primary);
  }
  if (options.secondaryEndDate !== undefined) {
    requireLiteral(undefined, "credential.secondaryEndDate", options.secondaryEndDate, secondary);
  } else if (isSecondaryActive(options)) {
    throw new Error(
      'credential.active: "secondary" is not allowed without secondaryEndDate, give one and apply before you switch to it',
    );
  }
}

/** The secrets of an application, and a check that warns 30 days before the one in use ends. */
export class ClientSecret extends Construct {
  public readonly passwords: readonly ApplicationPassword[];
  public readonly active: ApplicationPassword;

  constructor(
    scope: Construct,
    id: string,
    applicationId: string,
    options: ClientSecretOptions,
    provider: TerraformProvider | undefined,
  ) {
    super(scope, id);
    const password = (slot: ClientSecretSlot, endDate: string | undefined) =>
      protect(new ApplicationPassword(this, slot, { applicationId, displayName: slot, endDate, provider }));

    const primary = password(ClientSecretSlot.PRIMARY, options.primaryEndDate);
    const secondary =
      options.secondaryEndDate === undefined
        ? undefined
        : password(ClientSecretSlot.SECONDARY, options.secondaryEndDate);

    this.passwords = secondary ? [primary, secondary] : [primary];
    this.active = secondary && isSecondaryActive(options) ? secondary : primary;
    this.warnBeforeTheEnd();
  }

  private warnBeforeTheEnd(): void {
    const endDate = this.active.endDate;
    TerraformStack.of(this).addOverride(`check.${this.active.friendlyUniqueId}_ends`, {
      assert: {
        condition: `\${timecmp(plantimestamp(), timeadd(${endDate}, "-720h")) < 0}`,
        error_message: placed(
          this,
          `the client secret of the peering application ends on ${endDate}; give the idle slot a new end date and apply, then make it the active one and apply again`,
        ),
      },
    });
  }
}
