import { spawnSync } from "node:child_process";
import { resourceGroupId } from "../../src/clouds/azure/resource-id";
import { first, startClient, type RestClient, type Sent } from "./client";

let client: RestClient;
let arm: Sent;
let group: string;
beforeAll(async () => {
  client = await startClient();
  arm = { token: await client.deployerToken() };
  group = resourceGroupId(client.world.settings.customer.subscriptions[0].id, "network");
  client.world.byHand.createResourceGroup(group);
  client.world.byHand.createVirtualNetwork(networkOf("hub"), ["10.1.0.0/16"]);
  await put(`${networkOf("hub")}/subnets/one`, { properties: { addressPrefix: "10.1.0.0/24" } });
});
afterAll(() => client.close());

const V = "?api-version=2024-03-01";
const networkOf = (name: string): string => `${group}/providers/Microsoft.Network/virtualNetworks/${name}`;
const ofType = (type: string, name: string): string => `${group}/providers/${type}/${name}`;
const put = async (id: string, body: object) => {
  const response = await client.put(id + V, { location: "westeurope", ...body }, arm);
  await client.settled(response, arm);
  return response;
};
const properties = async (id: string) => (await client.get(id + V, arm)).body.properties;

test("a machine has an interface with an address, and keeps its password to itself", async () => {
  const address = ofType("Microsoft.Network/publicIPAddresses", "front");
  await put(address, { sku: { name: "Standard" }, properties: { publicIPAllocationMethod: "Static" } });
  expect(await properties(address)).toMatchObject({ ipAddress: "198.51.100.1", publicIPAllocationMethod: "Static" });
  const rules = ofType("Microsoft.Network/networkSecurityGroups", "rules");
  await put(rules, { properties: { securityRules: [{ name: "ssh" }] } });
  expect(await properties(rules)).toMatchObject({ securityRules: [{ name: "ssh" }], defaultSecurityRules: [] });

  const nic = ofType("Microsoft.Network/networkInterfaces", "nic");
  const ip = { subnet: { id: `${networkOf("hub")}/subnets/one` }, publicIPAddress: { id: address } };
  await put(nic, { properties: { ipConfigurations: [{ name: "main", properties: ip }] } });
  const machine = ofType("Microsoft.Compute/virtualMachines", "machine");
  await put(machine, {
    identity: { type: "SystemAssigned" },
    properties: {
      hardwareProfile: { vmSize: "Standard_B1s" },
      osProfile: { computerName: "machine", adminUsername: "admin", adminPassword: "hidden", customData: "aGlkZGVu" },
      networkProfile: { networkInterfaces: [{ id: nic }] },
      storageProfile: { osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Standard_LRS" } } },
    },
  });
  const configured = first((await properties(nic)).ipConfigurations).properties;
  expect(configured).toMatchObject({ privateIPAddress: "10.1.0.4", privateIPAllocationMethod: "Dynamic", ...ip });
  expect((await properties(nic)).virtualMachine.id).toBe(machine);
  const shown = await client.get(machine + V, arm);
  expect(shown.body).toMatchObject({
    identity: { type: "SystemAssigned" },
    properties: {
      hardwareProfile: { vmSize: "Standard_B1s" },
      osProfile: { adminUsername: "admin", allowExtensionOperations: true },
      storageProfile: { osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Standard_LRS" } } },
    },
  });
  expect(JSON.stringify(shown.body)).not.toMatch(/hidden|aGlkZGVu/);
  expect(await client.delete(nic + V, arm)).toMatchObject({
    status: 400,
    body: { error: { code: "InUseCannotBeDeleted" } },
  });
  expect(
    await client.put(`${ofType("Microsoft.Compute/virtualMachines", "none")}/runCommands/one${V}`, {}, arm),
  ).toMatchObject({
    status: 404,
  });
});

test.each([
  { osProfile: { windowsConfiguration: {} } },
  { storageProfile: { osDisk: { osType: "Windows", createOption: "FromImage" } } },
])("on a machine that is Windows by %j a command fails, as nothing here runs PowerShell", async (properties) => {
  const machine = ofType("Microsoft.Compute/virtualMachines", `windows-${Object.keys(properties).join()}`);
  await put(machine, { properties });
  const command = `${machine}/runCommands/probe`;
  const source = { script: "Write-Host Hello" };
  await client.settled(await client.put(command + V, { location: "westeurope", properties: { source } }, arm), arm);
  expect((await client.get(`${command}${V}&$expand=instanceView`, arm)).body.properties).toMatchObject({
    instanceView: {
      executionState: "Failed",
      exitCode: 127,
      output: "",
      error:
        "the simulator runs no PowerShell: what a Windows machine does with a script is known only where it really runs",
    },
  });
});

(spawnSync("python3", ["--version"]).status === 0 ? test : test.skip)(
  "a command runs on its machine, and fails its deployment only where it is asked to",
  async () => {
    const machine = ofType("Microsoft.Compute/virtualMachines", "runner");
    await put(machine, { properties: {} });
    const command = `${machine}/runCommands/probe`;
    const script =
      "#!/usr/bin/env python3\nimport os\nprint(os.environ['WHO'])\nraise SystemExit(int(os.environ['CODE']))\n";
    const run = (code: string, more: object = {}) =>
      client.put(
        command + V,
        {
          location: "westeurope",
          properties: {
            source: { script },
            parameters: [{ name: "WHO", value: "me" }],
            protectedParameters: [{ name: "CODE", value: code }],
            ...more,
          },
        },
        arm,
      );
    const started = await run("3");
    expect(started).toMatchObject({ status: 201, body: { properties: { provisioningState: "Updating" } } });
    expect(started.body.properties).not.toHaveProperty("protectedParameters");
    await client.settled(started, arm);
    const view = (await client.get(`${command}${V}&$expand=instanceView`, arm)).body.properties;
    expect(view).toMatchObject({
      provisioningState: "Succeeded",
      instanceView: { executionState: "Failed", exitCode: 3, output: "me\n" },
    });
    expect(await properties(command)).not.toHaveProperty("instanceView");
    const strict = await run("1", { treatFailureAsDeploymentFailure: true });
    await expect(client.settled(strict, arm)).rejects.toThrow(/VMExtensionProvisioningError/);
    expect((await client.delete(command + V, arm)).status).toBe(202);
  },
);
