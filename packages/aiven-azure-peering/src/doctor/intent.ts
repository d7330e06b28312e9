import { UsageError } from "../clouds/cloud-error";
import type { Context, Option } from "../report/command";
import type { Subject, SubjectIdentity, SubjectNetwork } from "../subject/subject";

type Required<T, Names extends keyof T> = T & { readonly [Name in Names]-?: NonNullable<T[Name]> };

/** An application that somebody registers, or has registered, and how it signs in. */
export type PlannedIdentity = Required<SubjectIdentity, "kind" | "credential">;

export type PlannedNetwork = Required<SubjectNetwork, "azurePeeringProvider" | "access" | "roles">;

/** What is to be applied; what nobody said is as the construct has it by default. */
export interface Plan extends Subject {
  readonly identity: PlannedIdentity;
  readonly aivenPrincipal: "CREATE" | "EXISTING";
  readonly networks: readonly PlannedNetwork[];
}

/** What a synthesised stack says and ids do not. */
export const PLAN_OPTIONS: readonly Option[] = [
  {
    flags: "--azure-peering-provider <provider>",
    description: "which provider makes Azure's peering, azurerm unless given",
    choices: ["azurerm", "azapi"],
  },
  {
    flags: "--access <source>",
    description: "whether the roles are assigned (create, unless given) or are there (existing)",
    choices: ["create", "existing"],
  },
  {
    flags: "--roles <source>",
    description: "whether roles are defined (unless given), or given",
    choices: ["defined", "given"],
  },
  {
    flags: "--aiven-principal <source>",
    description: "whether Aiven's service principal is created (unless given), or existing",
    choices: ["create", "existing"],
  },
];

const NAMES = {
  azurePeeringProvider: "azure-half",
  access: "access",
  roles: "roles",
  aivenPrincipal: "aiven-principal",
} as const;

/** @throws UsageError where an option contradicts the stack */
export function planOf({ subject, options }: Pick<Context, "subject" | "options">): Plan {
  const described = subject.source !== "options";
  const given = Object.entries(NAMES).find(([name]) => options[name] !== undefined);
  if (described && given) throw new UsageError(`--stack says it all: leave --${given[1]} out`);
  const chosen = (name: keyof typeof NAMES) => (options[name] as string | undefined)?.toUpperCase();
  const { kind = "created", credential = "secret" } = subject.identity;
  return {
    ...subject,
    identity: { ...subject.identity, kind, credential },
    aivenPrincipal: (chosen("aivenPrincipal") ?? subject.aivenPrincipal ?? "CREATE") as Plan["aivenPrincipal"],
    networks: subject.networks.map((network) => ({
      ...network,
      azurePeeringProvider: (options.azurePeeringProvider ??
        network.azurePeeringProvider ??
        "azurerm") as PlannedNetwork["azurePeeringProvider"],
      access: (chosen("access") ?? network.access ?? "CREATE") as PlannedNetwork["access"],
      roles: (chosen("roles") ?? network.roles ?? "DEFINED") as PlannedNetwork["roles"],
    })),
  };
}
