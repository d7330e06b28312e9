import type { TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { ResolvedNetwork } from "../network/resolved-network";
import type { StateInfo } from "./connection";
import type { PeeredVirtualNetworkOptions } from "./peered-virtual-network-options";

/** What the provider is made of that acts as the peering application in one subscription. */
export interface ApplicationProvider {
  readonly identity: PeeringIdentity;
  readonly subscriptionId: string;
  /** The tenant of the subscription. */
  readonly tenantId: string;
  /** Azure's cloud, as the deployer's provider has it; known once the stack is synthesised. */
  readonly environment: string;
  /** What Aiven returns for the first network that is connected; known once the stack is synthesised. */
  readonly firstStateInfo: () => StateInfo | undefined;
}

/** What Azure's virtual network peering is made of. */
export interface AzurePeeringProps {
  readonly name: string;
  readonly network: ResolvedNetwork;
  readonly options: PeeredVirtualNetworkOptions;
  readonly stateInfo: StateInfo;
  readonly provider: TerraformProvider;
}

/** Azure's virtual network peering, whichever provider creates it. */
export interface AzurePeering {
  readonly resource: TerraformResource;
  /** The name of the peering in the virtual network. */
  readonly name: string;
  /** The ARM id. */
  readonly id: string;
  /** Azure's state of it, where the provider shows it. */
  readonly state?: string;
  /** Whether both sides know the other network's ranges as they are, where the provider shows it. */
  readonly syncLevel?: string;
}

/**
 * A Terraform provider that can create Azure's virtual network peering: its configuration, which makes it sign in as the peering application and
 * as nobody else, and its resource. There is a file for each provider; nothing else knows its arguments.
 */
export interface AzurePeeringImplementation {
  /** The id of the provider below the subscription. */
  readonly providerId: string;
  /** Whether the application signs in as soon as the provider is configured, and so in the first plan. */
  readonly signsInAtOnce: boolean;
  /** How both sides are created again: a command or steps, given the address of Aiven's connection. */
  readonly recreate: (connection: string) => string;
  /**
   * Refuses what the provider cannot do.
   *
   * @param network absent where it is not connected
   */
  validate(scope: Construct, network: ResolvedNetwork | undefined, identity: PeeringIdentity): void;
  createProvider(scope: Construct, id: string, props: ApplicationProvider): TerraformProvider;
  createPeering(scope: Construct, props: AzurePeeringProps): AzurePeering;
}

/** How both sides are created again whatever has happened to them. */
export const RECREATE_BOTH_SIDES =
  "set connected to false and apply, then to true and apply, which creates both sides again";
