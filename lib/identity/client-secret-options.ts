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
