import { parseOptions } from "../../src/cli/options";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../src/clouds/settings";
import { createWorld } from "../../src/clouds/world";

describe("an option is refused, with what is allowed:", () => {
  const usage =
    "use <resource group>/<name>=<range>, such as Network/Hub=10.1.0.0/16, with <subscription>/ before it for another than the first";
  const other = "5ab50000-0000-4000-8000-000000000009";
  const named =
    "a virtual network has 1 to 64 letters, digits, _, . and -, begins with a letter or digit and ends with one or with _";
  const group = "a resource group has 1 to 90 letters, digits, _, -, . and parentheses, and no . at its end";
  test.each([
    ["virtual-network", "Hub=10.1.0.0/16", `"Hub=10.1.0.0/16" is not allowed, ${usage}`],
    ["virtual-network", "Network/Hub", `"Network/Hub" is not allowed, ${usage}`],
    ["virtual-network", "Network/Hub=10.1.0.0", '"10.1.0.0" is not allowed, use a range such as 10.1.0.0/16'],
    ["virtual-network", "a/b=999.1.1.1/99", '"999.1.1.1/99" is not allowed, use a range such as 10.1.0.0/16'],
    ["virtual-network", "a/b=10.1.2.3/16", '"10.1.2.3/16" is not allowed, use 10.1.0.0/16'],
    ["virtual-network", "a/b=127.0.0.0/24", '"127.0.0.0/24" is not allowed, no network may hold it'],
    ["virtual-network", "a/-b=10.1.0.0/16", `"-b" is not allowed, ${named}`],
    ["virtual-network", "a./b=10.1.0.0/16", `"a." is not allowed, ${group}`],
    [
      "virtual-network",
      `${other}/a/b=10.1.0.0/16`,
      `"${other}" is not allowed, use a subscription that is there: 5ab50000-0000-4000-8000-000000000001`,
    ],
    ["resource-group", "a.", `"a." is not allowed, ${group}`],
    ["location", "mars", /^--location: "mars" is not allowed, use one of .*westeurope, /],
    [
      "vpc",
      "my-project/one",
      '"my-project/one" is not allowed, use <project>/<uuid>=<range>, the range with a prefix of /20 to /24',
    ],
    ["vpc", `my-project/${other}=10.0.0.0/16`, '"10.0.0.0/16" is not allowed, use a range with a prefix of /20 to /24'],
    ["vpc", `other/${other}=10.0.0.0/24`, '"other" is not allowed, use a project that is there: my-project'],
    ["service", "my-project/a=redis:b", '"redis" is not allowed, use one of pg, kafka'],
    [
      "service",
      "my-project/a",
      '"my-project/a" is not allowed, use <project>/<name>=<pg or kafka>:<plan>, such as my-project/orders=pg:startup-4',
    ],
    ["application", other, `"${other}" is not allowed, use <client id>=<secret>`],
    ["azapi", "2", '"2" is not allowed, use a release, such as 2.12.0'],
    ["longest-secret", "a year", '"a year" is not allowed, use a number of days'],
    ["oidc-subject", "a b", '"a b" is not allowed, use a value without white space'],
    ["subscription", "notauuid", '"notauuid" is not allowed, use a UUID, such as 5ab50000-0000-4000-8000-000000000002'],
    [
      "project",
      "My Project",
      '"My Project" is not allowed, an Aiven project has 1 to 63 lower case letters, digits and -',
    ],
    ["grace", "-1", '"-1" is not allowed, use a number of seconds'],
    ["rbac-lag", "2m", '"2m" is not allowed, use a number of seconds'],
    ["azurerm", "3", '"3" is not allowed, use one of 4, 5'],
  ])("--%s %s", (option, value, message) => {
    const refused = (): unknown => parseOptions([`--${option}=${value}`, "true"]);
    if (typeof message === "string") expect(refused).toThrow(new Error(`--${option}: ${message}`));
    else expect(refused).toThrow(message);
  });

  test("--role, one that Azure does not have built in", () => {
    expect(() => parseOptions(["--role", "King", "true"])).toThrow(
      /^--role: "King" is not allowed, use one of Owner, Con/,
    );
  });

  test("what is given twice", () => {
    const subscription = "5AB50000-0000-4000-8000-000000000009";
    const args = ["--subscription", subscription.toLowerCase(), "--subscription", subscription, "true"];
    expect(() => parseOptions(args)).toThrow(`--subscription: "${subscription}" is not allowed, give it once`);
  });
});

test("a subscription is either enabled or disabled", () => {
  const args = ["--subscription", CUSTOMER_SUBSCRIPTION_ID, "--disabled-subscription", CUSTOMER_SUBSCRIPTION_ID];
  expect(() => parseOptions(args)).toThrow(
    `--disabled-subscription: "${CUSTOMER_SUBSCRIPTION_ID}" is not allowed, it is given by --subscription`,
  );
});

test("options end at the first word that is none, or at --", () => {
  expect(parseOptions(["--keep", "ls", "--http"])).toMatchObject({
    command: ["ls", "--http"],
    http: false,
    keep: true,
  });
  expect(parseOptions(["--http", "--", "--version"])).toMatchObject({ command: ["--version"], http: true });
});

describe("what is there already, and what is forbidden,", () => {
  const SECOND = "5ab50000-0000-4000-8000-000000000002";
  const worldOf = (...args: string[]) => createWorld(parseOptions([...args, "--", "true"]).settings);

  test("is given by options: a network with its group, in the first subscription or in another one, at a location", () => {
    const { azure } = worldOf(
      ...["--subscription", CUSTOMER_SUBSCRIPTION_ID, "--subscription", SECOND, "--location", "japaneast"],
      ...["--virtual-network", "Network/Hub=10.1.0.0/16", "--virtual-network", `${SECOND}/Network/Far=10.2.0.0/16`],
      ...["--resource-group", `${SECOND}/Empty`],
    );
    const group = (subscription: string, name: string) => `/subscriptions/${subscription}/resourceGroups/${name}`;
    const network = (subscription: string, name: string) =>
      `${group(subscription, "Network")}/providers/Microsoft.Network/virtualNetworks/${name}`;
    expect(azure.resources.get(network(CUSTOMER_SUBSCRIPTION_ID, "Hub"))).toMatchObject({
      location: "japaneast",
      properties: { addressSpace: ["10.1.0.0/16"] },
    });
    expect(azure.resources.get(network(SECOND, "Far"))).toMatchObject({ location: "japaneast" });
    expect(azure.resources.get(group(SECOND, "Empty"))).toMatchObject({ location: "japaneast" });
    expect(azure.resources.get(network(CUSTOMER_SUBSCRIPTION_ID, "Far"))).toBeUndefined();
  });

  test("a VPC that is active, and a service that runs, in Aiven's cloud of the location", () => {
    const id = "00000000-0000-0000-0000-000000000000";
    const { aiven } = worldOf(
      ...["--location", "francecentral", "--vpc", `my-project/${id}=10.0.0.0/24`],
      ...["--service", "my-project/orders=pg:startup-4"],
    );
    expect(aiven.vpcs.all).toMatchObject([{ id, state: "ACTIVE", cloudName: "azure-france-central" }]);
    expect(aiven.services.all).toMatchObject([{ name: "orders", state: "RUNNING", cloudName: "azure-france-central" }]);
  });

  test("by policies of the tenant and of Azure, and by a subscription that is disabled", () => {
    const { settings, azure } = worldOf(
      ...["--no-secrets", "--longest-secret", "90", "--disabled-subscription", SECOND],
      ...["--deny", "Microsoft.Network/virtualNetworks/virtualNetworkPeerings"],
    );
    expect(settings.customer).toMatchObject({ passwordsForbidden: true, passwordLifetimeCapDays: 90 });
    expect(azure.subscriptions.get(SECOND)).toMatchObject({ state: "Disabled" });
    expect(azure.subscriptions.get(CUSTOMER_SUBSCRIPTION_ID)?.state).toBeUndefined();
    expect(azure.policies.all.map(({ scope }) => scope)).toEqual([
      `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}`,
      `/subscriptions/${SECOND}`,
    ]);
  });
});
