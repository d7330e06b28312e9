import {
  addPeering,
  after,
  network,
  SUBSCRIPTION,
  synthPeering,
  synthStack,
  TENANT,
  virtualNetworkResource,
} from "./support/synth";
import { AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { TerraformVariable } from "cdktf";

const CONNECTION = "aiven_azure_vpc_peering_connection";
const PEERING = "azurerm_virtual_network_peering";
const AIVEN = "aiven-azure-peering-aiven-service-principal";
const plain = synthPeering();

describe("the Aiven connection", () => {
  const connection = plain.resource(CONNECTION);

  test("it is asked for only after the first wait, through the client id", () => {
    expect(connection.peer_azure_app_id).toBe(
      `\${${plain.address("time_sleep", "access_propagation")}.triggers.client_id}`,
    );
  });

  test("literal names reach Aiven in lower case", () => {
    expect(connection).toMatchObject({
      vnet_name: "hub-vnet",
      peer_resource_group: "network-rg",
      azure_subscription_id: SUBSCRIPTION,
      peer_azure_tenant_id: TENANT,
      vpc_id: `\${${plain.address("aiven_project_vpc")}.id}`,
    });
  });

  test("names that only Terraform knows are lowered by Terraform", () => {
    const stack = synthStack((stack) => {
      const of = (name: string) => new TerraformVariable(stack, name, { type: "string" }).stringValue;
      addPeering(stack, {
        virtualNetwork: network({
          name: of("n"),
          resourceGroupName: of("g"),
          subscriptionId: of("s"),
          tenantId: of("t"),
        }),
      });
    });
    expect(stack.resource(CONNECTION)).toMatchObject({
      vnet_name: "${lower(var.n)}",
      peer_resource_group: "${lower(var.g)}",
      azure_subscription_id: "${lower(var.s)}",
      peer_azure_tenant_id: "${lower(var.t)}",
    });
  });
});

describe("the answer", () => {
  const answer = plain.resource("time_sleep", "answer");
  const connection = plain.address(CONNECTION);

  test("it is kept as it was, though Aiven may forget it once the connection is active", () => {
    expect(answer.triggers).toEqual({
      client_id: `\${${plain.address("time_sleep", "access_propagation")}.triggers.client_id}`,
      connection_id: `\${${connection}.id}`,
      to_tenant_id: `\${try(${connection}.state_info["to-tenant-id"], ${plain.address("azuread_service_principal", AIVEN)}.application_tenant_id)}`,
      to_network_id: `\${try(${connection}.state_info["to-network-id"], "")}`,
    });
    expect(answer.lifecycle).toMatchObject({
      ignore_changes: ['triggers["to_tenant_id"]', 'triggers["to_network_id"]'],
    });
  });

  test("an answer without a network ends in a readable error", () => {
    expect(answer.lifecycle).toMatchObject({
      postcondition: [
        {
          condition:
            '${self.id == "" || alltrue([for key in ["to_tenant_id","to_network_id"] : self.triggers[key] != ""])}',
          error_message: `stack/peering/virtual-network: Aiven accepted the peering but did not say the id of its network; run terraform apply -replace='${connection}' to ask again, or give remoteVirtualNetworkId`,
        },
      ],
    });
  });

  test("a network id given by hand is not asked of Aiven", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/aiven`;
    const stack = synthPeering({ remoteVirtualNetworkId: id });
    expect(stack.resource(PEERING).remote_virtual_network_id).toBe(id);
    expect(stack.resource("time_sleep", "answer").triggers).not.toHaveProperty("to_network_id");
    expect(stack.resource("time_sleep", "answer").lifecycle).toMatchObject({
      ignore_changes: ['triggers["to_tenant_id"]'],
      postcondition: [
        { condition: '${self.id == "" || alltrue([for key in ["to_tenant_id"] : self.triggers[key] != ""])}' },
      ],
    });
  });
});

describe("the Azure peering", () => {
  const peering = plain.resource(PEERING);
  const answer = plain.address("time_sleep", "answer");

  test("it joins the network that Aiven named, in Azure's own case", () => {
    expect(peering).toMatchObject({
      virtual_network_name: "Hub-VNet",
      resource_group_name: "Network-RG",
      remote_virtual_network_id: after(answer, `${answer}.triggers.to_network_id`),
    });
  });

  test("a new Aiven half makes a new Azure half, as half a peering cannot be joined again", () => {
    expect(peering.lifecycle).toEqual({ replace_triggered_by: [`${answer}.id`] });
  });

  test("hosts may talk to each other, and nothing else is opened", () => {
    expect(peering).toMatchObject({
      allow_virtual_network_access: true,
      allow_forwarded_traffic: false,
      allow_gateway_transit: false,
      use_remote_gateways: false,
    });
  });

  test("it is created by the peering application, which signs in once Aiven has accepted", () => {
    const [provider, ...others] = plain.peeringProviders;
    expect(others).toEqual([]);
    expect(peering.provider).toBe(`azurerm.${String(provider?.alias)}`);
    expect(provider).toMatchObject({
      client_id: after(answer, `${answer}.triggers.client_id`),
      auxiliary_tenant_ids: [after(answer, `${answer}.triggers.to_tenant_id`)],
      tenant_id: TENANT,
      subscription_id: SUBSCRIPTION,
      client_secret: `\${${plain.address("azuread_application_password")}.value}`,
    });
  });
});

describe("the peering application's provider", () => {
  test("every other way of signing in is shut out", () => {
    expect(plain.peeringProviders[0]).toMatchObject({
      client_id_file_path: "",
      client_secret_file_path: "",
      client_certificate: "",
      client_certificate_path: "",
      use_oidc: false,
      use_aks_workload_identity: false,
      resource_provider_registrations: "none",
    });
  });

  test("the Azure CLI or a managed identity stands in at the first plan, where the secret is made in the same stack", () => {
    expect(plain.peeringProviders[0]).not.toHaveProperty("use_cli");
    expect(plain.peeringProviders[0]).not.toHaveProperty("use_msi");
  });
});

describe("a virtual network of the same app", () => {
  const stack = synthStack((stack) => {
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)) });
  });

  test("everything waits for it through its id", () => {
    expect(stack.resource("azurerm_role_assignment", "access_aiven").scope).toBe("${azurerm_virtual_network.vnet.id}");
  });

  test("its subscription and tenant are the deployer's, which are known at plan", () => {
    const [name, ...others] = Object.keys(stack.data("azurerm_client_config"));
    expect(others).toEqual([]);
    const deployer = `data.azurerm_client_config.${name}`;
    expect(stack.resource(CONNECTION)).toMatchObject({
      azure_subscription_id: `\${lower(${deployer}.subscription_id)}`,
      peer_azure_tenant_id: `\${lower(${deployer}.tenant_id)}`,
    });
    expect(stack.peeringProviders[0]).toMatchObject({
      subscription_id: `\${${deployer}.subscription_id}`,
      tenant_id: `\${${deployer}.tenant_id}`,
    });
  });
});

test("the library makes no output: values are properties", () => {
  expect(plain.json.output).toBeUndefined();
});

test("no secret is in the JSON, only references", () => {
  expect(JSON.stringify(plain.json)).not.toMatch(/"client_secret": ?"(?!\$\{|")/);
});
