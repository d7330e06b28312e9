import { requireInstance } from "../terraform/recognition";
import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { Annotations, type Precondition, TerraformStack, type TerraformProvider } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { IdentityFacts } from "../terraform/manifest";
import { requireDefaultProvider } from "../validation/providers";
import { kindOf } from "../terraform/given";
import { shown } from "../terraform/expressions";
import type { PeeringProviders } from "../terraform/providers";
import { Checks } from "../validation/checks";
import { requireOptions, type Known } from "../validation/options";
import { originsOf } from "../terraform/keys";
import { refuse } from "../terraform/refuse";
import { lockLogicalId } from "../terraform/resources";
import { validateProviders } from "../validation/providers";
import { UUID } from "../validation/rules";
import { type AivenServicePrincipal, aivenServicePrincipal } from "./aiven-service-principal";
import type { AivenServicePrincipalSource } from "./aiven-service-principal";
import { ExistingCredential } from "./existing-credential";
import { PeeringIdentity } from "./peering-identity";
import type { SignIn } from "./peering-identity";

/**
 * Properties of `ExistingPeeringApplication`.
 */
export interface ExistingPeeringApplicationProps {
  /** The application's client id, a UUID. The application must be multi-tenant (`AzureADMultipleOrgs`). */
  readonly clientId: string;

  /** What the application signs in with. It must be known at plan. */
  readonly credential: ExistingCredential;

  /**
   * The object id of the application's service principal, a UUID.
   *
   * @default - looked up by the client id, for which the deployer must be able to read the directory
   */
  readonly servicePrincipalObjectId?: string;

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
 * An application that somebody else has registered.
 *
 * With azurerm 4.x it must be allowed `Microsoft.Resources/subscriptions/providers/read` at the subscription before the first plan: its
 * credentials are known, so azurerm signs in with them at once.
 */
export class ExistingPeeringApplication extends PeeringIdentity {
  /** The application's client id, a UUID. */
  public readonly clientId: string;

  /** The object id of the application's service principal in the virtual network's tenant, a UUID. */
  public readonly servicePrincipalObjectId: string;

  /** @internal */
  public readonly _aiven: AivenServicePrincipal;

  private readonly credential: ExistingCredential;
  private readonly checks: Checks;

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props the application and its credential
   * @throws if a literal id is no UUID, or the credential is none
   */
  constructor(scope: Construct, id: string, props: ExistingPeeringApplicationProps) {
    super(scope, id);
    requireOptions(this, "identity", props, KNOWN);
    validateProviders(this, props.providers);
    this.checks = new Checks(this)
      .rule("identity.clientId", props.clientId, UUID)
      .rule("identity.servicePrincipalObjectId", props.servicePrincipalObjectId, UUID);
    requireInstance(this, "identity.credential", props.credential, "ExistingCredential", A_CREDENTIAL, kindOf);
    for (const property of props.credential._literals(this)) {
      Annotations.of(this).addWarning(
        `credential.${property}: a literal is readable in the code and in the synthesised JSON; use a sensitive Terraform variable`,
      );
    }
    const provider = props.providers?.azuread;
    if (provider === undefined) requireDefaultProvider(this, "azuread", "providers.azuread");
    this.credential = props.credential;
    this.clientId = props.clientId;
    this.servicePrincipalObjectId = props.servicePrincipalObjectId ?? this.lookUp(props.clientId, provider).objectId;
    this._aiven = aivenServicePrincipal(this, props.aivenServicePrincipal, provider);
  }

  /** @internal */
  public _signIn(consumer: IConstruct): SignIn {
    const stack = TerraformStack.of(consumer);
    for (const { property, value } of this.credential._secrets) {
      const origin = originsOf(consumer, value).find((each) => each !== stack);
      if (origin === undefined) continue;
      refuse(
        this,
        `credential.${property}: a secret of the stack "${origin.node.id}" is not allowed for a peering of the stack "${stack.node.id}" (${consumer.node.path}), ` +
          `as CDKTF would carry it over by an output and so keep it in the states of both; give it as a sensitive Terraform variable of "${stack.node.id}", in ` +
          "an ExistingPeeringApplication of that stack",
      );
    }
    return this.credential._signIn;
  }

  /** @internal */
  public _facts(): IdentityFacts {
    return {
      kind: "existing",
      stack: TerraformStack.of(this).node.id,
      clientId: this.clientId,
      servicePrincipalObjectId: this.servicePrincipalObjectId,
      credential: { kind: this.credential._signIn.kind, addresses: [] },
      resourceProviderAccess: [],
    };
  }

  /** @internal */
  public _knownAtFirstPlan(): boolean {
    return true;
  }

  /** @internal */
  public override get _preconditions(): readonly Precondition[] {
    return this.checks.preconditions ?? [];
  }

  /** Aiven would refuse an application of a single tenant too, but only minutes into the apply and without saying so. */
  private lookUp(clientId: string, provider?: TerraformProvider): DataAzureadServicePrincipal {
    return lockLogicalId(
      new DataAzureadServicePrincipal(this, "service-principal", {
        clientId,
        provider,
        lifecycle: {
          postcondition: [
            {
              condition: `\${contains(["AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount"], self.sign_in_audience)}`,
              errorMessage: `${this.node.path}: identity.clientId: "${shown(clientId)}" is not allowed, its application is of a single tenant (\${self.sign_in_audience}); use one whose sign-in audience is AzureADMultipleOrgs`,
            },
          ],
        },
      }),
    );
  }
}

const A_CREDENTIAL = "what ExistingCredential.clientSecret, federated or clientCertificate returns";

const KNOWN: Known<ExistingPeeringApplicationProps> = {
  clientId: UUID.allowed,
  credential: A_CREDENTIAL,
  servicePrincipalObjectId: true,
  aivenServicePrincipal: true,
  providers: true,
};
