import type { AivenPeeringConnection, AivenVpc } from "../clouds/aiven";
import type { Clouds } from "../clouds/clouds";
import type { Line } from "../report/report";
import { findAivenPrincipal, findApplication, type FoundApplication } from "./application";
import type { DescribedLink, DescribedPeering, DescribedStack } from "./described";
import { findSides } from "./peerings";
import { failed, ok, warning } from "../report/lines";
import { findRights, mayList } from "./rights";

/** What is to be adopted. */
export interface Wanted {
  /** `<project>/<uuid>` */
  readonly vpcId: string;
  /** The ARM ids of the networks, in any case; none for every network that the VPC is peered with. */
  readonly virtualNetworkIds: readonly string[];
  /** The provider of Azure's peering. @default - azurerm where the application has the right that it needs, else azapi */
  readonly azurePeeringProvider?: DescribedPeering["azurePeeringProvider"];
  /** Whether azurerm asks for the right to list resource providers, as 4.x does. */
  readonly azurermLists: boolean;
}

export interface Found {
  readonly lines: readonly Line[];
  /** What can be adopted, if anything can. */
  readonly stack?: DescribedStack;
}

/** Looks at a peering that exists, and at how the construct would describe it. */
export async function find(clouds: Clouds, wanted: Wanted, now: Date): Promise<Found> {
  const { vpcId } = wanted;
  const [project = "", uuid = ""] = vpcId.split("/");
  const looked = `Aiven VPC ${vpcId}`;
  const vpc = await clouds.aiven.vpc(project, uuid);
  if (vpc === undefined) return { lines: [failed(looked, "not found", `avn vpc list --project ${project}`)] };

  const place = `${vpc.state}, ${vpc.network_cidr} in ${vpc.cloud_name}`;
  const all = (vpc.peering_connections ?? []).filter(isOfAzure);
  const connections = all.filter((each) => isWanted(each, wanted));
  if (connections[0] === undefined) {
    const others = all.map(({ peer_vpc }) => peer_vpc).join(", ") || "no virtual network";
    return { lines: [failed(looked, `${place}; peered with ${others}: nothing to adopt`)] };
  }
  const lines: Line[] = [(vpc.state === "ACTIVE" ? ok : warning)(looked, place)];
  const tenantId = connections[0].peer_azure_tenant_id;
  const { tid } = await clouds.whoIsSignedIn();
  if (tid !== undefined && tid.toLowerCase() !== tenantId.toLowerCase()) {
    const found = `signed in to ${tid}, and the network is of ${tenantId}`;
    return { lines: [...lines, failed("tenant", found, `az login --tenant ${tenantId}`)] };
  }
  const aiven = await findAivenPrincipal(clouds.graph);
  lines.push(aiven.line);
  const peerings: DescribedPeering[] = [];
  for (const [index, [clientId, own]] of [...byApplication(connections)].entries()) {
    const variable = `client_secret${index === 0 ? "" : index + 1}`;
    const application = await findApplication(clouds.graph, clientId, { variable, now });
    lines.push(...application.lines);
    const found = await findPeering(clouds, wanted, {
      vpc,
      clientId,
      connections: own,
      peers: application.peers,
      aiven: aiven.principal?.id,
    });
    lines.push(...found.lines);
    if (found.peering !== undefined) peerings.push(found.peering);
  }
  const subscriptionId = peerings[0]?.links[0]?.virtualNetworkId.split("/")[2];
  return { lines, stack: subscriptionId === undefined ? undefined : { tenantId, subscriptionId, peerings } };
}

/** The networks that one application has peered. */
async function findPeering(
  { arm }: Clouds,
  wanted: Wanted,
  of: {
    readonly vpc: AivenVpc;
    readonly clientId: string;
    readonly connections: readonly AivenPeeringConnection[];
    readonly peers: FoundApplication["peers"];
    /** Object id of Aiven's principal. */
    readonly aiven?: string;
  },
): Promise<{ readonly lines: readonly Line[]; readonly peering?: DescribedPeering }> {
  const { vpcId } = wanted;
  const { clientId, peers, aiven } = of;
  const lines: Line[] = [];
  const links: DescribedLink[] = [];
  for (const connection of of.connections) {
    const halves = await findSides(arm, vpcId, of.vpc, connection);
    lines.push(...halves.lines);
    if (halves.link !== undefined) links.push(halves.link);
  }
  if (peers === undefined || aiven === undefined || links.length === 0) return { lines };
  const { principal, credential } = peers;
  for (const { virtualNetworkId } of links) {
    lines.push(...(await findRights(arm, virtualNetworkId, { application: principal.id, aiven })));
  }
  const listed = wanted.azurermLists ? await mayListEverywhere(arm, links, principal.id) : true;
  const { line, azurePeeringProvider } = chooseProvider(wanted.azurePeeringProvider, listed);
  return { lines: [...lines, line], peering: { vpcId, clientId, credential, azurePeeringProvider, links } };
}

/** A VPC in Azure is peered with virtual networks alone, but an application makes it sure. */
const isOfAzure = ({ peer_azure_app_id }: AivenPeeringConnection): boolean => Boolean(peer_azure_app_id);

function isWanted(connection: AivenPeeringConnection, { virtualNetworkIds }: Wanted): boolean {
  if (virtualNetworkIds.length === 0) return true;
  const { peer_cloud_account, peer_resource_group, peer_vpc } = connection;
  const own = [peer_cloud_account, peer_resource_group, peer_vpc].join("/").toLowerCase();
  return virtualNetworkIds.some((id) => {
    const [, , subscription, , group, , , , name] = id.split("/");
    return [subscription, group, name].join("/").toLowerCase() === own;
  });
}

function byApplication(connections: readonly AivenPeeringConnection[]): Map<string, AivenPeeringConnection[]> {
  const found = new Map<string, AivenPeeringConnection[]>();
  for (const connection of connections) {
    const { peer_azure_app_id: clientId } = connection;
    found.set(clientId, [...(found.get(clientId) ?? []), connection]);
  }
  return found;
}

async function mayListEverywhere(arm: Clouds["arm"], links: readonly DescribedLink[], principalId: string) {
  const bySubscription = new Map(links.map(({ virtualNetworkId: id }) => [id.split("/")[2]?.toLowerCase(), id]));
  const may = await Promise.all([...bySubscription.values()].map((id) => mayList(arm, id, principalId)));
  return may.every(Boolean);
}

function chooseProvider(
  asked: Wanted["azurePeeringProvider"],
  azurermWorks: boolean,
): { readonly line: Line; readonly azurePeeringProvider: DescribedPeering["azurePeeringProvider"] } {
  const looked = "provider of Azure's peering";
  const right = "the application may not list the subscription's resource providers, which azurerm 4.x needs";
  const azurePeeringProvider = asked ?? (azurermWorks ? "azurerm" : "azapi");
  if (azurePeeringProvider === "azurerm" && !azurermWorks)
    return { azurePeeringProvider, line: failed(looked, `azurerm as asked, but ${right}`) };
  const because = asked === undefined && azurePeeringProvider === "azapi" ? `: ${right}` : "";
  return { azurePeeringProvider, line: ok(looked, `${azurePeeringProvider}${because}`) };
}
