import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { deployer } from "../network/deployer";
import type { IdentityFacts } from "../terraform/manifest";
import type { PeeringProviders } from "../terraform/providers";
import { requireOptions } from "../validation/options";
import { requireDefaultProvider, validateProviders } from "../validation/providers";
import type { AivenServicePrincipalSource } from "./aiven-service-principal";
import { type AivenServicePrincipal, aivenServicePrincipal } from "./aiven-service-principal";
import type { SignIn } from "./peering-identity";
import { PeeringIdentity } from "./peering-identity";

/**
 * Properties of `DeployerApplication`.
 */
export interface DeployerApplicationProps {
  /**
   * Whether to create Aiven's service principal or to look it up.
   *
   * @default AivenServicePrincipalSource.CREATE
   */
  readonly aivenServicePrincipal?: AivenServicePrincipalSource;

  /**
   * The provider configurations to use.
   *
   * @default - the stack's default providers
   */
  readonly providers?: PeeringProviders;
}

/**
 * The application that Terraform is signed in with peers itself, so no further secret exists anywhere.
 *
 * Terraform must be signed in through the environment (`ARM_CLIENT_ID` with a secret, a certificate or an OIDC token), not through the
 * Azure CLI or a managed identity, and the application must be multi-tenant.
 */
export class DeployerApplication extends PeeringIdentity {
  /** The application's client id, a UUID. */
  public readonly clientId: string;

  /** The object id of the application's service principal in the virtual network's tenant, a UUID. */
  public readonly servicePrincipalObjectId: string;

  /** @internal */
  public readonly _aiven: AivenServicePrincipal;

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props how it differs from the defaults
   */
  constructor(scope: Construct, id: string, props: DeployerApplicationProps = {}) {
    super(scope, id);
    requireOptions(this, "identity", props, { aivenServicePrincipal: true, providers: true });
    validateProviders(this, props.providers);
    const { azuread, azurerm } = props.providers ?? {};
    if (azuread === undefined) requireDefaultProvider(this, "azuread", "providers.azuread");
    if (azurerm === undefined) requireDefaultProvider(this, "azurerm", "providers.azurerm");
    const { clientId, objectId } = deployer(this, azurerm);
    this.clientId = clientId;
    this.servicePrincipalObjectId = objectId;
    this._aiven = aivenServicePrincipal(this, props.aivenServicePrincipal, azuread);
  }

  /** @internal */
  public _signIn(): SignIn {
    return { kind: "environment" };
  }

  /** @internal */
  public _facts(): IdentityFacts {
    return {
      kind: "deployer",
      stack: TerraformStack.of(this).node.id,
      clientId: this.clientId,
      servicePrincipalObjectId: this.servicePrincipalObjectId,
      credential: { kind: "environment", addresses: [] },
      resourceProviderAccess: [],
    };
  }

  /** @internal */
  public _knownAtFirstPlan(): boolean {
    return true;
  }
}
