import { CUSTOMER_SUBSCRIPTION_ID } from "../src/clouds/settings";
import { AivenHarness } from "./support/aiven";

const ORGANIZATION = "org1a2b3c4d5e6";
const beta = { environment: { PROVIDER_AIVEN_ENABLE_BETA: "1" }, lag: { rbac: 0 } };
const aiven = new AivenHarness(beta);
const ADDRESS = "aiven_azure_org_vpc_peering_connection.peering";

const vpc = { organization_id: ORGANIZATION, cloud_name: "azure-westeurope", network_cidr: "10.0.0.0/24" };

function graph(change: { admitted?: boolean } = {}) {
  const organization_vpc_id = "${aiven_organization_vpc.vpc.organization_vpc_id}";
  const peer = { ...aiven.preparePeering(change), vpc_id: undefined };
  const peering = { organization_id: ORGANIZATION, organization_vpc_id, ...peer };
  return { aiven_organization_vpc: { vpc }, aiven_azure_org_vpc_peering_connection: { peering } };
}

test("an organization's VPC and a connection from it, which says nothing about the network to peer with", async () => {
  aiven.configure(graph());
  const outcome = await aiven.apply();
  expect(outcome).toMatchObject({ code: 0 });
  expect(outcome.text).toContain("Warning: Aiven platform has created a connection to the specified peer");
  const id = aiven.world.aiven.vpcs.all[0].id;
  const values = (await aiven.resource(ADDRESS))?.values;
  expect(values).toMatchObject({
    id: `${ORGANIZATION}/${id}/${CUSTOMER_SUBSCRIPTION_ID}/vnet/network`,
    state: "PENDING_PEER",
    peering_connection_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
  expect(values).not.toHaveProperty("state_info");
  expect(await aiven.plan()).toMatchObject({ code: 0 });
  expect(await aiven.destroy()).toMatchObject({ code: 0 });
  expect(aiven.world.aiven.vpcs.all).toEqual([]);
});

test("a connection Aiven cannot make leaves nothing, in Aiven and in the state", async () => {
  aiven.configure(graph({ admitted: false }));
  const outcome = await aiven.apply();
  expect(outcome.text).toContain("Error: VPC peering connection cannot be created, more in the state info:");
  expect(await aiven.resource(ADDRESS)).toBeUndefined();
  expect(aiven.world.aiven.peeringConnections.all).toEqual([]);
});

test("import of both by their ids", async () => {
  aiven.configure(graph());
  await aiven.apply();
  for (const address of [ADDRESS, "aiven_organization_vpc.vpc"]) {
    const id = String((await aiven.resource(address))?.values.id);
    await aiven.terraform(["state", "rm", address]);
    expect(await aiven.terraform(["import", address, id])).toMatchObject({ code: 0 });
  }
  expect(await aiven.plan()).toMatchObject({ code: 0 });
});

test("a range Aiven does not take is refused", async () => {
  aiven.configure({ aiven_organization_vpc: { vpc: { ...vpc, network_cidr: "10.0.0.0/25" } } });
  expect((await aiven.apply()).text).toContain("[400 OrganizationVpcCreate]: Network prefix length must be between");
});

test("both are found by data sources", async () => {
  const resources = graph();
  aiven.configure(resources);
  await aiven.apply();
  const peer = {
    organization_id: ORGANIZATION,
    organization_vpc_id: aiven.world.aiven.vpcs.all[0].id,
    azure_subscription_id: CUSTOMER_SUBSCRIPTION_ID,
    vnet_name: "vnet",
    peer_resource_group: "network",
  };
  const data = {
    aiven_organization_vpc: { found: { organization_id: ORGANIZATION, organization_vpc_id: peer.organization_vpc_id } },
    aiven_azure_org_vpc_peering_connection: { found: peer },
  };
  const output = {
    cidr: { value: "${data.aiven_organization_vpc.found.network_cidr}" },
    state: { value: "${data.aiven_azure_org_vpc_peering_connection.found.state}" },
  };
  aiven.configure(resources, { data, output });
  const outcome = await aiven.apply();
  expect(outcome.text).toContain('cidr = "10.0.0.0/24"');
  expect(outcome.text).toContain('state = "PENDING_PEER"');
});

test("without the beta switch the connection's type does not exist", async () => {
  aiven.start({ environment: {} });
  aiven.configure(graph());
  expect((await aiven.terraform(["validate"])).text).toContain(
    'does not support resource type "aiven_azure_org_vpc_peering_connection"',
  );
});

test("what is not simulated is refused by its name, before anything is made", async () => {
  aiven.configure({ aiven_organization_vpc: { vpc }, aiven_mysql: { mysql: {} } });
  expect((await aiven.apply()).text).toContain('does not support resource type "aiven_mysql"');
  expect(aiven.world.aiven.vpcs.all).toEqual([]);
});
