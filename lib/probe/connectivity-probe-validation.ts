import { type Precondition, Token } from "cdktf";
import type { IConstruct } from "constructs";
import type { PeeredVirtualNetwork } from "../peering/peered-virtual-network";
import { operand, shown } from "../terraform/expressions";
import { given, isUnknownScalar } from "../terraform/given";
import { expressionOf } from "../terraform/keys";
import { requireInstance } from "../terraform/recognition";
import { refuse } from "../terraform/refuse";
import { Registry } from "../terraform/registry";
import { Checks, requireTemplate } from "../validation/checks";
import { validateNetworkCidr } from "../validation/network-cidr";
import { type Known, requireChoice, requireObject, requireOptions, requireSwitch } from "../validation/options";
import { validateProvider } from "../validation/providers";
import {
  AZURE_LOCATION,
  DURATION,
  HOST_NAME,
  RUN_COMMAND_NAME_PREFIX,
  secondsOf,
  VIRTUAL_MACHINE_ID,
} from "../validation/rules";
import type { ConnectivityProbeProps } from "./connectivity-probe-props";
import { ProbeProtocol } from "./connectivity-probe-props";

const DEFAULT_WAIT = "15m";
const MAXIMUM_WAIT = secondsOf("1h");
/** Azure ends a command that runs longer. */
const MAXIMUM_TIMEOUT = secondsOf("90m");
const AZURE_NEEDS = secondsOf("15m");

const A_PEERED_NETWORK = "virtualNetwork of an AivenAzurePeering, or what its addVirtualNetwork returned";
const A_MACHINE = "what AzureVirtualMachine.fromResource or fromId returns";
const A_PORT = "a whole number from 1 to 65535";

const KNOWN: Known<ConnectivityProbeProps> = {
  virtualNetwork: A_PEERED_NETWORK,
  virtualMachine: A_MACHINE,
  host: HOST_NAME.allowed,
  port: A_PORT,
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
  readonly networkCidr: string;
  readonly waitSeconds: number;
  readonly timeout: string;
}

/** Validates a probe's literals at once, and leaves tokens to Terraform. */
export function validateProbe(scope: IConstruct, props: ConnectivityProbeProps): CheckedProbe {
  requireOptions(scope, "", props, KNOWN);
  requireInstance(scope, "virtualNetwork", props.virtualNetwork, "PeeredVirtualNetwork", A_PEERED_NETWORK);
  requireInstance(scope, "virtualMachine", props.virtualMachine, "AzureVirtualMachine", A_MACHINE);
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
  checkTriggers(props.triggers, checks);
  const networkCidr = rangeOf(props, checks);
  const waitSeconds = waitOf(props.maximumWait ?? DEFAULT_WAIT, checks);
  if (props.timeout !== undefined) checkTimeout(props.timeout, waitSeconds, checks);
  const timeout = props.timeout ?? `${Math.ceil((waitSeconds + AZURE_NEEDS) / 60)}m`;
  return { preconditions: checks.preconditions, networkCidr, waitSeconds, timeout };
}

/** The range of the VPC, which must be the one that is given, too. */
function rangeOf({ virtualNetwork, networkCidr: range }: ConnectivityProbeProps, checks: Checks): string {
  const { _networkCidr: ofVpc } = virtualNetwork as PeeredVirtualNetwork;
  if (range === undefined) {
    return (
      ofVpc ??
      checks.refuse(
        "networkCidr: missing, and the range of the VPC is not known; give it here, or with AivenVpc.fromId",
      )
    );
  }
  // A warning about an unusual range is given where the VPC is created.
  validateNetworkCidr("networkCidr", range, checks);
  if (ofVpc !== undefined && ofVpc !== range) {
    checks.either(
      [range, ofVpc],
      () => false,
      () => `\${try(${operand(range)} == ${operand(ofVpc)}, true)}`,
      (show) =>
        `networkCidr: "${show(range)}" is not allowed, the range of the peered VPC is "${show(ofVpc)}"; leave it out`,
    );
  }
  return range;
}

/** They become part of an expression, which knows texts alone. */
function checkTriggers(triggers: unknown, checks: Checks): void {
  if (triggers === undefined) return;
  const use = "an object of texts, by names of your own";
  if (Token.isUnresolved(triggers)) checks.refuse(`triggers: a token is not allowed, use ${use}`);
  requireObject(checks.scope, "triggers", triggers, use);
  for (const [name, value] of Object.entries(triggers as object)) {
    const property = `triggers[${given(name)}]`;
    if (value === undefined || value === null) checks.refuse(`${property}: missing, give a text`);
    if (typeof value !== "string") checks.refuse(`${property}: ${given(value)} is not allowed, use a text`);
    requireTemplate(checks.scope, "triggers", name, given);
    requireTemplate(checks.scope, property, value, given);
  }
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
  const message = (value: string) => `port: ${value} is not allowed, use ${A_PORT}`;
  if (isUnknownScalar(port)) {
    const value = operand(port);
    checks.condition(
      `\${try(${value} >= 1 && ${value} <= 65535 && floor(${value}) == ${value}, false)}`,
      message(shown(Token.asString(port))),
    );
  } else if (!Number.isInteger(port) || port < 1 || port > 65535) {
    checks.refuse(message(given(port)));
  }
}

/** Terraform has no function that reads a duration, so the script's seconds are counted here. */
function waitOf(duration: string, checks: Checks): number {
  if (Token.isUnresolved(duration)) {
    checks.refuse('maximumWait: a token is not allowed, use a literal duration, at most "1h", such as "15m"');
  }
  const seconds = typeof duration === "string" && DURATION.allows(duration) ? Math.ceil(secondsOf(duration)) : Infinity;
  if (seconds > MAXIMUM_WAIT) {
    checks.refuse(`maximumWait: ${given(duration)} is not allowed, use a duration, at most "1h", such as "15m"`);
  }
  return seconds;
}

function checkTimeout(timeout: string, waitSeconds: number, checks: Checks): void {
  if (isUnknownScalar(timeout)) return;
  const seconds = secondsOf(timeout);
  if (seconds <= waitSeconds || seconds > MAXIMUM_TIMEOUT) {
    checks.refuse(
      `timeout: ${given(timeout)} is not allowed, use a duration longer than maximumWait, ${waitSeconds}s, and at most "90m"`,
    );
  }
}
