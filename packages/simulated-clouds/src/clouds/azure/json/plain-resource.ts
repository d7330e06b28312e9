import { object, objects, overlay, text, without, type JsonObject } from "../../json";
import type { Azure } from "../azure";
import type { PlainResource } from "../plain-resources";
import { nameOf, resourceGroupId, resourceGroupOf, subscriptionOf, typeOf } from "../resource-id";

/** What a client sent, and what Azure adds to it by type. */
export function plainJson(azure: Azure, resource: PlainResource, sent: JsonObject): JsonObject {
  const { id, location, tags } = resource;
  const known = KINDS[typeOf(id).toLowerCase()]?.(azure, resource, object(sent.properties)) ?? {};
  const properties = overlay(object(sent.properties), { provisioningState: "Succeeded", ...known });
  return { ...sent, id, name: nameOf(id), type: typeOf(id), location, tags: { ...tags }, properties };
}

type Kind = (azure: Azure, resource: PlainResource, sent: JsonObject) => JsonObject;

const KINDS: Record<string, Kind> = {
  "microsoft.network/networkinterfaces": networkInterface,
  "microsoft.network/networksecuritygroups": (_azure, { properties }, sent) => ({
    resourceGuid: properties.uniqueId,
    defaultSecurityRules: [],
    securityRules: objects(sent.securityRules),
  }),
  "microsoft.network/publicipaddresses": (_azure, { properties }) => ({
    resourceGuid: properties.uniqueId,
    ...(properties.publicAddress === undefined ? {} : { ipAddress: properties.publicAddress }),
  }),
  "microsoft.compute/virtualmachines": virtualMachine,
};

/** Where there is anything to say of a type; others are none that is served. */
export const isServed = (id: string): boolean => typeOf(id).toLowerCase() in KINDS;

function networkInterface(azure: Azure, { id, properties }: PlainResource, sent: JsonObject): JsonObject {
  const machine = azure.plain.userOf(id);
  const { uniqueId, ipConfigurations = [] } = properties;
  const asked = objects(sent.ipConfigurations);
  return {
    resourceGuid: uniqueId,
    ...(machine ? { virtualMachine: { id: machine.id }, macAddress: macAddress(uniqueId) } : {}),
    dnsSettings: {
      dnsServers: [],
      ...object(sent.dnsSettings),
      appliedDnsServers: [],
      internalDomainNameSuffix: `${uniqueId.slice(0, 8)}.internal.cloudapp.net`,
    },
    ipConfigurations: ipConfigurations.map(({ name, subnetId, privateAddress, publicAddressId }, index) => {
      const known = {
        provisioningState: "Succeeded",
        primary: index === 0,
        privateIPAllocationMethod: "Dynamic",
        privateIPAddressVersion: "IPv4",
        ...(subnetId === undefined ? {} : { subnet: { id: subnetId } }),
        ...(publicAddressId === undefined ? {} : { publicIPAddress: { id: publicAddressId } }),
      };
      const own = object(asked.find((one) => text(one.name) === name)?.properties);
      return {
        id: `${id}/ipConfigurations/${name}`,
        name,
        properties: { ...known, ...own, ...(privateAddress === undefined ? {} : { privateIPAddress: privateAddress }) },
      };
    }),
  };
}

const macAddress = (uniqueId: string): string =>
  `00-0D-3A-${[0, 2, 4].map((at) => uniqueId.slice(at, at + 2).toUpperCase()).join("-")}`;

/** What a machine never shows: its password, and what it was started with. */
const SECRET = ["adminPassword", "customData"];

function virtualMachine(_azure: Azure, { id, properties }: PlainResource, sent: JsonObject): JsonObject {
  const profile = object(sent.storageProfile);
  const disk = object(profile.osDisk);
  const name = text(disk.name) || `${nameOf(id)}_OsDisk_1_${properties.uniqueId.replaceAll("-", "")}`;
  const group = resourceGroupId(subscriptionOf(id), resourceGroupOf(id));
  const managedDisk = { ...object(disk.managedDisk), id: `${group}/providers/Microsoft.Compute/disks/${name}` };
  return {
    vmId: properties.uniqueId,
    // assumed: an image of 30 GB
    storageProfile: { osDisk: { osType: "Linux", diskSizeGB: 30, ...disk, name, managedDisk }, dataDisks: [] },
    osProfile: { allowExtensionOperations: true, requireGuestProvisionSignal: true },
  };
}

/** What may be kept of a body: nothing secret. */
export function withoutSecrets(body: JsonObject): JsonObject {
  const properties = object(body.properties);
  if (properties.osProfile === undefined) return body;
  return { ...body, properties: { ...properties, osProfile: without(object(properties.osProfile), SECRET) } };
}

/** A script on a machine. @param view - what became of it, for who asks for its instance view */
export function runCommandJson(
  { id, location, tags }: PlainResource,
  sent: JsonObject,
  provisioningState: string,
  view?: JsonObject,
): JsonObject {
  const known = { ...object(sent.properties), provisioningState };
  const properties: JsonObject = view === undefined ? known : { ...known, instanceView: view };
  const type = "Microsoft.Compute/virtualMachines/runCommands";
  return { id, name: nameOf(id), type, location, tags: { ...tags }, properties };
}
