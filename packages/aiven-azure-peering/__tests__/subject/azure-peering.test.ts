import type { AivenPeeringConnection } from "../../src/clouds/aiven";
import { azurePeeringLines } from "../../src/status/azure-peering";

const THEIRS = "/subscriptions/one/resourceGroups/aiven/providers/Microsoft.Network/virtualNetworks/theirs";

const connection = (state: string): AivenPeeringConnection => ({
  ...{ peer_cloud_account: "", peer_resource_group: "", peer_vpc: "", peer_azure_app_id: "", peer_azure_tenant_id: "" },
  state,
  state_info: null,
});

/** What is said of a half of Azure's that leads somewhere. */
function lineOf(peeringState: string, remote: string, aiven = "ACTIVE") {
  const properties = { peeringState, remoteVirtualNetwork: { id: remote } };
  const [line] = azurePeeringLines({
    network: { id: "", name: "hub", location: "", properties: {} },
    aiven: connection(aiven),
    azure: { id: "", name: "half", properties },
    aivenNetworkId: THEIRS,
  });
  return `${line.verdict} ${line.found}`;
}

test("it leads to Aiven's network in whichever case either cloud writes the id", () => {
  expect(lineOf("Connected", THEIRS.toUpperCase())).toBe("ok Connected");
  expect(lineOf("Connected", `${THEIRS}-2`)).toBe(
    `failed Connected: half leads to ${THEIRS}-2, and Aiven's network is ${THEIRS}`,
  );
});

test.each(["APPROVED", "APPROVED_PEER_REQUESTED"])("Initiated is no fault while Aiven's connection is %s", (state) => {
  expect(lineOf("Initiated", THEIRS, state)).toBe("warning Initiated: Aiven's connection is yet to come");
});

test("Initiated is a fault once Aiven's connection is beyond that", () => {
  expect(lineOf("Initiated", THEIRS, "ACTIVE")).toMatch(/^failed Initiated: no half of Aiven's meets it: /);
});
