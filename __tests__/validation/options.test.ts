import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { TerraformVariable } from "cdktf";
import { AivenCloud, AivenVpc, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { DataAivenProjectVpc } from "cdktf-provider-aiven/lib/data-aiven-project-vpc";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import {
  addPeering,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthPeering,
  synthStack,
  virtualNetworkResource,
} from "../support/synth";

const PEERING = "azurerm_virtual_network_peering";
const CONNECTION = "aiven_azure_vpc_peering_connection";
const VPC_ID = "my-project/55555555-5555-4555-8555-555555555555";
const role = (digit: number) =>
  `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${digit}0000000-0000-4000-8000-000000000000`;

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
        precondition: [
          {
            condition: `\${local.${name} != "none"}`,
            error_message:
              'stack/peering: location: "${try(tostring(var.location), null) == null ? "null" : var.location}" has no known Aiven cloud; ' +
              "give cloudName",
          },
        ],
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

describe("the Azure peering", () => {
  test.each([
    ["peeringName", "to-aiven", "name"],
    ["allowVirtualNetworkAccess", false, "allow_virtual_network_access"],
    ["allowForwardedTraffic", true, "allow_forwarded_traffic"],
    ["allowGatewayTransit", true, "allow_gateway_transit"],
  ])("%s can be set", (property, value, argument) => {
    expect(synthPeering({ [property]: value }).resource(PEERING)[argument]).toBe(value);
  });

  test("the default name is unique in the app", () => {
    const stack = synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, { networkCidr: "10.2.0.0/24" }, "second");
    });
    const names = Object.values(stack.resources(PEERING)).map((peering) => peering.name);
    expect(names).toEqual([expect.stringMatching(/^aiven-[0-9a-f]{8}$/), expect.stringMatching(/^aiven-[0-9a-f]{8}$/)]);
    expect(new Set(names).size).toBe(2);
  });
});

describe("waits", () => {
  test("roles are given 100 seconds, Aiven's tenant 30 seconds", () => {
    const stack = synthPeering();
    expect(stack.resource("time_sleep", "access_propagation").create_duration).toBe("100s");
    expect(stack.resource("time_sleep", "answer").create_duration).toBe("30s");
  });

  test("both can be set", () => {
    const stack = synthPeering({ propagation: { roleAssignments: "10m", servicePrincipal: "90s" } });
    expect(stack.resource("time_sleep", "access_propagation").create_duration).toBe("10m");
    expect(stack.resource("time_sleep", "answer").create_duration).toBe("90s");
  });
});

describe("timeouts", () => {
  test("are the providers' own by default", () => {
    const stack = synthPeering();
    for (const type of ["aiven_project_vpc", CONNECTION, PEERING]) {
      expect(stack.resource(type)).not.toHaveProperty("timeouts");
    }
  });

  test("hold for creation and removal", () => {
    const stack = synthPeering({ timeouts: { vpc: "40m", connection: "30m", virtualNetworkPeering: "20m" } });
    expect(stack.resource("aiven_project_vpc").timeouts).toEqual({ create: "40m", delete: "40m" });
    expect(stack.resource(CONNECTION).timeouts).toEqual({ create: "30m", delete: "30m" });
    expect(stack.resource(PEERING).timeouts).toEqual({ create: "20m", delete: "20m" });
  });
});

describe("the health check", () => {
  test("asserts on the connection's own state, and tells each state's cause and remedy", () => {
    const stack = synthPeering();
    const connection = stack.address(CONNECTION);
    const [check] = Object.entries(stack.checks)
      .filter(([name]) => name.endsWith("_active"))
      .map(([, body]) => body.assert);
    expect(check?.condition).toBe(`\${${connection}.state == "ACTIVE"}`);
    for (const state of ["PENDING_PEER", "REJECTED_BY_PEER", "INVALID_SPECIFICATION", "DELETED_BY_PEER", "DELETED"]) {
      expect(check?.error_message).toContain(`${state} = `);
    }
    expect(check?.error_message).toContain(`the peering with virtual network Hub-VNet is \${${connection}.state}`);
    expect(check).not.toHaveProperty("data");
  });

  test("can be turned off", () => {
    expect(Object.keys(synthPeering({ healthCheck: false }).checks).filter((name) => name.endsWith("_active"))).toEqual(
      [],
    );
  });
});

describe("roles", () => {
  test.each([
    ["the virtual network's subscription", `/subscriptions/${SUBSCRIPTION}`],
    ["another subscription", `/subscriptions/${OTHER_SUBSCRIPTION}`],
    ["no subscription, as built-in ones are written", ""],
  ])("given ones of %s are assigned as Azure returns them, and none is created in their place", (_, prefix) => {
    const given = (digit: number) => `${prefix}${role(digit).slice(`/subscriptions/${SUBSCRIPTION}`.length)}`;
    const stack = synthPeering({
      roles: { applicationRoleDefinitionId: given(1), aivenRoleDefinitionId: given(2) },
    });
    const assignments = Object.entries(stack.resources("azurerm_role_assignment"))
      .filter(([name]) => name.startsWith("aiven-azure-peering-role-"))
      .map(([, { scope, role_definition_id, principal_id }]) => [scope, role_definition_id, principal_id]);
    const objectId = (name: string) => `\${${stack.address("azuread_service_principal", name)}.object_id}`;
    expect(assignments).toHaveLength(2);
    expect(assignments).toContainEqual([network().id, role(1), objectId("identity_service-principal")]);
    expect(assignments).toContainEqual([network().id, role(2), objectId("aiven-azure-peering-aiven")]);
    expect(Object.keys(stack.resources("azurerm_role_assignment"))).toHaveLength(3);
    expect(Object.keys(stack.resources("azurerm_role_definition"))).toEqual([
      expect.stringContaining("resource-providers") as string,
    ]);
  });
});

test("explicit providers are used by everything but the Azure peering", () => {
  const stack = synthStack((stack) => {
    addPeering(stack, {
      virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)),
      providers: {
        azurerm: new AzurermProvider(stack, "azurerm-2", { features: [{}], alias: "two" }),
        azuread: new AzureadProvider(stack, "azuread-2", { alias: "two" }),
        aiven: new AivenProvider(stack, "aiven-2", { alias: "two" }),
        time: new TimeProvider(stack, "time-2", { alias: "two" }),
      },
    });
  });
  const own = [...stack.addresses].filter((address) => address !== "azurerm_virtual_network.vnet");
  for (const address of own) {
    const [type, name] = address.replace(/^data\./, "").split(".") as [string, string];
    const block = (address.startsWith("data.") ? stack.data(type) : stack.resources(type))[name];
    const provider =
      type === PEERING ? `azurerm.${String(stack.peeringProviders[0]?.alias)}` : `${type.split("_")[0]}.two`;
    expect(`${address}: ${String(block?.provider)}`).toBe(`${address}: ${provider}`);
  }
});

test("the subscription is that of the virtual network's own provider", () => {
  const stack = synthStack((stack) => {
    const provider = new AzurermProvider(stack, "azurerm-2", { features: [{}], alias: "network" });
    addPeering(stack, {
      virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider })),
    });
  });
  const [name, config] = Object.entries(stack.data("azurerm_client_config"))[0] ?? [];
  expect(config?.provider).toBe("azurerm.network");
  expect(stack.peeringProviders[0]?.subscription_id).toBe(`\${data.azurerm_client_config.${name}.subscription_id}`);
});
