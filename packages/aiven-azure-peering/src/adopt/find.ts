import type { AivenPeeringConnection, AivenVpc } from "../clouds/aiven";
import type { Arm, VirtualNetworkPeering } from "../clouds/arm";
import type { Clouds } from "../clouds/clouds";
import { assignedRoles, grantRole, LIST_PROVIDERS, missingIn, NEEDS, type Principal } from "../principals/roles";
import { unlessObstructed, unseen } from "../report/check";
import { failed, note, ok, unknown, warning, type Finding, type Line, type Section } from "../report/report";
import { removeAzurePeering, removeConnection } from "../report/commands";
import { findSides, isWith } from "../subject/sides";
import { AIVEN_APPLICATION_ID, isSame, networkId, parseNetworkId } from "../subject/subject";
import { findApplication, type FoundApplication } from "./application";
import type { DescribedNetwork, DescribedPeering, DescribedStack } from "./described";
import { illegalAt, illegalIn } from "./legal";
import { quoted } from "../report/shell";

/** What is to be adopted. */
export interface Wanted {
  /** `<project>/<uuid>` */
  readonly vpcId: string;
  /** The ARM ids of the networks, in any case; none for every network that the VPC is peered with. */
  readonly virtualNetworkIds: readonly string[];
  /** The provider of Azure's peering. @default - azurerm where the application has the right that it needs, else azapi */
  readonly azurePeeringProvider?: DescribedPeering["azurePeeringProvider"];
  /** Whether azurerm needs the right to list resource providers, as 4.x does. */
  readonly azurermLists: boolean;
}

export interface Found {
  readonly sections: readonly Section[];
  /** What can be adopted, if anything can. */
  readonly stack?: DescribedStack;
}

const line = (check: string, found: Finding): Line => ({ check, ...found });

/** Looks at a peering that exists, and at how the construct would describe it. */
export async function find(clouds: Clouds, wanted: Wanted): Promise<Found> {
  const { vpcId } = wanted;
  const lines: Line[] = [];
  const sections: Section[] = [{ title: `Aiven VPC ${vpcId}`, lines }];
  const [project = "", uuid = ""] = vpcId.split("/");
  const vpc = await clouds.aiven.vpc(project, uuid);
  if (vpc === undefined) {
    lines.push(line("VPC", failed(`${project} has no VPC ${uuid}`, `avn vpc list --project ${quoted(project)}`)));
    return { sections };
  }
  const place = `${vpc.state}, ${vpc.network_cidr} in ${vpc.cloud_name}`;
  // only what is peered with Azure has an application
  const all = (vpc.peering_connections ?? []).filter(({ peer_azure_app_id }) => Boolean(peer_azure_app_id));
  const connections: AivenPeeringConnection[] = [];
  for (const each of all.filter((one) => isWanted(one, wanted))) {
    const illegal = illegalIn(each);
    if (illegal === undefined) connections.push(each);
    else lines.push(line("Aiven's connection", failed(`left out: ${illegal}`)));
  }
  const [first] = connections;
  if (first === undefined) {
    const others = all.map(({ peer_vpc }) => peer_vpc).join(", ") || "no virtual network";
    lines.push(line("VPC", failed(`${place}; peered with ${others}: nothing to adopt`)));
    return { sections };
  }
  lines.push(line("VPC", (vpc.state === "ACTIVE" ? ok : warning)(place)));
  const left = (vpc.peering_connections ?? []).filter((each) => !connections.includes(each));
  if (left.length > 0) {
    const which = left.map(
      ({ peer_vpc, peer_azure_app_id }) => `${peer_vpc}${peer_azure_app_id ? "" : " (not in Azure)"}`,
    );
    lines.push(line("other peerings", note(`left out of the app: ${which.join(", ")}`)));
  }
  const tenantId = first.peer_azure_tenant_id;
  const { tid } = await clouds.whoIsSignedIn();
  if (tid !== undefined && !isSame(tid, tenantId)) {
    const message = `signed in to ${tid}, but the network is in ${tenantId}`;
    lines.push(line("tenant", failed(message, `az login --tenant ${quoted(tenantId)}`)));
    return { sections };
  }
  const { read: aiven, obstacle } = await unlessObstructed(() => clouds.graph.servicePrincipal(AIVEN_APPLICATION_ID));
  lines.push(
    line(
      "Aiven's service principal",
      obstacle
        ? unseen(obstacle)
        : aiven
          ? ok(`${aiven.displayName}; it is looked up, never imported`)
          : failed(
              "does not exist in the tenant, so Aiven may not peer any more",
              `az ad sp create --id ${AIVEN_APPLICATION_ID}`,
            ),
    ),
  );
  const peerings: DescribedPeering[] = [];
  for (const [index, [clientId, own]] of [...byApplication(connections)].entries()) {
    const variable = `client_secret${index === 0 ? "" : index + 1}`;
    const { read, obstacle: unread } = await unlessObstructed(() => findApplication(clouds.graph, clientId, variable));
    const application = read ?? { lines: [line("application", unseen(unread))] };
    const found = await findPeering(clouds, wanted, { vpc, clientId, connections: own, application, aiven: aiven?.id });
    sections.push(...found.sections);
    if (found.peering !== undefined) peerings.push(found.peering);
  }
  const subscriptionId = parseNetworkId(peerings[0]?.networks[0]?.virtualNetworkId ?? "")?.subscriptionId;
  return { sections, stack: subscriptionId === undefined ? undefined : { tenantId, subscriptionId, peerings } };
}

const isWanted = (connection: AivenPeeringConnection, { virtualNetworkIds }: Wanted): boolean =>
  virtualNetworkIds.length === 0 || virtualNetworkIds.some((id) => isWith(connection, parseNetworkId(id) ?? {}));

function byApplication(connections: readonly AivenPeeringConnection[]): Map<string, AivenPeeringConnection[]> {
  const found = new Map<string, AivenPeeringConnection[]>();
  for (const connection of connections) {
    const { peer_azure_app_id: clientId } = connection;
    found.set(clientId, [...(found.get(clientId) ?? []), connection]);
  }
  return found;
}

/** What one application has peered. */
interface OfApplication {
  readonly vpc: AivenVpc;
  readonly clientId: string;
  readonly connections: readonly AivenPeeringConnection[];
  readonly application: FoundApplication;
  /** Object id of Aiven's service principal. */
  readonly aiven?: string;
}

async function findPeering(clouds: Clouds, wanted: Wanted, of: OfApplication) {
  const { arm } = clouds;
  const { clientId, application, aiven } = of;
  const lines = [...application.lines];
  const sections: Section[] = [{ title: `Application ${clientId}`, lines }];
  const networks: DescribedNetwork[] = [];
  for (const connection of of.connections) {
    const { title, lines: ofNetwork, network } = await findNetwork(clouds, wanted.vpcId, of.vpc, connection);
    sections.push({ title, lines: ofNetwork });
    if (!network) continue;
    networks.push(network);
    if (!application.peers || aiven === undefined) continue;
    const ids = { application: application.peers.principal.id, aiven };
    ofNetwork.push(...(await rightsAt(arm, network, ids)));
  }
  if (!application.peers || aiven === undefined || networks.length === 0) return { sections };
  const { principal, credential } = application.peers;
  const mayList = !wanted.azurermLists || (await mayListEverywhere(arm, networks, principal.id));
  const { found, azurePeeringProvider } = chooseProvider(wanted.azurePeeringProvider, mayList);
  lines.push(line("provider of Azure's peering", found));
  const peering: DescribedPeering = { vpcId: wanted.vpcId, clientId, credential, azurePeeringProvider, networks };
  return { sections, peering };
}

interface FoundNetwork {
  readonly title: string;
  readonly lines: Line[];
  /** Absent where Terraform cannot import both sides. */
  readonly network?: DescribedNetwork;
}

/** Looks for both sides of a peering. */
async function findNetwork(
  clouds: Clouds,
  vpcId: string,
  vpc: AivenVpc,
  connection: AivenPeeringConnection,
): Promise<FoundNetwork> {
  const { peer_cloud_account: subscriptionId, peer_resource_group: resourceGroup, peer_vpc: name } = connection;
  // Aiven has every name in lower case
  const id = networkId({ subscriptionId, resourceGroup, name });
  const subject = { id, subscriptionId, resourceGroup, name, created: false, roleIds: {} };
  const { read: sides, obstacle } = await unlessObstructed(() => findSides(subject, vpc, clouds));
  const [project = "", uuid = ""] = vpcId.split("/");
  const removal = removeConnection(project, uuid, connection);
  const aivens = connectionState(connection, removal);
  const lines: Line[] = [line("Aiven's connection", aivens)];
  if (obstacle) return { title: id, lines: [...lines, line("virtual network", unseen(obstacle))] };
  const { network, azure, peerings } = sides;
  const found = { title: network?.id ?? id, lines };
  if (network === undefined) {
    lines.push(line("virtual network", failed("does not exist, or the account that is signed in cannot read it")));
    return found;
  }
  const isLost = aivens.status === "failed";
  const remoteVirtualNetworkId = azure?.properties.remoteVirtualNetwork?.id;
  if (azure === undefined || remoteVirtualNetworkId === undefined) {
    if (isLost) return found;
    lines.push(line("Azure's peering", absent(connection, vpc, peerings, removal)));
    return found;
  }
  const illegal = illegalAt(id, network, azure);
  if (illegal !== undefined) {
    lines.push(line("Azure's peering", failed(`left out: ${illegal}`)));
    return found;
  }
  const azures = azurePeeringState(azure, isLost ? [] : [removal]);
  lines.push(line("Azure's peering", azures));
  if (isLost || azures.status === "failed") return found;
  const {
    allowVirtualNetworkAccess = true,
    allowForwardedTraffic = false,
    allowGatewayTransit = false,
  } = azure.properties;
  const described: DescribedNetwork = {
    virtualNetworkId: network.id,
    networkName: network.name,
    peeringName: azure.name,
    remoteVirtualNetworkId,
    allowVirtualNetworkAccess,
    allowForwardedTraffic,
    allowGatewayTransit,
  };
  return { ...found, network: described };
}

/** What it means that no peering of the network is recognised as Azure's side. */
function absent(
  { state }: AivenPeeringConnection,
  vpc: AivenVpc,
  peerings: readonly VirtualNetworkPeering[],
  removal: string,
): Finding {
  const others = peerings.map((each) => each.name).join(", ") || "none";
  if (state === "ACTIVE") {
    return unknown(
      `Aiven's connection is ACTIVE, but no peering of the network is recognised as Azure's side of it (existing ones: ${others}); it is left out`,
      "run adopt again in some minutes: if it was just deleted, Aiven says so then; otherwise look at these in the Azure portal",
    );
  }
  if (UNDER_WAY.includes(state)) {
    return warning(
      "does not exist yet, as it should be: Aiven comes first; it is left out",
      "run adopt again once both are there",
    );
  }
  return failed(
    `does not exist: the network has no peering with ${vpc.network_cidr} (existing ones: ${others})`,
    removal,
  );
}

/** States in which Aiven's side is under way. */
const UNDER_WAY = ["APPROVED", "APPROVED_PEER_REQUESTED"];

function connectionState({ state }: AivenPeeringConnection, removal: string): Finding {
  if (state === "ACTIVE") return ok(state);
  if (state === "PENDING_PEER") {
    return warning(`${state}: Aiven has not found Azure's peering yet, which takes up to 15 minutes`);
  }
  if (UNDER_WAY.includes(state)) return warning(`${state}: Aiven is about to create it`, "run adopt again in a minute");
  return failed(`${state}, and an import does not make it ACTIVE`, removal);
}

function azurePeeringState({ id, name, properties }: VirtualNetworkPeering, moreToRemove: readonly string[]): Finding {
  const { peeringState = "without a state", peerCompleteVnets } = properties;
  const remove = removeAzurePeering(id);
  if (peeringState === "Disconnected") {
    const message = `${name}, Disconnected: Azure cannot connect it again. Remove both sides, and create the peering without importExisting`;
    return failed(message, [remove, ...moreToRemove].join("\n"));
  }
  if (peerCompleteVnets === false) {
    return failed(`${name} peers some subnets only, but the construct peers whole networks`);
  }
  if (peeringState === "Connected") return ok(`${name}, Connected`);
  return warning(`${name}, ${peeringState}: Aiven's side does not exist yet`);
}

/** What both may do at a network, by the roles that they have there and above. */
async function rightsAt(
  arm: Arm,
  { virtualNetworkId: id, networkName }: DescribedNetwork,
  principals: Readonly<Record<Principal, string>>,
): Promise<Line[]> {
  const right = async (who: Principal, called: string): Promise<Line> => {
    const check = `right of ${called}`;
    const { read: roles, obstacle } = await unlessObstructed(() => assignedRoles(id, principals[who], arm));
    if (obstacle) return line(check, unseen(obstacle));
    const missing = missingIn(roles, NEEDS[who]);
    if (missing.length === 0) {
      return line(check, ok(roles.map(({ definition }) => definition.properties.roleName).join(", ")));
    }
    const remedy = grantRole(`${called} peers ${networkName}`, missing, principals[who], id);
    return line(check, failed(`missing at the network: ${missing.join(", ")}`, remedy));
  };
  return Promise.all([right("application", "the application"), right("aiven", "Aiven")]);
}

const subscriptionOf = (id: string): string => id.split("/").slice(0, 3).join("/");

/** Whether azurerm 4.x could sign in as the application in the subscription of each network. */
async function mayListEverywhere(arm: Arm, networks: readonly DescribedNetwork[], principalObjectId: string) {
  const scopes = new Set(networks.map(({ virtualNetworkId }) => subscriptionOf(virtualNetworkId).toLowerCase()));
  const may = [...scopes].map(async (scope) => {
    const { read: roles } = await unlessObstructed(() => assignedRoles(scope, principalObjectId, arm));
    return roles !== undefined && missingIn(roles, [LIST_PROVIDERS]).length === 0;
  });
  return (await Promise.all(may)).every(Boolean);
}

function chooseProvider(asked: Wanted["azurePeeringProvider"], azurermWorks: boolean) {
  const why = "the application may not list the subscription's resource providers, which azurerm 4.x does";
  const azurePeeringProvider = asked ?? (azurermWorks ? ("azurerm" as const) : ("azapi" as const));
  if (azurePeeringProvider === "azurerm" && !azurermWorks) {
    return { azurePeeringProvider, found: failed(`azurerm, but ${why}`) };
  }
  const because = asked === undefined && azurePeeringProvider === "azapi" ? `: ${why}` : "";
  return { azurePeeringProvider, found: ok(`${azurePeeringProvider}${because}`) };
}
