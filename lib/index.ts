export * from "./aiven-azure-peering";
export * from "./aiven-azure-peering-props";
export { CustomRoleOptions, ExistingRoles, PeeringAccess } from "./access/peering-access";
export { PropagationWaits } from "./access/propagation";
export {
  CustomResourceProviderRoleOptions,
  ResourceProviderAccess,
  ResourceProviderRoleOptions,
} from "./access/resource-provider-access";
export { AivenServicePrincipalSource } from "./identity/aiven-service-principal";
export { ClientSecretOptions, ClientSecretSlot } from "./identity/client-secret";
export * from "./identity/deployer-application";
export * from "./identity/existing-credential";
export * from "./identity/existing-peering-application";
export { FederatedCredentialOptions } from "./identity/federated-credential";
export * from "./identity/peering-application";
export { PeeringApplicationProps } from "./identity/peering-application-props";
export * from "./identity/peering-credential";
export { PeeringIdentity } from "./identity/peering-identity";
export {
  AzureVirtualNetwork,
  AzureVirtualNetworkAttributes,
  AzureVirtualNetworkOptions,
} from "./network/azure-virtual-network";
export { IPeeredVirtualNetwork } from "./peering/peered-virtual-network";
export * from "./peering/peered-virtual-network-options";
export * from "./probe/azure-virtual-machine";
export * from "./probe/connectivity-probe";
export * from "./probe/connectivity-probe-props";
export * from "./terraform/providers";
export { AivenCloud } from "./vpc/aiven-cloud";
export * from "./vpc/aiven-vpc";
