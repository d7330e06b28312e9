import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import type { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { Construct } from "constructs";

/**
 * Aiven's own application, which asks Azure for Aiven's half of every peering; it shows up as `aiven-prod-executor`.
 * Source: https://aiven.io/docs/platform/howto/vnet-peering-azure
 */
const AIVEN_CLIENT_ID = "55f300d4-fc50-4c5e-9222-e90a6e2187fb";

/**
 * Where Aiven's service principal comes from. A tenant has exactly one, shared by all its Aiven peerings.
 */
export enum AivenServicePrincipalSource {
  /** This stack creates it, and removes it on destroy. Needs Application Administrator or Application.ReadWrite.All. */
  CREATE = "create",
  /** The tenant has it already, for another peering: it is looked up and never changed or removed. */
  EXISTING = "existing",
}

/**
 * Properties of `AivenServicePrincipal`.
 */
export interface AivenServicePrincipalProps {
  /**
   * Whether to create the service principal or to look it up.
   *
   * It is never adopted: an adopted one would be deleted on destroy, and every other Aiven peering of the tenant would lose its right.
   *
   * @default AivenServicePrincipalSource.CREATE
   */
  readonly source?: AivenServicePrincipalSource;

  /**
   * Signs in to Microsoft Entra.
   *
   * @default - the stack's default azuread provider
   */
  readonly provider?: AzureadProvider;
}

/**
 * The service principal of Aiven's application in the virtual network's tenant.
 */
export class AivenServicePrincipal extends Construct {
  /** Its object id, a UUID. */
  public readonly objectId: string;

  /** Aiven's own tenant, in which its application is registered and its networks are, a UUID. */
  public readonly applicationTenantId: string;

  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props where it comes from
   */
  constructor(scope: Construct, id: string, props: AivenServicePrincipalProps = {}) {
    super(scope, id);
    const config = { clientId: AIVEN_CLIENT_ID, provider: props.provider };
    const principal =
      props.source === AivenServicePrincipalSource.EXISTING
        ? new DataAzureadServicePrincipal(this, "existing", config)
        : new ServicePrincipal(this, "service-principal", config);
    this.objectId = principal.objectId;
    this.applicationTenantId = principal.applicationTenantId;
  }
}
