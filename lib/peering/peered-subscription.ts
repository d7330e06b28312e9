import { Lazy, type Precondition, type TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { PeeringAccess } from "../access/peering-access";
import { PeeringRoles } from "../access/peering-roles";
import type { PeeringIdentity } from "../identity/peering-identity";
import { expressionOf, shortHash } from "../terraform/keys";
import { refuse } from "../terraform/refuse";
import { defaultAzurerm } from "../validation/providers";
import type { AzurePeeringImplementation } from "./azure-peering";
import type { StateInfo } from "./connection";

export interface PeeredSubscriptionProps {
  /** The subscription, a UUID, known at plan. */
  readonly subscriptionId: string;
  /** Its tenant, a UUID, known at plan. */
  readonly tenantId: string;
  readonly identity: PeeringIdentity;
  /** Makes the names of custom roles unique. */
  readonly nameKey: string;
  /** The deployer in Azure, where that is not the stack's default provider. */
  readonly azurerm?: TerraformProvider;
}

/** Roles that networks share, and the network that has defined them. */
interface SharedRoles {
  readonly roles: PeeringRoles;
  readonly access: PeeringAccess;
  readonly network: Construct;
}

/**
 * What the peered networks of one subscription share: the roles, and the provider that acts as the peering application. A provider is a
 * process of its own, so one for each network would not scale.
 */
export class PeeredSubscription extends Construct {
  private readonly stateInfos: StateInfo[] = [];
  private readonly applicationProviders = new Map<AzurePeeringImplementation, TerraformProvider>();
  private readonly shared = new Map<string, SharedRoles>();

  /** @param id part of the provider's name, so it must stay while there are networks */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PeeredSubscriptionProps,
  ) {
    super(scope, id);
  }

  /** The roles of a network: created when they are first asked for, and shared with each network that is given the same access. */
  public rolesFor(network: Construct, access: PeeringAccess): PeeringRoles {
    const { subscriptionId, nameKey, azurerm: provider } = this.props;
    const key = this.keyOf(access);
    const known = this.shared.get(key);
    if (known !== undefined) {
      requireSameNames(network, access, known);
      return known.roles;
    }
    // The first ones keep their id and name, whatever they are.
    const isFirst = this.shared.size === 0;
    const roles = new PeeringRoles(this, isFirst ? "roles" : `roles-${shortHash(key)}`, {
      subscriptionId,
      access,
      givenTo: network,
      nameKey: isFirst ? nameKey : shortHash(`${nameKey} ${key}`),
      provider,
    });
    this.shared.set(key, { roles, access, network });
    return roles;
  }

  /** Refuses a network that names another tenant: a subscription is of one. */
  public requireTenant(network: Construct, tenantId: string): void {
    const [theirs, ours] = [tenantId, this.props.tenantId].map((each) => expressionOf(this, each).toLowerCase());
    if (theirs === ours) return;
    refuse(
      network,
      `virtualNetwork.tenantId: "${tenantId}" is not allowed, another network of subscription "${this.props.subscriptionId}" is of the tenant ` +
        `"${this.props.tenantId}"; a subscription is of one tenant, so give both the same`,
    );
  }

  /** The provider that acts as the peering application, created when it is first asked for. */
  public applicationProvider(implementation: AzurePeeringImplementation): TerraformProvider {
    const known = this.applicationProviders.get(implementation);
    if (known !== undefined) return known;
    const { identity, subscriptionId, tenantId } = this.props;
    const provider = implementation.createProvider(this, implementation.providerId, {
      identity,
      subscriptionId,
      tenantId,
      environment: Lazy.stringValue({ produce: () => this.environment }),
      firstStateInfo: () => this.stateInfos[0],
    });
    this.applicationProviders.set(implementation, provider);
    return provider;
  }

  /**
   * Lets the application sign in through a provider.
   *
   * @returns what Terraform must validate
   */
  public grantSignIn(network: Construct, implementation: AzurePeeringImplementation): readonly Precondition[] {
    if (!implementation.signsInAtOnce) return [];
    return this.props.identity._listResourceProviders(network, this.props.subscriptionId);
  }

  /** Has the provider wait until Aiven has accepted a network. */
  public waitFor(stateInfo: StateInfo): void {
    this.stateInfos.push(stateInfo);
  }

  /** What distinguishes roles but for their names. */
  private keyOf({ _customRoles: { roleScope = "" }, _existingRoles: existing }: PeeringAccess): string {
    const { applicationRoleDefinitionId = "", aivenRoleDefinitionId = "" } = existing;
    const values = [roleScope, applicationRoleDefinitionId, aivenRoleDefinitionId];
    return values.map((value) => expressionOf(this, value).toLowerCase()).join(" ");
  }

  private get environment(): string | undefined {
    const deployer = this.props.azurerm ?? defaultAzurerm(TerraformStack.of(this));
    return (deployer as { readonly environmentInput?: string } | undefined)?.environmentInput;
  }
}

/** Refuses other names than the roles have. */
function requireSameNames(network: Construct, wanted: PeeringAccess, known: SharedRoles): void {
  for (const name of ["applicationRoleName", "aivenRoleName"] as const) {
    const given = wanted._customRoles[name];
    if (given === undefined || given === known.access._customRoles[name]) continue;
    refuse(
      network,
      `access.${name}: "${given}" is not allowed, the networks of a subscription share their roles, and ${known.network.node.path} comes ` +
        "first; give the names there",
    );
  }
}
