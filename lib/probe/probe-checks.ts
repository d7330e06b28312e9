import { type Precondition, Token } from "cdktf";
import { Checks } from "../validation/checks";
import { secondsOf } from "../validation/duration";
import { operand } from "../terraform/hcl";
import { checkNetworkCidr } from "../validation/network-cidr";
import { AZURE_LOCATION, DURATION, HOST_NAME, VIRTUAL_MACHINE_ID } from "../validation/rules";
import type { ConnectivityProbeProps } from "./probe-props";

const DEFAULT_WAIT = "15m";
const MAXIMUM_WAIT = secondsOf("1h");
/** Azure ends a command that runs longer. */
const MAXIMUM_TIMEOUT = secondsOf("90m");
const AZURE_NEEDS = secondsOf("15m");

/** What the checks have found out. */
export interface CheckedProbe {
  readonly preconditions?: Precondition[];
  readonly waitSeconds: number;
  readonly timeout: string;
}

/** Judges a probe's literals at once, and leaves tokens to Terraform. */
export function checkProbe(props: ConnectivityProbeProps): CheckedProbe {
  const checks = new Checks()
    .rule("virtualMachine.id", props.virtualMachine.id, VIRTUAL_MACHINE_ID)
    .rule("virtualMachine.location", props.virtualMachine.location, AZURE_LOCATION)
    .rule("host", props.host, HOST_NAME)
    .rule("timeout", props.timeout, DURATION);
  checkPort(props.port, checks);
  // Whether the range is an unusual one is said where the VPC is created.
  checkNetworkCidr("networkCidr", props.networkCidr, checks);
  const waitSeconds = waitOf(props.maximumWait ?? DEFAULT_WAIT);
  if (props.timeout !== undefined) checkTimeout(props.timeout, waitSeconds);
  const timeout = props.timeout ?? `${Math.ceil((waitSeconds + AZURE_NEEDS) / 60)}m`;
  return { preconditions: checks.preconditions, waitSeconds, timeout };
}

function checkPort(port: number, checks: Checks): void {
  const message = (value: string) => `port: ${value} is not allowed, use a whole number from 1 to 65535`;
  if (Token.isUnresolved(port)) {
    const value = operand(Token.asString(port));
    checks.condition(`\${${value} >= 1 && ${value} <= 65535}`, message(Token.asString(port)));
  } else if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(message(String(port)));
  }
}

/** Terraform has no function that reads a duration, so the script's seconds are counted here. */
function waitOf(duration: string): number {
  if (Token.isUnresolved(duration)) {
    throw new Error('maximumWait: a token is not allowed, use a literal duration, at most "1h", such as "15m"');
  }
  const seconds = DURATION.allows(duration) ? Math.ceil(secondsOf(duration)) : Infinity;
  if (seconds > MAXIMUM_WAIT) {
    throw new Error(`maximumWait: "${duration}" is not allowed, use a duration, at most "1h", such as "15m"`);
  }
  return seconds;
}

function checkTimeout(timeout: string, waitSeconds: number): void {
  if (Token.isUnresolved(timeout)) return;
  const seconds = secondsOf(timeout);
  if (seconds <= waitSeconds || seconds > MAXIMUM_TIMEOUT) {
    throw new Error(
      `timeout: "${timeout}" is not allowed, use a duration longer than maximumWait, ${waitSeconds}s, and at most "90m"`,
    );
  }
}
