import { Fn, Lazy, Token } from "cdktf";
import type { IConstruct } from "constructs";
import type { PeeringIdentity } from "../identity/peering-identity";
import { AzapiProvider, AzapiResource } from "../terraform/azapi";
import { afterInStack } from "../terraform/expressions";
import { ImportBlock, protect } from "../terraform/resources";
import { requireRelease } from "../validation/provider-releases";
import type { AzurePeeringImplementation } from "./azure-peering";

/**
 * Azure's peering through azapi, which signs in when it sends its first request. So the application's values come straight from its
 * resources: through a wait they would be unknown whenever the wait is to be replaced, and the application that must first remove the
 * peering could not sign in.
 */
export const AZAPI_PEERING: AzurePeeringImplementation = {
  providerId: "peering-azapi-provider",
  signsInAtOnce: false,
  // If Aiven takes the application's right together with the old connection, the token that removed the old peering cannot create the new one.
  recreate: (connection) =>
    `run terraform apply -replace='${connection}', and should that end in LinkedAuthorizationFailed, terraform apply, which creates both sides again`,

  // It takes every name that Azure does, and signs in when all that it needs is known.
  validate() {},

  createProvider(scope, id, { identity, subscriptionId, tenantId, environment, firstStateInfo }) {
    // https://github.com/Azure/terraform-provider-azapi/blob/main/CHANGELOG.md
    requireRelease(scope, "azapi", "2.9", "azapi sends no token of Aiven's tenant before 2.9 (auxiliary_tenant_ids)");
    const aivenTenants = [identity._aiven.applicationTenantId];
    return new AzapiProvider(scope, id, {
      tenant_id: tenantId,
      subscription_id: subscriptionId,
      client_id: identity.clientId,
      environment,
      // The home tenant alone is enough to remove a peering.
      auxiliary_tenant_ids: Lazy.listValue(
        { produce: () => (firstStateInfo() ? aivenTenants : []) },
        { omitEmpty: false },
      ),
      ...signIn(scope, identity),
      // What azapi would do by default: register resource providers, ask Azure in a plan, put whole responses into the state.
      skip_provider_registration: true,
      enable_preflight: false,
      disable_default_output: true,
    });
  },

  createPeering(scope, { name, network, options, stateInfo, provider }) {
    const { timeouts, remoteVirtualNetworkId } = options;
    const timeout = timeouts?.azurePeering ?? DEFAULT_TIMEOUT;
    const resource = protect(
      new AzapiResource(
        scope,
        "azure-peering",
        {
          type: `Microsoft.Network/virtualNetworks/virtualNetworkPeerings@${API_VERSION}`,
          name,
          parent_id: network.id,
          body: {
            properties: {
              allowVirtualNetworkAccess: options.allowVirtualNetworkAccess ?? true,
              allowForwardedTraffic: options.allowForwardedTraffic ?? false,
              allowGatewayTransit: options.allowGatewayTransit ?? false,
              // Aiven's network has no gateway.
              useRemoteGateways: false,
              remoteVirtualNetwork: { id: remoteVirtualNetworkId ?? afterInStack(stateInfo.wait, "to_network_id") },
            },
          },
          create_query_parameters: { syncRemoteAddressSpace: ["true"] },
          response_export_values: { state: "properties.peeringState", sync: "properties.peeringSyncLevel" },
          retry: RETRY,
          timeouts: { create: timeout, update: timeout, delete: timeout },
        },
        {
          // Azure connects no peering again that has lost its other side (RemotePeeringIsDisconnected), so a new connection needs a new
          // peering. By the id: the whole resource would count a changed duration too.
          lifecycle: { replaceTriggeredBy: [stateInfo.renewed] },
          provider,
        },
        options.migrateFrom && "azurerm_virtual_network_peering",
      ),
    );
    if (options.importExisting) {
      new ImportBlock(resource, `${network.id}/virtualNetworkPeerings/${name}?api-version=${API_VERSION}`);
    }
    const output = (key: string) => Token.asString(Fn.try([resource.interpolationForAttribute(`output.${key}`), ""]));
    return {
      resource,
      name,
      get id() {
        return resource.id;
      },
      get state() {
        return output("state");
      },
      get syncLevel() {
        return output("sync");
      },
    };
  },
};

const API_VERSION = "2024-05-01";

/** azapi's own are 30 minutes, in which a plan or a destroy would seem to hang. */
const DEFAULT_TIMEOUT = "10m";

/**
 * What passes by itself: Entra and Azure spreading the application's right in Aiven's tenant, and another change of the same network.
 * `AuthorizationFailed` is not among them: azapi retries reads too, and where the right is gone for good every plan would hang.
 */
const RETRY = {
  error_message_regex: ["LinkedAuthorizationFailed", "ReferencedResourceNotProvisioned", "AnotherOperationInProgress"],
  interval_seconds: 5,
  max_interval_seconds: 20,
};

/** Nobody but an application signs in, whatever the environment has: not the operator, and not the machine. */
const NO_STAND_IN = { use_cli: false, use_msi: false, use_aks_workload_identity: false };

/**
 * Keeps every other application out: azapi fills absent arguments from the operator's environment, an empty text it does not. It tries a
 * token, a secret and a certificate in this order, and the next one where it can make nothing of the one before.
 */
const SEALED = {
  ...NO_STAND_IN,
  use_oidc: false,
  client_id_file_path: "",
  client_secret: "",
  client_secret_file_path: "",
  client_certificate: "",
  client_certificate_path: "",
  client_certificate_password: "",
};

/** What Entra refuses: without it azapi has no credential in a plan that comes before the pipeline's token, and does not start. */
const NO_SECRET = "none";

function signIn(scope: IConstruct, identity: PeeringIdentity): Record<string, unknown> {
  const given = identity._signIn(scope);
  switch (given.kind) {
    case "secret":
      return { ...SEALED, client_secret: given.value, client_certificate: UNREGISTERED_CERTIFICATE };
    case "certificate":
      return {
        ...SEALED,
        client_certificate: given.base64 ?? "",
        client_certificate_path: given.path ?? "",
        client_certificate_password: given.password ?? "",
      };
    case "federated":
      return { ...SEALED, use_oidc: true, client_secret: NO_SECRET };
    case "environment":
      return NO_STAND_IN;
  }
}

/**
 * A certificate that no application anywhere has registered, with its key: base64 of both in PEM, as azapi takes it.
 *
 * azapi refuses to start with no credential at all, and a client secret that is yet to be created counts as none; with this one it starts.
 * It is never sent while there is a secret, which azapi prefers, and should it be sent, Entra refuses it (AADSTS700027). It can open
 * nothing, and so is no secret: its key is published here on purpose, and is RSA of 1024 bits to be short (azapi takes no elliptic curve).
 * Made by
 *
 *     openssl req -x509 -newkey rsa:1024 -nodes -keyout key.pem -out certificate.pem -days 36500 -subj /CN=nobody
 *     cat certificate.pem key.pem | base64 -w0
 */
export const UNREGISTERED_CERTIFICATE = [
  "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUNBRENDQVdtZ0F3SUJBZ0lVWUFobTVvUjNZQWJXUjlyNnQyVTUyN2lOU3Awd0RRWUpLb1pJ",
  "aHZjTkFRRUwKQlFBd0VURVBNQTBHQTFVRUF3d0dibTlpYjJSNU1DQVhEVEkyTVRFeU5URTNNalEwTVZvWUR6SXhNall4TVRBeApNVGN5TkRReFdq",
  "QVJNUTh3RFFZRFZRUUREQVp1YjJKdlpIa3dnWjh3RFFZSktvWklodmNOQVFFQkJRQURnWTBBCk1JR0pBb0dCQU9SaEE4ckZCQTY3SGlBaDdSZmxQ",
  "cjFOZmZwQjJDRHhBY1hacXQ2Z01pNTRVRjJxV0RBTENZRS8KVFkyclExK2VwVFlkVUVqL1k3T3R6VUhtSTBiSnNFSjFXV2RJWEVnZnRuNkJBbTZ2",
  "NWVranQzd21Ca1A0T3pPMgpqMVVycDNnM2VPVDg5WVFCMlpoelVOb1dhaEhHL0RlS0tiaUxVWXlGV1M3V3AyYmkrckNkQWdNQkFBR2pVekJSCk1C",
  "MEdBMVVkRGdRV0JCUkMwaEs2OVk4WDg4RDZJZ2F1NURndXo5YjVaREFmQmdOVkhTTUVHREFXZ0JSQzBoSzYKOVk4WDg4RDZJZ2F1NURndXo5YjVa",
  "REFQQmdOVkhSTUJBZjhFQlRBREFRSC9NQTBHQ1NxR1NJYjNEUUVCQ3dVQQpBNEdCQUcxR2pPSnNEZTdNYUYvZDYxVEtXL1VLdUhYL2oxaG1QZ0R0",
  "UERFWnVmWDBJUjdXcHRleDVUSXVFYXNLCitSNXVlSkJBc0JBSW8wTU5yVm4vMWdYaG1WcUNQbGZ2WTFpZjVJaSttdG0yWFNLSk1oV0lwWnBBdDIv",
  "L20xT3cKclMrY1Fub29QSDVoZXdEU1czdkF5eGpkVU9DZUxHYWR3ZStBQU54WHdwSnlKOXlsCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0KLS0t",
  "LS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUNlQUlCQURBTkJna3Foa2lHOXcwQkFRRUZBQVNDQW1Jd2dnSmVBZ0VBQW9HQkFPUmhBOHJGQkE2",
  "N0hpQWgKN1JmbFByMU5mZnBCMkNEeEFjWFpxdDZnTWk1NFVGMnFXREFMQ1lFL1RZMnJRMStlcFRZZFVFai9ZN090elVIbQpJMGJKc0VKMVdXZElY",
  "RWdmdG42QkFtNnY1ZWtqdDN3bUJrUDRPek8yajFVcnAzZzNlT1Q4OVlRQjJaaHpVTm9XCmFoSEcvRGVLS2JpTFVZeUZXUzdXcDJiaStyQ2RBZ01C",
  "QUFFQ2dZRUExTkhUUnRIeHhnaDVPbGhqS1RGb0ZlQncKMVJVbTR3dTBLenQ4RDVvWktWVFZEM1ArV2tidXhKTEpJb3ZHYlFUWjBHUGd2U1hCTTE5",
  "ek4wWE8rZGhaZHRHNwo5SkZDTHdmbWJuNUVrbExkRDVSWHBJUmhqdHlTQWE5ZVVxbkRXQkN3VTNoMTAzMy82NURtZlNBa1BJSHhrVmlRCjQxdFZx",
  "NnhVcHF1SkhEdDNHQUVDUVFEKzhSUHRtcHMvVFhvbkhycG9xR2hEemxLUEUrUFA5VThtbURyblpBcEgKNWR2MzJiZmRhVk9DOFZSaHozZ05KaFV3",
  "T1prcDFIamhNQzR0UkV5QklyS2hBa0VBNVZPMWplYkRUVitad29EWAp5eGxwRHpzVk42OG8xWENmYUxydkNtemV1bHFkQU1iNUQrYTlNR294eG5B",
  "Nk1kUnhsV3NUZFY2N2dVaURHOSt1Ci9JNTRmUUpCQUpYc0Y1Z0c3MzBPaHVNeWd0VEJGRytyaVlseVhPb1NqSFZaMkdueXZza0JONVpOaG43Q1Rj",
  "WVgKUFZRM3VaV2g2NXZzZzFIQ0RVUUFIV2VwWG9RaWI0RUNRSEZEL0FyL0svMGVOOEppZ3JLMGRUaHBsUnd3cmpsbAphOFo5ZGEwdmduNkdYTDlT",
  "aHhjOGZyclg2SWU3VEhMcUc4T1I1RVYzS2FNOEhrMTVHR056TnIwQ1FRRHJEV0g0Ck1CcnlZQkwvQzdRNWdOREpuRDRUcitEK1lwTmsrUHJNWmcy",
  "RmgwdGgzSzI0LzhyNkU1eTlvMnFvaTNrSXlUVXkKS3VRd01LK1l6c1MxcjQrQwotLS0tLUVORCBQUklWQVRFIEtFWS0tLS0tCg==",
].join("");
