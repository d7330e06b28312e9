import type { PeeringProviders } from "../terraform/providers";
import type { AivenServicePrincipalSource } from "./aiven-service-principal";
import type { PeeringCredential } from "./peering-credential";

/**
 * Properties of `PeeringApplication`.
 */
export interface PeeringApplicationProps {
  /**
   * The name of the application in Microsoft Entra: 1 to 120 characters. Limit: Microsoft Graph.
   *
   * @default - `aiven-azure-peering` and a suffix of the ids of stack and constructs
   */
  readonly displayName?: string;

  /**
   * Who owns the application and its service principal: the object ids of users or service principals, UUIDs. Whoever deploys belongs among
   * them where it may manage only what it owns (`Application.ReadWrite.OwnedBy`), and Aiven's service principal must then exist already.
   *
   * @default - nobody is given ownership
   */
  readonly owners?: string[];

  /**
   * Notes for whoever looks after the application, a text that is not empty.
   *
   * @default - none
   */
  readonly notes?: string;

  /**
   * Where the application is in your service or asset management, such as an id there; a text that is not empty.
   *
   * @default - none
   */
  readonly serviceManagementReference?: string;

  /**
   * Tags of the application, texts that are not empty; Microsoft Entra hands them on to its service principals. They are a list, and some
   * are Entra's own, which change how it behaves. An Aspect that gives every resource a map of tags, as Azure's resources have them,
   * leaves these as they are.
   *
   * @default - none
   */
  readonly tags?: string[];

  /**
   * What the application signs in with.
   *
   * @default - a client secret with Microsoft Graph's own lifetime of two years
   */
  readonly credential?: PeeringCredential;

  /**
   * Whether to create Aiven's service principal or to look it up.
   *
   * @default AivenServicePrincipalSource.CREATE
   */
  readonly aivenServicePrincipal?: AivenServicePrincipalSource;

  /**
   * The subscriptions in which the application may list resource providers, UUIDs: one for every subscription with a virtual network to
   * peer.
   *
   * @default - the deployer's subscription
   */
  readonly subscriptionIds?: string[];

  /**
   * Whether to grant the right to list resource providers, which azurerm 4.x needs whenever it is configured. Turn it off for azurerm 5,
   * or where `ARM_PROVIDER_ENHANCED_VALIDATION=false` is set.
   *
   * @default - true; false in the package for CDK Terrain, whose azurerm is 5.x
   */
  readonly grantResourceProviderRead?: boolean;

  /**
   * The resource id of an existing role with `Microsoft.Resources/subscriptions/providers/read`, for subscriptions where custom roles
   * may not be created.
   *
   * @default - a custom role with that one action is created
   */
  readonly resourceProviderRoleDefinitionId?: string;

  /**
   * The names of the custom roles with that action, one for each subscription: as many as `subscriptionIds`, in their order, or one. 1 to
   * 512 characters, each once in a tenant whatever its case. Limits:
   * https://learn.microsoft.com/azure/role-based-access-control/custom-roles#custom-role-properties
   *
   * @default - `aiven-azure-peering: list resource providers`, and behind it a suffix of the ids of stack and constructs and the subscription
   */
  readonly resourceProviderRoleNames?: string[];

  /**
   * How long to wait until Azure honours a new secret and role, a duration such as `2m`; `0s` for no wait. A later stack signs in as
   * soon as this one is applied. Azure usually takes two minutes, of which azurerm spends 20 seconds before.
   *
   * @default "100s"
   */
  readonly propagation?: string;

  /**
   * The provider configurations to use.
   *
   * @default - the stack's default providers
   */
  readonly providers?: PeeringProviders;
}
