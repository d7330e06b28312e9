import { UsageError } from "../clouds/errors";
import { flag, given, type Environment } from "../clouds/environment";
import { readManifest, type IdentityFacts, type PeeredVirtualNetworkFacts, type PeeringFacts } from "./manifest";
import { Stack, type Block } from "./stack";
import {
  networkId,
  type DefinedRole,
  type Subject,
  type SubjectIdentity,
  type SubjectNetwork,
  type SubjectPeering,
  type SubjectVpc,
} from "./subject";

/**
 * The peerings that a synthesised stack describes.
 *
 * @param path the stack's folder or its `cdk.tf.json`
 * @param env for the values of input variables, and for what providers read from it
 * @throws UsageError where there is no stack, or none that this command can read
 */
export function fromStack(path: string, env: Environment): Subject {
  const stack = Stack.read(path, env);
  const all = Object.entries(readManifest(stack.comment, stack.path));
  const [vpcOf, identityOf] = [once((facts) => readVpc(stack, facts)), once((facts) => readIdentity(stack, facts))];
  const peerings = all.flatMap(([construct, facts]): SubjectPeering[] => {
    const networks = networksOf(stack, facts);
    if (networks.length === 0) return [];
    const { identity, aivenServicePrincipal } = facts;
    return [
      {
        construct,
        vpc: vpcOf(facts.vpc, facts),
        identity: identityOf({ identity, aivenServicePrincipal }, facts),
        networks,
      },
    ];
  });
  const [first] = all.map(([, facts]) => facts);
  if (peerings.length === 0 || first === undefined) {
    throw new UsageError(
      `--stack: in ${stack.path} every peering is disconnected (connected: false), so there is nothing to look at; give connected: true, and synthesise the stack again`,
    );
  }
  const subject = {
    source: stack.path,
    peerings,
    definedRoles: definedRoles(
      stack,
      all.map(([, facts]) => facts),
    ),
    // as Aiven's provider takes it: before the environment's
    aivenToken: stack.text(stack.provider(first.providers.aiven).api_token),
    tenantId: stack.text(stack.provider(first.providers.azurerm).tenant_id) ?? given(env, "ARM_TENANT_ID"),
    azurermLists: azurermLists(stack, first, env),
  };
  requireVariables(stack);
  return subject;
}

/** Without them there is next to nothing to look at, and Terraform would stop at the first of them. */
function requireVariables({ path, missingVariables: missing }: Stack): void {
  if (missing.length === 0) return;
  const [one, s] = missing.length === 1 ? ["an input variable", ""] : ["input variables", "s"];
  throw new UsageError(
    `--stack: ${path} has ${one} without a value: set ${missing.map((name) => `TF_VAR_${name}`).join(", ")} to the value${s} that Terraform is given`,
  );
}

/**
 * Enhanced validation is on by default in 4.x and off in 5.x. A variable of the environment turns it off in 4.x, a block in the provider
 * since about 4.65. https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/5.0-upgrade-guide.markdown
 */
function azurermLists(stack: Stack, { providers }: PeeringFacts, env: Environment): boolean {
  if (flag(env, "ARM_PROVIDER_ENHANCED_VALIDATION") === false) return false;
  const { enhanced_validation: block } = stack.provider(providers.azurerm);
  const [validation] = [block ?? []].flat() as { readonly resource_providers?: unknown }[];
  if (validation?.resource_providers === false) return false;
  const major = /\d+/.exec(stack.providerVersion("azurerm") ?? "")?.[0];
  return major === undefined || Number(major) < 5;
}

/** Reads what several peerings share once, so that it is one object. */
function once<T>(read: (facts: PeeringFacts) => T): (shared: unknown, facts: PeeringFacts) => T {
  const known = new Map<string, T>();
  return (shared, facts) => {
    const key = JSON.stringify(shared);
    const value = known.get(key) ?? read(facts);
    known.set(key, value);
    return value;
  };
}

/** A VPC of another stack is known by its id alone, and that after an apply. */
function readVpc(stack: Stack, { vpc: { id, address, networkCidr } }: PeeringFacts): SubjectVpc {
  const block = address === undefined ? undefined : stack.at(address);
  const [project, vpcId] = stack.text(id)?.split("/") ?? [];
  const cloudName = block && stack.text(block.cloud_name);
  return {
    project: project ?? (block && stack.text(block.project)),
    vpcId,
    created: block !== undefined && !isData(address),
    // what the construct writes where it finds no cloud for the network's location
    cloudName: cloudName === "none" ? undefined : cloudName,
    networkCidr: stack.text(networkCidr),
  };
}

function readIdentity(stack: Stack, facts: PeeringFacts): SubjectIdentity {
  const { identity, aivenServicePrincipal } = facts;
  const { source, stack: creator } = aivenServicePrincipal;
  const isOwn = identity.stack === facts.stack;
  return {
    kind: identity.kind !== "created" ? "existing" : isOwn ? "created" : "earlier-stack",
    clientId: stack.text(identity.clientId),
    credential: identity.credential.kind,
    ...(isOwn ? applicationOf(stack, identity) : applicationOfEarlier(stack, identity)),
    aivenServicePrincipal: source === "create" && creator !== facts.stack ? "earlier-stack" : source,
  };
}

/** What an earlier stack says of the application that it creates, where that was synthesised beside this one. It grants rights itself. */
function applicationOfEarlier(stack: Stack, identity: IdentityFacts) {
  const earlier = identity.kind === "created" ? stack.beside(identity.stack) : undefined;
  return { subjects: [], ...(earlier && applicationOf(earlier, identity)), listsProvidersIn: [] };
}

/** What the stack says of an application that it creates. */
function applicationOf(stack: Stack, { application, credential, resourceProviderAccess }: IdentityFacts) {
  const block = application === undefined ? undefined : stack.at(application);
  const credentials = credential.addresses.map((address) => stack.at(address) ?? {});
  const active = credential.active === undefined ? undefined : stack.at(credential.active);
  const isSecret = credential.kind === "secret";
  return {
    displayName: block && stack.text(block.display_name),
    owners: block && stack.texts(block.owners),
    activeSecret: active && stack.text(active.display_name),
    secretEnds: isSecret ? credentials.map(({ end_date }) => stack.text(end_date)) : [],
    subjects: isSecret ? [] : credentials.map((each) => trustedBy(stack, each)),
    listsProvidersIn: resourceProviderAccess.map(({ subscriptionId }) => stack.text(subscriptionId)),
  };
}

const trustedBy = (stack: Stack, block: Block) => ({
  name: stack.text(block.display_name),
  issuer: stack.text(block.issuer),
  subject: stack.text(block.subject),
  audiences: stack.texts(block.audiences),
});

/** Those that are connected: of the others nothing exists, and nothing is to be. */
const networksOf = (stack: Stack, { virtualNetworks }: PeeringFacts): SubjectNetwork[] =>
  Object.entries(virtualNetworks)
    .filter(([, { connected }]) => connected)
    .map(([construct, facts]) => ({ construct, ...networkOf(stack, facts) }));

function networkOf(stack: Stack, facts: PeeredVirtualNetworkFacts): SubjectNetwork {
  const { network, access, azurePeering, azurePeeringProvider } = facts;
  const [subscriptionId, resourceGroup, name] = [network.subscriptionId, network.resourceGroupName, network.name].map(
    (written) => stack.text(written),
  );
  const known = subscriptionId !== undefined && resourceGroup !== undefined && name !== undefined;
  return {
    id: stack.text(network.id) ?? (known ? networkId({ subscriptionId, resourceGroup, name }) : undefined),
    subscriptionId,
    resourceGroup,
    name,
    tenantId: stack.text(network.tenantId),
    created: isCreated(network),
    isRead: network.address !== undefined || /\bazurerm_virtual_network\./.test(network.id),
    addressSpaces: stack.texts(network.addressSpaces),
    azurePeeringProvider,
    isImported: facts.importExisting,
    peeringName: azurePeering && stack.text(azurePeering.name),
    access: access.source === "roles" ? "with-roles" : access.source,
    roleIds: {
      application: stack.text(access.application?.roleDefinitionId),
      aiven: stack.text(access.aiven?.roleDefinitionId),
    },
  };
}

/** By its address, or, where only its id was given, by what that is an attribute of. */
const isCreated = ({ address, id }: PeeredVirtualNetworkFacts["network"]): boolean =>
  address === undefined ? /(?<!data\.)\bazurerm_virtual_network\./.test(id) : !isData(address);

/** Each once. Those of another stack are not at their addresses here. */
function definedRoles(stack: Stack, all: readonly PeeringFacts[]): DefinedRole[] {
  const addresses = all.flatMap((facts) => [
    ...Object.values(facts.virtualNetworks).flatMap(({ access }) => [
      access.application?.definition,
      access.aiven?.definition,
    ]),
    ...facts.identity.resourceProviderAccess.map(({ definition }) => definition),
  ]);
  return [...new Set(addresses)].flatMap((address) => {
    const block = address === undefined ? undefined : stack.at(address);
    const scope = block && stack.text(block.scope);
    return block ? [{ name: stack.text(block.name), scope, subscriptionId: scope?.split("/")[2] }] : [];
  });
}

const isData = (address: string | undefined): boolean => address?.startsWith("data.") ?? false;
