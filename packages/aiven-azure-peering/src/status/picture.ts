/** What a picture shows of a deployment; `status --json` has the same under the same names. */
export interface Pictured {
  readonly vpcs: readonly PicturedVpc[];
  readonly peerings: readonly PicturedPeering[];
}

export interface PicturedVpc {
  readonly id: string;
  readonly state: string;
  readonly cloudName: string;
  readonly networkCidr: string;
}

export interface PicturedPeering {
  /** The path of the construct, null for a network of the options. */
  readonly construct: string | null;
  readonly virtualNetworkId: string | null;
  /** The ranges of the virtual network, null where it does not exist. */
  readonly addressSpaces: readonly string[] | null;
  readonly vpcId: string | null;
  readonly application: { readonly clientId: string | null; readonly displayName: string | null };
  readonly aiven: { readonly state: string } | null;
  readonly azure: { readonly peeringState: string | null; readonly peeringSyncLevel: string | null } | null;
  /** The sides that could not be read: what is null there is not known. @default - both were read */
  readonly unread?: readonly string[];
}

/** One VPC with the networks that are peered with it. */
export interface PicturedGroup {
  readonly vpc: PicturedVpc | undefined;
  readonly peerings: readonly PicturedPeering[];
}

/** Each VPC with its networks, in the order in which they are described; those without a VPC together. */
export function groupsOf({ vpcs, peerings }: Pictured): PicturedGroup[] {
  const ids = [...new Set(peerings.map(({ vpcId }) => vpcId))];
  return ids.map((id) => ({
    vpc: vpcs.find((vpc) => vpc.id === id),
    peerings: peerings.filter(({ vpcId }) => vpcId === id),
  }));
}

/** What a network is called in a picture. */
export const nameOf = ({ virtualNetworkId, construct }: PicturedPeering): string =>
  virtualNetworkId?.split("/").at(-1) ?? construct ?? "a virtual network";

export const rangesOf = ({ addressSpaces }: PicturedPeering): string => addressSpaces?.join(", ") ?? "does not exist";

/** One side as a picture has it: its state, and whether it is as it should be. */
export interface Side {
  readonly label: string;
  readonly isThere: boolean;
  readonly isWell: boolean;
}

/** Azure's peering: its state, or what is wrong with its ranges. */
export function azureSide({ azure, unread }: PicturedPeering): Side {
  if (azure === null) return unread?.includes("azure") ? UNREAD : ABSENT;
  const { peeringState, peeringSyncLevel } = azure;
  const isInSync = peeringSyncLevel === null || peeringSyncLevel === "FullyInSync";
  const label = peeringState === "Connected" && !isInSync ? peeringSyncLevel : (peeringState ?? "no state");
  return { label, isThere: true, isWell: label === "Connected" };
}

/** Aiven's connection. */
export const aivenSide = ({ aiven, unread }: PicturedPeering): Side =>
  aiven === null
    ? unread?.includes("aiven")
      ? UNREAD
      : ABSENT
    : { label: aiven.state, isThere: true, isWell: aiven.state === "ACTIVE" };

const UNREAD: Side = { label: "unknown", isThere: false, isWell: false };
const ABSENT: Side = { label: "absent", isThere: false, isWell: false };

/** The application, by its name or else its client id, as far as they are known. */
export const applicationOf = ({ application: { clientId, displayName } }: PicturedPeering): string | undefined =>
  displayName ?? clientId ?? undefined;
