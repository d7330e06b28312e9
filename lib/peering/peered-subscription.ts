import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Annotations, Lazy, type TerraformProvider, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { PeeringRoles } from "../access/peering-roles";
import type { PeeringRoleNames } from "../access/peering-access";
import type { PeeringRoleOverrides } from "../access/peering-access";
import type { PeeringIdentity } from "../identity/peering-identity";
import { defaultAzurerm } from "../validation/providers";
import { operand, shown } from "../terraform/expressions";
import { expressionOf, shortHash } from "../terraform/keys";
import { placed, refuse } from "../validation/refuse";
import type { StateInfo } from "./connection";
import type { AzurePeeringImplementation } from "./azure-peering";

export interface PeeredSubscriptionProps {
  /** The subscription, a UUID, known at plan. */
  readonly subscriptionId: string;
  /** Its tenant, a UUID, known at plan. */
  readonly tenantId: string;
  readonly identity: PeeringIdentity;
  /** Roles that exist already. */
  readonly roles?: PeeringRoleOverrides;
  /** Names of the custom roles, for a link that gives none. */
  readonly roleNames?: PeeringRoleNames;
  /** What keeps the names of custom roles apart from others. */
  readonly nameKey: string;
  /** The deployer in Azure, where that is not the stack's default provider. */
  readonly azurerm?: AzurermProvider;
}

/**
 * What the links of one subscription share: a pair of roles, and the provider that acts as the peering application. A provider is a
 * process of its own, so one for each link would not scale.
 */
export class PeeredSubscription extends Construct {
  private readonly stateInfos: StateInfo[] = [];
  private readonly applicationProviders = new Map<AzurePeeringImplementation, TerraformProvider>();
  private peeringRoles?: { readonly roles: PeeringRoles; readonly names: PeeringRoleNames; readonly first: Construct };

  /** @param id part of the provider's name, so it must stay while there are links */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PeeredSubscriptionProps,
  ) {
    super(scope, id);
  }

  /** The roles, made when they are first asked for. */
  public rolesFor(link: Construct, roleNames: PeeringRoleNames | undefined): PeeringRoles {
    const known = this.peeringRoles;
    if (known !== undefined) {
      if (roleNames !== undefined) this.requireNames(link, roleNames, known);
      return known.roles;
    }
    const { subscriptionId, roles: given, nameKey, azurerm: provider } = this.props;
    const names = roleNames ?? this.props.roleNames ?? {};
    const roles = new PeeringRoles(this, "roles", { subscriptionId, given, names, place: link, nameKey, provider });
    this.peeringRoles = { roles, names, first: link };
    return roles;
  }

  /** Refuses other names than the roles have. */
  private requireNames(
    link: Construct,
    wanted: PeeringRoleNames,
    { names, first }: { readonly names: PeeringRoleNames; readonly first: Construct },
  ): void {
    for (const role of ["application", "aiven"] as const) {
      const [given, known] = [wanted[role], names[role]];
      if (given === undefined || given === known) continue;
      refuse(
        link,
        `roleNames.${role}: "${given}" is not allowed, the networks of a subscription share their roles, and ${first.node.path} comes first; ` +
          "give the names there",
      );
    }
  }

  public get hasGivenRoles(): boolean {
    return this.props.roles !== undefined;
  }

  /** Refuses a network that names another tenant: a subscription is of one. */
  public requireTenant(link: Construct, tenantId: string): void {
    const [theirs, ours] = [tenantId, this.props.tenantId].map((each) => expressionOf(this, each).toLowerCase());
    if (theirs === ours) return;
    refuse(
      link,
      `virtualNetwork.tenantId: "${tenantId}" is not allowed, another network of subscription "${this.props.subscriptionId}" is of the tenant ` +
        `"${this.props.tenantId}"; a subscription is of one tenant, so give both the same`,
    );
  }

  /** The provider that acts as the peering application, made when it is first asked for. */
  public applicationProvider(maker: AzurePeeringImplementation): TerraformProvider {
    const known = this.applicationProviders.get(maker);
    if (known !== undefined) return known;
    if (maker.signsInAtOnce) this.warnWithoutGrant();
    const { identity, subscriptionId, tenantId } = this.props;
    const provider = maker.createProvider(this, maker.providerId, {
      identity,
      subscriptionId,
      tenantId,
      environment: Lazy.stringValue({ produce: () => this.environment }),
      firstStateInfo: () => this.stateInfos[0],
    });
    this.applicationProviders.set(maker, provider);
    return provider;
  }

  /** Has the provider wait until Aiven has accepted a link. */
  public waitFor(stateInfo: StateInfo): void {
    this.stateInfos.push(stateInfo);
  }

  private get environment(): string | undefined {
    const deployer = this.props.azurerm ?? defaultAzurerm(TerraformStack.of(this));
    return (deployer as AzurermProvider | undefined)?.environmentInput;
  }

  private warnWithoutGrant(): void {
    const { subscriptionId, identity } = this.props;
    const granted = identity._grantedSubscriptionIds;
    const key = (id: string) => expressionOf(this, id).toLowerCase();
    if (!granted || granted.some((id) => key(id) === key(subscriptionId))) return;
    const message = (id: string) =>
      `the application may not list the resource providers of subscription "${id}", and azurerm 4.x fails without; ` +
      "add it to subscriptionIds of the identity";
    if (![subscriptionId, ...granted].some((id) => Token.isUnresolved(id))) {
      Annotations.of(this).addWarning(message(subscriptionId));
      return;
    }
    // What another stack grants by a token, cdktf carries over for resources alone.
    if (TerraformStack.of(identity) !== TerraformStack.of(this)) return;
    const lowered = granted.map((id) => `lower(${operand(id)})`).join(", ");
    TerraformStack.of(this).addOverride(`check.aiven-azure-peering-${shortHash(this.node.path)}_granted`, {
      assert: {
        condition: `\${contains([${lowered}], lower(${operand(subscriptionId)}))}`,
        error_message: placed(this, message(shown(subscriptionId))),
      },
    });
  }
}
