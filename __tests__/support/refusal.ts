import { App, TerraformStack } from "cdktf";
import { given } from "../../lib/terraform/given";
import { addProviders, synthApp, synthStack } from "./synth";

/** The message that a build ends with. */
function messageOf(build: () => unknown): string {
  try {
    build();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}

/** What is said of a stack with providers, when it is built or synthesised. */
export const refusalOf = (build: (stack: TerraformStack) => unknown): string =>
  messageOf(() => synthStack((stack) => void build(stack)));

/** The same of an app, whose stacks bring what they need. */
export const appRefusalOf = (build: (app: App) => unknown): string =>
  messageOf(() => synthApp((app) => void build(app)));

/** Refused with this message and no other. */
export function expectRefusal(build: (stack: TerraformStack) => unknown, message: string): void {
  expect(refusalOf(build)).toBe(message);
}

/** Not refused. */
export function expectAccepted(build: (stack: TerraformStack) => unknown): void {
  expect(() => synthStack((stack) => void build(stack))).not.toThrow();
}

/** The annotations of the constructs of a stack, as `info: text` or `warn: text`. */
export function annotationsOf(build: (stack: TerraformStack) => unknown): string[] {
  const stack = new TerraformStack(new App(), "stack");
  addProviders(stack);
  build(stack);
  return stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .flatMap(({ type, data }) => {
      const [, kind] = /\/(info|warn)$/.exec(type) ?? [];
      return kind === undefined ? [] : [`${kind}: ${String(data)}`];
    });
}

// The sentences that many properties share, each here once.

export const notAllowed = (property: string, value: unknown, use: string): string =>
  `${property}: ${given(value)} is not allowed, use ${use}`;

export const missing = (property: string, use: string): string => `${property}: missing, give ${use}`;

export const isNull = (property: string): string => `${property}: null is not allowed, leave it out`;

export const noSuchOption = (property: string, options: readonly string[]): string =>
  `${property}: there is no such option, use ${[options.slice(0, -1).join(", "), options[options.length - 1]].filter((each) => each !== "").join(" or ")}`;

export const nameInUse = (property: string, value: string, other: string): string =>
  `${property}: "${value}" is not allowed, ${other} already uses this name, and a tenant has each name once; give each role a name of its own`;

/** What completes "… is not allowed, use …". */
export const USE = {
  uuid: "a UUID such as 00000000-0000-0000-0000-000000000000",
  range: 'an IPv4 range with a prefix length of 20 to 24, such as "10.0.0.0/24"',
  wait: 'one number and one unit, such as "90s" or "2m"',
  duration: 'a duration such as "90s", "2m" or "1h30m"',
  date: 'a date in RFC 3339, such as "2031-01-31T00:00:00Z"',
  futureDate: 'a date in the future in RFC 3339, such as "2031-01-31T00:00:00Z"',
  roleId:
    'the resource id of a role definition, "/subscriptions/<uuid>/providers/Microsoft.Authorization/roleDefinitions/<uuid>"',
  roleName: "1 to 512 characters",
  resourceGroupId: 'the ARM id of a resource group, "/subscriptions/<uuid>/resourceGroups/<name>"',
  virtualNetworkId:
    'the ARM id of a virtual network, "/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>"',
  vpcId:
    'the id of an Aiven project VPC, "<project>/<uuid>"; the id of an organization VPC, which begins with the organization\'s, is another kind',
};
