import { AzurermProvider, type AzurermProviderConfig } from "@cdktf/provider-azurerm/lib/provider";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import { Lazy, Token } from "cdktf";
import type { Construct } from "constructs";
import type { PeeringIdentity } from "../identity/peering-identity";
import { after, afterInStack } from "../terraform/expressions";
import { refuse } from "../terraform/refuse";
import { ImportBlock, protect } from "../terraform/resources";
import { requireRelease } from "../validation/provider-releases";
import {
  type ApplicationProvider,
  type AzurePeeringImplementation,
  type AzurePeeringProps,
  RECREATE_BOTH_SIDES,
} from "./azure-peering";

/** Azure's peering through azurerm, which signs in whenever it is configured. */
export const AZURERM_PEERING: AzurePeeringImplementation = {
  providerId: "peering-provider",
  signsInAtOnce: true,
  // The provider signs in with what Aiven returns, so the new connection would be created before the old peering is removed.
  recreate: () => RECREATE_BOTH_SIDES,

  validate(scope, network, identity) {
    if (network !== undefined) requireAscii(scope, network.resourceGroupName);
    if (identity._knownAtFirstPlan(scope)) return;
    if (identity._signIn(scope).kind === "federated") refuseFederated(scope, identity);
    identity._refuseUnknown(scope);
  },

  createProvider(scope, id, props) {
    requireRelease(
      scope,
      "azurerm",
      "4.0",
      "azurerm before 4.0 has no resource_provider_registrations, and registers resource providers, which the application may not",
    );
    const { identity, firstStateInfo } = props;
    return new PeeringApplicationProvider(scope, id, {
      ...signIn(scope, identity),
      features: [{}],
      clientId: Lazy.stringValue({ produce: () => clientIdFor(scope, props) }),
      tenantId: props.tenantId,
      subscriptionId: props.subscriptionId,
      environment: props.environment,
      // Where no network is connected there is nothing to create, and what is to be removed needs no token of Aiven's tenant.
      auxiliaryTenantIds: Lazy.listValue({
        produce: () => firstStateInfo() && [firstStateInfo()?.aivenTenantId ?? ""],
      }),
      // The application may not register resource providers, and need not.
      resourceProviderRegistrations: "none",
    });
  },

  createPeering(scope, { name, network, options, stateInfo, provider }: AzurePeeringProps) {
    const timeout = options.timeouts?.azurePeering;
    const peering = protect(
      new VirtualNetworkPeering(scope, "azure-peering", {
        name,
        resourceGroupName: network.resourceGroupName,
        virtualNetworkName: network.name,
        remoteVirtualNetworkId: options.remoteVirtualNetworkId ?? afterInStack(stateInfo.wait, "to_network_id"),
        allowVirtualNetworkAccess: options.allowVirtualNetworkAccess ?? true,
        allowForwardedTraffic: options.allowForwardedTraffic ?? false,
        allowGatewayTransit: options.allowGatewayTransit ?? false,
        // Aiven's network has no gateway.
        useRemoteGateways: false,
        timeouts: timeout ? { create: timeout, delete: timeout } : undefined,
        // Azure connects no peering again that has lost its other side (RemotePeeringIsDisconnected), so a new connection needs a new
        // peering. By the id: the whole resource would count a changed duration too.
        lifecycle: { replaceTriggeredBy: [stateInfo.renewed] },
        provider,
      }),
    );
    if (options.importExisting) new ImportBlock(peering, `${network.id}/virtualNetworkPeerings/${name}`);
    return {
      resource: peering,
      name,
      get id() {
        return peering.id;
      },
    };
  },
};

/** azurerm does not take every name that Azure does. A name that only Terraform knows, azurerm refuses itself. */
function requireAscii(scope: Construct, resourceGroupName: string): void {
  if (Token.isUnresolved(resourceGroupName) || /^[\w().-]+$/.test(resourceGroupName)) return;
  refuse(
    scope,
    `virtualNetwork.resourceGroupName: "${resourceGroupName}" is not allowed with azurePeeringProvider "azurerm", which takes letters and digits of ASCII ` +
      "alone; give azurePeeringProvider: AzurePeeringProvider.AZAPI",
  );
}

/** Once Aiven has accepted the first network that is connected. */
function clientIdFor(scope: Construct, { identity, firstStateInfo }: ApplicationProvider): string {
  const stateInfo = firstStateInfo();
  if (stateInfo === undefined) return identity.clientId;
  // An application of this stack may still lack its rights where an apply has stopped: it must not sign in before the wait is over.
  return identity._knownAtFirstPlan(scope) ? stateInfo.clientId : after(stateInfo.wait, stateInfo.clientId);
}

/**
 * Keeps every other way of signing in out: azurerm fills absent arguments from the operator's environment, and prefers a certificate to a
 * secret, so what is not meant must be set to nothing.
 */
const SEALED: Partial<AzurermProviderConfig> = {
  clientIdFilePath: "",
  clientSecret: "",
  clientSecretFilePath: "",
  clientCertificate: "",
  clientCertificatePath: "",
  useOidc: false,
  useMsi: false,
  useAksWorkloadIdentity: false,
};

function signIn(scope: Construct, identity: PeeringIdentity): Partial<AzurermProviderConfig> {
  const given = identity._signIn(scope);
  // The environment's secret, certificate or token is what is meant, so only the sign-ins that are no application's are shut out.
  if (given.kind === "environment") return { useCli: false, useMsi: false };

  const isKnown = identity._knownAtFirstPlan(scope);
  // While the secret is unknown, in the first plan only, azurerm uses the operator's CLI or managed identity; it prefers a secret to them.
  const standIn = isKnown ? false : undefined;
  const sealed = { ...SEALED, useMsi: standIn, useCli: standIn };
  switch (given.kind) {
    case "secret":
      return { ...sealed, clientSecret: given.value };
    case "certificate":
      return {
        ...sealed,
        clientCertificate: given.base64 ?? "",
        clientCertificatePath: given.path ?? "",
        clientCertificatePassword: given.password,
      };
    case "federated":
      return { ...sealed, useOidc: true };
  }
}

/** Where the environment has no token, the operator's own sign-in would be used in every plan and apply, not in the first plan only. */
function refuseFederated(scope: Construct, identity: PeeringIdentity): never {
  return refuse(
    identity,
    `identity.credential: a federated credential is not allowed in the stack of the peering (${scope.node.path}), as azurerm signs in before ` +
      "the application exists; create the PeeringApplication in a stack of its own, or give the peering azurePeeringProvider: AzurePeeringProvider.AZAPI",
  );
}

/** The azurerm provider that acts as the peering application, in the virtual network's tenant and Aiven's at once, and as nobody else. */
class PeeringApplicationProvider extends AzurermProvider {
  constructor(scope: Construct, id: string, config: AzurermProviderConfig) {
    super(scope, id, config);
    this.alias = this.friendlyUniqueId;
    // cdktf would be content with this one where the app has forgotten its own.
    Object.defineProperty(this, "terraformGeneratorMetadata", {
      value: { ...this.terraformGeneratorMetadata, providerName: "azurerm, as the peering application" },
    });
  }
}
