import { AzurePeeringProvider } from "cdktf-aiven-azure-peering";
import {
  addPeering,
  after,
  type Block,
  spoke,
  SUBSCRIPTION,
  type Synthesised,
  synthPeering,
  synthStack,
} from "../support/synth";

const { AZAPI } = AzurePeeringProvider;
const azurePeering = (over: Parameters<typeof synthPeering>[0] = {}): Block =>
  synthPeering({ azurePeeringProvider: AZAPI, ...over }).resource("azapi_resource");
const propertiesOf = ({ body }: Block) => (body as { properties: Block }).properties;
const waitOf = (stack: Synthesised) => stack.address("time_sleep", "service-principal-propagation");

test("by default traffic passes between the two networks, and none from elsewhere", () => {
  const stack = synthPeering({ azurePeeringProvider: AZAPI });
  expect(propertiesOf(stack.resource("azapi_resource"))).toEqual({
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: false,
    allowGatewayTransit: false,
    useRemoteGateways: false,
    remoteVirtualNetwork: { id: after(waitOf(stack), `${waitOf(stack)}.triggers.to_network_id`) },
  });
});

test("it is a part of the virtual network, reads the ranges of Aiven's, and keeps its state and sync level", () => {
  expect(azurePeering({ peeringName: "to-aiven" })).toMatchObject({
    name: "to-aiven",
    parent_id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`,
    create_query_parameters: { syncRemoteAddressSpace: ["true"] },
    response_export_values: { state: "properties.peeringState", sync: "properties.peeringSyncLevel" },
  });
});

test("its state is checked too, and may be Initiated while the peering is new", () => {
  const stack = synthPeering({ azurePeeringProvider: AZAPI });
  const [check] = Object.entries(stack.checks)
    .filter(([name]) => name.endsWith("_in_sync"))
    .map(([, { assert }]) => assert.condition);
  const output = (key: string) => `try(${stack.address("azapi_resource")}.output.${key}, "")`;
  expect(check).toBe(
    `\${${output("state")} == "Connected" && ${output("sync")} == "FullyInSync" || (${output("state")} == "Initiated" && ` +
      `try(timecmp(plantimestamp(), timeadd(${waitOf(stack)}.id, "20m")) < 0, false))}`,
  );
});

test.each([
  ["allowVirtualNetworkAccess", false],
  ["allowForwardedTraffic", true],
  ["allowGatewayTransit", true],
] as const)("%s can be set to %s, which changes nothing else", (option, value) => {
  expect(propertiesOf(azurePeering({ [option]: value }))).toEqual({ ...propertiesOf(azurePeering()), [option]: value });
});

test("the id of Aiven's network can be given", () => {
  const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/aiven/providers/Microsoft.Network/virtualNetworks/theirs`;
  expect(propertiesOf(azurePeering({ remoteVirtualNetworkId: id })).remoteVirtualNetwork).toEqual({ id });
});

test("it is replaced together with Aiven's connection", () => {
  const stack = synthPeering({ azurePeeringProvider: AZAPI });
  expect(stack.resource("azapi_resource").lifecycle).toEqual({ replace_triggered_by: [`${waitOf(stack)}.id`] });
});

test.each([
  ["10m", {}],
  ["20m", { timeouts: { azurePeering: "20m" } }],
])("refusals that pass by themselves are tried again for %s, every 5 to 20 seconds", (timeout, over) => {
  expect(azurePeering(over)).toMatchObject({
    retry: {
      error_message_regex: [
        "LinkedAuthorizationFailed",
        "ReferencedResourceNotProvisioned",
        "AnotherOperationInProgress",
      ],
      interval_seconds: 5,
      max_interval_seconds: 20,
    },
    timeouts: { create: timeout, update: timeout, delete: timeout },
  });
});

test("nobody gets the right to list resource providers, which azapi does not need", () => {
  const stack = synthPeering({ azurePeeringProvider: AZAPI });
  const roles = Object.values(stack.resources("azurerm_role_definition")).map(({ name }) => String(name));
  expect(roles.filter((name) => name.includes("list resource providers"))).toEqual([]);
  expect(Object.keys(stack.resources("azurerm_role_assignment"))).toHaveLength(2);
});

test("peerings that are moved from azurerm are so for every network that is given nothing else", () => {
  const stack = synthStack((stack) => {
    const peering = addPeering(stack, { azurePeeringProvider: AZAPI, migrateFrom: AzurePeeringProvider.AZURERM });
    peering.addVirtualNetwork("spoke", spoke());
  });
  const names = Object.keys(stack.resources("azapi_resource"));
  expect(names).toHaveLength(2);
  const moved = names.map((name) => ({
    from: `azurerm_virtual_network_peering.${name}`,
    to: `azapi_resource.${name}`,
  }));
  expect(stack.json.moved).toHaveLength(2);
  expect(stack.json.moved).toEqual(expect.arrayContaining(moved));
});
