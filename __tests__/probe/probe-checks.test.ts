import { type TerraformStack, TerraformVariable } from "cdktf";
import { type ConnectivityProbeProps, ProbeProtocol } from "cdktf-aiven-azure-peering";
import { machine, MACHINE_ID, type Over, synthProbe, TYPE } from "../support/probe";
import { expectAccepted, expectRefusal } from "../support/refusal";
import { preconditionsOf, shown } from "../support/synth";

const variable = (stack: TerraformStack, type = "string") => new TerraformVariable(stack, "given", { type });
const HOST = 'a host name without scheme and port, such as "postgres-my-project.aivencloud.com"';
const PORT = "a whole number from 1 to 65535";
const PREFIX = "1 to 67 letters, digits, underscores, periods and hyphens that begin with a letter or digit";
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
  [{ commandNamePrefix: "p".repeat(68) }, `commandNamePrefix: "${"p".repeat(68)}" is not allowed, use ${PREFIX}`],
  [{ commandNamePrefix: "-probe" }, `commandNamePrefix: "-probe" is not allowed, use ${PREFIX}`],
  [{ commandNamePrefix: "a probe" }, `commandNamePrefix: "a probe" is not allowed, use ${PREFIX}`],
  [{ commandNamePrefix: "" }, `commandNamePrefix: "" is not allowed, use ${PREFIX}`],
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
  expectRefusal(() => synthProbe(() => over), `stack/probe: ${message}`);
});

test.each(["p", "p".repeat(67)])("the names of its commands may begin with %s", (commandNamePrefix) => {
  expectAccepted(() => synthProbe(() => ({ commandNamePrefix })));
});

test("a wait that only Terraform knows is refused, because Terraform reads no durations", () => {
  expectRefusal(
    () => synthProbe((stack) => ({ maximumWait: variable(stack).stringValue })),
    'stack/probe: maximumWait: a token is not allowed, use a literal duration, at most "1h", such as "15m"',
  );
});

test("a machine that is none is refused", () => {
  expectRefusal(
    () => machine("probe"),
    'virtualMachine.id: "probe" is not allowed, use the ARM id of a virtual machine, ' +
      '"/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Compute/virtualMachines/<name>"',
  );
  expectRefusal(
    () => machine(MACHINE_ID, { location: "japan/east" }),
    'virtualMachine.location: "japan/east" is not allowed, use an Azure location, such as "japaneast"',
  );
});

test.each<[string, Over, string, string]>([
  [
    "host",
    (stack) => ({ host: variable(stack).stringValue }),
    '${can(regex("^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)$", var.given))}',
    `host: "${shown("given")}" is not allowed, use ${HOST}`,
  ],
  [
    "port",
    (stack) => ({ port: variable(stack, "number").numberValue }),
    "${try(var.given >= 1 && var.given <= 65535 && floor(var.given) == var.given, false)}",
    `port: ${shown("given")} is not allowed, use ${PORT}`,
  ],
  [
    "networkCidr",
    (stack) => ({ networkCidr: variable(stack).stringValue }),
    '${can(cidrnetmask(var.given)) && try(tonumber(split("/", var.given)[1]) >= 20 && tonumber(split("/", var.given)[1]) <= 24, false)}',
    `networkCidr: "${shown("given")}" is not allowed, use an IPv4 range with a prefix length of 20 to 24, such as "10.0.0.0/24"`,
  ],
  [
    "timeout",
    (stack) => ({ timeout: variable(stack).stringValue }),
    '${can(regex("^(?:(?:[0-9]+(?:\\\\.[0-9]+)?(?:ms|s|m|h))+)$", var.given))}',
    `timeout: "${shown("given")}" is not allowed, use a duration such as "90s", "2m" or "1h30m"`,
  ],
])("%s that only Terraform knows is validated by Terraform", (_property, over, condition, message) => {
  const [first] = preconditionsOf(synthProbe(over).resource(TYPE));
  expect(first).toEqual({ condition, error_message: `stack/probe: ${message}` });
});
