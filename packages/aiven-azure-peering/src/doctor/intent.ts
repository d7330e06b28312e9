import { UsageError } from "../clouds/errors";
import type { Context, Option } from "../report/command";
import type {
  Access,
  AivenServicePrincipalSource,
  Subject,
  SubjectIdentity,
  SubjectNetwork,
  SubjectPeering,
} from "../subject/subject";

type Required<T, Names extends keyof T> = T & { readonly [Name in Names]-?: NonNullable<T[Name]> };

/** What is to be applied; what nobody said is as the construct has it by default. */
export interface Intent extends Subject {
  readonly peerings: readonly IntendedPeering[];
}

export interface IntendedPeering extends SubjectPeering {
  readonly identity: IntendedIdentity;
  readonly networks: readonly IntendedNetwork[];
}

export type IntendedIdentity = Required<SubjectIdentity, "kind" | "credential" | "aivenServicePrincipal">;

export type IntendedNetwork = Required<SubjectNetwork, "azurePeeringProvider" | "access">;

/** What a synthesised stack says and ids do not. */
export const INTENT_OPTIONS: readonly Option[] = [
  {
    flags: "--azure-peering-provider <provider>",
    description: "the Terraform provider of Azure's peering (default: azurerm)",
    choices: ["azurerm", "azapi"] satisfies IntendedNetwork["azurePeeringProvider"][],
  },
  {
    flags: "--access <source>",
    description:
      "whether roles are defined and assigned (create, the default), roles that exist are assigned (with-roles), or nothing is (existing)",
    choices: ["create", "with-roles", "existing"] satisfies Access[],
  },
  {
    flags: "--aiven-service-principal <source>",
    description: "whether Aiven's service principal is created (create, the default) or exists (existing)",
    choices: ["create", "existing"] satisfies AivenServicePrincipalSource[],
  },
];

/** The values of those options, by their names. */
interface Given {
  readonly azurePeeringProvider?: IntendedNetwork["azurePeeringProvider"];
  readonly access?: Access;
  readonly aivenServicePrincipal?: AivenServicePrincipalSource;
}

const FLAGS: Readonly<Record<keyof Given, string>> = {
  azurePeeringProvider: "--azure-peering-provider",
  access: "--access",
  aivenServicePrincipal: "--aiven-service-principal",
};

/** @throws UsageError where an option is given beside a stack */
export function intentOf({ subject, options }: Pick<Context, "subject" | "options">): Intent {
  const given = options as Given;
  const [flag] = Object.entries(FLAGS).flatMap(([name, each]) => (options[name] === undefined ? [] : [each]));
  if (subject.source !== "options" && flag !== undefined) {
    throw new UsageError(`${flag} is not allowed beside --stack, which says it already; leave it out`);
  }
  const identities = new Map(
    subject.peerings.map(({ identity }) => [identity, intendedIdentity(identity, given)] as const),
  );
  const peerings = subject.peerings.map(({ identity, ...peering }) => ({
    ...intendedNetworks(peering, given),
    // one identity stays one
    identity: identities.get(identity) ?? intendedIdentity(identity, given),
  }));
  return { ...subject, peerings };
}

function intendedIdentity(identity: SubjectIdentity, given: Given): IntendedIdentity {
  const { kind = "created", credential = "secret", aivenServicePrincipal = "create" } = identity;
  return {
    ...identity,
    kind,
    credential,
    aivenServicePrincipal: given.aivenServicePrincipal ?? aivenServicePrincipal,
  };
}

function intendedNetworks(
  { networks, ...peering }: Omit<SubjectPeering, "identity">,
  given: Given,
): Omit<IntendedPeering, "identity"> {
  return {
    ...peering,
    networks: networks.map((network) => ({
      ...network,
      azurePeeringProvider: given.azurePeeringProvider ?? network.azurePeeringProvider ?? "azurerm",
      access: given.access ?? network.access ?? "create",
    })),
  };
}
