import { App, TerraformStack } from "cdktf";
import {
  AivenVpc,
  AzureVirtualNetwork,
  ClientSecretSlot,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { given } from "../../lib/terraform/given";
import { FEDERATED_CREDENTIAL_TEXT, ISSUER } from "../../lib/validation/rules";
import { CLIENT, network, SUBSCRIPTION, synthPeering } from "../support/synth";

const name = (length: number) => "n".repeat(length);
const stack = () => new TerraformStack(new App(), "stack");
const application = (props: ConstructorParameters<typeof PeeringApplication>[2]) =>
  new PeeringApplication(stack(), "identity", props);

const VNET_NAME =
  "use 2 to 64 letters, digits, underscores, periods and hyphens that begin with a letter or digit and end with a letter, digit or underscore";
const PEERING_NAME =
  "use 1 to 80 letters, digits, underscores, periods and hyphens that begin with a letter or digit and end with a letter, digit or underscore";
const GROUP_NAME =
  "use 1 to 90 letters, digits, underscores, parentheses, hyphens and periods that do not end with a period";
const A_UUID = "use a UUID such as 00000000-0000-0000-0000-000000000000";
const A_DURATION = 'use a duration such as "90s", "2m" or "1h30m"';
const A_WAIT = 'use one number and one unit, such as "90s" or "2m"';
const A_RANGE = 'use an IPv4 range with a prefix length of 20 to 24, such as "10.0.0.0/24"';
const A_ROLE =
  'use the resource id of a role definition, "/subscriptions/<uuid>/providers/Microsoft.Authorization/roleDefinitions/<uuid>"';
const A_NETWORK_ID =
  'use the ARM id of a virtual network, "/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>"';
const A_VPC_ID =
  'use the id of an Aiven project VPC, "<project>/<uuid>"; the id of an organization VPC, which begins with the organization\'s, is another kind';
const A_DATE = 'use a date in RFC 3339, such as "2031-01-31T00:00:00Z"';
const A_FUTURE_DATE = 'use a date in the future in RFC 3339, such as "2031-01-31T00:00:00Z"';
const A_CLOUD = 'use an Aiven cloud on Azure, such as "azure-japaneast"; AivenCloud lists them';
const ROLE = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
const NETWORK_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;

interface Rule {
  property: string;
  /** The construct that the message names, where the value is one's. */
  place?: string;
  use: (value: string) => unknown;
  accepted: string[];
  rejected: string[];
  allowed: string;
}

const rules: Rule[] = [
  {
    property: "virtualNetwork.name",
    use: (value) => network({ name: value }),
    accepted: ["ab", name(64), "a.b-c_", "0a"],
    rejected: ["a", name(65), "_ab", "-ab", "ab-", "ab.", "a b", "a/b", "é1", "ab\n"],
    allowed: VNET_NAME,
  },
  {
    property: "virtualNetwork.resourceGroupName",
    use: (value) => network({ resourceGroupName: value }),
    accepted: ["a", name(90), "_(a).-b", "a)", "é1", "資源-группа"],
    rejected: ["", name(91), "a.", "a/b", "a b", "a€"],
    allowed: GROUP_NAME,
  },
  {
    property: "virtualNetwork.tenantId",
    use: (value) => network({ tenantId: value }),
    accepted: [SUBSCRIPTION, "ABCDEF01-2345-6789-abcd-ef0123456789"],
    rejected: ["contoso.onmicrosoft.com", SUBSCRIPTION + "0", SUBSCRIPTION.slice(1), `{${SUBSCRIPTION}}`],
    allowed: A_UUID,
  },
  {
    property: "virtualNetwork.subscriptionId",
    use: (value) => network({ subscriptionId: value }),
    accepted: [SUBSCRIPTION],
    rejected: ["my-subscription", `/subscriptions/${SUBSCRIPTION}`],
    allowed: A_UUID,
  },
  {
    property: "virtualNetwork.id",
    use: (value) => AzureVirtualNetwork.fromId(value),
    accepted: [NETWORK_ID, NETWORK_ID.replace("resourceGroups", "resourcegroups")],
    rejected: ["vnet", `${NETWORK_ID}/subnets/a`, NETWORK_ID.slice(1), NETWORK_ID.replace("virtualNetworks", "disks")],
    allowed: A_NETWORK_ID,
  },
  {
    property: "virtualNetwork.addressSpaces",
    use: (value) => network({ addressSpaces: [value] }),
    accepted: ["10.1.0.0/16", "8.0.0.0/5", "10.1.2.3/32", "fd00::/48"],
    rejected: ["10.1.0.0", "10.1.0.0/33", "10.1.0.256/24", "vnet"],
    allowed: 'use CIDR notation, such as "10.1.0.0/16"',
  },
  {
    property: "peeringName",
    place: "stack/peering/virtual-network",
    use: (value) => synthPeering({ peeringName: value }),
    accepted: ["a", "0", name(80), "a.b-c_"],
    rejected: ["", name(81), "_a", "a-", "a.", "a b"],
    allowed: PEERING_NAME,
  },
  {
    property: "remoteVirtualNetworkId",
    place: "stack/peering/virtual-network",
    use: (value) => synthPeering({ remoteVirtualNetworkId: value }),
    accepted: [NETWORK_ID],
    rejected: ["vnet", NETWORK_ID.replace("resourceGroups", "resourcegroups"), `${NETWORK_ID}/`],
    allowed: A_NETWORK_ID,
  },
  ...(["roleAssignments", "servicePrincipal"] as const).map((wait) => ({
    property: `propagation.${wait}`,
    place: "stack/peering/virtual-network",
    use: (value: string) => synthPeering({ propagation: { [wait]: value } }),
    accepted: ["0s", "1ms", "90s", "1.5h"],
    rejected: ["", "10", "2 m", "-1s", "1d", "m", "1h30m"],
    allowed: A_WAIT,
  })),
  ...(["vpc", "connection", "virtualNetworkPeering"] as const).map((step) => ({
    property: `timeouts.${step}`,
    place: step === "vpc" ? "stack/peering" : "stack/peering/virtual-network",
    use: (value: string) => synthPeering({ timeouts: { [step]: value } }),
    accepted: ["1s", "90m", "1h30m"],
    rejected: ["90", "1d"],
    allowed: A_DURATION,
  })),
  {
    property: "project",
    place: "stack/peering",
    use: (value) => synthPeering({ project: value }),
    accepted: ["p", "my-project"],
    rejected: ["", "my project"],
    allowed: "use the name of the Aiven project",
  },
  {
    property: "cloudName",
    place: "stack/peering",
    use: (value) => synthPeering({ cloudName: value }),
    accepted: ["azure-japaneast", "azure-south-africa-north", "azure-newzealand-north"],
    rejected: ["japaneast", "aws-eu-west-1", "azure-", "azure-Japan", "azure-a--b", "azure-a-"],
    allowed: A_CLOUD,
  },
  {
    property: "networkCidr",
    place: "stack/peering",
    use: (value) => synthPeering({ networkCidr: value }),
    accepted: ["10.0.0.0/20", "10.0.0.0/24", "192.168.240.0/20", "172.31.255.0/24"],
    rejected: ["10.0.0.0/19", "10.0.0.0/25", "10.0.0.0", "10.0.0/24", "fd00::/24", "10.0.0.0/024", "10.0.0.256/24"],
    allowed: A_RANGE,
  },
  {
    property: "vpc.id",
    use: (value) => AivenVpc.fromId(value),
    accepted: [
      `p/${CLIENT}`,
      ...["organic-food", "org4f9ed964b", "org4f9ed964ba9a0c"].map((project) => `${project}/${CLIENT}`),
    ],
    rejected: [
      ...[CLIENT, "p/vpc", `p/q/${CLIENT}`, `/${CLIENT}`],
      ...[`org4f9ed964ba/${CLIENT}`, `org4f9ed964ba9/${CLIENT}`, `org4f9ed964ba9a0/${CLIENT}`],
    ],
    allowed: A_VPC_ID,
  },
  ...(["applicationRoleDefinitionId", "aivenRoleDefinitionId"] as const).map((property) => ({
    property: `roles.${property}`,
    place: "stack/peering",
    use: (value: string) => synthPeering({ roles: { [property]: value } }),
    accepted: [ROLE, `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`],
    rejected: ["Network Contributor", CLIENT, `${ROLE}|/subscriptions/${SUBSCRIPTION}`],
    allowed: A_ROLE,
  })),
  ...(["application", "aiven"] as const).map((role) => ({
    property: `roleNames.${role}`,
    place: "stack/peering/virtual-network",
    use: (value: string) => synthPeering({ roleNames: { [role]: value } }),
    accepted: ["a", "Role: peer (Aiven) ñ", name(512)],
    rejected: ["", name(513), "two\nlines"],
    allowed: "use 1 to 512 characters",
  })),
  {
    property: "identity.resourceProviderRoleNames",
    place: "stack/identity",
    use: (value) => application({ grantResourceProviderRead: true, resourceProviderRoleNames: [value] }),
    accepted: ["a", name(512)],
    rejected: ["", name(513)],
    allowed: "use 1 to 512 characters",
  },
  {
    property: "identity.resourceProviderRoleDefinitionId",
    place: "stack/identity",
    use: (value) => application({ resourceProviderRoleDefinitionId: value }),
    accepted: [ROLE],
    rejected: ["Reader"],
    allowed: A_ROLE,
  },
  {
    property: "identity.displayName",
    place: "stack/identity",
    use: (value) => application({ displayName: value }),
    accepted: ["a", name(120)],
    rejected: ["", name(121)],
    allowed: "use 1 to 120 characters",
  },
  {
    property: "identity.owners",
    place: "stack/identity",
    use: (value) => application({ owners: [value] }),
    accepted: [CLIENT],
    rejected: ["", "me@example.com"],
    allowed: A_UUID,
  },
  ...(["notes", "serviceManagementReference", "tags"] as const).map((property) => ({
    property: `identity.${property}`,
    place: "stack/identity",
    use: (value: string) => application({ [property]: property === "tags" ? [value] : value }),
    accepted: ["a", "two\nlines"],
    rejected: [""],
    allowed: "use a text that is not empty, or leave it out",
  })),
  {
    property: "identity.subscriptionIds",
    place: "stack/identity",
    use: (value) => application({ subscriptionIds: [value] }),
    accepted: [SUBSCRIPTION],
    rejected: ["mine"],
    allowed: A_UUID,
  },
  {
    property: "identity.propagation",
    place: "stack/identity",
    use: (value) => application({ propagation: value }),
    accepted: ["0s", "3m"],
    rejected: ["3 minutes", "1m30s"],
    allowed: A_WAIT,
  },
  {
    property: "identity.clientId",
    place: "stack/i",
    use: (value) =>
      new ExistingPeeringApplication(stack(), "i", { clientId: value, credential: ExistingCredential.federated() }),
    accepted: [CLIENT],
    rejected: ["my-app"],
    allowed: A_UUID,
  },
  {
    property: "identity.servicePrincipalObjectId",
    place: "stack/i",
    use: (value) =>
      new ExistingPeeringApplication(stack(), "i", {
        clientId: CLIENT,
        servicePrincipalObjectId: value,
        credential: ExistingCredential.federated(),
      }),
    accepted: [CLIENT],
    rejected: ["my-app"],
    allowed: A_UUID,
  },
  {
    property: "credential.issuer",
    use: (value) => PeeringCredential.federated({ issuer: value, subject: "s" }),
    accepted: ["https://issuer.example", `https://${name(592)}`, "https://issuer.example/a/"],
    rejected: ["", `https://${name(593)}`, "http://issuer.example", "issuer.example", "https://a b", "https://a?b"],
    allowed: `use ${ISSUER.allowed}`,
  },
  ...(["subject", "audience"] as const).map((property) => ({
    property: `credential.${property}`,
    use: (value: string) =>
      PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s", [property]: value }),
    accepted: ["a", name(600), "project:Default Project:run_phase:plan"],
    rejected: ["", name(601), "repo:o/r:*", " a", "a "],
    allowed: `use ${FEDERATED_CREDENTIAL_TEXT.allowed}`,
  })),
  {
    property: "credential.displayName",
    use: (value) => PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s", displayName: value }),
    accepted: ["a", name(120)],
    rejected: ["", name(121)],
    allowed: "use 1 to 120 characters",
  },
  {
    property: "credential.primaryEndDate",
    use: (value) => PeeringCredential.clientSecret({ primaryEndDate: value }),
    accepted: ["2099-01-01T00:00:00Z", "2099-01-01T00:00:00.5+01:00"],
    rejected: ["2020-01-01T00:00:00Z", "2099-01-01", "in two years", "2099-13-01T00:00:00Z"],
    allowed: A_FUTURE_DATE,
  },
  {
    property: "credential.secondaryEndDate",
    use: (value) => PeeringCredential.clientSecret({ secondaryEndDate: value }),
    accepted: ["2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z"],
    rejected: ["2099-01-01", ""],
    allowed: A_DATE,
  },
];

describe.each(rules)("$property", ({ property, place, use, accepted, rejected, allowed }) => {
  const prefix = place === undefined ? "" : `${place}: `;

  test.each(accepted)("takes %j", (value) => {
    expect(() => use(value)).not.toThrow();
  });

  test.each(rejected)("refuses %j", (value) => {
    expect(() => use(value)).toThrow(new Error(`${prefix}${property}: ${given(value)} is not allowed, ${allowed}`));
  });
});

describe("an end date", () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse("2026-06-01T12:00:00Z") }));
  afterEach(() => jest.useRealTimers());

  test("is in the future from the next second on", () => {
    expect(() => PeeringCredential.clientSecret({ primaryEndDate: "2026-06-01T12:00:01Z" })).not.toThrow();
    expect(() => PeeringCredential.clientSecret({ primaryEndDate: "2026-06-01T12:00:00Z" })).toThrow(A_FUTURE_DATE);
  });

  test("of the secondary secret must be in the future once that is in use", () => {
    const secondaryEndDate = "2026-06-01T12:00:00Z";
    expect(() => PeeringCredential.clientSecret({ secondaryEndDate, active: ClientSecretSlot.SECONDARY })).toThrow(
      new Error(`credential.secondaryEndDate: "${secondaryEndDate}" is not allowed, ${A_FUTURE_DATE}`),
    );
  });
});
