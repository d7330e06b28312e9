import type { PeeringIdentity } from "./identity/peering-identity";
import type { AzureVirtualNetwork } from "./network/azure-virtual-network";
import type { PeeredVirtualNetworkOptions } from "./peering/peered-virtual-network-options";
import type { PeeringProviders } from "./terraform/providers";
import type { AivenVpc } from "./vpc/aiven-vpc";

/**
 * Properties of `AivenAzurePeering`.
 */
export interface AivenAzurePeeringProps extends PeeredVirtualNetworkOptions {
  /**
   * The Azure side.
   */
  readonly virtualNetwork: AzureVirtualNetwork;

  /**
   * The Aiven project in which the VPC is created.
   *
   * @default - none; required unless `vpc` is given
   */
  readonly project?: string;

  /**
   * The range of the VPC in CIDR notation: IPv4, prefix length 20 to 24, no host bits, no overlap with the virtual network. Limits:
   * Aiven's API. A range outside RFC 1918 is legal but draws a warning.
   *
   * @default - none; required unless `vpc` is given
   */
  readonly networkCidr?: string;

  /**
   * The Aiven cloud of the VPC; `AivenCloud` lists the known ones, and any other that begins with `azure-` may be given.
   *
   * @default - the cloud in the virtual network's location, where that is known
   */
  readonly cloudName?: string;

  /**
   * An Aiven VPC that exists already, instead of `project`, `networkCidr` and `cloudName`.
   *
   * @default - a VPC is created
   */
  readonly vpc?: AivenVpc;

  /**
   * Who peers.
   *
   * @default - a `PeeringApplication` of its own with a client secret; the first plan then needs a deployer who is signed in with the
   * Azure CLI or a managed identity
   */
  readonly identity?: PeeringIdentity;

  /**
   * How long Terraform may take to create the Aiven VPC, and to remove it, before it gives up: a duration such as `20m`. Not together with
   * `vpc`.
   *
   * @default - the aiven provider's: 20 minutes
   */
  readonly vpcTimeout?: string;

  /**
   * The provider configurations to use.
   *
   * @default - the stack's default providers
   */
  readonly providers?: PeeringProviders;
}
