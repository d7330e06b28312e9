import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenVpc,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  type AivenAzurePeeringProps,
} from "cdktf-aiven-azure-peering";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { withoutProviders } from "../../../tools/terraform/served";
import { configuration } from "../../../tools/terraform/source";
import { addPeering, CLIENT, network, SUBSCRIPTION, synthStack, TENANT } from "../../support/synth";
import { given } from "../../../lib/terraform/given";

/**
 * What a user gives in a variable is validated by Terraform with the same rule and message as a literal is at synth. Each case takes the
 * preconditions that the library synthesised, gives the variable the value, and lets the real Terraform decide.
 */
interface Case {
  property: string;
  use?: (token: string, stack: TerraformStack) => Partial<AivenAzurePeeringProps>;
  /** One more network that is peered. */
  further?: (token: string) => AzureVirtualNetwork;
  accepted: string[];
  rejected: string[];
  /** As of a literal, where that is the same but for the place, which a literal in a network's description has none of. */
  message?: (value: string) => string;
}

const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG`;
const PEERING = "stack/peering";
const NETWORK = "stack/peering/virtual-network";
const overlaps = (range: string) =>
  `${NETWORK}: networkCidr: "${range}" overlaps the virtual network's ranges 10.1.0.0/16,fd00::/48,10.8.0.0/25, choose one that does not`;

const cases: Case[] = [
  { property: "project", use: (project) => ({ project }), accepted: ["p"], rejected: ["", "my project"] },
  { property: "cloudName", use: (cloudName) => ({ cloudName }), accepted: ["azure-eastus"], rejected: ["eastus"] },
  {
    property: "networkCidr",
    use: (networkCidr) => ({ networkCidr }),
    accepted: ["10.0.0.0/20", "10.0.0.0/24", "192.168.240.0/20"],
    rejected: ["10.0.0.0/19", "10.0.0.0/25", "10.0.0.0", "fd00::/24", "10.0.0.256/24", "vnet"],
  },
  {
    property: "host bits of networkCidr",
    use: (networkCidr) => ({ networkCidr }),
    accepted: [],
    rejected: ["10.0.0.1/24"],
    message: (value) => `${PEERING}: networkCidr: "${value}" has host bits set, use the range's first address`,
  },
  {
    property: "networkCidr that Azure forbids",
    use: (networkCidr) => ({ networkCidr }),
    accepted: ["126.255.255.0/24", "128.0.0.0/24", "223.255.255.0/24", "168.63.130.0/24"],
    rejected: ["127.0.0.0/24", "168.63.129.0/24", "169.254.0.0/24", "239.255.255.0/24", "255.255.255.0/24"],
    message: (value) =>
      `${PEERING}: networkCidr: "${value}" is not allowed, Azure keeps 127.0.0.0/8, 168.63.129.16/32, 169.254.0.0/16, 224.0.0.0/4, ` +
      "255.255.255.255/32 for itself; use a range outside of it, such as one of RFC 1918",
  },
  {
    property: "vpc.id",
    use: (id) => ({ project: undefined, networkCidr: undefined, vpc: AivenVpc.fromId(id) }),
    accepted: [`p/${CLIENT}`, `organic-food/${CLIENT}`],
    rejected: [CLIENT, `org4f9ed964ba9/${CLIENT}`],
  },
  {
    property: "a name that another network has",
    further: (name) => network({ name, addressSpaces: ["10.2.0.0/16"] }),
    accepted: ["Spoke"],
    rejected: ["Hub-VNet", "hub-vnet"],
    message: () =>
      `${PEERING}: virtualNetwork.name: two virtual networks of one name in one subscription are not allowed, Aiven cannot distinguish them` +
      "; rename one or use another Aiven VPC",
  },
  {
    property: "a range that another network has",
    further: (range) => network({ name: "Spoke", addressSpaces: ["10.9.0.0/16", range] }),
    accepted: ["10.2.0.0/16", "10.0.255.0/24", "fd00::/48"],
    rejected: ["10.1.0.0/16", "10.1.255.0/24", "10.1.0.0/15"],
    message: () =>
      `${PEERING}: virtualNetwork.addressSpaces: two virtual networks have addresses in common, and Azure peers Aiven's network with one of ` +
      "them only; use another Aiven VPC for one",
  },
  {
    property: "overlap of networkCidr",
    use: (networkCidr) => ({
      networkCidr,
      virtualNetwork: network({ addressSpaces: ["10.1.0.0/16", "fd00::/48", "10.8.0.0/25"] }),
    }),
    accepted: ["10.2.0.0/24", "10.0.240.0/20"],
    rejected: ["10.1.255.0/24", "10.8.0.0/24"],
    message: overlaps,
  },
  {
    property: "virtualNetwork.addressSpaces",
    use: (range) => ({ virtualNetwork: network({ addressSpaces: [range] }) }),
    accepted: ["10.0.1.0/24", "fd00::/48"],
    rejected: ["10.0.0.0/8", "10.0.0.128/25"],
    message: (value) =>
      `${NETWORK}: networkCidr: "10.0.0.0/24" overlaps the virtual network's ranges ${value}, choose one that does not`,
  },
  {
    property: "vpc.networkCidr",
    use: (networkCidr) => ({
      project: undefined,
      networkCidr: undefined,
      vpc: AivenVpc.fromId(`p/${CLIENT}`, { networkCidr }),
      virtualNetwork: network({ addressSpaces: ["10.1.0.0/16", "fd00::/48", "10.8.0.0/25"] }),
    }),
    accepted: ["10.2.0.0/24"],
    rejected: ["10.1.0.0/24"],
    message: overlaps,
  },
  {
    property: "virtualNetwork.name",
    use: (name) => ({ virtualNetwork: network({ name }) }),
    accepted: ["ab", "a".repeat(64)],
    rejected: ["a", "a".repeat(65), "ab-", "a b"],
  },
  {
    property: "virtualNetwork.resourceGroupName",
    use: (resourceGroupName) => ({ virtualNetwork: network({ resourceGroupName }) }),
    accepted: ["a", "(a)_"],
    rejected: ["a.", "a/b", "a".repeat(91)],
  },
  {
    property: "virtualNetwork.subscriptionId",
    use: (subscriptionId) => ({ virtualNetwork: network({ subscriptionId }) }),
    accepted: [SUBSCRIPTION],
    rejected: ["mine"],
  },
  {
    property: "virtualNetwork.tenantId",
    use: (tenantId) => ({ virtualNetwork: network({ tenantId }) }),
    accepted: [SUBSCRIPTION],
    rejected: ["contoso.onmicrosoft.com"],
  },
  {
    property: "virtualNetwork.name",
    use: (id) => ({ virtualNetwork: AzureVirtualNetwork.fromId(id, { location: "eastus", tenantId: TENANT }) }),
    accepted: [ID],
    rejected: [ID.replace("/vnet", "/v-")],
    message: () =>
      `${NETWORK}: virtualNetwork.name: "v-" is not allowed, use 2 to 64 letters, digits, underscores, periods and hyphens that begin with a letter or digit and end with a letter, digit or underscore`,
  },
  { property: "peeringName", use: (peeringName) => ({ peeringName }), accepted: ["a"], rejected: ["", "a-", "-"] },
  ...(["application", "aiven"] as const).map((side) => ({
    property: `access.${side}RoleName`,
    use: (value: string) => ({ access: PeeringAccess.create({ [`${side}RoleName`]: value }) }),
    accepted: ["a", "n".repeat(512)],
    rejected: ["", "n".repeat(513)],
  })),
  {
    property: "access.roleScope",
    use: (roleScope) => ({ access: PeeringAccess.create({ roleScope }) }),
    accepted: [GROUP, GROUP.toLowerCase().replace("resourcegroups", "resourceGroups")],
    rejected: ["Network-RG", `/subscriptions/${SUBSCRIPTION}`],
  },
  {
    property: "access.roleScope, and the network is in another group",
    use: (roleScope) => ({ access: PeeringAccess.create({ roleScope }) }),
    accepted: [],
    rejected: [`${GROUP}-2`, GROUP.slice(0, -1)],
  },
  {
    property: "remoteVirtualNetworkId",
    use: (remoteVirtualNetworkId) => ({ remoteVirtualNetworkId }),
    accepted: [ID],
    rejected: ["vnet", ID.replace("resourceGroups", "resourcegroups")],
  },
  {
    property: "propagation.roleAssignments",
    use: (roleAssignments) => ({ propagation: { roleAssignments } }),
    accepted: ["1.5h"],
    rejected: ["90", "1h30m"],
  },
  {
    property: "propagation.servicePrincipal",
    use: (servicePrincipal) => ({ propagation: { servicePrincipal } }),
    accepted: ["0.5s"],
    rejected: ["1 m"],
  },
  { property: "vpcTimeout", use: (vpcTimeout) => ({ vpcTimeout }), accepted: ["20m"], rejected: ["1d"] },
  {
    property: "timeouts.connection",
    use: (connection) => ({ timeouts: { connection } }),
    accepted: ["20m"],
    rejected: ["1d"],
  },
  {
    property: "timeouts.azurePeering",
    use: (azurePeering) => ({ timeouts: { azurePeering } }),
    accepted: ["20m"],
    rejected: ["1d"],
  },
  {
    property: "identity.clientId",
    use: (clientId, stack) => ({
      identity: new ExistingPeeringApplication(stack, "identity", {
        clientId,
        servicePrincipalObjectId: CLIENT,
        credential: ExistingCredential.federated(),
      }),
    }),
    accepted: [CLIENT],
    rejected: ["my-app"],
  },
  {
    property: "location",
    use: (location) => ({ virtualNetwork: network({ location }) }),
    accepted: ["japaneast", "Japan East", "CENTRALINDIA"],
    rejected: ["West India", "mars"],
    message: (value) => `${PEERING}: location: "${value}" has no known Aiven cloud; give cloudName`,
  },
];

/** A peering with a value in the place of a case. */
function peer({ use, further }: Case, value: string, stack: TerraformStack): void {
  const peering = addPeering(stack, use?.(value, stack));
  if (further) peering.addVirtualNetwork("spoke", further(value));
}

interface Precondition {
  condition: string;
  error_message: string;
}

/** The preconditions that a variable in this place gets, with another name for the variable. */
function preconditions(found: Case, variable: string): Precondition[] {
  const stack = synthStack((stack) => {
    const token = new TerraformVariable(stack, "given", { type: "string" }).stringValue;
    peer(found, token, stack);
  });
  let text = JSON.stringify(
    ["aiven_project_vpc", "aiven_azure_vpc_peering_connection", "azurerm_role_definition", "time_sleep"].flatMap(
      (type) =>
        Object.values(stack.resources(type))
          .flatMap(({ lifecycle }) => (lifecycle as { precondition?: Precondition[] } | undefined)?.precondition ?? [])
          // It compares with a resource, which an output alone has not.
          .filter(({ condition }) => !condition.includes("terraform_data.")),
    ),
  );
  for (const [name, local] of Object.entries(stack.json.locals ?? {})) {
    const expression = JSON.stringify(local).slice(3, -2);
    text = text.replaceAll(`local.${name}`, expression);
  }
  return JSON.parse(text.replaceAll("var.given", `var.${variable}`)) as Precondition[];
}

const UNCHANGED = "the same as of a literal";

function literalMessage(found: Case, value: string): string {
  try {
    synthStack((stack) => {
      peer(found, value, stack);
    });
  } catch (error) {
    const { message } = error as Error;
    return message.startsWith("stack/") ? message : `${NETWORK}: ${message}`;
  }
  return UNCHANGED;
}

test("Terraform validates every token as synth validates a literal", async () => {
  const expected: Record<string, string> = {};
  const variable: Record<string, unknown> = {};
  const output: Record<string, unknown> = {};
  cases.forEach((found, index) => {
    for (const [verdict, values] of Object.entries({ accepted: found.accepted, rejected: found.rejected })) {
      values.forEach((value, n) => {
        const name = `case_${index}_${verdict}_${n}`;
        const conditions = preconditions(found, name);
        expect(`${found.property}: ${conditions.length > 0}`).toBe(`${found.property}: true`);
        variable[name] = { type: "string", default: value };
        output[name] = { value, precondition: conditions };
        if (verdict === "rejected") {
          // At synth a long value is cut; Terraform shows the variable whole.
          const message = found.message?.(value) ?? literalMessage(found, value);
          expected[name] = message.replace(given(value), () => `"${value}"`);
        }
      });
    }
  });

  const conditions = new TerraformDeployment(() => withoutProviders).deploy(configuration({ variable, output }));
  const { stdout, stderr } = await conditions.terraform(["plan", "-json"]);
  const said: Record<string, string[]> = {};
  for (const line of (stdout + stderr).split("\n").filter((each) => each.startsWith("{"))) {
    const { diagnostic } = JSON.parse(line) as {
      diagnostic?: { detail: string; snippet?: { context?: string }; range?: { filename: string }; summary: string };
    };
    if (!diagnostic) continue;
    const name =
      /case_\d+_[a-z]+_\d+/.exec(JSON.stringify(diagnostic.snippet ?? diagnostic))?.[0] ?? diagnostic.summary;
    (said[name] ??= []).push(diagnostic.detail.split("\n\n")[0]);
  }
  const wrong = Object.keys({ ...expected, ...said }).filter(
    (name) => !(name in expected) || !said[name]?.includes(expected[name]),
  );
  expect(Object.fromEntries(wrong.map((name) => [name, { expected: expected[name], said: said[name] }]))).toEqual({});
  expect(Object.keys(expected).length).toBeGreaterThan(30);
});
