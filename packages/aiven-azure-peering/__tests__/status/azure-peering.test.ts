import type { AivenPeeringConnection } from "../../src/clouds/aiven";
import type { Finding } from "../../src/report/report";
import { azurePeering } from "../../src/status/peering";
import type { NetworkScope } from "../../src/status/scopes";

const AIVENS = "/subscriptions/one/resourceGroups/aiven/providers/Microsoft.Network/virtualNetworks/aivens";

const connection = (state: string): AivenPeeringConnection => ({
  peer_cloud_account: "",
  peer_resource_group: "",
  peer_vpc: "",
  peer_azure_app_id: "",
  peer_azure_tenant_id: "",
  state,
  state_info: null,
});

/** What is said of a peering of Azure's with a network. */
async function found(peeringState: string, remote: string, aiven = "ACTIVE"): Promise<string> {
  const properties = { peeringState, remoteVirtualNetwork: { id: remote } };
  const sides = {
    network: { id: "", name: "hub", location: "", properties: {} },
    aiven: connection(aiven),
    azure: { id: "", name: "to-aiven", properties },
    peerings: [],
    aivenNetworkId: AIVENS,
  };
  const { status, message } = (await azurePeering.run({ sides } as unknown as NetworkScope)) as Finding;
  return `${status} ${message}`;
}

test("it leads to Aiven's network in whichever case either cloud writes the id", async () => {
  expect(await found("Connected", AIVENS.toUpperCase())).toBe("ok Connected");
  expect(await found("Connected", `${AIVENS}-2`)).toBe(
    `failed Connected: to-aiven leads to ${AIVENS}-2, but Aiven's network is ${AIVENS}`,
  );
});

test.each(["APPROVED", "APPROVED_PEER_REQUESTED"])(
  "Initiated is no failure while Aiven's connection is %s",
  async (state) => {
    expect(await found("Initiated", AIVENS, state)).toBe("warning Initiated: Aiven's connection does not exist yet");
  },
);

test("Initiated is under way while Aiven looks for it, as no plan warns of it either in the first 20 minutes", async () => {
  expect(await found("Initiated", AIVENS, "PENDING_PEER")).toBe(
    "warning Initiated: under way, Aiven's connection is PENDING_PEER",
  );
});

test("Initiated is a failure once Aiven's connection is beyond that", async () => {
  expect(await found("Initiated", AIVENS, "ACTIVE")).toMatch(/^failed Initiated: Aiven has no side for it: /);
});
