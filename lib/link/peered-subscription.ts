import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Annotations, Lazy, Token } from "cdktf";
import { Construct } from "constructs";
import { expressionOf } from "../terraform/key-of";
import { PeeringRoles, type PeeringRoleOverrides } from "../access/peering-roles";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { PeeringProviders } from "../terraform/providers";
import { after } from "../terraform/after";
import { PeeringApplicationProvider } from "./peering-application-provider";
import { operand } from "../terraform/hcl";
import type { VirtualNetworkLink } from "./virtual-network-link";

/**
 * Properties of `PeeredSubscription`.
 */
export interface PeeredSubscriptionProps {
  /** The subscription, a UUID, known at plan. */
  readonly subscriptionId: string;

  /** Who peers in it. */
  readonly identity: PeeringIdentity;

  /**
   * Roles to use where custom roles may not be created.
   *
   * @default - a pair of custom roles is created
   */
  readonly roles?: PeeringRoleOverrides;

  /**
   * The provider configurations to use.
   *
   * @default - the stack's default providers
   */
  readonly providers?: PeeringProviders;
}

/**
 * What the links of one subscription share: a pair of roles, and the provider that acts as the peering application. A provider is a
 * process of its own, so one for each link would not scale.
 */
export class PeeredSubscription extends Construct {
  /** The subscription, a UUID. */
  public readonly subscriptionId: string;

  /** Who peers. */
  public readonly identity: PeeringIdentity;

  /** What each side may do. */
  public readonly roles: PeeringRoles;

  /**
   * The provider configurations that the links use.
   *
   * @internal
   */
  public readonly _providers?: PeeringProviders;

  private readonly networks = new Map<string, string>();
  private readonly links: VirtualNetworkLink[] = [];
  private peeringProvider?: PeeringApplicationProvider;
  private readonly names: string[] = [];
  private comparedByTerraform = false;

  /**
   * @param scope the construct it belongs to
   * @param id its id there; the name of the provider hangs on it, so it must stay while there are links
   * @param props the subscription, and who peers in it
   * @throws if a literal id is not allowed
   */
  constructor(scope: Construct, id: string, props: PeeredSubscriptionProps) {
    super(scope, id);
    this.subscriptionId = props.subscriptionId;
    this.identity = props.identity;
    this._providers = props.providers;
    this.roles = new PeeringRoles(this, "roles", {
      ...props.roles,
      subscriptionId: props.subscriptionId,
      provider: props.providers?.azurerm,
    });
    this.warnWithoutGrant();
  }

  /**
   * Takes a link in, and answers the provider that acts as the peering application for it.
   *
   * Refuses a second virtual network of one name: Aiven's id of a connection holds no resource group, so the two would be one.
   *
   * @internal
   */
  public _admit(link: VirtualNetworkLink, name: string, tenantId: string): AzurermProvider {
    const expression = expressionOf(this, name).toLowerCase();
    const twin = this.networks.get(expression);
    if (twin !== undefined) {
      throw new Error(
        `virtualNetwork.name: "${name}" is not allowed, a virtual network of that name in the same subscription is peered already ` +
          `(${twin}) and Aiven cannot tell the two apart; rename one or use another Aiven VPC`,
      );
    }
    this.networks.set(expression, link.node.path);
    this.links.push(link);
    this.compareByTerraform(name, link);
    this.peeringProvider ??= this.createProvider(tenantId);
    return this.peeringProvider;
  }

  /**
   * It signs in once the first link that is connected has been accepted by Aiven. Without one there is nothing to create, and what is to
   * be removed needs no token of Aiven's tenant.
   */
  private createProvider(tenantId: string): PeeringApplicationProvider {
    const answer = () => this.links.find(({ _answer }) => _answer)?._answer;
    const clientId = () => {
      const given = answer();
      if (!given) return this.identity.clientId;
      // An application of this stack may lack its rights still: what an apply left half-way must not be signed in with.
      return this.identity._knownAtFirstPlan(this) ? given.clientId : after(given.wait, given.clientId);
    };
    return new PeeringApplicationProvider(this, "peering-provider", {
      identity: this.identity,
      subscriptionId: this.subscriptionId,
      tenantId,
      clientId: Lazy.stringValue({ produce: clientId }),
      aivenTenantIds: Lazy.listValue({ produce: () => answer() && [answer()?.aivenTenantId ?? ""] }),
    });
  }

  private warnWithoutGrant(): void {
    const granted = this.identity._grantedSubscriptionIds;
    if (!granted || [this.subscriptionId, ...granted].some((id) => Token.isUnresolved(id))) return;
    if (granted.some((id) => id.toLowerCase() === this.subscriptionId.toLowerCase())) return;
    Annotations.of(this).addWarning(
      `the application may not list the resource providers of subscription "${this.subscriptionId}", and azurerm 4.x fails without; ` +
        "add it to subscriptionIds of the identity",
    );
  }

  /** Names that are tokens may turn out the same; one condition for all of them keeps synth linear. */
  private compareByTerraform(name: string, link: VirtualNetworkLink): void {
    this.names.push(name);
    if (this.comparedByTerraform || this.names.length < 2 || !this.names.some((each) => Token.isUnresolved(each)))
      return;
    this.comparedByTerraform = true;
    link._preconditions.push({
      condition: Lazy.stringValue({
        produce: () =>
          `\${length(distinct([${this.names.map((each) => `lower(${operand(each)})`).join(", ")}])) == ${this.names.length}}`,
      }),
      errorMessage:
        "virtualNetwork.name: two virtual networks of one name in one subscription are not allowed, Aiven cannot tell them apart; " +
        "rename one or use another Aiven VPC",
    });
  }
}
