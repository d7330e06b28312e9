/**
 * What nobody can hurry, in seconds: how long the clouds take, as the bench has the simulator take, and how long the real providers look
 * before they believe it. `roles` and `tenant` are what is usually enough, and what the construct's default waits are made for.
 */
export const DELAYS = {
  group: 8,
  network: 10,
  assignment: 20,
  roles: 120,
  secret: 10,
  vpc: 60,
  connection: 65,
  tenant: 30,
  /** azurerm makes and removes one peering at a time within a provider. */
  peering: 25,
  peeringRemoval: 10,
  /** azapi makes and removes as many at a time as there are, and looks after each once, after ten seconds. */
  azapiPeering: 10,
  connectionRemoval: 10,
  /** azurerm wants to see a role gone twenty times. */
  roleRemoval: 190,
};

export type Delays = typeof DELAYS;

/** When Aiven may be asked: there is a VPC, the secret is accepted, and the roles on the network count. */
const admitted = ({ group, network, assignment, roles, secret, vpc }: Delays): number =>
  Math.max(vpc, secret, group + network + Math.max(assignment, roles));

/** The least time in which `count` networks can be peered by one application. */
export const leastApply = (count: number, delays: Delays = DELAYS): number =>
  admitted(delays) + delays.connection + delays.tenant + count * delays.peering;

/** The least time in which they can be taken apart again: a role goes once nobody needs it any more. */
export const leastDestroy = (count: number, delays: Delays = DELAYS): number =>
  count * delays.peeringRemoval + delays.connectionRemoval + delays.roleRemoval;

/** The same through azapi, `atOnce` things at a time: the one path that cannot be shortened, or all the work that each network is. */
export function leastApplyThroughAzapi(count: number, atOnce = Infinity, delays: Delays = DELAYS): number {
  const { network, assignment, roles, connection, tenant, azapiPeering } = delays;
  const work = network + 2 * assignment + (roles - assignment) + connection + tenant + azapiPeering;
  return Math.max(admitted(delays) + connection + tenant + azapiPeering, (count * work) / atOnce);
}

/** A role goes once all connections are gone, as they need it until then. */
export function leastDestroyThroughAzapi(count: number, atOnce = Infinity, delays: Delays = DELAYS): number {
  const { azapiPeering, connectionRemoval, roleRemoval } = delays;
  const each = azapiPeering + connectionRemoval;
  return Math.max(each, (count * each) / atOnce) + roleRemoval;
}

/** Two runs, the application in the first, by somebody who starts the second in the very second and knows how long to wait. */
export const twoRuns = (delays: Delays = DELAYS): number => delays.secret + leastApply(1, delays);

/** One step after the other in portals and command lines, by somebody who loses no second and waits for each to count. */
export const oneByOne = ({
  group,
  network,
  roles,
  secret,
  vpc,
  connection,
  tenant,
  peering,
}: Delays = DELAYS): number => secret + group + network + roles + vpc + connection + tenant + peering;
