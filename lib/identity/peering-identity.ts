import { type ITerraformDependable, type Precondition, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { refuseHcl, requireOneCore } from "../validation/framework";
import type { AivenServicePrincipal } from "./aiven-service-principal";

/**
 * How the peering application proves who it is. What the arguments of a provider are for it, and how every other way is shut out, is the
 * matter of the file that creates the provider.
 */
export type SignIn =
  | { readonly kind: "secret"; readonly value: string }
  | { readonly kind: "certificate"; readonly base64?: string; readonly path?: string; readonly password?: string }
  /** By a token of the pipeline, from its environment. */
  | { readonly kind: "federated" }
  /** By whatever the environment has of an application: Terraform itself is signed in as it. */
  | { readonly kind: "environment" };

/**
 * Who peers: an application of the virtual network's tenant that Aiven lets peer into its own network, and Aiven's service principal,
 * which Azure lets peer into the virtual network.
 *
 * Use one of `PeeringApplication`, `ExistingPeeringApplication` and `DeployerApplication`.
 */
export abstract class PeeringIdentity extends Construct {
  /** @internal */
  public static _isPeeringIdentity(value: unknown): value is PeeringIdentity {
    return value instanceof PeeringIdentity;
  }

  /** The application's client id, a UUID. */
  public abstract readonly clientId: string;

  /** The object id of the application's service principal in the virtual network's tenant, a UUID. */
  public abstract readonly servicePrincipalObjectId: string;

  /**
   * Aiven's service principal in the virtual network's tenant.
   *
   * @internal
   */
  public abstract readonly _aiven: AivenServicePrincipal;

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   */
  constructor(scope: Construct, id: string) {
    super(scope, id);
    requireOneCore(this);
    refuseHcl(this);
  }

  /** The object id of Aiven's service principal in the virtual network's tenant, a UUID. */
  public get aivenServicePrincipalObjectId(): string {
    return this._aiven.objectId;
  }

  /**
   * How the application proves who it is.
   *
   * @internal
   */
  public abstract _signIn(): SignIn;

  /**
   * Whether the credentials are known when the stack of `consumer` is planned for the first time.
   *
   * @internal
   */
  public abstract _knownAtFirstPlan(consumer: IConstruct): boolean;

  /**
   * What must exist before the application can sign in; empty where an earlier stack has created it.
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
  public get _grantedSubscriptionIds(): readonly string[] | undefined {
    return undefined;
  }

  /**
   * What Terraform must validate of the identity before Aiven is asked.
   *
   * @internal
   */
  public get _preconditions(): readonly Precondition[] {
    return [];
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
