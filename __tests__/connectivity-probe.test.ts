import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AzureVirtualMachine,
  ConnectivityProbe,
  type ConnectivityProbeProps,
  MachineOperatingSystem,
  ProbeProtocol,
} from "cdktf-aiven-azure-peering";
import { PROBE_SCRIPT } from "../lib/probe/script";
import { WINDOWS_PROBE_SCRIPT } from "../lib/probe/windows-script";
import { addPeering, SUBSCRIPTION, synthStack, type Synthesised } from "./support/synth";

const MACHINE_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Compute/virtualMachines/Probe`;
const TYPE = "azurerm_virtual_machine_run_command";

type Over = (stack: TerraformStack) => Partial<ConnectivityProbeProps>;

const synthProbe = (over: Over = () => ({})): Synthesised =>
  synthStack((stack) => {
    new ConnectivityProbe(stack, "probe", {
      link: addPeering(stack).link,
      virtualMachine: AzureVirtualMachine.fromId(MACHINE_ID, "japaneast"),
      host: "postgres-my-project.aivencloud.com",
      port: 12691,
      networkCidr: "10.0.0.0/24",
      ...over(stack),
    });
  });

interface RunCommand {
  name: string;
  parameter: { name: string; value: string }[];
  lifecycle?: { precondition: { condition: string; error_message: string }[] };
}
const commandOf = (stack: Synthesised) => stack.resource(TYPE) as unknown as RunCommand;
const parametersOf = (stack: Synthesised) =>
  Object.fromEntries(commandOf(stack).parameter.map(({ name, value }) => [name, value]));

const variable = (stack: TerraformStack, type = "string") => new TerraformVariable(stack, "given", { type });

describe("by default", () => {
  const stack = synthProbe();

  test("it runs the script on the machine, with what it probes in the environment", () => {
    expect(stack.resource(TYPE)).toMatchObject({
      virtual_machine_id: MACHINE_ID,
      location: "japaneast",
      source: { script: PROBE_SCRIPT },
    });
    expect(parametersOf(stack)).toEqual({
      PROBE_HOST: "postgres-my-project.aivencloud.com",
      PROBE_PORT: "12691",
      PROBE_PROTOCOL: "postgresql",
      PROBE_NETWORK_CIDR: "10.0.0.0/24",
      PROBE_MAXIMUM_WAIT_SECONDS: "900",
      PROBE_FAIL: "true",
    });
  });

  test("it takes half an hour at most, half of it to wait for Aiven", () => {
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: "30m", update: "30m", delete: "30m" } });
  });

  test("it comes after both halves of the peering, and is another command once they are others", () => {
    const connection = stack.address("aiven_azure_vpc_peering_connection");
    const half = stack.address("azurerm_virtual_network_peering");
    expect(commandOf(stack).name).toMatch(
      /^aiven-probe-[0-9a-f]{8}-\$\{substr\(sha256\(jsonencode\(\[.*\]\)\), 0, 12\)\}$/,
    );
    expect(commandOf(stack).name).toContain(`${connection}.id, ${half}.id, "${MACHINE_ID}"`);
  });

  test("it adds no check and no condition, and its address is pinned", () => {
    expect(stack.address(TYPE)).toBe(`${TYPE}.probe_run-command_5A2781CC`);
    expect(Object.keys(stack.checks).filter((name) => name.startsWith("probe"))).toEqual([]);
    expect(stack.resource(TYPE)).not.toHaveProperty("lifecycle");
  });

  test("it holds no secret", () => {
    const block = JSON.stringify(stack.resource(TYPE));
    expect(block).not.toMatch(/password|token|secret|protected_parameter/i);
  });
});

describe("what the machine runs", () => {
  const { LINUX, WINDOWS } = MachineOperatingSystem;
  const fromId = (operatingSystem?: MachineOperatingSystem): Over => {
    const virtualMachine = AzureVirtualMachine.fromId(MACHINE_ID, "japaneast", operatingSystem);
    return () => ({ virtualMachine });
  };
  const made = {
    name: "probe",
    location: "westeurope",
    resourceGroupName: "network",
    size: "Standard_B2s",
    networkInterfaceIds: [],
    adminUsername: "probe",
    osDisk: { caching: "ReadOnly", storageAccountType: "Standard_LRS" },
  };
  const fromLinuxResource: Over = (stack) => ({
    virtualMachine: AzureVirtualMachine.fromResource(new LinuxVirtualMachine(stack, "machine", made)),
  });
  const fromWindowsResource: Over = (stack) => ({
    virtualMachine: AzureVirtualMachine.fromWindowsResource(
      new WindowsVirtualMachine(stack, "machine", { ...made, adminPassword: "${var.password}" }),
    ),
  });

  test.each<[string, Over, string]>([
    ["by id", fromId(), PROBE_SCRIPT],
    ["by id, as Linux", fromId(LINUX), PROBE_SCRIPT],
    ["by id, as Windows", fromId(WINDOWS), WINDOWS_PROBE_SCRIPT],
    ["from a Linux resource", fromLinuxResource, PROBE_SCRIPT],
    ["from a Windows resource", fromWindowsResource, WINDOWS_PROBE_SCRIPT],
  ])("%s: the script is one in its language, with the same parameters", (_how, over, script) => {
    const stack = synthProbe(over);
    expect(stack.resource(TYPE)).toMatchObject({ source: { script } });
    expect(parametersOf(stack)).toEqual(parametersOf(synthProbe()));
  });

  test("a machine that this app makes is probed again when it is made again", () => {
    const stack = synthProbe(fromWindowsResource);
    const address = stack.address("azurerm_windows_virtual_machine");
    expect(commandOf(stack)).toMatchObject({
      virtual_machine_id: `\${${address}.id}`,
      location: `\${${address}.location}`,
      name: expect.stringContaining(`${address}.virtual_machine_id`) as string,
    });
  });

  test("it makes another command where it changes", () => {
    expect(commandOf(synthProbe(fromId(WINDOWS))).name).not.toBe(commandOf(synthProbe(fromId(LINUX))).name);
    expect(commandOf(synthProbe(fromId())).name).toBe(commandOf(synthProbe(fromId(LINUX))).name);
  });

  test("it is Linux or Windows", () => {
    expect(() => fromId("Windows" as MachineOperatingSystem)).toThrow(
      new Error(
        'virtualMachine.operatingSystem: "Windows" is not allowed, use MachineOperatingSystem.LINUX ("linux") or ' +
          'MachineOperatingSystem.WINDOWS ("windows")',
      ),
    );
  });
});

describe("what can be chosen", () => {
  test("how long it waits, and with it how long Terraform does", () => {
    const stack = synthProbe(() => ({ maximumWait: "1h" }));
    expect(parametersOf(stack)).toMatchObject({ PROBE_MAXIMUM_WAIT_SECONDS: "3600" });
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: "75m" } });
  });

  test.each([
    ["0s", "0", "15m"],
    ["90s", "90", "17m"],
    ["2m30s", "150", "18m"],
    ["1500ms", "2", "16m"],
  ])("maximumWait %s", (maximumWait, seconds, timeout) => {
    const stack = synthProbe(() => ({ maximumWait }));
    expect(parametersOf(stack)).toMatchObject({ PROBE_MAXIMUM_WAIT_SECONDS: seconds });
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: timeout } });
  });

  test("what the service speaks", () => {
    const stack = synthProbe(() => ({ protocol: ProbeProtocol.TLS }));
    expect(parametersOf(stack)).toMatchObject({ PROBE_PROTOCOL: "tls" });
  });

  test("how long Terraform waits", () => {
    const stack = synthProbe(() => ({ timeout: "80m" }));
    expect(stack.resource(TYPE)).toMatchObject({ timeouts: { create: "80m", update: "80m", delete: "80m" } });
  });

  test("what else makes it run again", () => {
    const stack = synthProbe(() => ({ triggers: { generation: "2" } }));
    expect(commandOf(stack).name).toContain('"generation", "2"');
  });

  test("what its name begins with", () => {
    expect(commandOf(synthProbe(() => ({ commandNamePrefix: "probe-prod" }))).name).toMatch(
      /^probe-prod-\$\{substr\(sha256\(jsonencode\(\[.*\]\)\), 0, 12\)\}$/,
    );
  });

  test("that its name begins as no other's on the machine does", () => {
    const second = (over: Partial<ConnectivityProbeProps>) => () =>
      synthStack((stack) => {
        const props = {
          ...{ link: addPeering(stack).link, virtualMachine: AzureVirtualMachine.fromId(MACHINE_ID, "japaneast") },
          ...{ host: "postgres.example", port: 5432, networkCidr: "10.0.0.0/24", commandNamePrefix: "probe" },
        };
        new ConnectivityProbe(stack, "one", props);
        new ConnectivityProbe(stack, "two", { ...props, ...over });
      });
    expect(second({ commandNamePrefix: "Probe", host: "kafka.example" })).toThrow(
      new Error(
        'stack/two: commandNamePrefix: "Probe" is not allowed, stack/one has it on the same machine; give each probe a prefix of its own',
      ),
    );
    expect(second({ commandNamePrefix: "probe-2" })).not.toThrow();
    expect(second({ virtualMachine: AzureVirtualMachine.fromId(`${MACHINE_ID}2`, "japaneast") })).not.toThrow();
  });

  test("who runs it", () => {
    const stack = synthProbe((scope) => ({
      provider: new AzurermProvider(scope, "other", { features: [{}], alias: "other" }),
    }));
    expect(stack.resource(TYPE)).toMatchObject({ provider: "azurerm.other" });
  });

  test("that it only warns: the script then ends well, and a check tells its message", () => {
    const stack = synthProbe(() => ({ failApply: false }));
    const address = stack.address(TYPE);
    expect(parametersOf(stack)).toMatchObject({ PROBE_FAIL: "false" });
    expect(stack.checks["probe_run-command_5A2781CC_passed"]).toEqual({
      assert: {
        condition: `\${try(jsondecode(${address}.instance_view[0].output).passed, true)}`,
        error_message:
          `stack/probe: \${try(jsondecode(${address}.instance_view[0].output).message, "")}. Correct that and run ` +
          `terraform apply -replace='${address}', which probes again`,
      },
    });
  });
});

const HOST = 'a host name without scheme and port, such as "postgres-my-project.aivencloud.com"';
const PORT = "a whole number from 1 to 65535";
const WAIT = 'a duration, at most "1h", such as "15m"';

test.each<[Partial<ConnectivityProbeProps>, string]>([
  [{ host: "https://postgres.example" }, `host: "https://postgres.example" is not allowed, use ${HOST}`],
  [{ host: "postgres.example:5432" }, `host: "postgres.example:5432" is not allowed, use ${HOST}`],
  [{ host: "a..b" }, `host: "a..b" is not allowed, use ${HOST}`],
  [{ host: "$(reboot)" }, `host: "$(reboot)" is not allowed, use ${HOST}`],
  [{ host: "" }, `host: "" is not allowed, use ${HOST}`],
  [{ port: 0 }, `port: 0 is not allowed, use ${PORT}`],
  [{ port: 65536 }, `port: 65536 is not allowed, use ${PORT}`],
  [{ port: 54.32 }, `port: 54.32 is not allowed, use ${PORT}`],
  [{ port: NaN }, `port: NaN is not allowed, use ${PORT}`],
  [
    { networkCidr: "10.0.0.0/16" },
    'networkCidr: "10.0.0.0/16" is not allowed, use an IPv4 range with a prefix length of 20 to 24, such as "10.0.0.0/24"',
  ],
  [{ networkCidr: "10.0.0.1/24" }, 'networkCidr: "10.0.0.1/24" has host bits set, use "10.0.0.0/24"'],
  [
    { protocol: "kafka" as ProbeProtocol },
    'protocol: "kafka" is not allowed, use ProbeProtocol.POSTGRESQL ("postgresql") or ProbeProtocol.TLS ("tls")',
  ],
  [{ maximumWait: "soon" }, `maximumWait: "soon" is not allowed, use ${WAIT}`],
  [{ maximumWait: "61m" }, `maximumWait: "61m" is not allowed, use ${WAIT}`],
  [{ maximumWait: "15" }, `maximumWait: "15" is not allowed, use ${WAIT}`],
  [{ timeout: "long" }, 'timeout: "long" is not allowed, use a duration such as "90s", "2m" or "1h30m"'],
  [
    { timeout: "15m" },
    'timeout: "15m" is not allowed, use a duration longer than maximumWait, 900s, and at most "90m"',
  ],
  [
    { timeout: "91m" },
    'timeout: "91m" is not allowed, use a duration longer than maximumWait, 900s, and at most "90m"',
  ],
])("%j is refused", (over, message) => {
  expect(() => synthProbe(() => over)).toThrow(new Error(`stack/probe: ${message}`));
});

test("a wait that only Terraform knows is refused, because Terraform reads no durations", () => {
  expect(() => synthProbe((stack) => ({ maximumWait: variable(stack).stringValue }))).toThrow(
    new Error('stack/probe: maximumWait: a token is not allowed, use a literal duration, at most "1h", such as "15m"'),
  );
});

test("a machine that is none is refused", () => {
  expect(() => AzureVirtualMachine.fromId("probe", "japaneast")).toThrow(
    new Error(
      'virtualMachine.id: "probe" is not allowed, use the ARM id of a virtual machine, ' +
        '"/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Compute/virtualMachines/<name>"',
    ),
  );
  expect(() => AzureVirtualMachine.fromId(MACHINE_ID, "japan/east")).toThrow(
    new Error('virtualMachine.location: "japan/east" is not allowed, use an Azure location, such as "japaneast"'),
  );
});

/** What a variable's value looks like in a message, null included. */
const GIVEN = '${try(tostring(var.given), null) == null ? "null" : var.given}';

test.each<[string, Over, string, string]>([
  [
    "host",
    (stack) => ({ host: variable(stack).stringValue }),
    '${can(regex("^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)$", var.given))}',
    `host: "${GIVEN}" is not allowed, use ${HOST}`,
  ],
  [
    "port",
    (stack) => ({ port: variable(stack, "number").numberValue }),
    "${try(var.given >= 1 && var.given <= 65535 && floor(var.given) == var.given, false)}",
    `port: ${GIVEN} is not allowed, use ${PORT}`,
  ],
  [
    "networkCidr",
    (stack) => ({ networkCidr: variable(stack).stringValue }),
    '${can(cidrnetmask(var.given)) && try(tonumber(split("/", var.given)[1]) >= 20 && tonumber(split("/", var.given)[1]) <= 24, false)}',
    `networkCidr: "${GIVEN}" is not allowed, use an IPv4 range with a prefix length of 20 to 24, such as "10.0.0.0/24"`,
  ],
  [
    "timeout",
    (stack) => ({ timeout: variable(stack).stringValue }),
    '${can(regex("^(?:(?:[0-9]+(?:\\\\.[0-9]+)?(?:ms|s|m|h))+)$", var.given))}',
    `timeout: "${GIVEN}" is not allowed, use a duration such as "90s", "2m" or "1h30m"`,
  ],
])("%s that only Terraform knows is judged by Terraform", (_property, over, condition, message) => {
  const [first] = commandOf(synthProbe(over)).lifecycle?.precondition ?? [];
  expect(first).toEqual({ condition, error_message: `stack/probe: ${message}` });
});

test("a port that only Terraform knows reaches the script", () => {
  const stack = synthProbe((scope) => ({ port: variable(scope, "number").numberValue }));
  expect(parametersOf(stack)).toMatchObject({ PROBE_PORT: "${var.given}" });
});
