import type { IConstruct } from "constructs";
import { type ResourceProviderAccess, validateResourceProviderAccess } from "../access/resource-provider-access";
import { given, isUnknownList, kindOf } from "../terraform/given";
import type { PeeringProviders } from "../terraform/providers";
import { requireInstance } from "../terraform/recognition";
import { refuse } from "../terraform/refuse";
import { Checks, requireLiteral, type Rule } from "../validation/checks";
import { requireOptions } from "../validation/options";
import { requireDefaultProvider, validateProviders } from "../validation/providers";
import { DISPLAY_NAME, TEXT, UUID, WAIT } from "../validation/rules";
import { type AivenServicePrincipalSource } from "./aiven-service-principal";
import { PeeringCredential } from "./peering-credential";

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
   * Who owns the application and its service principal: the object ids of users or service principals, UUIDs. Include the deployer where
   * it may manage only what it owns (`Application.ReadWrite.OwnedBy`). Aiven's service principal must then exist already.
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
   * Where the right to list a subscription's resource providers comes from, which azurerm 4.x needs.
   *
   * @default - it is granted in each subscription in which a network of the app is peered through azurerm 4.x, and nowhere else. A
   * subscription that another stack knows by a token alone must be named here
   */
  readonly resourceProviderAccess?: ResourceProviderAccess;

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

/** Validates the options of an application that is registered here. */
export function validatePeeringApplication(scope: IConstruct, props: PeeringApplicationProps): void {
  requireOptions(scope, "identity", props, {
    displayName: true,
    owners: true,
    notes: true,
    serviceManagementReference: true,
    tags: true,
    credential: true,
    aivenServicePrincipal: true,
    resourceProviderAccess: true,
    propagation: true,
    providers: true,
  });
  validateProviders(scope, props.providers);
  if (props.providers?.azuread === undefined) requireDefaultProvider(scope, "azuread", "providers.azuread");
  new Checks(scope)
    .literal("identity.displayName", props.displayName, DISPLAY_NAME)
    .literal("identity.notes", props.notes, TEXT)
    .literal("identity.serviceManagementReference", props.serviceManagementReference, TEXT)
    .literal("identity.propagation", props.propagation, WAIT);
  validateList(scope, "owners", props.owners, UUID);
  validateList(scope, "tags", props.tags, TEXT);
  validateResourceProviderAccess(scope, props.resourceProviderAccess);
  if (props.credential === undefined) return;
  const use = "what PeeringCredential.clientSecret or federated returns";
  requireInstance(scope, "identity.credential", props.credential, "PeeringCredential", use, kindOf);
}

function validateList(scope: IConstruct, property: string, list: string[] | undefined, rule: Rule): void {
  if (list === undefined || isUnknownList(list)) return;
  if (!Array.isArray(list) || list.length === 0) {
    refuse(scope, `identity.${property}: ${given(list)} is not allowed, use a list, or leave it out`);
  }
  for (const each of list) requireLiteral(scope, `identity.${property}`, each, rule);
}
