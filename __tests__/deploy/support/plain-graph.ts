import { configurationOf, type PlainGraph, plainGraph } from "../../../tools/terraform/plain-graph";
import { SUBSCRIPTION_ID } from "./deployment";

type Block = Record<string, unknown>;

/** One thing that somebody wrote differently. */
type Change = (graph: PlainGraph) => void;

/** The two sides, and the network. */
export const CONNECTION = "aiven_azure_vpc_peering_connection.it";
export const AZURE_PEERING = "azurerm_virtual_network_peering.it";
export const NETWORK_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/vnet`;

/**
 * What this library does, as somebody without it would have to write it. It is good as it stands, so a test that changes one thing sees
 * what that one thing does.
 */
export function plainConfiguration(...changes: readonly Change[]): object {
  const graph = plainGraph();
  changes.forEach((change) => change(graph));
  return configurationOf(graph);
}

/** Sets arguments of a resource, or adds one; `undefined` leaves an argument out. */
export function set(address: string, values: Block): Change {
  return ({ resource }) => {
    const [type, name] = address.split(".") as [string, string];
    resource[type] = { ...resource[type], [name]: { ...resource[type]?.[name], ...values } };
  };
}

/** Leaves a resource out; what depends on it explicitly does so no more. */
export function without(address: string): Change {
  return ({ resource }) => {
    const [type, name] = address.split(".") as [string, string];
    if (!resource[type]?.[name]) throw new Error(`there is no ${address}`);
    delete resource[type][name];
    if (Object.keys(resource[type]).length === 0) delete resource[type];
    for (const block of Object.values(resource).flatMap((all) => Object.values(all))) {
      if (Array.isArray(block.depends_on)) block.depends_on = block.depends_on.filter((each) => each !== address);
    }
  };
}

/** Sets arguments of the provider that acts as the peering application. */
export function signIn(values: Block): Change {
  return ({ alias }) => {
    Object.assign(alias, values);
  };
}
