import { Aspects, TerraformResource } from "cdktf";
import { AzurePeeringProvider, type IPeeredVirtualNetwork } from "cdktf-aiven-azure-peering";
import { addPeering, network, spoke, synthStack } from "../support/synth";

const { AZAPI } = AzurePeeringProvider;
const CONNECTION = "aiven_azure_vpc_peering_connection";

describe("virtualNetworks", () => {
  test("are all that are peered, the one of the properties first", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      expect(peering.virtualNetworks).toEqual([peering.virtualNetwork]);
      const added = [
        peering.addVirtualNetwork("spoke", spoke()),
        peering.addVirtualNetwork("third", network({ name: "Third", addressSpaces: [] }), { connected: false }),
      ];
      expect(peering.virtualNetworks).toEqual([peering.virtualNetwork, ...added]);
      expect(peering.virtualNetworks.map(({ node }) => node.id)).toEqual(["virtual-network", "spoke", "third"]);
    });
  });

  test("are a list of the reader's own", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      peering.virtualNetworks.pop();
      expect(peering.virtualNetworks).toHaveLength(1);
    });
  });
});

describe("the resources of a peered network", () => {
  const each = (
    build: (peered: IPeeredVirtualNetwork) => void,
    azurePeeringProvider?: AzurePeeringProvider,
    connected?: boolean,
  ) =>
    synthStack((stack) => {
      const peering = addPeering(stack, { azurePeeringProvider, connected });
      peering.addVirtualNetwork("spoke", spoke(), { connected });
      peering.virtualNetworks.forEach(build);
    });

  test.each([
    [undefined, "azurerm_virtual_network_peering"],
    [AZAPI, "azapi_resource"],
  ])("are Aiven's connection and Azure's peering, through %s", (provider, type) => {
    const types: unknown[] = [];
    each(({ connection, azurePeering }) => {
      for (const resource of [connection, azurePeering]) {
        expect(TerraformResource.isTerraformResource(resource)).toBe(true);
        types.push(resource?.terraformResourceType);
      }
    }, provider);
    expect(types).toEqual([CONNECTION, type, CONNECTION, type]);
  });

  test("are absent while it is not connected", () => {
    const found: unknown[] = [];
    each(({ connection, azurePeering }) => found.push(connection, azurePeering), undefined, false);
    expect(found).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("take an override", () => {
    const stack = each(({ node, connection, azurePeering }) => {
      connection?.addOverride("timeouts.create", `${node.id}-1h`);
      azurePeering?.addOverride("only_ipv6_peering_enabled", false);
      azurePeering?.addOverride("lifecycle.ignore_changes", ["allow_gateway_transit"]);
    });
    for (const part of ["virtual-network", "spoke"]) {
      expect(stack.resource(CONNECTION, `peering_${part}_`).timeouts).toEqual({ create: `${part}-1h` });
      const azure = stack.resource("azurerm_virtual_network_peering", `peering_${part}_`);
      expect(azure.only_ipv6_peering_enabled).toBe(false);
      // What is there already stays.
      expect(azure.lifecycle).toEqual({
        replace_triggered_by: [expect.stringContaining("service-principal-propagation") as string],
        ignore_changes: ["allow_gateway_transit"],
      });
    }
  });

  test("take an override deep inside, through azapi", () => {
    const stack = each(({ azurePeering }) => {
      azurePeering?.addOverride("body.properties.doNotVerifyRemoteGateways", true);
    }, AZAPI);
    for (const { body } of Object.values(stack.resources("azapi_resource"))) {
      expect((body as { properties: object }).properties).toMatchObject({
        doNotVerifyRemoteGateways: true,
        allowVirtualNetworkAccess: true,
      });
    }
  });

  test("are what an Aspect meets", () => {
    let met: unknown[] = [];
    const stack = synthStack((stack) => {
      const { virtualNetwork } = addPeering(stack);
      Aspects.of(virtualNetwork).add({
        visit: (node) => {
          if (node === virtualNetwork.azurePeering || node === virtualNetwork.connection) met = [...met, node.node.id];
        },
      });
    });
    expect(met.sort()).toEqual(["azure-peering", "connection"]);
    expect(stack.resource(CONNECTION)).not.toHaveProperty("timeouts");
  });
});
