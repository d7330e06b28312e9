/**
 * Where Aiven's service principal comes from. A tenant has exactly one, shared by all its Aiven peerings; so do the constructs of a stack.
 */
export enum AivenServicePrincipalSource {
  /** This stack creates it, and removes it on destroy. Needs Application Administrator or Application.ReadWrite.All. */
  CREATE = "create",
  /** The tenant has it already, for another peering: it is looked up and never changed or removed. */
  EXISTING = "existing",
}
