import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import {
  Annotations,
  Aspects,
  dependable,
  type ITerraformDependable,
  type Precondition,
  type TerraformProvider,
  TerraformResource,
  TerraformStack,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { shown } from "../terraform/expressions";
import { kindOf } from "../terraform/given";
import { originsOf } from "../terraform/keys";
import type { IdentityFacts } from "../terraform/manifest";
import type { PeeringProviders } from "../terraform/providers";
import { requireInstance } from "../terraform/recognition";
import { resourcesIn } from "../terraform/references";
import { refuse } from "../terraform/refuse";
import { protect } from "../terraform/resources";
import { Checks } from "../validation/checks";
import { type Known, requireOptions } from "../validation/options";
import { requireDefaultProvider, validateProviders } from "../validation/providers";
import { UUID } from "../validation/rules";
import type { AivenServicePrincipalSource } from "./aiven-service-principal";
import { type AivenServicePrincipal, aivenServicePrincipal } from "./aiven-service-principal";
import { ExistingCredential } from "./existing-credential";
import type { SignIn } from "./peering-identity";
import { PeeringIdentity } from "./peering-identity";

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
  private readonly waits: TerraformResource[] = [];
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
  public _knownAtFirstPlan(consumer: IConstruct): boolean {
    return this.resourcesIn(consumer).length === 0;
  }

  /** @internal */
  public override _refuseUnknown(consumer: IConstruct): void {
    const [resource] = this.resourcesIn(consumer);
    refuse(
      this,
      `identity: ${resource?.node.path} of the same stack is not allowed for azurerm, which signs in as the application before it exists; create ` +
        "a PeeringApplication in its place, give the peering azurePeeringProvider: AzurePeeringProvider.AZAPI, or create the application in a " +
        "stack of its own",
    );
  }

  /** @internal */
  public override _isAwaitedBy(wait: TerraformResource): void {
    if (this.waits.push(wait) > 1 || this.resourcesIn(this).length === 0) return;
    Aspects.of(TerraformStack.of(this)).add({ visit: (node) => this.addToWaits(node) });
  }

  /** @internal */
  protected override _credentials(): ITerraformDependable[] {
    return this.resourcesIn(this);
  }

  /** The managed resources of a stack that the application and its credential are made of. */
  private resourcesIn(consumer: IConstruct): TerraformResource[] {
    const { clientId, servicePrincipalObjectId } = this;
    return resourcesIn(consumer, [clientId, servicePrincipalObjectId, ...Object.values(this.credential._signIn)]);
  }

  /** A credential or principal of an application of this stack must exist as long as the peering. It may refer to the application alone. */
  private addToWaits(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node) || !OF_AN_APPLICATION.has(node.terraformResourceType)) return;
    const { applicationIdInput, clientIdInput } = node as { applicationIdInput?: string; clientIdInput?: string };
    const applications = new Set(this.resourcesIn(this));
    if (applications.has(node)) return;
    if (!resourcesIn(this, [applicationIdInput, clientIdInput]).some((each) => applications.has(each))) return;
    for (const wait of this.waits) wait.dependsOn = [...(wait.dependsOn ?? []), dependable(node)];
  }

  /** @internal */
  public override get _preconditions(): readonly Precondition[] {
    return this.checks.preconditions ?? [];
  }

  /** Aiven would refuse an application of a single tenant too, but only minutes into the apply and without saying so. */
  private lookUp(clientId: string, provider?: TerraformProvider): DataAzureadServicePrincipal {
    return protect(
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

/** What Terraform removes in any order, once nothing refers to it. */
const OF_AN_APPLICATION = new Set([
  "azuread_application_password",
  "azuread_application_certificate",
  "azuread_application_federated_identity_credential",
  "azuread_service_principal",
]);
