import { Application } from "@cdktf/provider-azuread/lib/application";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import {
  dependable,
  type ITerraformDependable,
  type Precondition,
  type TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { DEFAULT_ROLE_ASSIGNMENT_WAIT } from "../access/propagation";
import { LISTS_RESOURCE_PROVIDERS, ResourceProviderReader } from "../access/resource-provider-access";
import { deployerSubscription } from "../network/deployer";
import { operand } from "../terraform/expressions";
import { expressionOf, keyOf, nameKey } from "../terraform/keys";
import type { IdentityFacts } from "../terraform/manifest";
import { resourcesIn } from "../terraform/references";
import { refuse } from "../terraform/refuse";
import { addressOf, keepTags, protect } from "../terraform/resources";
import { Checks } from "../validation/checks";
import { requireDefaultProvider } from "../validation/providers";
import { secondsOf } from "../validation/rules";
import { type AivenServicePrincipal, aivenServicePrincipal } from "./aiven-service-principal";
import { ClientSecret } from "./client-secret";
import { trust } from "./federated-credential";
import { PeeringCredential } from "./peering-credential";
import { type PeeringApplicationProps, validatePeeringApplication } from "./peering-application-props";
import { PeeringIdentity, type SignIn } from "./peering-identity";

/** The right to list the resource providers of one subscription. */
interface Granted {
  readonly subscriptionId: string;
  readonly assignment: RoleAssignment;
  readonly definition?: RoleDefinition;
}

/**
 * Registers the application that peers, with its service principals, its credential and the right to sign in through azurerm.
 *
 * Create it in a stack of its own where the deployer is a service principal: its credentials must then be known before the peering is
 * planned. Any number of peerings may share it.
 */
export class PeeringApplication extends PeeringIdentity {
  /** The application's client id, a UUID. */
  public readonly clientId: string;

  /** The object id of the application's service principal in the virtual network's tenant, a UUID. */
  public readonly servicePrincipalObjectId: string;

  /** @internal */
  public readonly _aiven: AivenServicePrincipal;

  private readonly secret?: ClientSecret;
  private readonly application: Application;
  private readonly servicePrincipal: ServicePrincipal;
  private readonly credentials: TerraformResource[] = [];
  private readonly wait?: Sleep;
  /** The subscriptions in which it may list resource providers, by what they are to Terraform. */
  private readonly granted = new Map<string, Granted>();

  /**
   * @param scope the stack or construct it belongs to
   * @param id its id there
   * @param props how it differs from the defaults
   * @throws if a literal name, UUID, role id or duration is not allowed, or Aiven's service principal is created twice
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PeeringApplicationProps = {},
  ) {
    super(scope, id);
    validatePeeringApplication(this, props);
    const { azuread, time } = props.providers ?? {};

    this.application = protect(
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
    this.servicePrincipal = protect(
      new ServicePrincipal(this, "service-principal", {
        clientId: this.application.clientId,
        // azuread removes whoever creates it from the owners unless it is named, who could then not remove it
        owners: props.owners,
        provider: azuread,
      }),
    );
    [this.application, this.servicePrincipal].forEach(keepTags);
    this.clientId = this.application.clientId;
    this.servicePrincipalObjectId = this.servicePrincipal.objectId;
    this._aiven = aivenServicePrincipal(this, props.aivenServicePrincipal, azuread);

    // What has to spread: each new one of them is waited for again.
    const triggers: Record<string, string> = { client_id: this.clientId };
    const credential = props.credential ?? PeeringCredential.clientSecret();
    if (credential._federated) {
      this.credentials.push(
        ...credential._federated.map((options) => trust(this, this.application.id, options, azuread)),
      );
    } else {
      this.secret = new ClientSecret(
        this,
        "client-secret",
        this.application.id,
        credential._clientSecret ?? {},
        azuread,
      );
      this.credentials.push(...this.secret.passwords);
      triggers.key_id = this.secret.active.keyId;
    }

    const wait = props.propagation ?? DEFAULT_ROLE_ASSIGNMENT_WAIT;
    if (Token.isUnresolved(wait) || secondsOf(wait) > 0) {
      this.wait = protect(
        new Sleep(this, "propagation", {
          createDuration: wait,
          triggers,
          dependsOn: this.credentials,
          provider: time,
        }),
      );
    }
    this.grantNamedSubscriptions();
  }

  /** @internal */
  public _signIn(): SignIn {
    return this.secret ? { kind: "secret", value: this.secret.active.value } : { kind: "federated" };
  }

  /** @internal */
  public _facts(): IdentityFacts {
    const { secret } = this;
    return {
      kind: "created",
      stack: TerraformStack.of(this).node.id,
      clientId: this.clientId,
      servicePrincipalObjectId: this.servicePrincipalObjectId,
      application: addressOf(this.application),
      servicePrincipal: addressOf(this.servicePrincipal),
      credential: {
        kind: secret === undefined ? "federated" : "secret",
        addresses: this.credentials.map(addressOf),
        active: secret && addressOf(secret.active),
      },
      resourceProviderAccess: [...this.granted.values()].map(({ subscriptionId, assignment, definition }) => ({
        subscriptionId,
        assignment: addressOf(assignment),
        definition: definition && addressOf(definition),
      })),
    };
  }

  /** @internal */
  public _knownAtFirstPlan(consumer: IConstruct): boolean {
    return !this._isIn(TerraformStack.of(consumer));
  }

  /** @internal */
  public override _refuseChanging(consumer: IConstruct): void {
    const endDate = this.secret?.active.endDateInput;
    const [resource] = this._isIn(TerraformStack.of(consumer)) ? resourcesIn(this, [endDate]) : [];
    if (resource === undefined) return;
    refuse(
      this,
      `identity.credential: an end date of ${resource.node.path} is not allowed for the secret in use in the stack of the peering: when it changes, ` +
        "the secret is unknown to every plan, and none can sign in; give literal end dates and rotate by primaryEndDate, secondaryEndDate and " +
        "active, or create the PeeringApplication in a stack of its own",
    );
  }

  /** @internal */
  public override _listResourceProviders(user: IConstruct, subscriptionId: string): Precondition[] {
    const { resourceProviderAccess: access } = this.props;
    if (!LISTS_RESOURCE_PROVIDERS || access?._kind === "none") return [];
    if (access !== undefined) return this.requireGrant(user, subscriptionId);
    if (Token.isUnresolved(subscriptionId) && !this._isIn(TerraformStack.of(user))) {
      refuse(
        user,
        `virtualNetwork.subscriptionId: "${subscriptionId}" is not known to the stack of the application (${this.node.path}), which must grant ` +
          "the right to list resource providers there before this stack is planned; give the application resourceProviderAccess: " +
          "ResourceProviderAccess.create() for its deployer's subscription, or with subscriptionIds",
      );
    }
    this.grant(`resource-providers-${keyOf(this, subscriptionId)}`, subscriptionId);
    return [];
  }

  /** @internal */
  protected override _credentials(): ITerraformDependable[] {
    return [...this.credentials, ...[...this.granted.values()].map(({ assignment }) => assignment)];
  }

  private grantNamedSubscriptions(): void {
    const { resourceProviderAccess: access, providers } = this.props;
    if (access === undefined || access._kind === "none") return;
    const { subscriptionIds, roleNames } = access._options;
    const subscriptions = subscriptionIds ?? [deployerSubscription(this, providers?.azurerm)];
    for (const [index, subscriptionId] of subscriptions.entries()) {
      const id = subscriptionIds ? `resource-providers-${keyOf(this, subscriptionId)}` : "resource-providers";
      this.grant(id, subscriptionId, roleNames?.[index]);
    }
  }

  /** Lets it list the resource providers of a subscription, once. */
  private grant(id: string, subscriptionId: string, roleName?: string): void {
    const key = expressionOf(this, subscriptionId).toLowerCase();
    if (this.granted.has(key)) return;
    const provider = this.props.providers?.azurerm;
    if (provider === undefined) requireDefaultProvider(this, "azurerm", "providers.azurerm");
    const { assignment, definition } = new ResourceProviderReader(this, id, {
      subscriptionId,
      principal: { objectId: this.servicePrincipalObjectId, key: this.node.path },
      nameKey: nameKey(this, "applications"),
      roleName:
        roleName === undefined
          ? undefined
          : { value: roleName, property: "identity.resourceProviderAccess.roleNames", givenTo: this },
      roleDefinitionId: this.props.resourceProviderAccess?._roleDefinitionId,
      provider,
    });
    this.granted.set(key, { subscriptionId, assignment, definition });
    if (this.wait === undefined) return;
    this.wait.triggers = { ...this.wait.triggersInput, [id]: assignment.id };
    this.wait.dependsOn = [...(this.wait.dependsOn ?? []), dependable(assignment)];
  }

  /** Refuses a subscription that was forgotten where subscriptions are named: azurerm 4.x would fail there in every plan. */
  private requireGrant(user: IConstruct, subscriptionId: string): Precondition[] {
    const granted = [...this.granted.values()].map(({ subscriptionId: id }) => id);
    if (this.granted.has(expressionOf(user, subscriptionId).toLowerCase())) return [];
    // What another stack grants by a token, cdktf carries over for resources alone.
    const hasTokens = [subscriptionId, ...granted].some((id) => Token.isUnresolved(id));
    if (hasTokens && !this._isIn(TerraformStack.of(user))) return [];
    const condition = () =>
      `\${contains([${granted.map((id) => `lower(${operand(id)})`).join(", ")}], lower(${operand(subscriptionId)}))}`;
    const checks = new Checks(user).either(
      [subscriptionId, ...granted],
      () => false,
      condition,
      (show) =>
        `identity.resourceProviderAccess: the application may not list the resource providers of subscription "${show(subscriptionId)}", and ` +
        "azurerm 4.x fails without; add it to subscriptionIds, or leave resourceProviderAccess out",
    );
    return checks.preconditions ?? [];
  }
}
