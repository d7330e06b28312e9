import { UsageError } from "../clouds/cloud-error";
import { given, type Environment } from "../clouds/environment";
import { Stack, type Block } from "./stack";
import { identityOf } from "./identity-of-stack";
import {
  AIVEN_APPLICATION_ID,
  networkId,
  parseNetworkId,
  type Subject,
  type SubjectNetwork,
  type SubjectVpc,
} from "./subject";

const AZURE_HALF = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@";

/**
 * The peering that a synthesised stack describes.
 *
 * @param path the stack's folder or its `cdk.tf.json`
 * @param env for the values of input variables, and for what providers read from it
 */
export function fromStack(path: string, env: Environment): Subject {
  const stack = Stack.read(path, env);
  const vpcs = new Map<unknown, SubjectVpc>();
  const networks = linksOf(stack).map((link): SubjectNetwork => {
    const reference = link.connection?.vpc_id;
    const vpc = vpcs.get(reference) ?? vpcOf(stack, link.connection);
    vpcs.set(reference, vpc);
    return { ...networkOf(stack, link), vpc };
  });
  if (networks.length === 0) {
    throw new UsageError(
      `--stack: ${stack.path} has no peering of Aiven with Azure, or it is taken off (connected: false): name the stack that has the AivenAzurePeering`,
    );
  }
  return {
    source: stack.path,
    aiven: vpcOf(stack),
    identity: identityOf(stack),
    aivenPrincipal: aivenPrincipalOf(stack),
    networks,
    definedRoles: [...stack.resources("azurerm_role_definition").values()].map((block) => ({
      name: stack.text(block.name),
      subscriptionId: stack.text(block.scope)?.split("/")[2],
    })),
    aivenToken: aivenTokenOf(stack),
    subscriptionId: stack.subscriptionOf({}),
    tenantId: stack.text(stack.provider("azurerm").tenant_id) ?? given(env, "ARM_TENANT_ID"),
  };
}

/** The resources of one link share the path in the construct tree above them. */
interface Link {
  readonly path: string;
  readonly connection?: Block;
  readonly half?: { readonly maker: "azurerm" | "azapi"; readonly block: Block };
}

function linksOf(stack: Stack): Link[] {
  const links = new Map<string, Link>();
  const add = (block: Block, more: Omit<Link, "path">): void => {
    const path = pathOf(block).split("/").slice(0, -1).join("/");
    links.set(path, { ...links.get(path), path, ...more });
  };
  for (const block of stack.resources("aiven_azure_vpc_peering_connection").values()) add(block, { connection: block });
  for (const block of stack.resources("azurerm_virtual_network_peering").values()) {
    add(block, { half: { maker: "azurerm", block } });
  }
  for (const block of stack.resources("azapi_resource").values()) {
    if (String(block.type).startsWith(AZURE_HALF)) add(block, { half: { maker: "azapi", block } });
  }
  // a peering between two networks of Azure, beside this one, has no half at Aiven
  return [...links.values()].filter(({ connection }) => connection !== undefined);
}

export function pathOf(block: Block): string {
  const { metadata } = (block["//"] ?? {}) as { readonly metadata?: { readonly path?: string } };
  return metadata?.path ?? "";
}

function networkOf(stack: Stack, { path, connection = {}, half }: Link): SubjectNetwork {
  const place = placeOf(stack, connection, half);
  const created = findCreated(stack, place);
  const [application, aiven] = (["application", "aiven"] as const).map(
    (who) => assignmentAt(stack, `${path}/access/${who}`) ?? sharedAssignment(stack, who, place.id),
  );
  const roleId = (block: Block | undefined) => block && stack.text(block.role_definition_id);
  const assigned = application ?? aiven;
  return {
    ...place,
    link: path,
    created: created !== undefined,
    location: created && stack.text(created.location),
    addressSpace: created && stack.texts(created.address_space),
    azurePeeringProvider: half?.maker,
    peeringName: half && stack.text(half.block.name),
    access: assigned ? "CREATE" : "EXISTING",
    roles:
      assigned && (/\$\{azurerm_role_definition\./.test(String(assigned.role_definition_id)) ? "DEFINED" : "GIVEN"),
    roleIds: { application: roleId(application), aiven: roleId(aiven) },
  };
}

/** Azure's peering has the names as they are, Aiven's in lower case. */
function placeOf(stack: Stack, connection: Block, half: Link["half"]) {
  const parent = half?.maker === "azapi" ? parseNetworkId(stack.text(half.block.parent_id) ?? "") : undefined;
  const subscriptionId = stack.text(connection.azure_subscription_id) ?? parent?.subscriptionId;
  const resourceGroup =
    stack.text(half?.block.resource_group_name) ?? parent?.resourceGroup ?? stack.text(connection.peer_resource_group);
  const name = stack.text(half?.block.virtual_network_name) ?? parent?.name ?? stack.text(connection.vnet_name);
  const known = subscriptionId !== undefined && resourceGroup !== undefined && name !== undefined;
  return {
    subscriptionId,
    resourceGroup,
    name,
    tenantId: stack.text(connection.peer_azure_tenant_id),
    id: known ? networkId({ subscriptionId, resourceGroup, name }) : undefined,
  };
}

const findCreated = (
  stack: Stack,
  { name, resourceGroup }: { readonly name?: string; readonly resourceGroup?: string },
): Block | undefined =>
  name === undefined
    ? undefined
    : [...stack.resources("azurerm_virtual_network").values()].find(
        (block) =>
          same(stack.text(block.name), name) &&
          same(stack.text(block.resource_group_name) ?? resourceGroup, resourceGroup),
      );

const same = (one?: string, other?: string): boolean => one?.toLowerCase() === other?.toLowerCase();

const assignments = (stack: Stack): Block[] => [...stack.resources("azurerm_role_assignment").values()];

const assignmentAt = (stack: Stack, path: string): Block | undefined =>
  assignments(stack).find((block) => pathOf(block) === path);

/** That of a given role stands at the stack, as all peerings of the network share it. */
function sharedAssignment(stack: Stack, who: "application" | "aiven", networkId?: string): Block | undefined {
  return assignments(stack).find(
    (block) =>
      /\/aiven-azure-peering-role-[0-9a-f]+$/.test(pathOf(block)) &&
      same(stack.text(block.scope), networkId) &&
      isOfAiven(stack, block) === (who === "aiven"),
  );
}

function isOfAiven(stack: Stack, { principal_id: principal }: Block): boolean {
  const [, isData, name = ""] = /(data\.)?azuread_service_principal\.([\w-]+)\./.exec(String(principal)) ?? [];
  const all = isData ? stack.data("azuread_service_principal") : stack.resources("azuread_service_principal");
  return stack.text(all.get(name)?.client_id) === AIVEN_APPLICATION_ID;
}

/** That of a connection, or else the first of the stack. */
function vpcOf(stack: Stack, connection: Block = firstConnection(stack)): SubjectVpc {
  const [, isData, name = ""] = /(data\.)?aiven_project_vpc\.([\w-]+)/.exec(String(connection.vpc_id)) ?? [];
  const known = stack.text(connection.vpc_id) !== undefined;
  const all = stack.resources("aiven_project_vpc");
  const created = isData || known ? undefined : (all.get(name) ?? [...all.values()][0]);
  if (created) {
    const cloudName = stack.text(created.cloud_name);
    return {
      project: stack.text(created.project),
      created: true,
      cloudName: cloudName === "none" ? undefined : cloudName,
      networkCidr: stack.text(created.network_cidr),
    };
  }
  const [project, vpcId] = (stack.text(connection.vpc_id) ?? "").split("/");
  const [first] = stack.data("aiven_project_vpc").values();
  const data = stack.data("aiven_project_vpc").get(name) ?? first;
  return {
    project: project === "" ? data && stack.text(data.project) : project,
    vpcId,
    created: false,
    cloudName: data && stack.text(data.cloud_name),
  };
}

const firstConnection = (stack: Stack): Block =>
  [...stack.resources("aiven_azure_vpc_peering_connection").values()][0] ?? {};

function aivenPrincipalOf(stack: Stack): Subject["aivenPrincipal"] {
  const isAivens = (block: Block) => block.client_id === AIVEN_APPLICATION_ID;
  if ([...stack.resources("azuread_service_principal").values()].some(isAivens)) return "CREATE";
  return [...stack.data("azuread_service_principal").values()].some(isAivens) ? "EXISTING" : undefined;
}

/** As Aiven's provider takes it: before the environment's. */
function aivenTokenOf(stack: Stack): string | undefined {
  const [connection = {}] = stack.resources("aiven_azure_vpc_peering_connection").values();
  return stack.text(stack.provider("aiven", connection.provider).api_token);
}
