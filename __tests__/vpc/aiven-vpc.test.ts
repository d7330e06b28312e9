import { TerraformVariable } from "cdktf";
import { AivenCloud, AivenVpc } from "cdktf-aiven-azure-peering";
import { DataAivenOrganizationVpc } from "cdktf-provider-aiven/lib/data-aiven-organization-vpc";
import { DataAivenProjectVpc } from "cdktf-provider-aiven/lib/data-aiven-project-vpc";
import { OrganizationVpc } from "cdktf-provider-aiven/lib/organization-vpc";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { expectAccepted, expectRefusal, USE } from "../support/refusal";
import {
  addPeering,
  CLIENT,
  network,
  preconditionsOf,
  shown,
  synthPeering,
  synthStack,
  variable,
} from "../support/synth";

const CONNECTION = "aiven_azure_vpc_peering_connection";
const VPC_ID = "my-project/55555555-5555-4555-8555-555555555555";

describe("the Aiven VPC", () => {
  test("by default it is created in the cloud of the virtual network's location", () => {
    expect(synthPeering().resource("aiven_project_vpc")).toMatchObject({
      project: "my-project",
      network_cidr: "10.0.0.0/24",
      cloud_name: "azure-japaneast",
    });
  });

  test("a cloud name overrides the location", () => {
    const stack = synthPeering({ cloudName: AivenCloud.AZURE_FRANCE_CENTRAL });
    expect(stack.resource("aiven_project_vpc").cloud_name).toBe("azure-france-central");
  });

  test("a location that only Terraform knows is looked up by Terraform, and a location without a cloud is refused", () => {
    const stack = synthStack((stack) => {
      const location = new TerraformVariable(stack, "location", { type: "string" }).stringValue;
      addPeering(stack, { virtualNetwork: network({ location }) });
    });
    const [name, lookup] = Object.entries(stack.json.locals ?? {})[0] as unknown as [string, string];
    expect(lookup).toContain('"centralindia" = "azure-india-central"');
    expect(lookup).toContain('lower(replace(var.location, " ", "")), "none")');
    expect(stack.resource("aiven_project_vpc")).toMatchObject({
      cloud_name: `\${local.${name}}`,
      lifecycle: {
        precondition: expect.arrayContaining([
          {
            condition: `\${local.${name} != "none"}`,
            error_message:
              'stack/peering: location: "${try(tostring(var.location), null) == null ? "null" : var.location}" has no known Aiven cloud; ' +
              "give cloudName",
          },
        ]) as unknown,
      },
    });
  });

  test.each<[string, (stack: Parameters<typeof addPeering>[0]) => AivenVpc, string]>([
    ["an id", () => AivenVpc.fromId(VPC_ID), VPC_ID],
    [
      "a resource",
      (stack) =>
        AivenVpc.fromResource(
          new ProjectVpc(stack, "own", { project: "p", cloudName: "azure-eastus", networkCidr: "10.9.0.0/24" }),
        ),
      "${aiven_project_vpc.own.id}",
    ],
    [
      "a data source",
      (stack) =>
        AivenVpc.fromDataSource(new DataAivenProjectVpc(stack, "own", { project: "p", cloudName: "azure-eastus" })),
      "${data.aiven_project_vpc.own.id}",
    ],
  ])("an existing one is taken from %s, and none is created", (_, vpc, id) => {
    const stack = synthStack((stack) => {
      addPeering(stack, { project: undefined, networkCidr: undefined, vpc: vpc(stack) });
    });
    expect(stack.resource(CONNECTION).vpc_id).toBe(id);
    expect(Object.keys(stack.resources("aiven_project_vpc")).filter((name) => name !== "own")).toEqual([]);
  });
});

describe("the VPC", () => {
  const organization = { organizationId: "org4f9ed964ba9", cloudName: "azure-japaneast", networkCidr: "10.0.0.0/24" };
  const projectOnly = "a VPC of an organization is another kind";

  test.each([
    ["of an organization", `org4f9ed964ba9/${CLIENT}`],
    ["by a UUID alone", CLIENT],
  ])("%s is refused", (_, id) => {
    expectRefusal(() => AivenVpc.fromId(id), `vpc.id: "${id}" is not allowed, use ${USE.vpcId}`);
  });

  test("of an organization is refused as a resource and as a data source, which untyped callers may give", () => {
    expectRefusal(
      (stack) => AivenVpc.fromResource(new OrganizationVpc(stack, "vpc", organization)),
      `vpc: not allowed, give AivenVpc.fromResource an aiven_project_vpc; ${projectOnly}`,
    );
    expectRefusal(
      (stack) =>
        AivenVpc.fromDataSource(
          new DataAivenOrganizationVpc(stack, "vpc", { ...organization, organizationVpcId: CLIENT }),
        ),
      `vpc: not allowed, give AivenVpc.fromDataSource an aiven_project_vpc; ${projectOnly}`,
    );
  });

  test("by an id that only Terraform knows is validated by Terraform", () => {
    const stack = synthStack((stack) => {
      const vpc = AivenVpc.fromId(variable(stack, "vpc"));
      addPeering(stack, { project: undefined, networkCidr: undefined, vpc });
    });
    const preconditions = preconditionsOf(stack.resource("aiven_azure_vpc_peering_connection"));
    expect(preconditions.map(({ error_message }) => error_message)).toContain(
      `stack/peering/virtual-network: vpc.id: "${shown("vpc")}" is not allowed, use ${USE.vpcId}`,
    );
  });
});

describe("vpcTimeout", () => {
  test("holds for creation and removal, and is the provider's own by default", () => {
    expect(synthPeering({ vpcTimeout: "40m" }).resource("aiven_project_vpc").timeouts).toEqual({
      create: "40m",
      delete: "40m",
    });
    expect(synthPeering().resource("aiven_project_vpc")).not.toHaveProperty("timeouts");
  });

  test("is refused beside a VPC that exists already", () => {
    const existing = { project: undefined, networkCidr: undefined, vpc: AivenVpc.fromId(VPC_ID) };
    expectRefusal(
      (stack) => addPeering(stack, { ...existing, vpcTimeout: "30m" }),
      'stack/peering: vpcTimeout: "30m" is not allowed beside vpc, which exists already; give one or the other',
    );
    expectAccepted((stack) => addPeering(stack, { ...existing, timeouts: { connection: "30m" } }));
  });
});
