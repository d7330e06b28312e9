import { operand } from "../terraform/expressions";
import { pattern, type Rule } from "./checks";
import { parseCidr } from "./cidr";

// The limits on names are Azure's: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules

export const VIRTUAL_NETWORK_NAME = pattern(
  "[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9_]",
  "2 to 64 letters, digits, underscores, periods and hyphens that begin with a letter or digit and end with a letter, digit or underscore",
);

export const PEERING_NAME = pattern(
  "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?",
  "1 to 80 letters, digits, underscores, periods and hyphens that begin with a letter or digit and end with a letter, digit or underscore",
);

/** Letters and digits of any script. */
export const RESOURCE_GROUP_NAME = pattern(
  "[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]",
  "1 to 90 letters, digits, underscores, parentheses, hyphens and periods that do not end with a period",
);

/**
 * Microsoft Entra compares it letter by letter with the token's claim, knows no wildcards, and a space around it blocks the exchange:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export const FEDERATED_CREDENTIAL_TEXT = pattern(
  "[^*\\s](?:[^*\\r\\n]{0,598}[^*\\s])?",
  "1 to 600 characters without a wildcard and without space around them, as Microsoft Entra compares them with the token's letter by letter",
);

/** What an issuer is: https://openid.net/specs/openid-connect-core-1_0.html#IssuerIdentifier */
export const ISSUER = pattern(
  "https://[^\\s?#*]{1,592}",
  'the https URL of the issuer as its tokens have it, at most 600 characters, such as "https://token.actions.githubusercontent.com"',
);

export const DISPLAY_NAME = pattern(".{1,120}", "1 to 120 characters");

/** https://learn.microsoft.com/azure/role-based-access-control/custom-roles#custom-role-properties */
export const ROLE_NAME = pattern(".{1,512}", "1 to 512 characters");

export const TEXT = pattern("[\\s\\S]+", "a text that is not empty, or leave it out");

export const UUID = pattern(
  "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
  "a UUID such as 00000000-0000-0000-0000-000000000000",
);

export const PROJECT = pattern("\\S+", "the name of the Aiven project");

export const CLOUD_NAME = pattern(
  "azure-[a-z0-9]+(?:-[a-z0-9]+)*",
  'an Aiven cloud on Azure, such as "azure-japaneast"; AivenCloud lists them',
);

/** What time_sleep takes: one number and one unit. */
export const WAIT = pattern("[0-9]+(?:\\.[0-9]+)?(?:ms|s|m|h)", 'one number and one unit, such as "90s" or "2m"');

/** As Go's time.ParseDuration reads it, which is what timeouts are. */
export const DURATION = pattern("(?:[0-9]+(?:\\.[0-9]+)?(?:ms|s|m|h))+", 'a duration such as "90s", "2m" or "1h30m"');

export const RANGE: Rule = {
  allows: (value) => parseCidr(value) !== undefined,
  allowed: 'an IPv4 range in CIDR notation, such as "10.0.0.0/24"',
};

const PROJECT_VPC_ID = pattern(
  "[^/\\s]+/[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
  'the id of an Aiven project VPC, "<project>/<uuid>"; the id of an organization VPC, which begins with the organization\'s, is another kind',
);

/** An organization's id, in whose place a project VPC's id has the name of a project. */
const ORGANIZATION = pattern("org[0-9a-f]{10,13}/.*", "");

export const AIVEN_VPC_ID: Rule = {
  allows: (value) => PROJECT_VPC_ID.allows(value) && !ORGANIZATION.allows(value),
  condition: (value) => {
    const [form, organization] = [PROJECT_VPC_ID, ORGANIZATION].map((rule) => operand(rule.condition?.(value) ?? ""));
    return `\${${form} && !${organization}}`;
  },
  allowed: PROJECT_VPC_ID.allowed,
};

export const ROLE_DEFINITION_ID = pattern(
  "(?:/subscriptions/[0-9a-fA-F-]{36})?/providers/Microsoft\\.Authorization/roleDefinitions/[0-9a-fA-F-]{36}",
  'the resource id of a role definition, "/subscriptions/<uuid>/providers/Microsoft.Authorization/roleDefinitions/<uuid>"',
);

export const RESOURCE_GROUP_ID = pattern(
  "/subscriptions/[0-9a-fA-F-]{36}/resource[Gg]roups/[^/]+",
  'the ARM id of a resource group, "/subscriptions/<uuid>/resourceGroups/<name>"',
);

export const VIRTUAL_NETWORK_ID = pattern(
  "/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[^/]+/providers/Microsoft\\.Network/virtualNetworks/[^/]+",
  'the ARM id of a virtual network, "/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>"',
);

export const VIRTUAL_MACHINE_ID = pattern(
  "/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[^/]+/providers/Microsoft\\.Compute/virtualMachines/[^/]+",
  'the ARM id of a virtual machine, "/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Compute/virtualMachines/<name>"',
);

export const AZURE_LOCATION = pattern("[A-Za-z0-9]+(?: [A-Za-z0-9]+)*", 'an Azure location, such as "japaneast"');

/** With a hyphen and twelve characters behind it, 80 in all: azurerm's limit on a run command's name. */
export const RUN_COMMAND_NAME_PREFIX = pattern(
  "[A-Za-z0-9][A-Za-z0-9_.-]{0,66}",
  "1 to 67 letters, digits, underscores, periods and hyphens that begin with a letter or digit",
);

/** RFC 1123, without the final period. */
export const HOST_NAME = pattern(
  "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*",
  'a host name without scheme and port, such as "postgres-my-project.aivencloud.com"',
);

/** When a client secret ends. Only a literal can be compared with the clock, so a token is not validated. */
export const FUTURE_DATE: Rule = {
  allows: (value) => isDate(value) && Date.parse(value) > Date.now(),
  allowed: 'a date in the future in RFC 3339, such as "2031-01-31T00:00:00Z"',
};

export const DATE: Rule = {
  allows: isDate,
  allowed: 'a date in RFC 3339, such as "2031-01-31T00:00:00Z"',
};

function isDate(value: string): boolean {
  const [, year, month, day] =
    /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(value)?.map(Number) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(value))) return false;
  // JavaScript takes the 30th of February for the 1st or 2nd of March.
  const calendar = new Date(Date.UTC(year, month - 1, day));
  return calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day;
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** The length of a literal that the rule DURATION allows, in seconds. */
export function secondsOf(duration: string): number {
  return [...duration.matchAll(/([0-9.]+)(ms|s|m|h)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * SECONDS[unit],
    0,
  );
}
