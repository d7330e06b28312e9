import { join } from "node:path";
import { EXAMPLES, synthesise } from "../../tools/synthesise";
import { Synthesised } from "../support/synth";

interface Example {
  readonly stack: Synthesised;
}

const synthExample = (SSH_PUBLIC_KEY?: string): Example => {
  const json = synthesise(join(EXAMPLES, "postgresql"), { env: { SSH_PUBLIC_KEY } }).get("postgresql") ?? "";
  return { stack: new Synthesised(JSON.parse(json) as never) };
};

const KEY = "ssh-ed25519 AAAA nobody";
let withMachine: Example;
let without: Example;
beforeAll(() => {
  withMachine = synthExample(KEY);
  without = synthExample();
});

test("the service lives in the VPC, and the internet does not reach it", () => {
  const { stack } = without;
  expect(stack.resource("aiven_pg")).toMatchObject({
    project_vpc_id: `\${${stack.address("aiven_project_vpc")}.id}`,
    pg_user_config: { ip_filter: ["${var.azure_address_space}"], public_access: { pg: "${var.public_access}" } },
    termination_protection: "${var.termination_protection}",
  });
  const { public_access, termination_protection } = stack.json.variable ?? {};
  expect([public_access, termination_protection]).toMatchObject([
    { type: "bool", default: false },
    { type: "bool", default: false },
  ]);
});

test("the machine and the probe are there only where a key is given", () => {
  const added = withMachine.stack.addresses.filter((address) => !without.stack.addresses.includes(address));
  expect(added).toEqual([
    "azurerm_linux_virtual_machine.machine_virtual-machine_A1C7CC78",
    "azurerm_network_interface.machine_network-interface_992E7D69",
    "azurerm_network_security_group.machine_nothing-in_170126C6",
    "azurerm_subnet.machine_subnet_76B0D457",
    "azurerm_subnet_network_security_group_association.machine_guarded_C1CB284B",
    "azurerm_virtual_machine_run_command.probe_run-command_5A2781CC",
  ]);
});

test("nobody gets into the machine: no password, no public address, no rule that lets anything in", () => {
  const { stack } = withMachine;
  expect(stack.resource("azurerm_linux_virtual_machine")).toMatchObject({
    admin_ssh_key: [{ public_key: KEY, username: "probe" }],
    disable_password_authentication: true,
  });
  expect(stack.resource("azurerm_linux_virtual_machine")).not.toHaveProperty("admin_password");
  expect(stack.resources("azurerm_public_ip")).toEqual({});
  expect(stack.resource("azurerm_network_interface").ip_configuration).toEqual([
    {
      name: "private",
      private_ip_address_allocation: "Dynamic",
      subnet_id: `\${${stack.address("azurerm_subnet_network_security_group_association")}.subnet_id}`,
    },
  ]);
  const { security_rule: rules } = stack.resource("azurerm_network_security_group");
  expect(rules).toEqual([
    expect.objectContaining({
      access: "Deny",
      destination_address_prefix: "*",
      destination_port_range: "*",
      direction: "Inbound",
      priority: 100,
      protocol: "*",
      source_address_prefix: "*",
      source_port_range: "*",
    }),
  ]);
});

test("the line with psql holds no password, and means the same in bash, in PowerShell and in cmd", () => {
  const line = withMachine.stack.json.output?.psql.value as unknown as string;
  const pg = withMachine.stack.address("aiven_pg");
  const [, quoted] = /^psql "([^"]+)"$/.exec(line.replaceAll(`\${${pg}.`, "{")) ?? [];
  expect(quoted).toBe(
    "host={service_host} port={service_port} dbname=defaultdb user={service_username} sslmode=verify-full sslrootcert=ca.pem",
  );
  expect(quoted).not.toMatch(/[$`!%']/);
});

test("what holds a password is a sensitive output, and the token a sensitive variable", () => {
  const { output, variable } = withMachine.stack.json;
  expect(Object.entries(output ?? {}).map(([name, { sensitive }]) => [name, sensitive ?? false])).toEqual([
    ["ca_certificate", true],
    ["is_it_private", false],
    ["psql", false],
    ["service_host", false],
    ["service_port", false],
    ["service_uri", true],
  ]);
  expect(variable?.aiven_api_token).toMatchObject({ sensitive: true });
});
