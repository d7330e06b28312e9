import { parseArgs, type ParseArgsConfig } from "node:util";
import type { SettingsInput, SignIn } from "../clouds/settings";

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
  --http                      serve the clouds over HTTPS to the providers as they are published, which
                              terraform init fetches (Linux; without it the providers are simulated too)
  --keep                      keep the clouds after the command, or without one, until Ctrl-C
  --journal                   print every call to a cloud at the end

The command runs in the folder where you are, with your TF_VAR_… and nothing else of your accounts. cdktf deploy, diff and
destroy need --skip-provider-lock. A state that is left behind describes clouds that are gone.`;

export interface SimulateOptions {
  readonly settings: SettingsInput;
  readonly http: boolean;
  readonly keep: boolean;
  readonly journal: boolean;
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
  http: { type: "boolean" },
  keep: { type: "boolean" },
  journal: { type: "boolean" },
} as const satisfies ParseArgsConfig["options"];

/** Reads the command line: options up to the first word that is none, then the command with its own options. */
export function parseOptions(args: readonly string[]): SimulateOptions {
  const start = startOfCommand(args);
  const { values } = parseArgs({ args: args.slice(0, start), options: OPTIONS, strict: true });
  const signIn = oneOf("sign-in", values["sign-in"], SIGN_INS);
  const azurerm = oneOf("azurerm", values.azurerm, ["4", "5"] as const);
  return {
    command: args.slice(start),
    http: values.http ?? false,
    keep: values.keep ?? false,
    journal: values.journal ?? false,
    settings: {
      ...(signIn && { signIn }),
      ...(azurerm && { azurermMajor: azurerm === "5" ? 5 : 4 }),
      aivenPrincipalExists: values["aiven-principal-exists"] ?? false,
      stateInfoSurvivesActive: values["state-info-survives"] ?? false,
      deployer: {
        managesApplications: !(values["no-application-rights"] ?? false),
        multiTenant: values["multi-tenant-deployer"] ?? false,
        ...(values.role && { azureRoles: values.role }),
      },
      customer: {
        ...(values.subscription && { subscriptions: values.subscription.map((id) => ({ id, name: id })) }),
        virtualNetworks: (values["virtual-network"] ?? []).map(virtualNetwork),
      },
      aiven: values.project && { projects: values.project },
      lag: {
        ...lag("rbac", values["rbac-lag"]),
        ...lag("secret", values["secret-lag"]),
        ...lag("tenant", values["tenant-lag"]),
      },
    },
  };
}

function startOfCommand(args: readonly string[]): number {
  let index = 0;
  while (args[index]?.startsWith("--")) {
    const name = args[index]?.slice(2) ?? "";
    const takesValue = name in OPTIONS && OPTIONS[name as keyof typeof OPTIONS].type === "string";
    index += takesValue ? 2 : 1;
  }
  return index;
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Error(`--${option}: "${value}" is not allowed, use one of ${allowed.join(", ")}`);
  return found;
}

function virtualNetwork(value: string) {
  const [, resourceGroup, name, range] = /^([^/=]+)\/([^/=]+)=(\d+(?:\.\d+){3}\/\d+)$/.exec(value) ?? [];
  if (range === undefined) {
    throw new Error(
      `--virtual-network: "${value}" is not allowed, use <resource group>/<name>=<range>, such as Network/Hub=10.1.0.0/16`,
    );
  }
  return { resourceGroup, name, addressSpace: [range] };
}

function lag(name: "rbac" | "secret" | "tenant", value: string | undefined): SettingsInput["lag"] {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`--${name}-lag: "${value}" is not allowed, use a number of seconds`);
  return { [name]: Number(value) };
}
