import { runAll, unlessObstructed, unseen } from "../report/check";
import type { Command, Context } from "../report/command";
import type { Line, Report, Section } from "../report/report";
import { titleOf } from "../subject/sides";
import { CHECKS } from "./checks";
import { virtualNetwork } from "./network";
import { INTENT_OPTIONS, intentOf, type IntendedIdentity } from "./intent";
import {
  examinationOf,
  identityScope,
  intendedNetworkScope,
  networkScope,
  type IdentityScope,
  type IntendedNetworkScope,
} from "./scopes";

/** `doctor`: what would stop an apply, before it is begun. */
export const doctor: Command = {
  name: "doctor",
  summary: "before an apply: what would stop it, and what to do",
  examples: [
    ["--stack cdktf.out/stacks/aiven-azure-peering", "for a synthesised stack"],
    [
      "--project my-project --cloud azure-westeurope --range 10.0.0.0/24 --network /subscriptions/…/virtualNetworks/hub",
      "for a VPC that does not exist yet, with the construct's defaults",
    ],
  ],
  options: INTENT_OPTIONS,
  run: examine,
};

async function examine({ subject, options, clouds, progress }: Context): Promise<Report> {
  const intent = intentOf({ subject, options });
  progress("looking for the VPC");
  const examination = await examinationOf(intent, clouds);
  const identities = new Map<IntendedIdentity, IdentityScope>();
  for (const { identity } of intent.peerings) {
    if (!identities.has(identity)) identities.set(identity, identityScope(identity, examination));
  }
  const sections: Section[] = [];
  /** Of several, each says which peerings it is about. */
  const add = (title: string, lines: readonly Line[], of?: readonly string[]): void => {
    if (lines.length > 0) sections.push({ title: of?.length ? `${title}: ${of.join(", ")}` : title, lines });
  };
  const constructs = (isOne: boolean, uses: (peering: (typeof intent.peerings)[number]) => boolean) =>
    isOne ? undefined : intent.peerings.filter(uses).flatMap(({ construct = [] }) => construct);

  for (const [identity, scope] of identities) {
    const of = constructs(identities.size === 1, (peering) => peering.identity === identity);
    progress("looking at the sign-in");
    add("Signing in", await runAll(CHECKS.signIn, scope), of);
    progress("looking at Microsoft Entra");
    add("Microsoft Entra", await runAll(CHECKS.directory, scope), of);
  }
  const { vpcs } = examination;
  for (const [wanted, vpc] of vpcs) {
    progress("looking at Aiven");
    const of = constructs(vpcs.size === 1, (peering) => peering.vpc === wanted);
    add("Aiven", await runAll(CHECKS.aiven, { ...examination, wanted, vpc }), of);
  }
  for (const peering of intent.peerings) {
    for (const network of peering.networks) {
      const title = titleOf(network);
      progress(`looking at ${title}`);
      const identity = identities.get(peering.identity) ?? identityScope(peering.identity, examination);
      add(title, await networkLines(intendedNetworkScope(network, peering, identity)));
    }
  }
  return { sections };
}

async function networkLines(intended: IntendedNetworkScope): Promise<Line[]> {
  const lines = await runAll(CHECKS.subscription, intended);
  if (lines.some(({ status }) => status === "failed")) return lines;
  const { read: scope, obstacle } = await unlessObstructed(() => networkScope(intended));
  if (obstacle) return [...lines, { check: virtualNetwork.name, ...unseen(obstacle) }];
  const unread = intended.unreadVpcs.get(intended.wanted);
  if (unread) return [...lines, { check: "peering", ...unseen(unread) }];
  return [...lines, ...(await runAll(CHECKS.network, scope))];
}
