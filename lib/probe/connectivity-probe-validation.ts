import { requireInstance } from "../terraform/recognition";
import { type Precondition, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { Checks } from "../validation/checks";
import { secondsOf } from "../validation/rules";
import { operand, shown } from "../terraform/expressions";
import { expressionOf } from "../terraform/keys";
import { Registry } from "../terraform/registry";
import { refuse } from "../terraform/refuse";
import { validateNetworkCidr } from "../validation/network-cidr";
import { requireOptions, type Known, requireChoice, requireSwitch } from "../validation/options";
import { validateProvider } from "../validation/providers";
import { AZURE_LOCATION, DURATION, HOST_NAME, RUN_COMMAND_NAME_PREFIX, VIRTUAL_MACHINE_ID } from "../validation/rules";
import type { ConnectivityProbeProps } from "./connectivity-probe-props";
import { ProbeProtocol } from "./connectivity-probe-props";

const DEFAULT_WAIT = "15m";
const MAXIMUM_WAIT = secondsOf("1h");
/** Azure ends a command that runs longer. */
const MAXIMUM_TIMEOUT = secondsOf("90m");
const AZURE_NEEDS = secondsOf("15m");

const KNOWN: Known<ConnectivityProbeProps> = {
  virtualNetwork: true,
  virtualMachine: true,
  host: true,
  port: true,
  protocol: true,
  networkCidr: true,
  maximumWait: true,
  failApply: true,
  commandNamePrefix: true,
  triggers: true,
  timeout: true,
  provider: true,
};

/** What the checks have found out. */
export interface CheckedProbe {
  readonly preconditions?: Precondition[];
  readonly waitSeconds: number;
  readonly timeout: string;
}

/** Validates a probe's literals at once, and leaves tokens to Terraform. */
export function validateProbe(scope: IConstruct, props: ConnectivityProbeProps): CheckedProbe {
  requireOptions(scope, "", props, KNOWN);
  requireInstance(
    scope,
    "virtualNetwork",
    props.virtualNetwork,
    "PeeredVirtualNetwork",
    "virtualNetwork of an AivenAzurePeering, or what its addVirtualNetwork returned",
  );
  requireInstance(
    scope,
    "virtualMachine",
    props.virtualMachine,
    "AzureVirtualMachine",
    "what AzureVirtualMachine.fromResource or fromId returns",
  );
  requireChoice(scope, "protocol", props.protocol, "ProbeProtocol", ProbeProtocol);
  requireSwitch(scope, "failApply", props.failApply);
  validateProvider(scope, "provider", props.provider, "azurerm");
  const checks = new Checks(scope)
    .rule("virtualMachine.id", props.virtualMachine.id, VIRTUAL_MACHINE_ID)
    .rule("virtualMachine.location", props.virtualMachine.location, AZURE_LOCATION)
    .rule("host", props.host, HOST_NAME)
    .rule("commandNamePrefix", props.commandNamePrefix, RUN_COMMAND_NAME_PREFIX)
    .rule("timeout", props.timeout, DURATION);
  refuseTwin(scope, props);
  checkPort(props.port, checks);
  // A warning about an unusual range is given where the VPC is created.
  validateNetworkCidr("networkCidr", props.networkCidr, checks);
  const waitSeconds = waitOf(props.maximumWait ?? DEFAULT_WAIT, checks);
  if (props.timeout !== undefined) checkTimeout(props.timeout, waitSeconds, checks);
  const timeout = props.timeout ?? `${Math.ceil((waitSeconds + AZURE_NEEDS) / 60)}m`;
  return { preconditions: checks.preconditions, waitSeconds, timeout };
}

const prefixes = Registry.perStack<IConstruct>();

/** A machine has each command's name once. */
function refuseTwin(scope: IConstruct, { commandNamePrefix: prefix, virtualMachine }: ConnectivityProbeProps): void {
  if (prefix === undefined) return;
  const key = [virtualMachine.id, prefix].map((each) => expressionOf(scope, each).toLowerCase()).join(" ");
  const other = prefixes.find(scope, key);
  if (other !== undefined) {
    refuse(
      scope,
      `commandNamePrefix: "${prefix}" is not allowed, ${other.node.path} has it on the same machine; give each probe a prefix of its own`,
    );
  }
  prefixes.add(scope, key, scope);
}

function checkPort(port: number, checks: Checks): void {
  const message = (value: string) => `port: ${value} is not allowed, use a whole number from 1 to 65535`;
  if (Token.isUnresolved(port)) {
    const value = operand(Token.asString(port));
    checks.condition(
      `\${try(${value} >= 1 && ${value} <= 65535 && floor(${value}) == ${value}, false)}`,
      message(shown(Token.asString(port))),
    );
  } else if (!Number.isInteger(port) || port < 1 || port > 65535) {
    checks.refuse(message(String(port)));
  }
}

/** Terraform has no function that reads a duration, so the script's seconds are counted here. */
function waitOf(duration: string, checks: Checks): number {
  if (Token.isUnresolved(duration)) {
    checks.refuse('maximumWait: a token is not allowed, use a literal duration, at most "1h", such as "15m"');
  }
  const seconds = DURATION.allows(duration) ? Math.ceil(secondsOf(duration)) : Infinity;
  if (seconds > MAXIMUM_WAIT) {
    checks.refuse(`maximumWait: "${duration}" is not allowed, use a duration, at most "1h", such as "15m"`);
  }
  return seconds;
}

function checkTimeout(timeout: string, waitSeconds: number, checks: Checks): void {
  if (Token.isUnresolved(timeout)) return;
  const seconds = secondsOf(timeout);
  if (seconds <= waitSeconds || seconds > MAXIMUM_TIMEOUT) {
    checks.refuse(
      `timeout: "${timeout}" is not allowed, use a duration longer than maximumWait, ${waitSeconds}s, and at most "90m"`,
    );
  }
}
