import { type ITerraformDependable, type Precondition, type TerraformResource, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { PeeringConstruct } from "../terraform/construct";
import type { IdentityFacts } from "../terraform/manifest";
import { mark } from "../terraform/recognition";
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
export abstract class PeeringIdentity extends PeeringConstruct {
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
    mark(this, "PeeringIdentity");
  }

  /** The object id of Aiven's service principal in the virtual network's tenant, a UUID. */
  public get aivenServicePrincipalObjectId(): string {
    return this._aiven.objectId;
  }

  /**
   * How the application proves who it is.
   *
   * @param consumer whose stack has the provider that signs in
   * @internal
   */
  public abstract _signIn(consumer: IConstruct): SignIn;

  /**
   * What the identity is made of.
   *
   * @internal
   */
  public abstract _facts(): IdentityFacts;

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
   * Refuses an application whose credentials azurerm cannot wait for.
   *
   * @internal
   */
  public _refuseUnknown(_consumer: IConstruct): void {}

  /**
   * Refuses what would break a later plan of the stack of `consumer`.
   *
   * @internal
   */
  public _refuseChanging(_consumer: IConstruct): void {}

  /**
   * Is given what waits for the application to be able to sign in.
   *
   * @internal
   */
  public _isAwaitedBy(_wait: TerraformResource): void {}

  /**
   * Has the application able to list the resource providers of a subscription, where it is an application of this app.
   *
   * @param _user the construct that peers a network there through azurerm
   * @returns what Terraform must validate
   * @internal
   */
  public _listResourceProviders(_user: IConstruct, _subscriptionId: string): readonly Precondition[] {
    return [];
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
