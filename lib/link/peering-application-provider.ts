import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { Construct } from "constructs";
import type { PeeringIdentity } from "../identity/peering-identity";

/**
 * Properties of `PeeringApplicationProvider`.
 */
export interface PeeringApplicationProviderProps {
  /** Who signs in. */
  readonly identity: PeeringIdentity;

  /** The application's client id, read through the waits that must be over before it signs in. */
  readonly clientId: string;

  /** The tenant of the virtual network, a UUID, known at plan. */
  readonly tenantId: string;

  /** The subscription of the virtual network, a UUID, known at plan. */
  readonly subscriptionId: string;

  /**
   * Aiven's tenant, as Aiven told it; it must stay unknown until Aiven has accepted the peering. At most one.
   *
   * @default - the home tenant alone, which is enough to remove a peering
   */
  readonly aivenTenantIds?: string[];
}

/**
 * The azurerm provider that acts as the peering application, in the virtual network's tenant and Aiven's at once, and as nobody else.
 */
export class PeeringApplicationProvider extends AzurermProvider {
  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props who signs in, and where
   */
  constructor(scope: Construct, id: string, props: PeeringApplicationProviderProps) {
    super(scope, id, {
      features: [{}],
      ...props.identity._signIn(scope),
      clientId: props.clientId,
      tenantId: props.tenantId,
      subscriptionId: props.subscriptionId,
      auxiliaryTenantIds: props.aivenTenantIds,
      // The application may not register resource providers, and need not.
      resourceProviderRegistrations: "none",
    });
    this.alias = this.friendlyUniqueId;
  }
}
