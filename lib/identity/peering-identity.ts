import type { AzurermProviderConfig } from "@cdktf/provider-azurerm/lib/provider";
import { ITerraformDependable, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import type { AivenServicePrincipal } from "./aiven-service-principal";

/**
 * How the peering application signs in: the arguments of its azurerm provider, apart from the client id.
 *
 * @internal
 */
export type SignIn = Pick<
  AzurermProviderConfig,
  | "clientSecret"
  | "clientSecretFilePath"
  | "clientCertificate"
  | "clientCertificatePassword"
  | "clientCertificatePath"
  | "clientIdFilePath"
  | "oidcToken"
  | "oidcTokenFilePath"
  | "useOidc"
  | "useMsi"
  | "useCli"
  | "useAksWorkloadIdentity"
>;

/**
 * Who peers: an application of the virtual network's tenant that Aiven lets peer into its own network, and Aiven's service principal,
 * which Azure lets peer into the virtual network.
 *
 * Use one of `PeeringApplication`, `ExistingPeeringApplication` and `DeployerApplication`.
 */
export abstract class PeeringIdentity extends Construct {
  /** The application's client id, a UUID. */
  public abstract readonly clientId: string;

  /** The object id of the application's service principal in the virtual network's tenant, a UUID. */
  public abstract readonly servicePrincipalObjectId: string;

  /** Aiven's service principal in the virtual network's tenant. */
  public abstract readonly aivenServicePrincipal: AivenServicePrincipal;

  /**
   * How the application signs in to the stack of `consumer`.
   *
   * @internal
   */
  public abstract _signIn(consumer: IConstruct): SignIn;

  /**
   * Whether the credentials are known when the stack of `consumer` is planned for the first time.
   *
   * @internal
   */
  public abstract _knownAtFirstPlan(consumer: IConstruct): boolean;

  /**
   * What must exist before the application can sign in; empty where an earlier stack has seen to it.
   *
   * @internal
   */
  public _prerequisites(consumer: IConstruct): ITerraformDependable[] {
    return this._isIn(TerraformStack.of(consumer)) ? this._credentials() : [];
  }

  /**
   * The subscriptions in which the application is known to be able to list resource providers; undefined where nothing is known.
   *
   * @internal
   */
  public get _grantedSubscriptionIds(): string[] | undefined {
    return undefined;
  }

  /** @internal */
  protected _credentials(): ITerraformDependable[] {
    return [];
  }

  /** @internal */
  protected _isIn(stack: TerraformStack): boolean {
    return TerraformStack.of(this) === stack;
  }
}

/**
 * Keeps every other way of signing in out of the peering application's provider: azurerm fills absent arguments from the operator's
 * environment, and prefers a certificate to a secret, so what is not meant must be set to nothing.
 */
export const SEALED: SignIn = {
  clientIdFilePath: "",
  clientSecret: "",
  clientSecretFilePath: "",
  clientCertificate: "",
  clientCertificatePath: "",
  useOidc: false,
  useMsi: false,
  useAksWorkloadIdentity: false,
};
