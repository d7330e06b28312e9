import type { TerraformProvider } from "cdktf";
import type { IPeeredVirtualNetwork } from "../peering/peered-virtual-network";
import type { AzureVirtualMachine } from "./azure-virtual-machine";

/**
 * Properties of `ConnectivityProbe`.
 */
export interface ConnectivityProbeProps {
  /**
   * The peering to wait for: `virtualNetwork` of an `AivenAzurePeering`, or what its `addVirtualNetwork` returned for the machine's network.
   */
  readonly virtualNetwork: IPeeredVirtualNetwork;

  /**
   * Where the probe runs: a Linux or Windows machine in the peered virtual network that runs whenever the probe has to. It needs no
   * way to the internet, and lets nobody in.
   */
  readonly virtualMachine: AzureVirtualMachine;

  /**
   * The host name of the service, without scheme and port: `serviceHost` of a `Pg` or `Kafka`. Limits: RFC 1123.
   */
  readonly host: string;

  /**
   * The TCP port of the service, 1 to 65535: `servicePort` of a `Pg` or `Kafka`.
   */
  readonly port: number;

  /**
   * What the service speaks on that port.
   *
   * @default ProbeProtocol.POSTGRESQL
   */
  readonly protocol?: ProbeProtocol;

  /**
   * The range of the Aiven VPC in CIDR notation, in which every address of the service must lie: IPv4, prefix length 20 to 24, no host
   * bits. Limits: Aiven's API. It must be the VPC's, where that is known.
   *
   * @default - the range of the peered VPC; required where that is not known, as for `AivenVpc.fromId` without `networkCidr`
   */
  readonly networkCidr?: string;

  /**
   * How long the probe goes on trying while nothing replies, because Aiven has not found Azure's peering yet: a literal
   * duration such as `90s`, `15m` or `1h`, at most `1h`; `0s` tries once. What does not depend on the peering (a name that does not
   * resolve or resolves elsewhere, a port that refuses, no TLS) fails after three minutes.
   *
   * @default "15m", within which Aiven looks for Azure's peering
   */
  readonly maximumWait?: string;

  /**
   * Whether a failed probe fails the apply. Terraform then runs it again in the next apply. Otherwise every plan and apply warns until
   * the probe runs again and passes.
   *
   * @default true
   */
  readonly failApply?: boolean;

  /**
   * What the name of the run command in Azure begins with; behind it comes a hyphen and twelve characters that change whenever the probe is
   * to run again. 1 to 67 letters, digits, underscores, periods and hyphens, the first a letter or digit. Limits: azurerm's, 80 in all. Two
   * probes on one machine have different ones.
   *
   * @default - `aiven-probe-` and a suffix of the ids of stack and construct
   */
  readonly commandNamePrefix?: string;

  /**
   * Whatever else makes the probe run again when it changes, by names of your own. The peering, the machine, `host`, `port`,
   * `protocol` and `networkCidr` always do.
   *
   * @default - nothing else
   */
  readonly triggers?: Record<string, string>;

  /**
   * How long Terraform may take to run the probe, its wait included, and to remove it: a duration such as `45m`, longer than
   * `maximumWait` and at most 90 minutes, Azure's limit.
   *
   * @default - `maximumWait` and 15 minutes for Azure to reach the machine
   */
  readonly timeout?: string;

  /**
   * The provider that may run commands on the machine (`Microsoft.Compute/virtualMachines/runCommands/*`).
   *
   * @default - the stack's default azurerm provider
   */
  readonly provider?: TerraformProvider;
}

/**
 * What a service speaks on the port that a probe connects to.
 */
export enum ProbeProtocol {
  /** PostgreSQL: the client asks for TLS in PostgreSQL's own words first. */
  POSTGRESQL = "postgresql",
  /**
   * TLS from the first byte, as Kafka, OpenSearch, Valkey and most others speak it. A server that then wants a client's certificate has
   * shown that it is reached; the probe has none.
   */
  TLS = "tls",
}
