import type { ITerraformDependable, TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import type { PeeringIdentity } from "../identity/peering-identity";
import type { ResolvedNetwork } from "../network/resolved-network";
import type { Answer } from "./connection";
import type { VirtualNetworkLinkOptions } from "./peered-virtual-network-options";

/** What the provider is made of that acts as the peering application in one subscription. */
export interface ApplicationProvider {
  readonly identity: PeeringIdentity;
  readonly subscriptionId: string;
  /** The tenant of the subscription. */
  readonly tenantId: string;
  /** Azure's cloud, as the deployer's provider has it; known once the stack is synthesised. */
  readonly environment: string;
  /** What Aiven has answered to the first link that is connected; known once the stack is synthesised. */
  readonly firstAnswer: () => Answer | undefined;
}

/** What Azure's half is made of. */
export interface NewAzureHalf {
  readonly name: string;
  readonly network: ResolvedNetwork;
  readonly options: VirtualNetworkLinkOptions;
  readonly answer: Answer;
  readonly provider: TerraformProvider;
}

/** Azure's half of a peering, whichever provider has created it. */
export interface AzureHalf {
  readonly resource: ITerraformDependable;
  /** The ARM id. */
  readonly id: string;
  /** Azure's own state of the half, where the provider shows it. */
  readonly state?: string;
  /** Whether both halves know the other network's ranges as they are, where the provider shows it. */
  readonly syncLevel?: string;
}

/**
 * A Terraform provider that can create Azure's half: how it learns who the peering application is, and that it may act as nobody else;
 * and its resource for the half. A file for each; nothing else knows a provider's arguments.
 */
export interface AzureHalfMaker {
  /** The id of the provider below the subscription. */
  readonly providerId: string;
  /** Whether the application signs in as soon as the provider is configured, and so in the first plan. */
  readonly signsInAtOnce: boolean;
  /** How both halves are created again: a command or steps, given the address of Aiven's half. */
  readonly again: (connection: string) => string;
  createProvider(scope: Construct, id: string, props: ApplicationProvider): TerraformProvider;
  createHalf(scope: Construct, props: NewAzureHalf): AzureHalf;
}

/** How both halves are created again whatever has happened to them. */
export const OFF_AND_ON = "set connected to false and apply, then to true and apply, which creates both halves again";
