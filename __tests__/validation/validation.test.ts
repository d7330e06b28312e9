import { App, TerraformStack } from "cdktf";
import {
  AivenVpc,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { FEDERATED_CREDENTIAL_TEXT, ISSUER } from "../../lib/validation/rules";
import { expectAccepted, expectRefusal, notAllowed, USE } from "../support/refusal";
import { CLIENT, network, SUBSCRIPTION, synthPeering } from "../support/synth";

const name = (length: number) => "n".repeat(length);
const stack = () => new TerraformStack(new App(), "stack");
const application = (props: ConstructorParameters<typeof PeeringApplication>[2]) =>
  new PeeringApplication(stack(), "identity", props);

const VNET_NAME =
  "2 to 64 letters, digits, underscores, periods and hyphens that begin with a letter or digit and end with a letter, digit or underscore";
const PEERING_NAME =
  "1 to 80 letters, digits, underscores, periods and hyphens that begin with a letter or digit and end with a letter, digit or underscore";
const GROUP_NAME =
  "1 to 90 letters, digits, underscores, parentheses, hyphens and periods that do not end with a period";
const A_CLOUD = 'an Aiven cloud on Azure, such as "azure-japaneast"; AivenCloud lists them';
const ROLE = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG`;
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
    allowed: USE.uuid,
  },
  {
    property: "virtualNetwork.subscriptionId",
    use: (value) => network({ subscriptionId: value }),
    accepted: [SUBSCRIPTION],
    rejected: ["my-subscription", `/subscriptions/${SUBSCRIPTION}`],
    allowed: USE.uuid,
  },
  {
    property: "virtualNetwork.id",
    use: (value) => AzureVirtualNetwork.fromId(value),
    accepted: [NETWORK_ID, NETWORK_ID.replace("resourceGroups", "resourcegroups")],
    rejected: ["vnet", `${NETWORK_ID}/subnets/a`, NETWORK_ID.slice(1), NETWORK_ID.replace("virtualNetworks", "disks")],
    allowed: USE.virtualNetworkId,
  },
  {
    property: "virtualNetwork.addressSpaces",
    use: (value) => network({ addressSpaces: [value] }),
    accepted: ["10.1.0.0/16", "8.0.0.0/5", "10.1.2.3/32", "fd00::/48"],
    rejected: ["10.1.0.0", "10.1.0.0/33", "10.1.0.256/24", "vnet"],
    allowed: 'CIDR notation, such as "10.1.0.0/16"',
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
    allowed: USE.virtualNetworkId,
  },
  ...(["roleAssignments", "servicePrincipal"] as const).map((wait) => ({
    property: `propagation.${wait}`,
    place: "stack/peering/virtual-network",
    use: (value: string) => synthPeering({ propagation: { [wait]: value } }),
    accepted: ["0s", "1ms", "90s", "1.5h"],
    rejected: ["", "10", "2 m", "-1s", "1d", "m", "1h30m"],
    allowed: USE.wait,
  })),
  ...["vpcTimeout", "timeouts.connection", "timeouts.azurePeering"].map((property) => ({
    property,
    place: property === "vpcTimeout" ? "stack/peering" : "stack/peering/virtual-network",
    use: (value: string) => {
      const [, step] = property.split(".");
      return synthPeering(step === undefined ? { vpcTimeout: value } : { timeouts: { [step]: value } });
    },
    accepted: ["1s", "90m", "1h30m"],
    rejected: ["90", "1d"],
    allowed: USE.duration,
  })),
  {
    property: "project",
    place: "stack/peering",
    use: (value) => synthPeering({ project: value }),
    accepted: ["p", "my-project"],
    rejected: ["", "my project"],
    allowed: "the name of the Aiven project",
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
    allowed: USE.range,
  },
  {
    property: "vpc.id",
    use: (value) => AivenVpc.fromId(value),
    accepted: [
      `p/${CLIENT}`,
      ...["organic-food", "org4f9ed964b", "org4f9ed964ba9a0c"].map((project) => `${project}/${CLIENT}`),
    ],
    rejected: [
      CLIENT,
      "p/vpc",
      `p/q/${CLIENT}`,
      `/${CLIENT}`,
      `org4f9ed964ba/${CLIENT}`,
      `org4f9ed964ba9/${CLIENT}`,
      `org4f9ed964ba9a0/${CLIENT}`,
    ],
    allowed: USE.vpcId,
  },
  ...(["applicationRoleDefinitionId", "aivenRoleDefinitionId"] as const).map((property) => ({
    property: `access.${property}`,
    place: "stack/peering/virtual-network",
    use: (value: string) => synthPeering({ access: PeeringAccess.withRoles({ [property]: value }) }),
    accepted: [ROLE, `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`],
    rejected: ["Network Contributor", CLIENT, `${ROLE}|/subscriptions/${SUBSCRIPTION}`],
    allowed: USE.roleId,
  })),
  ...(["applicationRoleName", "aivenRoleName"] as const).map((property) => ({
    property: `access.${property}`,
    place: "stack/peering/virtual-network",
    use: (value: string) => synthPeering({ access: PeeringAccess.create({ [property]: value }) }),
    accepted: ["a", "Role: peer (Aiven) ñ", name(512)],
    rejected: ["", name(513), "two\nlines"],
    allowed: "1 to 512 characters",
  })),
  {
    property: "access.roleScope",
    place: "stack/peering/virtual-network",
    use: (value) => synthPeering({ access: PeeringAccess.create({ roleScope: value }) }),
    accepted: [GROUP_ID, GROUP_ID.replace("resourceGroups", "resourcegroups")],
    rejected: ["", "Network-RG", `${GROUP_ID}/`, NETWORK_ID, `/subscriptions/${SUBSCRIPTION}`],
    allowed: USE.resourceGroupId,
  },
  {
    property: "identity.resourceProviderAccess.roleNames",
    place: "stack/identity",
    use: (value) => application({ resourceProviderAccess: ResourceProviderAccess.create({ roleNames: [value] }) }),
    accepted: ["a", name(512)],
    rejected: ["", name(513)],
    allowed: "1 to 512 characters",
  },
  {
    property: "identity.resourceProviderAccess.roleDefinitionId",
    place: "stack/identity",
    use: (value) => application({ resourceProviderAccess: ResourceProviderAccess.withRole(value) }),
    accepted: [ROLE],
    rejected: ["Reader"],
    allowed: USE.roleId,
  },
  {
    property: "identity.displayName",
    place: "stack/identity",
    use: (value) => application({ displayName: value }),
    accepted: ["a", name(120)],
    rejected: ["", name(121)],
    allowed: "1 to 120 characters",
  },
  {
    property: "identity.owners",
    place: "stack/identity",
    use: (value) => application({ owners: [value] }),
    accepted: [CLIENT],
    rejected: ["", "me@example.com"],
    allowed: USE.uuid,
  },
  ...(["notes", "serviceManagementReference", "tags"] as const).map((property) => ({
    property: `identity.${property}`,
    place: "stack/identity",
    use: (value: string) => application({ [property]: property === "tags" ? [value] : value }),
    accepted: ["a", "two\nlines"],
    rejected: [""],
    allowed: "a text that is not empty, or leave it out",
  })),
  {
    property: "identity.resourceProviderAccess.subscriptionIds",
    place: "stack/identity",
    use: (value) =>
      application({ resourceProviderAccess: ResourceProviderAccess.create({ subscriptionIds: [value] }) }),
    accepted: [SUBSCRIPTION],
    rejected: ["mine"],
    allowed: USE.uuid,
  },
  {
    property: "identity.propagation",
    place: "stack/identity",
    use: (value) => application({ propagation: value }),
    accepted: ["0s", "3m"],
    rejected: ["3 minutes", "1m30s"],
    allowed: USE.wait,
  },
  {
    property: "identity.clientId",
    place: "stack/i",
    use: (value) =>
      new ExistingPeeringApplication(stack(), "i", { clientId: value, credential: ExistingCredential.federated() }),
    accepted: [CLIENT],
    rejected: ["my-app"],
    allowed: USE.uuid,
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
    allowed: USE.uuid,
  },
  {
    property: "credential.issuer",
    use: (value) => PeeringCredential.federated({ issuer: value, subject: "s" }),
    accepted: ["https://issuer.example", `https://${name(592)}`, "https://issuer.example/a/"],
    rejected: ["", `https://${name(593)}`, "http://issuer.example", "issuer.example", "https://a b", "https://a?b"],
    allowed: ISSUER.allowed,
  },
  ...(["subject", "audience"] as const).map((property) => ({
    property: `credential.${property}`,
    use: (value: string) =>
      PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s", [property]: value }),
    accepted: ["a", name(600), "project:Default Project:run_phase:plan"],
    rejected: ["", name(601), "repo:o/r:*", " a", "a "],
    allowed: FEDERATED_CREDENTIAL_TEXT.allowed,
  })),
  {
    property: "credential.displayName",
    use: (value) => PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s", displayName: value }),
    accepted: ["a", name(120)],
    rejected: ["", name(121)],
    allowed: "1 to 120 characters",
  },
  {
    property: "credential.primaryEndDate",
    use: (value) => PeeringCredential.clientSecret({ primaryEndDate: value }),
    accepted: ["2099-01-01T00:00:00Z", "2099-01-01T00:00:00.5+01:00"],
    rejected: ["2020-01-01T00:00:00Z", "2099-01-01", "in two years", "2099-13-01T00:00:00Z"],
    allowed: USE.futureDate,
  },
  {
    property: "credential.secondaryEndDate",
    use: (value) => PeeringCredential.clientSecret({ secondaryEndDate: value }),
    accepted: ["2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z"],
    rejected: ["2099-01-01", ""],
    allowed: USE.date,
  },
];

describe.each(rules)("$property", ({ property, place, use, accepted, rejected, allowed }) => {
  const prefix = place === undefined ? "" : `${place}: `;

  test.each(accepted)("accepts %j", (value) => {
    expectAccepted(() => use(value));
  });

  test.each(rejected)("refuses %j", (value) => {
    expectRefusal(() => use(value), `${prefix}${notAllowed(property, value, allowed)}`);
  });
});
