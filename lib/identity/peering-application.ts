import { Application } from "@cdktf/provider-azuread/lib/application";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import { type ITerraformDependable, TerraformStack, Token } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { LISTS_RESOURCE_PROVIDERS } from "../access/resource-provider-access";
import type { GivenName } from "../access/role";

import { DEFAULT_ROLE_ASSIGNMENT_WAIT } from "../access/propagation";
import { ResourceProviderReader } from "../access/resource-provider-access";
import { deployer } from "../network/deployer";
import { keyOf } from "../terraform/keys";
import { nameKey, includeInNameKey } from "../terraform/keys";
import { secondsOf } from "../validation/rules";
import { part } from "../validation/framework";
import { type AivenServicePrincipal, aivenServicePrincipal } from "./aiven-service-principal";
import { ClientSecret } from "./client-secret";
import { keepTags } from "../terraform/resources";
import { trust } from "./federated-credential";
import { checkPeeringApplication } from "./peering-application-validation";
import type { PeeringApplicationProps } from "./peering-application-props";
import { PeeringCredential } from "./peering-credential";
import { PeeringIdentity } from "./peering-identity";
import type { SignIn } from "./peering-identity";

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

  /** @internal */
  public readonly _aiven: AivenServicePrincipal;

  private readonly secret?: ClientSecret;
  private readonly subscriptionIds?: readonly string[];
  private readonly created: ITerraformDependable[] = [];

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props how it differs from the defaults
   * @throws if a literal name, UUID, role id or duration is not allowed, or Aiven's service principal is created twice
   */
  constructor(scope: Construct, id: string, props: PeeringApplicationProps = {}) {
    super(scope, id);
    checkPeeringApplication(this, props);
    includeInNameKey(this);
    const { azuread, azurerm, time } = props.providers ?? {};

    const application = part(
      new Application(this, "application", {
        displayName: props.displayName ?? `aiven-azure-peering ${nameKey(this, "applications")}`,
        // Aiven creates a service principal of this application in its own tenant.
        signInAudience: "AzureADMultipleOrgs",
        owners: props.owners,
        notes: props.notes,
        serviceManagementReference: props.serviceManagementReference,
        tags: props.tags,
        provider: azuread,
      }),
    );
    const servicePrincipal = part(
      new ServicePrincipal(this, "service-principal", {
        clientId: application.clientId,
        // azuread takes whoever creates it off the owners unless it is named, who could then not remove it
        owners: props.owners,
        provider: azuread,
      }),
    );
    [application, servicePrincipal].forEach(keepTags);
    this.clientId = application.clientId;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
    this._aiven = aivenServicePrincipal(this, props.aivenServicePrincipal, azuread);

    // What has to spread: each new one of them is waited for again.
    const fresh: Record<string, string> = { client_id: this.clientId };
    const credential = props.credential ?? PeeringCredential.clientSecret();
    if (credential._federated) {
      this.created.push(...credential._federated.map((options) => trust(this, application.id, options, azuread)));
    } else {
      this.secret = new ClientSecret(this, "client-secret", application.id, credential._clientSecret ?? {}, azuread);
      this.created.push(...this.secret.passwords);
      fresh.key_id = this.secret.active.keyId;
    }

    if (props.grantResourceProviderRead ?? LISTS_RESOURCE_PROVIDERS)
      this.subscriptionIds = this.grant(props, azurerm, fresh);

    const wait = props.propagation ?? DEFAULT_ROLE_ASSIGNMENT_WAIT;
    if (Token.isUnresolved(wait) || secondsOf(wait) > 0) {
      part(
        new Sleep(this, "propagation", {
          createDuration: wait,
          triggers: fresh,
          dependsOn: this.created,
          provider: time,
        }),
      );
    }
  }

  /** @internal */
  public _signIn(): SignIn {
    return this.secret ? { kind: "secret", value: this.secret.active.value } : { kind: "federated" };
  }

  /** @internal */
  public _knownAtFirstPlan(consumer: IConstruct): boolean {
    return !this._isIn(TerraformStack.of(consumer));
  }

  /** @internal */
  public override get _grantedSubscriptionIds(): readonly string[] | undefined {
    return this.subscriptionIds;
  }

  /** @internal */
  protected override _credentials(): ITerraformDependable[] {
    return this.created;
  }

  /** Lets it list the resource providers of each subscription; what is new of it is added to `fresh`. */
  private grant(
    props: PeeringApplicationProps,
    provider: AzurermProvider | undefined,
    fresh: Record<string, string>,
  ): readonly string[] {
    const subscriptions = props.subscriptionIds ?? [deployer(this, provider).subscriptionId];
    for (const [index, subscriptionId] of subscriptions.entries()) {
      const id = props.subscriptionIds ? `resource-providers-${keyOf(this, subscriptionId)}` : "resource-providers";
      const reader = new ResourceProviderReader(this, id, {
        subscriptionId,
        principal: { objectId: this.servicePrincipalObjectId, key: this.node.path },
        nameKey: nameKey(this, "applications"),
        roleName: this.roleName(props.resourceProviderRoleNames?.[index]),
        roleDefinitionId: props.resourceProviderRoleDefinitionId,
        provider,
      });
      this.created.push(reader.assignment);
      fresh[id] = reader.assignment.id;
    }
    return subscriptions;
  }

  private roleName(value: string | undefined): GivenName | undefined {
    return value === undefined ? undefined : { value, property: "identity.resourceProviderRoleNames", place: this };
  }
}
