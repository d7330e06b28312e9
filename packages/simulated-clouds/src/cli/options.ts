import { parseArgs, type ParseArgsConfig } from "node:util";
import { CUSTOMER_SUBSCRIPTION_ID, CUSTOMER_TENANT_ID, type SettingsInput, type SignIn } from "../clouds/settings";
import { AlreadyThere, azureLocation, existingApplication } from "./already-there";
import { builtInRole, notAllowed, oneOf, projectName, release, uuid, wholeNumber, word } from "./values";

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

Who runs it
  --sign-in <way>             how Terraform is signed in to Azure: ${SIGN_INS.join(", ")}
                              (azure-cli)
  --oidc-subject <subject>    with --sign-in oidc: the subject of the job's token
                              (repo:customer/infrastructure:ref:refs/heads/main)
  --oidc-audience <audience>  its audience (api://AzureADTokenExchange)
  --oidc-issuer <address>     its issuer (https://token.actions.githubusercontent.com)
  --role <name>               a built-in role of the deployer, may be repeated (Owner)
  --no-application-rights     the deployer may not manage applications in Entra
  --multi-tenant-deployer     the deployer's own application is multi-tenant

What is there
  --subscription <uuid>       a subscription of the customer, may be repeated
                              (${CUSTOMER_SUBSCRIPTION_ID}, in the tenant
                              ${CUSTOMER_TENANT_ID})
  --disabled-subscription <uuid>
                              one that can be read and not changed, may be repeated
  --location <location>       of the next five (westeurope)
  --resource-group [<subscription>/]<name>
                              may be repeated
  --virtual-network [<subscription>/]<group>/<name>=<range>
                              with its resource group, may be repeated
  --vpc <project>/<uuid>=<range>
                              an Aiven VPC, may be repeated
  --service <project>/<name>=<pg or kafka>:<plan>
                              a public service of Aiven's, may be repeated
  --project <name>            an Aiven project, may be repeated (my-project)
  --application <client id>=<secret>
                              a multi-tenant application that may list resource providers
  --aiven-principal-exists    the tenant has Aiven's service principal already

What is forbidden
  --no-secrets                a policy of the tenant lets applications have no secrets
  --longest-secret <days>     a policy of the tenant on how long a secret may live
  --deny <resource type>      an Azure Policy forbids to create it, such as
                              Microsoft.Network/virtualNetworks/virtualNetworkPeerings; may be repeated

How the clouds and providers behave
  --rbac-lag <seconds>        until a role assignment is effective (60)
  --secret-lag <seconds>      until a fresh secret is accepted (10)
  --tenant-lag <seconds>      until Aiven's tenant knows the application (20)
  --state-info-survives       the connection keeps its state_info once it is ACTIVE
  --azurerm <4|5>             the azurerm major that is simulated (4)
  --aiven <sdk|framework>     what aiven's peering connection is written with: sdk up to 4.62, framework in
                              a later release (sdk)
  --azapi <release>           the release of azapi that is simulated (2.12.0)

How it runs
  --http                      the providers are the published ones, which terraform init fetches, and find
                              the clouds over HTTPS (Linux)
  --run-scripts               run the Python scripts of simulated machines on this machine, as you; nothing holds
                              back one that wants to do harm (without it a command on a machine fails)
  --keep                      keep the clouds after the command, or without one, until Ctrl-C
  --journal                   print every call to a cloud at the end
  --grace <seconds>           how long the command may take to stop after a signal, before it is ended (30)

The command runs in the folder where you are, with your TF_VAR_…, a token of the simulated Aiven in AIVEN_TOKEN, and nothing of
your accounts. Its exit status is that of simulate. What simulate says itself goes to standard error. cdktf deploy, diff and
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

const ONE = { type: "string" } as const;
const MANY = { type: "string", multiple: true } as const;
const FLAG = { type: "boolean" } as const;

const OPTIONS = {
  "sign-in": ONE,
  "oidc-subject": ONE,
  "oidc-audience": ONE,
  "oidc-issuer": ONE,
  role: MANY,
  "no-application-rights": FLAG,
  "multi-tenant-deployer": FLAG,
  subscription: MANY,
  "disabled-subscription": MANY,
  location: ONE,
  "resource-group": MANY,
  "virtual-network": MANY,
  vpc: MANY,
  service: MANY,
  project: MANY,
  application: ONE,
  "aiven-principal-exists": FLAG,
  "no-secrets": FLAG,
  "longest-secret": ONE,
  deny: MANY,
  "rbac-lag": ONE,
  "secret-lag": ONE,
  "tenant-lag": ONE,
  "state-info-survives": FLAG,
  azurerm: ONE,
  aiven: ONE,
  azapi: ONE,
  http: FLAG,
  "run-scripts": FLAG,
  keep: FLAG,
  journal: FLAG,
  grace: ONE,
} as const satisfies ParseArgsConfig["options"];

type Name = keyof typeof OPTIONS;
type Named<Kind> = { [N in Name]: (typeof OPTIONS)[N] extends Kind ? N : never }[Name];
type Reader<T> = (option: string, value: string) => T;

/** Reads the command line: options up to the first word that is none, then the command with its own options. */
export function parseOptions(args: readonly string[]): SimulateOptions {
  const start = startOfCommand(args);
  const { values } = parseArgs({ args: args.slice(0, start), options: OPTIONS, strict: true });
  const one = <T>(name: Named<typeof ONE>, read: Reader<T>): T | undefined => {
    const value = values[name] as string | undefined;
    return value === undefined ? undefined : read(name, value);
  };
  const many = <T>(name: Named<typeof MANY>, read: Reader<T>): T[] | undefined => {
    const given = values[name];
    return given && distinct(name, given).map((value) => read(name, value));
  };
  const is = (name: Named<typeof FLAG>): boolean => values[name] ?? false;

  const seconds: Reader<number> = (option, value) => wholeNumber(option, value, "seconds");
  const there = new AlreadyThere(one("location", azureLocation));
  const enabled = many("subscription", uuid) ?? [CUSTOMER_SUBSCRIPTION_ID];
  const disabled = many("disabled-subscription", uuid) ?? [];
  const both = values.subscription && disabled.find((id) => enabled.includes(id));
  if (both !== undefined) throw notAllowed("disabled-subscription", both, "it is given by --subscription");
  const subscriptions = [
    ...enabled
      .filter((id) => !disabled.includes(id))
      .map((id) => ({ id, name: id === CUSTOMER_SUBSCRIPTION_ID ? "customer" : id })),
    ...disabled.map((id) => ({ id, name: id, state: "Disabled" as const })),
  ];
  const groups = many("resource-group", there.resourceGroup) ?? [];
  const networks = many("virtual-network", there.virtualNetwork) ?? [];
  const projects = many("project", projectName) ?? ["my-project"];
  const vpcs = many("vpc", there.vpc) ?? [];
  const services = many("service", there.service) ?? [];
  requireKnown(
    "virtual-network",
    networks,
    "subscription",
    subscriptions.map(({ id }) => id),
  );
  requireKnown(
    "resource-group",
    groups,
    "subscription",
    subscriptions.map(({ id }) => id),
  );
  requireKnown("vpc", vpcs, "project", projects);
  requireKnown("service", services, "project", projects);
  const denied = many("deny", word) ?? [];
  return {
    command: args.slice(start),
    http: is("http"),
    keep: is("keep"),
    journal: is("journal"),
    runScripts: is("run-scripts"),
    grace: one("grace", seconds),
    settings: defined({
      signIn: one("sign-in", (option, value) => oneOf(option, value, SIGN_INS)),
      azurermMajor: one("azurerm", (option, value) => (oneOf(option, value, ["4", "5"]) === "5" ? 5 : 4)),
      aivenPlugin: one("aiven", (option, value) => oneOf(option, value, ["sdk", "framework"] as const)),
      azapiVersion: one("azapi", release),
      aivenPrincipalExists: is("aiven-principal-exists"),
      stateInfoSurvivesActive: is("state-info-survives"),
      existingApplication: one("application", existingApplication),
      deployer: defined({
        managesApplications: !is("no-application-rights"),
        multiTenant: is("multi-tenant-deployer"),
        azureRoles: many("role", builtInRole),
        oidc: {
          delivery: "token",
          subject: defined({
            subject: one("oidc-subject", word),
            audience: one("oidc-audience", word),
            issuer: one("oidc-issuer", word),
          }),
        },
      }),
      customer: defined({
        subscriptions,
        resourceGroups: groups,
        virtualNetworks: networks,
        passwordsForbidden: is("no-secrets"),
        passwordLifetimeCapDays: one("longest-secret", (option, value) => wholeNumber(option, value, "days")),
        policies: subscriptions.flatMap(({ id }) =>
          denied.map((resourceType) => ({ name: `no ${resourceType}`, scope: `/subscriptions/${id}`, resourceType })),
        ),
      }),
      aiven: { projects, vpcs, services },
      lag: defined({
        rbac: one("rbac-lag", seconds),
        secret: one("secret-lag", seconds),
        tenant: one("tenant-lag", seconds),
      }),
    }),
  };
}

/** Without what was not given, which has a default. */
const defined = <T extends object>(given: { [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

function requireKnown<K extends string>(
  option: string,
  things: readonly { readonly [key in K]?: string }[],
  key: K,
  known: readonly string[],
): void {
  const stranger = things.map((thing) => thing[key]).find((value) => value !== undefined && !known.includes(value));
  if (stranger !== undefined) throw notAllowed(option, stranger, `use a ${key} that is there: ${known.join(", ")}`);
}

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
    // as many tools have it, -- ends the options
    if (name === "") return index + 1;
    const takesValue = name in OPTIONS && OPTIONS[name as Name].type === "string";
    index += takesValue ? 2 : 1;
  }
  return index;
}
