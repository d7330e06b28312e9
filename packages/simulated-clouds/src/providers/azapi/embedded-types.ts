import { sameId } from "../../clouds/azure/resource-id";

/** What azapi carries of Azure's API specifications for a property. */
export interface Shape {
  readonly kind: "object" | "array" | "string" | "boolean" | "any";
  readonly readOnly?: boolean;
  /** Set by the path alone, such as an id. */
  readonly fixed?: boolean;
  readonly properties?: Readonly<Record<string, Shape>>;
}

const string: Shape = { kind: "string" };
const boolean: Shape = { kind: "boolean" };
const array: Shape = { kind: "array" };
const any: Shape = { kind: "any" };
const readOnly = (shape: Shape): Shape => ({ ...shape, readOnly: true });
const object = (properties: Readonly<Record<string, Shape>>): Shape => ({ kind: "object", properties });

const resource = (properties: Shape, more: Readonly<Record<string, Shape>> = {}): Shape =>
  object({
    id: { ...string, readOnly: true, fixed: true },
    name: { ...string, fixed: true },
    type: { ...string, readOnly: true, fixed: true },
    apiVersion: { ...string, readOnly: true, fixed: true },
    etag: readOnly(string),
    properties,
    ...more,
  });

const addressSpace = object({ addressPrefixes: array, ipamPoolPrefixAllocations: array });

/** Microsoft.Network, 2024-05-01. */
const SHAPES: Readonly<Record<string, Shape>> = {
  "Microsoft.Network/virtualNetworks": resource(
    object({
      addressSpace,
      dhcpOptions: any,
      flowTimeoutInMinutes: any,
      subnets: any,
      virtualNetworkPeerings: any,
      resourceGuid: readOnly(string),
      provisioningState: readOnly(string),
      enableDdosProtection: boolean,
      enableVmProtection: boolean,
      ddosProtectionPlan: any,
      bgpCommunities: any,
      encryption: any,
      ipAllocations: any,
      flowLogs: readOnly(any),
      privateEndpointVNetPolicies: string,
    }),
    { location: string, tags: any, extendedLocation: any },
  ),
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings": resource(
    object({
      allowVirtualNetworkAccess: boolean,
      allowForwardedTraffic: boolean,
      allowGatewayTransit: boolean,
      useRemoteGateways: boolean,
      remoteVirtualNetwork: object({ id: string }),
      localAddressSpace: addressSpace,
      localVirtualNetworkAddressSpace: addressSpace,
      remoteAddressSpace: addressSpace,
      remoteVirtualNetworkAddressSpace: addressSpace,
      remoteBgpCommunities: object({ virtualNetworkCommunity: string, regionalCommunity: readOnly(string) }),
      remoteVirtualNetworkEncryption: readOnly(any),
      peeringState: string,
      peeringSyncLevel: string,
      provisioningState: readOnly(string),
      doNotVerifyRemoteGateways: boolean,
      resourceGuid: readOnly(string),
      peerCompleteVnets: boolean,
      enableOnlyIPv6Peering: boolean,
      localSubnetNames: array,
      remoteSubnetNames: array,
    }),
  ),
};

/** The versions of both types that azapi 2.12 carries, oldest first. */
export const API_VERSIONS = [
  "2016-06-01",
  "2016-09-01",
  "2016-12-01",
  "2017-03-01",
  "2017-03-30",
  "2017-06-01",
  "2017-08-01",
  "2017-09-01",
  "2017-10-01",
  "2017-11-01",
  "2018-01-01",
  "2018-02-01",
  "2018-04-01",
  "2018-06-01",
  "2018-07-01",
  "2018-08-01",
  "2018-10-01",
  "2018-11-01",
  "2018-12-01",
  "2019-02-01",
  "2019-04-01",
  "2019-06-01",
  "2019-07-01",
  "2019-08-01",
  "2019-09-01",
  "2019-11-01",
  "2019-12-01",
  "2020-03-01",
  "2020-04-01",
  "2020-05-01",
  "2020-06-01",
  "2020-07-01",
  "2020-08-01",
  "2020-11-01",
  "2021-02-01",
  "2021-03-01",
  "2021-05-01",
  "2021-08-01",
  "2022-01-01",
  "2022-05-01",
  "2022-07-01",
  "2022-09-01",
  "2022-11-01",
  "2023-02-01",
  "2023-04-01",
  "2023-05-01",
  "2023-06-01",
  "2023-09-01",
  "2023-11-01",
  "2024-01-01",
  "2024-03-01",
  "2024-05-01",
  "2024-07-01",
  "2024-10-01",
  "2025-01-01",
  "2025-03-01",
  "2025-05-01",
  "2025-07-01",
];

/** assumed: what the properties are does not differ between versions. */
export function shapeOf(type: string): Shape | undefined {
  return Object.entries(SHAPES).find(([known]) => sameId(known, type))?.[1];
}

/** The version azapi takes where nobody names one: the newest it carries. */
export const NEWEST_VERSION = API_VERSIONS[API_VERSIONS.length - 1];
