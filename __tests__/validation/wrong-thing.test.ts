import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenVpc,
  AzureVirtualNetwork,
  ClientSecretSlot,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { OrganizationVpc } from "cdktf-provider-aiven/lib/organization-vpc";
import { DataAivenOrganizationVpc } from "cdktf-provider-aiven/lib/data-aiven-organization-vpc";
import { addPeering, CLIENT, network, SUBSCRIPTION, synthPeering, synthStack } from "../support/synth";

/** What has the right type, and often the right shape, and is another thing. */
const refused = (use: (stack: TerraformStack) => unknown, message: string) =>
  synthStack((stack) => {
    expect(() => use(stack)).toThrow(new Error(message));
    ["peering", "identity"].forEach((id) => stack.node.tryRemoveChild(id));
  });

const A_VPC_ID =
  'use the id of an Aiven project VPC, "<project>/<uuid>"; the id of an organization VPC, which begins with the organization\'s, is another kind';
const A_NETWORK_ID =
  'use the ARM id of a virtual network, "/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>"';

describe("the VPC", () => {
  const organization = { organizationId: "org4f9ed964ba9", cloudName: "azure-japaneast", networkCidr: "10.0.0.0/24" };
  const projectOnly = "a VPC of an organization is another kind";

  test.each([
    ["of an organization", `org4f9ed964ba9/${CLIENT}`],
    ["by a UUID alone", CLIENT],
  ])("%s is refused", (_, id) => {
    refused(() => AivenVpc.fromId(id), `vpc.id: "${id}" is not allowed, ${A_VPC_ID}`);
  });

  test("of an organization is refused as a resource and as a data source, which untyped callers may give", () => {
    refused(
      (stack) => AivenVpc.fromResource(new OrganizationVpc(stack, "vpc", organization) as never),
      `vpc: not allowed, give AivenVpc.fromResource an aiven_project_vpc; ${projectOnly}`,
    );
    refused(
      (stack) =>
        AivenVpc.fromDataSource(
          new DataAivenOrganizationVpc(stack, "vpc", { ...organization, organizationVpcId: CLIENT }) as never,
        ),
      `vpc: not allowed, give AivenVpc.fromDataSource an aiven_project_vpc; ${projectOnly}`,
    );
  });

  test("by an id that only Terraform knows is judged by Terraform", () => {
    const stack = synthStack((stack) => {
      const vpc = AivenVpc.fromId(new TerraformVariable(stack, "vpc", { type: "string" }).stringValue);
      addPeering(stack, { project: undefined, networkCidr: undefined, vpc });
    });
    const { precondition } = stack.resource("aiven_azure_vpc_peering_connection").lifecycle as never as {
      precondition: { condition: string; error_message: string }[];
    };
    expect(precondition.map(({ error_message }) => error_message)).toContain(
      `stack/peering/virtual-network: vpc.id: "\${try(tostring(var.vpc), null) == null ? "null" : var.vpc}" is not allowed, ${A_VPC_ID}`,
    );
  });
});

describe("a virtual network", () => {
  test.each(["x", "", `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`])("with the id %j is refused", (id) => {
    refused(() => network({ id }), `virtualNetwork.id: "${id}" is not allowed, ${A_NETWORK_ID}`);
  });

  test("by its id is refused in a subscription that is not the id's", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
    refused(
      () => AzureVirtualNetwork.fromId(id, { subscriptionId: CLIENT }),
      `virtualNetwork.subscriptionId: "${CLIENT}" is not allowed, "${id}" is of another one; leave it out`,
    );
    const upper = id.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions");
    expect(AzureVirtualNetwork.fromId(upper, { subscriptionId: SUBSCRIPTION }).subscriptionId).toBe(SUBSCRIPTION);
  });

  test("in an empty subscription is refused for that, and not for its roles", () => {
    refused(
      () => network({ subscriptionId: "" }),
      'virtualNetwork.subscriptionId: "" is not allowed, use a UUID such as 00000000-0000-0000-0000-000000000000',
    );
  });
});

describe("ranges that Azure lets nobody have", () => {
  const message = (property: string, value: string, forbidden: string) =>
    `${property}: "${value}" is not allowed, Azure keeps ${forbidden} for itself; use a range outside of it, such as one of RFC 1918`;
  const ranges: [string, string, string][] = [
    ["127.0.0.0/24", "127.0.0.0/8", "126.255.255.0/24"],
    ["127.255.255.0/24", "127.0.0.0/8", "128.0.0.0/24"],
    ["168.63.129.0/24", "168.63.129.16/32", "168.63.130.0/24"],
    ["169.254.0.0/24", "169.254.0.0/16", "169.253.255.0/24"],
    ["169.254.240.0/20", "169.254.0.0/16", "169.255.0.0/20"],
    ["224.0.0.0/24", "224.0.0.0/4", "223.255.255.0/24"],
    ["239.255.255.0/24", "224.0.0.0/4", "240.0.0.0/24"],
    ["255.255.255.0/24", "255.255.255.255/32", "255.255.254.0/24"],
  ];

  test.each(ranges)("%s is refused for %s, its neighbour %s is not", (bad, forbidden, good) => {
    const virtualNetwork = network({ addressSpaces: undefined });
    refused(
      (stack) => addPeering(stack, { networkCidr: bad, virtualNetwork }),
      `stack/peering: ${message("networkCidr", bad, forbidden)}`,
    );
    expect(() => synthPeering({ networkCidr: good, virtualNetwork })).not.toThrow();
    refused(
      () => network({ addressSpaces: ["10.1.0.0/16", bad] }),
      message("virtualNetwork.addressSpaces", bad, forbidden),
    );
    expect(() => network({ addressSpaces: ["10.1.0.0/16", good] })).not.toThrow();
  });

  test("the address of Azure's own services is refused, and those beside it are not", () => {
    expect(() => network({ addressSpaces: ["168.63.129.16/32"] })).toThrow("Azure keeps 168.63.129.16/32 for itself");
    expect(() => network({ addressSpaces: ["168.63.129.15/32", "168.63.129.17/32"] })).not.toThrow();
  });
});

describe("a date that does not exist", () => {
  const allowed = 'use a date in the future in RFC 3339, such as "2031-01-31T00:00:00Z"';

  test.each([
    ["2099-02-29T00:00:00Z", "2096-02-29T00:00:00Z"],
    ["2099-02-30T00:00:00Z", "2099-02-28T00:00:00Z"],
    ["2099-04-31T00:00:00Z", "2099-04-30T00:00:00Z"],
    ["2099-06-31T12:00:00+02:00", "2099-06-30T12:00:00+02:00"],
    ["2099-01-01T25:00:00Z", "2099-01-01T23:59:59Z"],
    ["2099-01-00T00:00:00Z", "2099-01-01T00:00:00Z"],
  ])("%s is refused, %s is not", (bad, good) => {
    refused(
      () => PeeringCredential.clientSecret({ primaryEndDate: bad }),
      `credential.primaryEndDate: "${bad}" is not allowed, ${allowed}`,
    );
    expect(() => PeeringCredential.clientSecret({ primaryEndDate: good })).not.toThrow();
    const active = ClientSecretSlot.SECONDARY;
    refused(
      () => PeeringCredential.clientSecret({ secondaryEndDate: bad, active }),
      `credential.secondaryEndDate: "${bad}" is not allowed, ${allowed}`,
    );
  });
});

describe("a secret", () => {
  test.each([
    [undefined, "missing, give"],
    [null, "missing, give"],
    ["", '"" is not allowed, use'],
  ])("that is %j is refused: a provider would take the operator's own in its place", (value, shown) => {
    refused(
      () => ExistingCredential.clientSecret(value as never),
      `credential.clientSecret: ${shown} a sensitive Terraform variable`,
    );
  });

  test.each([
    ["base64", "the certificate from a sensitive Terraform variable"],
    ["path", "the path of the certificate"],
  ])("in a certificate whose %s is empty is refused", (property, use) => {
    refused(
      () => ExistingCredential.clientCertificate({ [property]: "" }),
      `credential.${property}: "" is not allowed, use ${use}, or leave it out`,
    );
  });

  test("that is written in the code draws a warning, and a variable draws none", () => {
    const warnings = (credential: (stack: TerraformStack) => ExistingCredential) => {
      let said: unknown[] = [];
      synthStack((stack) => {
        const identity = new ExistingPeeringApplication(stack, "identity", {
          clientId: CLIENT,
          credential: credential(stack),
        });
        said = identity.node.metadata.map(({ type, data }) => [type, data as string]);
      });
      return said;
    };
    expect(warnings(() => ExistingCredential.clientSecret("hunter2"))).toEqual([
      [
        "@cdktf/warn",
        "credential.clientSecret: a literal is readable in the code and in the synthesised JSON; use a sensitive Terraform variable",
      ],
    ]);
    const secret = (stack: TerraformStack) => new TerraformVariable(stack, "secret", { sensitive: true }).stringValue;
    expect(warnings((stack) => ExistingCredential.clientSecret(secret(stack)))).toEqual([]);
    expect(warnings(() => ExistingCredential.federated())).toEqual([]);
  });
});

describe("federated credentials of one application", () => {
  const trust = (index: number) => ({
    issuer: "https://issuer.example",
    subject: `s${index}`,
    displayName: `n${index}`,
  });
  const many = (count: number) => Array.from({ length: count }, (_, index) => trust(index));
  const count = (credentials: number) =>
    `credential: ${credentials} federated credentials are not allowed, give 1 to 20`;

  test("are 1 to 20, each a resource by its name, so that they may come and go in any order", () => {
    refused(() => PeeringCredential.federated(), count(0));
    refused(() => PeeringCredential.federated(...many(21)), count(21));
    const synth = (credentials: ReturnType<typeof many>) =>
      synthStack((stack) => {
        new PeeringApplication(stack, "identity", { credential: PeeringCredential.federated(...credentials) });
      }).resources("azuread_application_federated_identity_credential");
    const all = synth(many(20));
    expect(Object.values(all).map(({ subject, display_name }) => [subject, display_name])).toEqual(
      expect.arrayContaining(many(20).map(({ subject, displayName }) => [subject, displayName])),
    );
    expect(Object.keys(all)).toHaveLength(20);
    expect(all).toMatchObject(synth(many(20).reverse().slice(0, 3)));
  });

  test("need a name each, and a subject each", () => {
    const [a, b] = [trust(1), trust(2)];
    const twice = (property: string, value: string) =>
      `credential.${property}: "${value}" is not allowed twice, give each federated credential its own`;
    refused(() => PeeringCredential.federated(a, { ...b, displayName: "n1" }), twice("displayName", "n1"));
    refused(() => PeeringCredential.federated(a, { ...b, subject: "s1" }), twice("subject", "s1"));
    const nameless = (subject: string) => ({ issuer: "https://issuer.example", subject });
    refused(() => PeeringCredential.federated(nameless("a"), nameless("b")), twice("displayName", "terraform"));
    expect(() =>
      PeeringCredential.federated(a, { ...b, subject: "s1", issuer: "https://other.example" }),
    ).not.toThrow();
    expect(() => PeeringCredential.federated(nameless("a"), b)).not.toThrow();
  });
});
