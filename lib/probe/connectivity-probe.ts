import { createHash } from "node:crypto";
import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { Fn, type IResolvable, propertyAccess, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { checkProbe } from "./probe-checks";
import type { ConnectivityProbeProps } from "./probe-props";
import { PROBE_SCRIPT } from "./script";

/**
 * Shows from a machine in the virtual network that a PostgreSQL service is reached privately: its name resolves, every address lies in
 * the Aiven VPC's range, TCP connects, and the server speaks PostgreSQL over TLS. It logs in nowhere and holds no credential; whose
 * certificate the server has is left to its clients.
 *
 * It runs after Azure's half of the peering is made, and once more whenever the peering, the machine or the service is another one. The
 * machine has to be on then.
 */
export class ConnectivityProbe extends Construct {
  /** The command that runs the probe on the machine. */
  public readonly runCommand: VirtualMachineRunCommand;

  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props what is probed, and from where
   * @throws if a literal value is not allowed, or `maximumWait` is a token
   */
  constructor(scope: Construct, id: string, props: ConnectivityProbeProps) {
    super(scope, id);
    const { link, virtualMachine } = props;
    const { preconditions, waitSeconds, timeout } = checkProbe(props);
    const failApply = props.failApply ?? true;
    const parameters = {
      PROBE_HOST: props.host,
      PROBE_PORT: Token.asString(Token.isUnresolved(props.port) ? props.port : String(props.port)),
      PROBE_NETWORK_CIDR: props.networkCidr,
      PROBE_MAXIMUM_WAIT_SECONDS: String(waitSeconds),
      PROBE_FAIL: String(failApply),
    };

    this.runCommand = new VirtualMachineRunCommand(this, "run-command", {
      // Azure runs a command when it is created. A new name for whatever may change the result makes a new command: a changed one would
      // run too, but when it fails then, azurerm has kept the change already and never runs it again.
      name: `aiven-probe-${this.node.addr.slice(-8)}-${shortHash([
        ...Object.values(parameters),
        link.connectionId,
        link.virtualNetworkPeeringId,
        virtualMachine.id,
        virtualMachine._uniqueId ?? "",
        ...Object.entries(props.triggers ?? {}).flat(),
        createHash("sha256").update(PROBE_SCRIPT).digest("hex"),
      ])}`,
      virtualMachineId: virtualMachine.id,
      location: virtualMachine.location,
      source: { script: PROBE_SCRIPT },
      parameter: Object.entries(parameters).map(([name, value]) => ({ name, value })),
      timeouts: { create: timeout, update: timeout, delete: timeout },
      lifecycle: preconditions && { precondition: preconditions },
      provider: props.provider,
    });

    if (!failApply) this.warnWhereFailed();
  }

  /**
   * What the probe printed, one object in JSON: `passed`, `step` (the last one, of `resolve`, `range`, `route`, `port`, `postgresql`,
   * `tls`), `message` and `waitedSeconds`. Empty where Azure tells no output, as for a machine that is off.
   */
  public get outcome(): string {
    return Token.asString(Fn.try([this.output, ""]));
  }

  /** What the probe found, in words: why the service counts as private, or which step failed and its likely cause. Empty like `outcome`. */
  public get message(): string {
    return Token.asString(Fn.try([this.told("message"), ""]));
  }

  /** How many seconds it took until the service answered or the probe gave up; -1 where `outcome` is empty. */
  public get waitedSeconds(): number {
    return Token.asNumber(Fn.try([this.told("waitedSeconds"), -1]));
  }

  /** A check on the command's own state: it warns in every plan and apply, and stops none. */
  private warnWhereFailed(): void {
    const address = `${this.runCommand.terraformResourceType}.${this.runCommand.friendlyUniqueId}`;
    TerraformStack.of(this).addOverride(`check.${this.runCommand.friendlyUniqueId}_passed`, {
      assert: {
        // Nothing is known of a machine that is off; that is no failure of the network.
        condition: Token.asString(Fn.try([this.told("passed"), true])),
        error_message: `${this.message}. Correct that and run terraform apply -replace='${address}', which probes again`,
      },
    });
  }

  private told(key: string): IResolvable {
    return propertyAccess(Fn.jsondecode(this.output), [key]);
  }

  private get output(): string {
    return this.runCommand.instanceView.get(0).output;
  }
}

function shortHash(values: readonly string[]): string {
  return Token.asString(Fn.substr(Fn.sha256(Fn.jsonencode(values)), 0, 12));
}
