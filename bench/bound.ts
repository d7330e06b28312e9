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
