import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { type ITerraformDependable, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { DEFAULT_ROLE_ASSIGNMENT_WAIT } from "../access/propagation";
import { deployer } from "../network/deployer";
import { keyOf } from "../terraform/key-of";
import { requireLiteral } from "../validation/checks";
import { DISPLAY_NAME, ROLE_DEFINITION_ID, UUID, WAIT } from "../validation/rules";
import { AivenServicePrincipal } from "./aiven-service-principal";
import { ClientSecret } from "./client-secret";
import type { PeeringApplicationProps } from "./peering-application-props";
import { PeeringCredential, type FederatedCredentialOptions } from "./peering-credential";
import { PeeringIdentity, SEALED, type SignIn } from "./peering-identity";
import { ResourceProviderReader } from "./resource-provider-reader";

/**
 * Registers the application that peers, with its service principals, its credential and the right to sign in through azurerm.
 *
 * Create it in a stack of its own where the deployer is a service principal: its credentials must then be known before the peering is
 * planned. Applications that come from one stack may be shared by any number of peerings.
 */
export class PeeringApplication extends PeeringIdentity {
  /** The application's client id, a UUID. */
  public readonly clientId: string;

  /** The object id of the application's service principal in the virtual network's tenant, a UUID. */
  public readonly servicePrincipalObjectId: string;

  /** Aiven's service principal in the virtual network's tenant. */
  public readonly aivenServicePrincipal: AivenServicePrincipal;

  private readonly secret?: ClientSecret;
  private readonly subscriptionIds?: string[];
  private readonly created: ITerraformDependable[] = [];

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props how it differs from the defaults
   * @throws if a literal name, UUID, role id or duration is not allowed
   */
  constructor(scope: Construct, id: string, props: PeeringApplicationProps = {}) {
    super(scope, id);
    validate(props);
    const { azuread, azurerm, time } = props.providers ?? {};

    const application = new Application(this, "application", {
      displayName: props.displayName ?? `aiven-azure-peering ${this.node.addr.slice(-8)}`,
      // Aiven creates a service principal of this application in its own tenant.
      signInAudience: "AzureADMultipleOrgs",
      provider: azuread,
    });
    const servicePrincipal = new ServicePrincipal(this, "service-principal", {
      clientId: application.clientId,
      provider: azuread,
    });
    this.clientId = application.clientId;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
    this.aivenServicePrincipal = new AivenServicePrincipal(this, "aiven", {
      source: props.aivenServicePrincipal,
      provider: azuread,
    });

    // What has to spread: each new one of them is waited for again.
    const fresh: Record<string, string> = { client_id: this.clientId };
    const credential = props.credential ?? PeeringCredential.clientSecret();
    if (credential._federated) {
      this.created.push(this.trust(application.id, credential._federated, props));
    } else {
      this.secret = new ClientSecret(this, "client-secret", application.id, credential._clientSecret ?? {}, azuread);
      this.created.push(...this.secret.passwords);
      fresh.key_id = this.secret.active.keyId;
    }

    if (props.grantResourceProviderRead ?? true) {
      this.subscriptionIds = props.subscriptionIds;
      const subscriptions = props.subscriptionIds ?? [deployer(this, azurerm).subscriptionId];
      for (const subscriptionId of subscriptions) {
        const id = props.subscriptionIds ? `resource-providers-${keyOf(this, subscriptionId)}` : "resource-providers";
        const reader = new ResourceProviderReader(this, id, {
          subscriptionId,
          principalId: servicePrincipal.objectId,
          roleDefinitionId: props.resourceProviderRoleDefinitionId,
          provider: azurerm,
        });
        this.created.push(reader.assignment);
        fresh[id] = reader.assignment.id;
      }
    }

    const wait = props.propagation ?? DEFAULT_ROLE_ASSIGNMENT_WAIT;
    if (!/^0+[a-z]+$/.test(wait)) {
      new Sleep(this, "propagation", {
        createDuration: wait,
        triggers: fresh,
        dependsOn: this.created,
        provider: time,
      });
    }
  }

  /** @internal */
  public _signIn(consumer: IConstruct): SignIn {
    // The operator's CLI or managed identity stands in while the credentials are unknown, at the first plan only: azurerm prefers both a
    // secret and a federated token to them. Where the credentials are known from the start, they are shut out.
    const standIn = this._knownAtFirstPlan(consumer) ? false : undefined;
    const sealed: SignIn = { ...SEALED, useMsi: standIn, useCli: standIn };
    return this.secret ? { ...sealed, clientSecret: this.secret.active.value } : { ...sealed, useOidc: true };
  }

  /** @internal */
  public _knownAtFirstPlan(consumer: IConstruct): boolean {
    return !this._isIn(TerraformStack.of(consumer));
  }

  /** @internal */
  public override get _grantedSubscriptionIds(): string[] | undefined {
    return this.subscriptionIds;
  }

  /** @internal */
  protected override _credentials(): ITerraformDependable[] {
    return this.created;
  }

  private trust(applicationId: string, options: FederatedCredentialOptions, props: PeeringApplicationProps) {
    return new ApplicationFederatedIdentityCredential(this, "federated-credential", {
      applicationId,
      displayName: options.displayName ?? "terraform",
      issuer: options.issuer,
      subject: options.subject,
      audiences: [options.audience ?? "api://AzureADTokenExchange"],
      provider: props.providers?.azuread,
    });
  }
}

function validate(props: PeeringApplicationProps): void {
  if (props.displayName !== undefined) requireLiteral("identity.displayName", props.displayName, DISPLAY_NAME);
  for (const id of props.subscriptionIds ?? []) requireLiteral("identity.subscriptionIds", id, UUID);
  if (props.resourceProviderRoleDefinitionId !== undefined) {
    requireLiteral(
      "identity.resourceProviderRoleDefinitionId",
      props.resourceProviderRoleDefinitionId,
      ROLE_DEFINITION_ID,
    );
  }
  if (props.propagation !== undefined) requireLiteral("identity.propagation", props.propagation, WAIT);
}
