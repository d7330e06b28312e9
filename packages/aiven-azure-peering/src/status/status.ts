import type { AivenVpc } from "../clouds/aiven";
import type { CloudError } from "../clouds/errors";
import { ifAllowed, runAll, unlessObstructed } from "../report/check";
import type { Command, Context } from "../report/command";
import type { Report, Section, Table } from "../report/report";
import { aivensSide, findSides, findVpc, titleOf, type Sides } from "../subject/sides";
import type { SubjectIdentity, SubjectNetwork, SubjectVpc } from "../subject/subject";
import { drawn } from "./drawing";
import { aivenServicePrincipal, application, certificates, federatedCredentials, secrets } from "./identity";
import { mermaidOf } from "./mermaid";
import {
  azurePeering,
  connection,
  ranges,
  rightOfAiven,
  rightOfApplication,
  traffic,
  virtualNetwork,
  vpc,
} from "./peering";
import { identityScope, type IdentityScope } from "./scopes";

/** What `status` looks at, in this order: for each VPC, each network and each identity. */
export const CHECKS = {
  vpc: [vpc],
  network: [virtualNetwork, connection, azurePeering, ranges, traffic, rightOfApplication, rightOfAiven],
  identity: [application, secrets, certificates, federatedCredentials, aivenServicePrincipal],
} as const;

/** `status`: both sides of each peering side by side, and what is wrong with them. */
export const status: Command = {
  name: "status",
  summary: "both sides of each peering side by side, what is wrong, and what to do",
  examples: [
    ["--stack cdktf.out/stacks/aiven-azure-peering", "for a synthesised stack"],
    ["--vpc my-project/<uuid> --network /subscriptions/…/virtualNetworks/hub", "for a VPC and a network by their ids"],
    ["--stack cdktf.out/stacks/aiven-azure-peering --mermaid > peering.mmd", "draws it for a page"],
  ],
  options: [
    { flags: "--mermaid", description: "a drawing for Mermaid on standard output, and the rest on standard error" },
  ],
  run: statusOf,
};

/** A network with both sides of its peering. */
interface Peered {
  readonly network: SubjectNetwork;
  readonly identity: SubjectIdentity;
  readonly vpc?: AivenVpc;
  readonly project?: string;
  readonly sides: Sides;
}

async function statusOf({ subject, clouds, options, progress }: Context): Promise<Report> {
  progress("looking at Aiven's VPC");
  const hasStack = subject.source !== "options";
  const vpcs = new Map<SubjectVpc, SeenVpc>();
  for (const { vpc: wanted } of subject.peerings) {
    const networks = subject.peerings.filter((other) => other.vpc === wanted).flatMap((other) => other.networks);
    if (vpcs.has(wanted)) continue;
    const { read, obstacle } = await unlessObstructed(() => findVpc(wanted, networks, clouds));
    vpcs.set(wanted, { vpc: read, unread: obstacle });
  }
  progress("looking at both sides");
  const peered: Peered[] = [];
  for (const { vpc: wanted, identity, networks } of subject.peerings) {
    const { vpc: found, unread } = vpcs.get(wanted) ?? {};
    for (const network of networks) {
      const { read, obstacle } = await unlessObstructed(() => findSides(network, found, clouds));
      const sides = { ...(read ?? aivensSide(network, found)), unread: { aiven: unread, azure: obstacle } };
      peered.push({ network, identity, vpc: found, project: wanted.project, sides });
    }
  }
  const identities = new Map<SubjectIdentity, IdentityScope>();
  for (const { identity } of peered) {
    const own = peered.filter((other) => other.identity === identity);
    const clientId = own.map(({ sides }) => sides.aiven?.peer_azure_app_id).find(Boolean);
    const networks = own.map(({ network }) => network);
    if (!identities.has(identity))
      identities.set(identity, identityScope(clouds, identity, networks, clientId, hasStack));
  }

  const sections: Section[] = [];
  for (const [wanted, seen] of vpcs) {
    sections.push({ title: "Aiven VPC", lines: await runAll(CHECKS.vpc, { wanted, ...seen, hasStack }) });
  }
  progress("looking at the rights");
  for (const { network, identity, sides, vpc: found, project } of peered) {
    const own = identities.get(identity) as IdentityScope;
    const scope = { network, sides, vpc: found, project, hasStack, identity: own };
    const isShown = sides.network ?? sides.aiven ?? (network.id === undefined ? sides : undefined);
    const table = isShown === undefined ? undefined : tableOf(sides);
    sections.push({ title: titleOf(network), table, lines: await runAll(CHECKS.network, scope) });
  }
  progress("looking at the application");
  for (const scope of identities.values()) {
    sections.push({ title: "Application", lines: await runAll(CHECKS.identity, scope) });
  }
  const data = {
    vpcs: [...vpcs.values()].flatMap(({ vpc: found }) => vpcData(found)),
    peerings: await Promise.all(peered.map((one) => peeringData(one, identities.get(one.identity) as IdentityScope))),
  };
  const report = { sections, picture: drawn(data), data };
  return options.mermaid === true ? { ...report, text: mermaidOf(data) } : report;
}

interface SeenVpc {
  readonly vpc?: AivenVpc;
  /** Why it could not be read. */
  readonly unread?: CloudError;
}

function tableOf({ aiven, azure, aivenNetworkId, unread }: Sides): Table {
  const none = "–";
  const last = (id: string | undefined): string => id?.split("/").at(-1) ?? none;
  return {
    head: ["", "Aiven's connection", "Azure's peering"],
    rows: [
      [
        "state",
        aiven?.state ?? (unread?.aiven ? "unknown" : "absent"),
        azure?.properties.peeringState ?? (unread?.azure ? "unknown" : "absent"),
      ],
      ["in sync", none, azure?.properties.peeringSyncLevel ?? none],
      ["name", aiven ? `${aiven.peer_resource_group}/${aiven.peer_vpc}` : none, azure?.name ?? none],
      ["Aiven's network", last(aivenNetworkId), last(azure?.properties.remoteVirtualNetwork?.id)],
    ],
  };
}

/** The states as the clouds name them, for scripts. */
const vpcData = (found: AivenVpc | undefined) =>
  found
    ? [
        {
          id: found.project_vpc_id,
          state: found.state,
          cloudName: found.cloud_name,
          networkCidr: found.network_cidr,
        },
      ]
    : [];

const peeringData = async ({ network, vpc: found, sides }: Peered, identity: IdentityScope) => ({
  construct: network.construct ?? null,
  virtualNetworkId: network.id ?? null,
  addressSpaces: sides.network ? (sides.network.properties.addressSpace?.addressPrefixes ?? []) : null,
  vpcId: found?.project_vpc_id ?? null,
  application: {
    clientId: identity.clientId ?? null,
    displayName: (await ifAllowed(identity.application))?.displayName ?? null,
  },
  ...statesOf(sides),
});

const statesOf = ({ aiven, azure, unread }: Sides) => ({
  aiven: aiven ? { state: aiven.state, stateInfo: aiven.state_info } : null,
  unread: Object.entries(unread ?? {}).flatMap(([side, why]) => (why ? [side] : [])),
  azure: azure
    ? {
        name: azure.name,
        peeringState: azure.properties.peeringState ?? null,
        peeringSyncLevel: azure.properties.peeringSyncLevel ?? null,
        remoteVirtualNetworkId: azure.properties.remoteVirtualNetwork?.id ?? null,
      }
    : null,
});
