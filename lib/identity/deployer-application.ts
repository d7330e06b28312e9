import type { Construct } from "constructs";
import { deployer } from "../network/deployer";
import type { PeeringProviders } from "../terraform/providers";
import { AivenServicePrincipal, type AivenServicePrincipalSource } from "./aiven-service-principal";
import { PeeringIdentity, type SignIn } from "./peering-identity";

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

  /** Aiven's service principal in the virtual network's tenant. */
  public readonly aivenServicePrincipal: AivenServicePrincipal;

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props how it differs from the defaults
   */
  constructor(scope: Construct, id: string, props: DeployerApplicationProps = {}) {
    super(scope, id);
    const { azuread, azurerm } = props.providers ?? {};
    const { clientId, objectId } = deployer(this, azurerm);
    this.clientId = clientId;
    this.servicePrincipalObjectId = objectId;
    this.aivenServicePrincipal = new AivenServicePrincipal(this, "aiven", {
      source: props.aivenServicePrincipal,
      provider: azuread,
    });
  }

  /**
   * The environment's secret, certificate or token is what is meant here, so only the sign-ins that are no application's are shut out.
   *
   * @internal
   */
  public _signIn(): SignIn {
    return { useCli: false, useMsi: false };
  }

  /** @internal */
  public _knownAtFirstPlan(): boolean {
    return true;
  }
}
