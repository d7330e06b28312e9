import { resourceGroupOf, subscriptionOf } from "../../clouds/azure/resource-id";
import type { Values } from "../../protocol/cty";
import { type Diagnostic, Failure } from "../../protocol/diagnostics";

/** How azurerm names a resource in its messages: `Subnet (Subscription: "…"⏎Resource Group Name: "…"⏎…)`. */
export function describe(kind: string, id: string): string {
  const names = id.split("/providers/")[1]?.split("/").slice(1) ?? [];
  const lines = [`Subscription: "${subscriptionOf(id)}"`, `Resource Group Name: "${resourceGroupOf(id)}"`];
  for (let index = 0; index + 1 < names.length; index += 2) {
    lines.push(`${LABELS[names[index].toLowerCase()] ?? names[index]}: "${names[index + 1]}"`);
  }
  return `${kind} (${lines.join("\n")})`;
}

const LABELS: Readonly<Record<string, string>> = {
  virtualnetworks: "Virtual Network Name",
  subnets: "Subnet Name",
  virtualnetworkpeerings: "Virtual Network Peering Name",
  networksecuritygroups: "Network Security Group Name",
  networkinterfaces: "Network Interface Name",
  publicipaddresses: "Public I P Addresses Name",
  virtualmachines: "Virtual Machine Name",
  runcommands: "Run Command Name",
};

/** What azurerm says where the resource is there already and Terraform does not know it. */
export function importAsExists(typeName: string, id: string): Failure {
  return new Failure({
    summary: `A resource with the ID "${id}" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "${typeName}" for more information.`,
  });
}

/** azurerm takes an id only in its exact spelling: `resourceGroups`, `virtualNetworks`. `pattern` is an example id. */
export function matchesPattern(id: string, pattern: string): boolean {
  const [given, wanted] = [id.split("/"), pattern.split("/")];
  return (
    given.length === wanted.length &&
    wanted.every((segment, index) => (segment === "*" ? given[index] !== "" : segment === given[index]))
  );
}

export const VIRTUAL_NETWORK_ID = "/subscriptions/*/resourceGroups/*/providers/Microsoft.Network/virtualNetworks/*";
export const SUBNET_ID = `${VIRTUAL_NETWORK_ID}/subnets/*`;
export const PEERING_ID = `${VIRTUAL_NETWORK_ID}/virtualNetworkPeerings/*`;
export const RESOURCE_GROUP_ID = "/subscriptions/*/resourceGroups/*";
export const VIRTUAL_MACHINE_ID = "/subscriptions/*/resourceGroups/*/providers/Microsoft.Compute/virtualMachines/*";

/** assumed: the wording after the first line, which differs with the segment that is wrong. */
export function requirePattern(id: string, pattern: string, kind: string): void {
  if (matchesPattern(id, pattern)) return;
  throw new Failure({ summary: `parsing "${id}": the ${kind} ID is not of the form ${pattern.replaceAll("*", "…")}` });
}

/** azurerm takes the letters of ASCII alone in the name of a resource group, where Azure takes those of every script. */
export function checkGroupName(config: Values, name: string): Diagnostic[] {
  const value = config[name];
  if (typeof value !== "string") return [];
  const refuse = (problem: string): Diagnostic => ({ summary: `"${name}" ${problem}`, path: [name] });
  if (value === "") return [refuse("cannot be blank")];
  return [
    ...(Buffer.byteLength(value) > 90 ? [refuse("may not exceed 90 characters in length")] : []),
    ...(value.endsWith(".") ? [refuse("may not end with a period")] : []),
    ...(/^[-\w.()]+$/.test(value)
      ? []
      : [refuse("may only contain alphanumeric characters, dash, underscores, parentheses and periods")]),
  ];
}
