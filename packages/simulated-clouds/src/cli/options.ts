import { parseArgs, type ParseArgsConfig } from "node:util";
import type { SettingsInput, SignIn } from "../clouds/settings";
import {
  builtInRole,
  networkName,
  notAllowed,
  oneOf,
  projectName,
  range,
  resourceGroup,
  uuid,
  wholeNumber,
} from "./values";

const SIGN_INS: readonly SignIn[] = [
  "azure-cli",
  "managed-identity",
  "client-secret",
  "client-certificate",
  "oidc",
  "none",
];

export const USAGE = `usage: npm run simulate -- [options] <command> [arguments]

Runs a command, such as terraform, tofu or cdktf, against fresh clouds that are simulated in this process.

  --sign-in <way>             how Terraform is signed in to Azure: ${SIGN_INS.join(", ")} (azure-cli)
  --azurerm <4|5>             the azurerm major that is simulated (4)
  --role <name>               a built-in role of the deployer, may be repeated (Owner)
  --no-application-rights     the deployer may not manage applications in Entra
  --multi-tenant-deployer     the deployer's own application is multi-tenant
  --rbac-lag <seconds>        until a role assignment is effective (60)
  --secret-lag <seconds>      until a fresh secret is accepted (10)
  --tenant-lag <seconds>      until Aiven's tenant knows the application (20)
  --aiven-principal-exists    the tenant has Aiven's service principal already
  --state-info-survives       the connection keeps its state_info once it is ACTIVE
  --subscription <uuid>       a subscription of the customer, may be repeated
  --virtual-network <group>/<name>=<range>
                              one that is there, in the first subscription; may be repeated
  --project <name>            an Aiven project, may be repeated (my-project)
  --run-scripts               run the Python scripts of simulated machines on this machine, as you; nothing holds
                              back one that wants to do harm (without it a command on a machine fails)
  --http                      serve the clouds over HTTPS to the providers as they are published, which
                              terraform init fetches (Linux; without it the providers are simulated too)
  --keep                      keep the clouds after the command, or without one, until Ctrl-C
  --journal                   print every call to a cloud at the end
  --grace <seconds>           how long the command may take to stop after a signal, before it is ended (30)

The command runs in the folder where you are, with your TF_VAR_… and nothing else of your accounts. cdktf deploy, diff and
destroy need --skip-provider-lock. A state that is left behind describes clouds that are gone.`;

export interface SimulateOptions {
  readonly settings: SettingsInput;
  readonly http: boolean;
  readonly keep: boolean;
  readonly journal: boolean;
  readonly runScripts: boolean;
  /** In seconds. */
  readonly grace?: number;
  readonly command: readonly string[];
}

const OPTIONS = {
  "sign-in": { type: "string" },
  azurerm: { type: "string" },
  role: { type: "string", multiple: true },
  "no-application-rights": { type: "boolean" },
  "multi-tenant-deployer": { type: "boolean" },
  "rbac-lag": { type: "string" },
  "secret-lag": { type: "string" },
  "tenant-lag": { type: "string" },
  "aiven-principal-exists": { type: "boolean" },
  "state-info-survives": { type: "boolean" },
  subscription: { type: "string", multiple: true },
  "virtual-network": { type: "string", multiple: true },
  project: { type: "string", multiple: true },
  "run-scripts": { type: "boolean" },
  http: { type: "boolean" },
  keep: { type: "boolean" },
  journal: { type: "boolean" },
  grace: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

/** Reads the command line: options up to the first word that is none, then the command with its own options. */
export function parseOptions(args: readonly string[]): SimulateOptions {
  const start = startOfCommand(args);
  const { values } = parseArgs({ args: args.slice(0, start), options: OPTIONS, strict: true });
  const given = <T>(name: keyof typeof values, read: (option: string, value: string) => T): T | undefined => {
    const value = values[name];
    return typeof value === "string" ? read(name, value) : undefined;
  };
  const each = <T>(name: keyof typeof values, read: (option: string, value: string) => T): T[] => {
    const value = values[name];
    return Array.isArray(value) ? distinct(name, value).map((one) => read(name, one)) : [];
  };
  const allOrDefault = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
  const seconds = (option: string, value: string): number => wholeNumber(option, value, "seconds");
  return {
    command: args.slice(start),
    http: values.http ?? false,
    keep: values.keep ?? false,
    journal: values.journal ?? false,
    runScripts: values["run-scripts"] ?? false,
    grace: given("grace", seconds),
    settings: defined({
      signIn: given("sign-in", (option, value) => oneOf(option, value, SIGN_INS)),
      azurermMajor: given("azurerm", (option, value) => (oneOf(option, value, ["4", "5"]) === "5" ? 5 : 4)),
      aivenPrincipalExists: values["aiven-principal-exists"] ?? false,
      stateInfoSurvivesActive: values["state-info-survives"] ?? false,
      deployer: defined({
        managesApplications: !(values["no-application-rights"] ?? false),
        multiTenant: values["multi-tenant-deployer"] ?? false,
        azureRoles: allOrDefault(each("role", builtInRole)),
      }),
      customer: defined({
        subscriptions: allOrDefault(each("subscription", uuid).map((id) => ({ id, name: id }))),
        virtualNetworks: each("virtual-network", virtualNetwork),
      }),
      aiven: defined({ projects: allOrDefault(each("project", projectName)) }),
      lag: defined({
        rbac: given("rbac-lag", seconds),
        secret: given("secret-lag", seconds),
        tenant: given("tenant-lag", seconds),
      }),
    }),
  };
}

/** Without what was not given, which has a default. */
const defined = <T extends object>(given: { [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

function distinct(option: string, values: readonly string[]): readonly string[] {
  const twice = values.find((value, index) => values.findIndex((other) => isSame(other, value)) < index);
  if (twice !== undefined) throw notAllowed(option, twice, "give it once");
  return values;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function startOfCommand(args: readonly string[]): number {
  let index = 0;
  while (args[index]?.startsWith("--")) {
    const name = args[index]?.slice(2) ?? "";
    const takesValue = name in OPTIONS && OPTIONS[name as keyof typeof OPTIONS].type === "string";
    index += takesValue ? 2 : 1;
  }
  return index;
}

function virtualNetwork(option: string, value: string) {
  const [, group, name, addresses] = /^([^/=]+)\/([^/=]+)=([^=]+)$/.exec(value) ?? [];
  if (addresses === undefined) {
    throw notAllowed(option, value, "use <resource group>/<name>=<range>, such as Network/Hub=10.1.0.0/16");
  }
  return {
    resourceGroup: resourceGroup(option, group),
    name: networkName(option, name),
    addressSpace: [range(option, addresses)],
  };
}
