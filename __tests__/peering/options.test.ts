import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AivenVpc, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { expectRefusal } from "../support/refusal";
import { addPeering, after, network, synthPeering, synthStack, virtualNetworkResource } from "../support/synth";

const PEERING = "azurerm_virtual_network_peering";
const CONNECTION = "aiven_azure_vpc_peering_connection";

describe("waits", () => {
  test("roles are given 100 seconds, Aiven's tenant 30 seconds", () => {
    const stack = synthPeering();
    expect(stack.resource("time_sleep", "access_propagation").create_duration).toBe("100s");
    expect(stack.resource("time_sleep", "service-principal-propagation").create_duration).toBe("30s");
  });

  test("both can be set", () => {
    const stack = synthPeering({ propagation: { roleAssignments: "10m", servicePrincipal: "90s" } });
    expect(stack.resource("time_sleep", "access_propagation").create_duration).toBe("10m");
    expect(stack.resource("time_sleep", "service-principal-propagation").create_duration).toBe("90s");
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
    const stack = synthPeering({ vpcTimeout: "40m", timeouts: { connection: "30m", azurePeering: "20m" } });
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
    const isNew = `try(timecmp(plantimestamp(), timeadd(${stack.address("time_sleep", "service-principal")}.id, "20m")) < 0, false)`;
    expect(check?.condition).toBe(
      `\${${connection}.state == "ACTIVE" || (${connection}.state == "PENDING_PEER" && ${isNew})}`,
    );
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
  // terraform_data is Terraform's own.
  const own = [...stack.addresses].filter(
    (address) => !/^(azurerm_virtual_network\.vnet$|terraform_data\.)/.test(address),
  );
  for (const address of own) {
    const [type, name] = address.replace(/^data\./, "").split(".") as [string, string];
    const block = (address.startsWith("data.") ? stack.data(type) : stack.resources(type))[name];
    const provider =
      type === PEERING ? `azurerm.${String(stack.peeringProviders[0]?.alias)}` : `${type.split("_")[0]}.two`;
    expect(`${address}: ${String(block?.provider)}`).toBe(`${address}: ${provider}`);
  }
});

describe("switches", () => {
  const expression = (stack: TerraformStack) => new TerraformVariable(stack, "flag", { type: "bool" }).booleanValue;

  test.each([
    ["allowVirtualNetworkAccess", "allow_virtual_network_access"],
    ["allowForwardedTraffic", "allow_forwarded_traffic"],
    ["allowGatewayTransit", "allow_gateway_transit"],
  ])("of Azure's peering may be left to Terraform: %s", (property, argument) => {
    const stack = synthStack((stack) => {
      addPeering(stack, { [property]: Fn.anytrue([expression(stack)]) });
    });
    expect(stack.resource("azurerm_virtual_network_peering")[argument]).toBe("${anytrue([var.flag])}");
  });

  test.each(["connected", "healthCheck"])("that decide what is synthesised may not: %s", (property) => {
    for (const [value, shown] of [
      [(stack: TerraformStack) => expression(stack), "a token"],
      [() => "false", '"false"'],
      [() => 0, "0"],
    ] as const) {
      expectRefusal(
        (stack) => addPeering(stack, { [property]: value(stack) as never }),
        `stack/peering: ${property}: ${shown} is not allowed, use true or false; it decides what is synthesised`,
      );
    }
  });
});

test("a variable's value, which is of any type and no text, may be given where a text is expected", () => {
  const stack = synthStack((stack) => {
    const of = (name: string): never => new TerraformVariable(stack, name, { type: "string" }).value as never;
    addPeering(stack, {
      project: of("project"),
      networkCidr: of("cidr"),
      cloudName: of("cloud"),
      peeringName: of("peering_name"),
      virtualNetwork: network({
        name: of("network"),
        resourceGroupName: of("group"),
        subscriptionId: of("subscription"),
        tenantId: of("tenant"),
        addressSpaces: [of("space")],
      }),
    });
  });
  expect(stack.resource("aiven_project_vpc")).toMatchObject({
    project: "${var.project}",
    network_cidr: "${var.cidr}",
    cloud_name: "${var.cloud}",
  });
  expect(stack.resource("aiven_azure_vpc_peering_connection")).toMatchObject({
    vnet_name: "${lower(var.network)}",
    peer_resource_group: "${lower(var.group)}",
    azure_subscription_id: "${lower(var.subscription)}",
    peer_azure_tenant_id: "${lower(var.tenant)}",
  });
  expect(stack.resource("azurerm_virtual_network_peering").name).toBe("${var.peering_name}");
  expect(stack.resource("azurerm_role_definition", "roles_aiven").scope).toBe("/subscriptions/${var.subscription}");
});

test("everything that a user could otherwise only copy by hand is a property", () => {
  const stack = synthStack((stack) => {
    const peering = addPeering(stack);
    const { vpcId, state, vpc, identity, virtualNetwork: peered } = peering;
    const { clientId, servicePrincipalObjectId, aivenServicePrincipalObjectId } = identity;
    const { aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId } = peered;
    const properties = {
      vpcId,
      state,
      vpcUuid: vpc.uuid,
      peeredState: peered.state,
      clientId,
      servicePrincipalObjectId,
      aivenServicePrincipalObjectId,
      aivenTenantId,
      remoteVirtualNetworkId,
      connectionId,
      azurePeeringId,
    };
    for (const [name, value] of Object.entries(properties)) new TerraformOutput(stack, name, { value });
  });
  const values = Object.fromEntries(
    Object.entries(stack.json.output ?? {}).map(([name, output]) => [name, output.value as unknown]),
  );
  const vpc = stack.address("aiven_project_vpc");
  const connection = stack.address("aiven_azure_vpc_peering_connection");
  const wait = stack.address("time_sleep", "service-principal-propagation");
  expect(values).toEqual({
    vpcId: `\${${vpc}.id}`,
    vpcUuid: `\${element(split("/", ${vpc}.id), 1)}`,
    state: `\${${connection}.state}`,
    peeredState: `\${${connection}.state}`,
    clientId: `\${${stack.address("azuread_application")}.client_id}`,
    servicePrincipalObjectId: `\${${stack.address("azuread_service_principal", "identity_service-principal")}.object_id}`,
    aivenServicePrincipalObjectId: `\${${stack.address("azuread_service_principal", "aiven-azure-peering-aiven")}.object_id}`,
    aivenTenantId: after(wait, `${wait}.triggers.to_tenant_id`),
    remoteVirtualNetworkId: after(wait, `${wait}.triggers.to_network_id`),
    connectionId: `\${${connection}.id}`,
    azurePeeringId: `\${${stack.address("azurerm_virtual_network_peering")}.id}`,
  });
});

test("the UUID of a literal VPC id is cut out at synth", () => {
  expect(AivenVpc.fromId("p/55555555-5555-4555-8555-555555555555").uuid).toBe("55555555-5555-4555-8555-555555555555");
});

test("the library makes no output: values are properties", () => {
  expect(synthPeering().json.output).toBeUndefined();
});

test("no secret is in the JSON, only references", () => {
  expect(JSON.stringify(synthPeering().json)).not.toMatch(/"client_secret": ?"(?!\$\{|")/);
});
