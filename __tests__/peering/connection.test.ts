import { TerraformVariable } from "cdktf";
import { addPeering, network, SUBSCRIPTION, synthPeering, synthStack, TENANT } from "../support/synth";

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

describe("what Aiven returns in its state info", () => {
  const wait = plain.resource("time_sleep", "service-principal-propagation");
  const connection = plain.address(CONNECTION);
  const uuid = (value: string) =>
    `regex("^[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+-[0-9a-fA-F]+$", ${value})`;

  test("is kept, though Aiven may forget it once the connection is active", () => {
    expect(wait.triggers).toEqual({
      client_id: `\${${plain.address("time_sleep", "access_propagation")}.triggers.client_id}`,
      connection_id: `\${${connection}.id}`,
      to_tenant_id: `\${try(${uuid(`${connection}.state_info["to-tenant-id"]`)}, ${plain.address("azuread_service_principal", AIVEN)}.application_tenant_id)}`,
      to_network_id: `\${try(${connection}.state_info["to-network-id"], "")}`,
    });
    expect(wait.lifecycle).toMatchObject({
      ignore_changes: ['triggers["to_tenant_id"]', 'triggers["to_network_id"]'],
    });
  });

  test("must be the ARM id of a network and a UUID, or the error shows it", () => {
    expect(wait.lifecycle).toMatchObject({
      postcondition: [
        {
          condition:
            `\${self.id == "" || (can(${uuid('self.triggers["to_tenant_id"]')}) && can(regex("^(?i)/subscriptions/[^/]+/resourceGroups/` +
            `[^/]+/providers/Microsoft\\\\.Network/virtualNetworks/[^/]+$", self.triggers["to_network_id"])))}`,
          error_message:
            "stack/peering/virtual-network: Aiven accepted the peering but did not return the id of its network and its tenant (to-network-id: " +
            '"${try(self.triggers["to_network_id"], "")}", to-tenant-id: "${self.triggers["to_tenant_id"]}"); run ' +
            `terraform apply -replace='${connection}' to create it again, or give remoteVirtualNetworkId`,
        },
      ],
    });
  });

  test("a network id given by hand is not asked of Aiven", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/aiven`;
    const stack = synthPeering({ remoteVirtualNetworkId: id });
    expect(stack.resource(PEERING).remote_virtual_network_id).toBe(id);
    expect(stack.resource("time_sleep", "service-principal-propagation").triggers).not.toHaveProperty("to_network_id");
    expect(stack.resource("time_sleep", "service-principal-propagation").lifecycle).toMatchObject({
      ignore_changes: ['triggers["to_tenant_id"]'],
      postcondition: [{ condition: `\${self.id == "" || (can(${uuid('self.triggers["to_tenant_id"]')}) && true)}` }],
    });
  });
});
