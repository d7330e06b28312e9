import { TerraformOutput } from "cdktf";
import { AivenVpc } from "cdktf-aiven-azure-peering";
import { addPeering, after, synthStack } from "../support/synth";

test("everything that a user could otherwise only copy by hand is a property", () => {
  const stack = synthStack((stack) => {
    const peering = addPeering(stack);
    const { vpcId, state, vpc, identity, virtualNetwork: peered } = peering;
    const { clientId, servicePrincipalObjectId, aivenServicePrincipalObjectId } = identity;
    const { aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId } = peered;
    const properties = {
      ...{ vpcId, state, vpcUuid: vpc.uuid, peeredState: peered.state },
      ...{ clientId, servicePrincipalObjectId, aivenServicePrincipalObjectId },
      ...{ aivenTenantId, remoteVirtualNetworkId, connectionId, azurePeeringId },
    };
    for (const [name, value] of Object.entries(properties)) new TerraformOutput(stack, name, { value });
  });
  const values = Object.fromEntries(
    Object.entries(stack.json.output ?? {}).map(([name, output]) => [name, output.value as unknown]),
  );
  const vpc = stack.address("aiven_project_vpc");
  const connection = stack.address("aiven_azure_vpc_peering_connection");
  const answer = stack.address("time_sleep", "answer");
  expect(values).toEqual({
    vpcId: `\${${vpc}.id}`,
    vpcUuid: `\${element(split("/", ${vpc}.id), 1)}`,
    state: `\${${connection}.state}`,
    peeredState: `\${${connection}.state}`,
    clientId: `\${${stack.address("azuread_application")}.client_id}`,
    servicePrincipalObjectId: `\${${stack.address("azuread_service_principal", "identity_service-principal")}.object_id}`,
    aivenServicePrincipalObjectId: `\${${stack.address("azuread_service_principal", "aiven-azure-peering-aiven")}.object_id}`,
    aivenTenantId: after(answer, `${answer}.triggers.to_tenant_id`),
    remoteVirtualNetworkId: after(answer, `${answer}.triggers.to_network_id`),
    connectionId: `\${${connection}.id}`,
    azurePeeringId: `\${${stack.address("azurerm_virtual_network_peering")}.id}`,
  });
});

test("the UUID of a literal VPC id is cut out at synth", () => {
  expect(AivenVpc.fromId("p/55555555-5555-4555-8555-555555555555").uuid).toBe("55555555-5555-4555-8555-555555555555");
});
