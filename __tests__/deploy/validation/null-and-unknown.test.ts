import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AivenVpc,
  AzureVirtualMachine,
  ConnectivityProbe,
  type ConnectivityProbeProps,
  ExistingCredential,
  ExistingPeeringApplication,
} from "cdktf-aiven-azure-peering";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { withoutProviders } from "../../../tools/terraform/served";
import { configuration } from "../../../tools/terraform/source";
import { addPeering, CLIENT, network, SUBSCRIPTION, synthStack } from "../../support/synth";

/**
 * What Terraform does not know yet, or what is null, must not break a condition of ours: unknown is validated later, null is refused by the
 * condition's own message, or passes where there is nothing to validate. The real Terraform decides, over the conditions that are synthesised.
 */
type Use = (token: string, stack: TerraformStack) => Partial<AivenAzurePeeringProps>;

const existingVpc = (id: string, networkCidr?: string) => ({
  project: undefined,
  networkCidr: undefined,
  vpc: AivenVpc.fromId(id, { networkCidr }),
});
const known = (stack: TerraformStack, over: Partial<ConstructorParameters<typeof ExistingPeeringApplication>[2]>) => ({
  identity: new ExistingPeeringApplication(stack, "identity", {
    clientId: CLIENT,
    servicePrincipalObjectId: CLIENT,
    credential: ExistingCredential.federated(),
    ...over,
  }),
});

/** Every token that a condition reads, and the property that is refused where it is null. */
const tokens: [string, Use][] = [
  ["project", (project) => ({ project })],
  ["cloudName", (cloudName) => ({ cloudName })],
  ["networkCidr", (networkCidr) => ({ networkCidr })],
  ["location", (location) => ({ virtualNetwork: network({ location }) })],
  ["vpc.id", (id) => existingVpc(id)],
  ["virtualNetwork.name", (name) => ({ virtualNetwork: network({ name }) })],
  ["virtualNetwork.resourceGroupName", (resourceGroupName) => ({ virtualNetwork: network({ resourceGroupName }) })],
  ["virtualNetwork.subscriptionId", (subscriptionId) => ({ virtualNetwork: network({ subscriptionId }) })],
  ["virtualNetwork.tenantId", (tenantId) => ({ virtualNetwork: network({ tenantId }) })],
  ["peeringName", (peeringName) => ({ peeringName })],
  ["remoteVirtualNetworkId", (remoteVirtualNetworkId) => ({ remoteVirtualNetworkId })],
  ["propagation.roleAssignments", (roleAssignments) => ({ propagation: { roleAssignments } })],
  ["propagation.servicePrincipal", (servicePrincipal) => ({ propagation: { servicePrincipal } })],
  ["vpcTimeout", (vpcTimeout) => ({ vpcTimeout })],
  ["timeouts.connection", (connection) => ({ timeouts: { connection } })],
  ["timeouts.azurePeering", (azurePeering) => ({ timeouts: { azurePeering } })],
  ["identity.clientId", (clientId, stack) => known(stack, { clientId })],
  [
    "identity.servicePrincipalObjectId",
    (servicePrincipalObjectId, stack) => known(stack, { servicePrincipalObjectId }),
  ],
];
/** Where null says that nothing is known, as `address_space` of a network from an address pool does. */
const silent: [string, Use][] = [
  ["a range of the network", (range) => ({ virtualNetwork: network({ addressSpaces: [range] }) })],
  ["the range of a given VPC", (range) => existingVpc(`p/${CLIENT}`, range)],
];
/** Networks that are compared with one another. */
const further = (over: (token: string) => Parameters<typeof network>[0]) => (stack: TerraformStack, token: string) => {
  const peering = addPeering(stack);
  peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"], ...over(token) }));
};
const rangesOf = (stack: TerraformStack) => {
  const ranges = new TerraformVariable(stack, "given_list", { type: "list(string)" });
  ranges.overrideLogicalId("given");
  const peering = addPeering(stack, { virtualNetwork: network({ addressSpaces: ranges.listValue }) });
  peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] }));
};
const probed: [string, (token: string) => Partial<ConnectivityProbeProps>][] = [
  ["host", (host) => ({ host })],
  ["networkCidr", (networkCidr) => ({ networkCidr })],
  ["timeout", (timeout) => ({ timeout })],
  ["virtualMachine.id", (id) => ({ virtualMachine: AzureVirtualMachine.fromId(id, { location: "japaneast" }) })],
  ["virtualMachine.location", (location) => ({ virtualMachine: AzureVirtualMachine.fromId(MACHINE, { location }) })],
];
const MACHINE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;

interface Precondition {
  condition: string;
  error_message: string;
}

/** The preconditions that a value gets which Terraform alone knows, with an expression of the test's in its place. */
function preconditions(build: (stack: TerraformStack, token: string) => void, expression: string): Precondition[] {
  const stack = synthStack((stack) =>
    build(stack, new TerraformVariable(stack, "given", { type: "string" }).stringValue),
  );
  const all = Object.values(stack.json.resource ?? {}).flatMap((resources) =>
    Object.values(resources)
      .flatMap(({ lifecycle }) => (lifecycle as { precondition?: Precondition[] } | undefined)?.precondition ?? [])
      // It compares with a resource, which an output alone has not.
      .filter(({ condition }) => !condition.includes("terraform_data.")),
  );
  let text = JSON.stringify(all);
  for (const [name, local] of Object.entries(stack.json.locals ?? {})) {
    text = text.replaceAll(`local.${name}`, JSON.stringify(local).slice(3, -2));
  }
  return JSON.parse(text.replaceAll("var.given", expression)) as Precondition[];
}

const peered = (use: Use) => (stack: TerraformStack, token: string) => {
  addPeering(stack, use(token, stack));
};
const probes = (over: (token: string) => Partial<ConnectivityProbeProps>) => (stack: TerraformStack, token: string) => {
  new ConnectivityProbe(stack, "probe", {
    virtualNetwork: addPeering(stack).virtualNetwork,
    virtualMachine: AzureVirtualMachine.fromId(MACHINE, { location: "japaneast" }),
    host: "postgres.example",
    port: 5432,
    networkCidr: "10.0.0.0/24",
    ...over(token),
  });
};
const portOf = (stack: TerraformStack) => {
  const port = new TerraformVariable(stack, "given_port", { type: "number" });
  port.overrideLogicalId("given");
  new ConnectivityProbe(stack, "probe", {
    virtualNetwork: addPeering(stack).virtualNetwork,
    virtualMachine: AzureVirtualMachine.fromId(MACHINE, { location: "japaneast" }),
    host: "postgres.example",
    networkCidr: "10.0.0.0/24",
    port: port.numberValue,
  });
};

/** What the real Terraform says in a plan of outputs, each with the preconditions of one case. */
async function plan(cases: Record<string, Precondition[]>): Promise<Record<string, string[]>> {
  const output = Object.fromEntries(
    Object.entries(cases).map(([name, precondition]) => [name, { value: 1, precondition }]),
  );
  const nothing = (type: string) => ({ type, default: null });
  const variable = { nothing: nothing("string"), no_number: nothing("number"), no_list: nothing("list(string)") };
  const resource = { terraform_data: { later: { input: "x" } } };
  const conditions = new TerraformDeployment(() => withoutProviders).deploy(
    configuration({ variable, resource, output }),
  );
  try {
    const { stdout, stderr } = await conditions.terraform(["plan", "-json"]);
    const lines = (stdout + stderr).split("\n").filter((each) => each.startsWith("{"));
    expect(lines.length).toBeGreaterThan(1);
    const said: Record<string, string[]> = {};
    for (const line of lines) {
      const { diagnostic } = JSON.parse(line) as { diagnostic?: { summary: string; detail: string; snippet?: object } };
      if (diagnostic === undefined) continue;
      const name = /case_\d+/.exec(JSON.stringify(diagnostic.snippet ?? {}))?.[0] ?? "somewhere";
      (said[name] ??= []).push(`${diagnostic.summary}: ${diagnostic.detail.split("\n\n")[0]}`);
    }
    return said;
  } finally {
    conditions.remove();
  }
}

const builds: [string, (stack: TerraformStack, token: string) => void][] = [
  ...tokens.map(([property, use]) => [property, peered(use)] as [string, ReturnType<typeof peered>]),
  ...probed.map(([property, over]) => [property, probes(over)] as [string, ReturnType<typeof peered>]),
];

test("null is refused by our own message", async () => {
  const cases = builds.map(([, build]) => preconditions(build, "var.nothing"));
  cases.push(preconditions(portOf, "var.no_number"));
  cases.push(
    preconditions(
      further((name) => ({ name })),
      "var.nothing",
    ),
  );
  const said = await plan(Object.fromEntries(cases.map((each, index) => [`case_${index}`, each])));
  const names = [...builds.map(([property]) => property), "port", "virtualNetwork.name"];
  names.forEach((property, index) => {
    const [first = "nothing", ...others] = said[`case_${index}`] ?? [];
    const shown = property === "port" ? "null" : '"null"';
    expect(`${property}: ${first}`).toMatch(
      new RegExp(
        `^${property}: [A-Z][a-z ]*precondition failed: stack/[a-z/-]+: ${property.replace(".", "\\.")}: ${shown} `,
      ),
    );
    expect(others.filter((each) => !/precondition failed: stack\//.test(each))).toEqual([]);
  });
  expect(said.somewhere).toBeUndefined();
});

test("null where nothing is known passes, and what is unknown is validated once it is known", async () => {
  const nothing = silent.map(([, use]) => preconditions(peered(use), "var.nothing"));
  nothing.push(
    preconditions(rangesOf, "var.no_list"),
    preconditions(
      further((range) => ({ addressSpaces: [range] })),
      "var.nothing",
    ),
  );
  const unknown = [...builds, ...silent.map(([name, use]) => [name, peered(use)] as const)].map(([, build]) =>
    preconditions(build, "terraform_data.later.output"),
  );
  unknown.push(
    preconditions(rangesOf, "[terraform_data.later.output]"),
    preconditions(
      further((range) => ({ addressSpaces: [range] })),
      "terraform_data.later.output",
    ),
    preconditions(
      further((name) => ({ name })),
      "terraform_data.later.output",
    ),
  );
  unknown.push(preconditions(portOf, "tonumber(terraform_data.later.output)"));
  const cases = [...nothing, ...unknown];
  expect(cases.every((each) => each.length > 0)).toBe(true);
  expect(await plan(Object.fromEntries(cases.map((each, index) => [`case_${index}`, each])))).toEqual({});
});
