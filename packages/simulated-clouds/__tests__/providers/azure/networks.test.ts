import { resourceId } from "../../../src/clouds/azure/resource-id";
import { CUSTOMER_SUBSCRIPTION_ID } from "../../../src/clouds/settings";
import { AzureHarness } from "../../support/azure";
import { expectSuccess } from "../../support/clouds";

const harness = new AzureHarness();
const id = (type: string, ...names: string[]) =>
  resourceId(CUSTOMER_SUBSCRIPTION_ID, "net", "Microsoft.Network", type, ...names);

const GROUP = { azurerm_resource_group: { net: { name: "net", location: "West Europe", tags: { team: "data" } } } };
const IN_GROUP = { resource_group_name: "${azurerm_resource_group.net.name}", location: "West Europe" };
const NETWORK = {
  ...GROUP,
  azurerm_virtual_network: { vnet: { name: "VNet", address_space: ["10.1.0.0/16", "10.2.0.0/16"], ...IN_GROUP } },
};
const SUBNET = {
  name: "apps",
  resource_group_name: "${azurerm_resource_group.net.name}",
  virtual_network_name: "${azurerm_virtual_network.vnet.name}",
  address_prefixes: ["10.1.0.0/24"],
};

/** Everything azurerm is needed for around a machine. */
const MACHINE = {
  ...NETWORK,
  azurerm_subnet: { apps: SUBNET },
  azurerm_network_security_group: { closed: { name: "closed", ...IN_GROUP } },
  azurerm_subnet_network_security_group_association: {
    closed: {
      subnet_id: "${azurerm_subnet.apps.id}",
      network_security_group_id: "${azurerm_network_security_group.closed.id}",
    },
  },
  azurerm_public_ip: { ip: { name: "ip", allocation_method: "Static", ...IN_GROUP } },
  azurerm_network_interface: {
    nic: {
      name: "nic",
      ...IN_GROUP,
      ip_configuration: [
        {
          name: "internal",
          subnet_id: "${azurerm_subnet.apps.id}",
          private_ip_address_allocation: "Dynamic",
          public_ip_address_id: "${azurerm_public_ip.ip.id}",
        },
      ],
    },
  },
  azurerm_linux_virtual_machine: {
    vm: {
      name: "vm",
      ...IN_GROUP,
      size: "Standard_B1s",
      admin_username: "azureuser",
      network_interface_ids: ["${azurerm_network_interface.nic.id}"],
      admin_ssh_key: [{ username: "azureuser", public_key: "ssh-rsa AAAA" }],
      os_disk: [{ caching: "ReadWrite", storage_account_type: "Standard_LRS" }],
      source_image_reference: [{ publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" }],
      identity: [{ type: "SystemAssigned" }],
    },
  },
  azurerm_virtual_machine_run_command: {
    probe: {
      name: "probe",
      location: "West Europe",
      virtual_machine_id: "${azurerm_linux_virtual_machine.vm.id}",
      source: [{ script: "echo hello" }],
    },
  },
};

describe("a machine in a network", () => {
  test("is applied, planned empty, imported piece by piece, and destroyed without a trace", async () => {
    expectSuccess(await harness.configure({ resource: MACHINE }).apply());
    expectSuccess(await harness.plan());
    const state = await harness.resources();
    expect(state["azurerm_resource_group.net"].values).toMatchObject({
      id: `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/net`,
      location: "westeurope",
    });
    expect(state["azurerm_virtual_network.vnet"].values).toMatchObject({ id: id("virtualNetworks", "VNet") });
    expect(state["azurerm_subnet.apps"].values).toMatchObject({
      id: id("virtualNetworks", "VNet", "subnets", "apps"),
      private_endpoint_network_policies: "Disabled",
      default_outbound_access_enabled: true,
    });
    expect(state["azurerm_network_interface.nic"].values).toMatchObject({
      private_ip_address: "10.1.0.4",
      ip_configuration: [{ primary: true, private_ip_address: "10.1.0.4", private_ip_address_version: "IPv4" }],
    });
    expect(state["azurerm_linux_virtual_machine.vm"].values).toMatchObject({
      computer_name: "vm",
      private_ip_address: "10.1.0.4",
      public_ip_address: "198.51.100.1",
      priority: "Regular",
      disable_password_authentication: true,
    });
    expect(state["azurerm_virtual_machine_run_command.probe"].values.instance_view).toMatchObject([
      { execution_state: "Succeeded", exit_code: 0 },
    ]);

    for (const address of Object.keys(state)) {
      expectSuccess(await harness.terraform(["state", "rm", address]));
      expectSuccess(await harness.terraform(["import", address, state[address].values.id as string]));
    }
    expectSuccess(await harness.plan());
    expectSuccess(await harness.destroy());
    expect(harness.world.added()).toEqual([]);
  });

  test("a resource that is there already must be imported", async () => {
    harness.world.byHand.createResourceGroup(`/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/net`);
    const { code, text } = await harness.configure({ resource: GROUP }).apply();
    expect(code).toBe(1);
    expect(text).toContain(
      `A resource with the ID "/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/net" already exists - to be managed via Terraform this resource needs to be imported into the State.`,
    );
  });

  test("another user of the interface, another name, another key: the machine is replaced", async () => {
    expectSuccess(await harness.configure({ resource: MACHINE }).apply());
    const changed = (change: object) => ({
      resource: {
        ...MACHINE,
        azurerm_linux_virtual_machine: { vm: { ...MACHINE.azurerm_linux_virtual_machine.vm, ...change } },
      },
    });
    expect((await harness.configure(changed({ size: "Standard_B2s" })).plan()).text).toContain(
      "1 to change, 0 to destroy",
    );
    expect((await harness.configure(changed({ admin_username: "other" })).plan()).text).toContain("forces replacement");
    expect((await harness.configure(changed({ custom_data: "YQ==" })).plan()).text).toContain("forces replacement");
  });
});

test("a network's subnets may stand inside it", async () => {
  const subnet = (name: string, range: string) => ({
    name,
    address_prefixes: [range],
    default_outbound_access_enabled: null,
    delegation: null,
    id: null,
    private_endpoint_network_policies: null,
    private_link_service_network_policies_enabled: null,
    route_table_id: null,
    security_group: null,
    service_endpoint_policy_ids: null,
    service_endpoints: null,
  });
  const network = {
    ...NETWORK.azurerm_virtual_network.vnet,
    subnet: [subnet("a", "10.1.0.0/24"), subnet("b", "10.2.0.0/24")],
  };
  const resource = { ...GROUP, azurerm_virtual_network: { vnet: network } };
  expectSuccess(await harness.configure({ resource }).apply());
  expectSuccess(await harness.plan());
  const { subnet: subnets } = (await harness.resources())["azurerm_virtual_network.vnet"].values as {
    subnet: { id: string }[];
  };
  expect(subnets.map(({ id: subnetId }) => subnetId).sort()).toEqual([
    id("virtualNetworks", "VNet", "subnets", "a"),
    id("virtualNetworks", "VNet", "subnets", "b"),
  ]);
});

test("a network's range is changed in place, its place and name replace it", async () => {
  expectSuccess(await harness.configure({ resource: NETWORK }).apply());
  const changed = (change: object) => ({
    resource: { ...NETWORK, azurerm_virtual_network: { vnet: { ...NETWORK.azurerm_virtual_network.vnet, ...change } } },
  });
  expect((await harness.configure(changed({ address_space: ["10.1.0.0/16"] })).plan()).text).toContain(
    "1 to change, 0 to destroy",
  );
  expect((await harness.configure(changed({ name: "other" })).plan()).text).toContain("forces replacement");
  expect((await harness.configure(changed({ location: "northeurope" })).plan()).text).toContain("forces replacement");
  expectSuccess(await harness.configure(changed({ location: "westeurope" })).plan());
});

test("what was changed behind Terraform's back shows in the next plan, what was deleted is made again", async () => {
  const resource = { ...NETWORK, azurerm_subnet: { apps: SUBNET } };
  expectSuccess(await harness.configure({ resource }).apply());
  harness.world.byHand.growVirtualNetwork(id("virtualNetworks", "VNet"), "10.3.0.0/16");
  const grown = await harness.plan();
  expectSuccess(grown, 2);
  expect(grown.text).toContain('- "10.3.0.0/16"');
  harness.world.byHand.deleteResource(id("virtualNetworks", "VNet", "subnets", "apps"));
  expect((await harness.plan()).text).toContain("azurerm_subnet.apps will be created");
  expectSuccess(await harness.apply());
  expectSuccess(await harness.plan());
});

test("the subnets of a network are written one after the other", async () => {
  const subnets = [0, 1, 2].map((index) => [
    `s${index}`,
    { ...SUBNET, name: `s${index}`, address_prefixes: [`10.1.${index}.0/24`] },
  ]);
  expectSuccess(
    await harness
      .configure({ resource: { ...NETWORK, azurerm_subnet: Object.fromEntries(subnets) as object } })
      .apply(),
  );
  const puts = harness.world.journal.matching(/^PUT .*subnets/).map(({ at }) => at / 1000);
  expect([puts[1] - puts[0], puts[2] - puts[1]]).toEqual([10, 10]);
});

test("a resource group that still holds what Terraform does not know is not deleted", async () => {
  expectSuccess(await harness.configure({ resource: GROUP }).apply());
  harness.world.byHand.createVirtualNetwork(id("virtualNetworks", "foreign"), ["10.9.0.0/16"]);
  const start = harness.world.clock.now();
  const { code, text } = await harness.destroy();
  expect(code).toBe(1);
  expect(text).toContain('deleting Resource Group "net": the Resource Group still contains Resources.');
  expect(text).toContain(`* \`${id("virtualNetworks", "foreign")}\``);
  expect(harness.secondsSince(start)).toBeGreaterThanOrEqual(600);
});

test("unless the features say that it may be", async () => {
  const features = [{ resource_group: [{ prevent_deletion_if_contains_resources: false }] }];
  expectSuccess(await harness.configure({ resource: GROUP, provider: { azurerm: { features } } }).apply());
  harness.world.byHand.createVirtualNetwork(id("virtualNetworks", "foreign"), ["10.9.0.0/16"]);
  expectSuccess(await harness.destroy());
  expect(harness.world.added()).toEqual([]);
});

test("the data sources show what is there", async () => {
  harness.world.byHand.createResourceGroup(`/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}/resourceGroups/net`);
  harness.world.byHand.createVirtualNetwork(id("virtualNetworks", "VNet"), ["10.1.0.0/16"]);
  const data = {
    azurerm_resource_group: { net: { name: "net" } },
    azurerm_virtual_network: { vnet: { name: "VNet", resource_group_name: "net" } },
    azurerm_subscription: { mine: {} },
    azurerm_role_definition: { reader: { name: "Reader", scope: `/subscriptions/${CUSTOMER_SUBSCRIPTION_ID}` } },
  };
  const output = {
    network: { value: "${data.azurerm_virtual_network.vnet}" },
    location: { value: "${data.azurerm_resource_group.net.location}" },
    tenant: { value: "${data.azurerm_subscription.mine.tenant_id}" },
    reader: { value: "${data.azurerm_role_definition.reader.permissions[0].actions}" },
  };
  expectSuccess(await harness.configure({ data, output }).apply());
  expect(await harness.outputs()).toMatchObject({
    network: { id: id("virtualNetworks", "VNet"), address_space: ["10.1.0.0/16"], subnets: [], vnet_peerings: {} },
    location: "westeurope",
    tenant: harness.world.settings.customer.tenantId,
    reader: ["*/read"],
  });
  const { text } = await harness
    .configure({
      data: { azurerm_virtual_network: { no: { name: "no", resource_group_name: "net" } } },
    })
    .plan();
  expect(text).toContain('Virtual Network Name: "no") was not found');
});

test("a run command that fails fails the apply and is tainted, and runs again when its script changes", async () => {
  const scripts: string[] = [];
  harness.world.azure.shell = ({ script }) => {
    scripts.push(script);
    const failed = script.includes("bad");
    return {
      executionState: failed ? "Failed" : "Succeeded",
      executionMessage: failed ? "exit status 3" : "",
      exitCode: failed ? 3 : 0,
      output: "",
      error: "",
    };
  };
  const { probe } = MACHINE.azurerm_virtual_machine_run_command;
  const withScript = (script: string) => ({
    resource: { ...MACHINE, azurerm_virtual_machine_run_command: { probe: { ...probe, source: [{ script }] } } },
  });
  const failed = await harness.configure(withScript("bad")).apply();
  expect([failed.code, failed.text]).toEqual([1, expect.stringMatching(/running the command: .*exit status 3/)]);
  expect((await harness.resources())["azurerm_virtual_machine_run_command.probe"].tainted).toBe(true);
  expectSuccess(await harness.configure(withScript("good")).apply());
  expectSuccess(await harness.configure(withScript("better")).apply());
  expect(scripts).toEqual(["bad", "good", "better"]);
});
