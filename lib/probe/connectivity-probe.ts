import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import {
  Annotations,
  Fn,
  type IResolvable,
  type ITerraformDependable,
  propertyAccess,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { createHash } from "node:crypto";
import { PeeringConstruct } from "../terraform/construct";
import { operand } from "../terraform/expressions";
import { nameKey } from "../terraform/keys";
import { placed } from "../terraform/refuse";
import { addressOf, protect } from "../terraform/resources";
import { MachineOperatingSystem } from "./azure-virtual-machine";
import type { ConnectivityProbeProps } from "./connectivity-probe-props";
import { ProbeProtocol } from "./connectivity-probe-props";
import { type CheckedProbe, validateProbe } from "./connectivity-probe-validation";
import { PROBE_SCRIPT } from "./script";
import { WINDOWS_PROBE_SCRIPT } from "./windows-script";

const SCRIPTS: Readonly<Record<MachineOperatingSystem, string>> = {
  [MachineOperatingSystem.LINUX]: PROBE_SCRIPT,
  [MachineOperatingSystem.WINDOWS]: WINDOWS_PROBE_SCRIPT,
};

/**
 * Shows from a machine in the virtual network that a service is reached privately: its name resolves, every address lies in the Aiven
 * VPC's range, TCP connects, and the server speaks TLS, PostgreSQL's where that is the `protocol`. It logs in nowhere and holds no credential; whose
 * certificate the server has is left to its clients.
 *
 * It runs after Azure's peering of the peering is made, and once more whenever the peering, the machine or the service is another one. The
 * machine has to be on then. While `connected` of the network is false there is nothing to probe, and no command.
 */
export class ConnectivityProbe extends PeeringConstruct implements ITerraformDependable {
  private readonly runCommand?: VirtualMachineRunCommand;

  /**
   * @param scope the construct it belongs to
   * @param id its id there
   * @param props what is probed, and from where
   * @throws if a literal value is not allowed, or `maximumWait` is a token
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ConnectivityProbeProps,
  ) {
    super(scope, id);
    const checked = validateProbe(this, props);
    if (!props.virtualNetwork.connected) {
      Annotations.of(this).addInfo(`nothing is probed, as ${props.virtualNetwork.node.path} is not connected`);
      return;
    }
    this.runCommand = this.createCommand(checked);
    if (!(props.failApply ?? true)) this.warnWhereFailed(addressOf(this.runCommand), this.runCommand);
  }

  /** What `dependsOn` waits for: the probe's end, or the peered network where that is not connected. */
  public get fqn(): string {
    return (this.runCommand ?? this.props.virtualNetwork).fqn;
  }

  /** @internal */
  public override _lastToExist(): readonly ITerraformDependable[] {
    return [this];
  }

  /**
   * What the probe printed, one object in JSON: `passed`, `step` (the last one, of `resolve`, `range`, `route`, `port`, `postgresql`,
   * `tls`), `message` and `waitedSeconds`. Empty where Azure has no output, as for a machine that is off, and while the network is not
   * connected.
   */
  public get outcome(): string {
    if (!this.runCommand) return "";
    return Token.asString(Fn.try([this.output, ""]));
  }

  /** What the probe found, in words: why the service counts as private, or which step failed and its likely cause. Empty like `outcome`. */
  public get message(): string {
    if (!this.runCommand) return "";
    return Token.asString(Fn.try([this.found("message"), ""]));
  }

  /** How many seconds it took until the service replied or the probe gave up; -1 where `outcome` is empty. */
  public get waitedSeconds(): number {
    if (!this.runCommand) return -1;
    return Token.asNumber(Fn.try([this.found("waitedSeconds"), -1]));
  }

  private createCommand({ preconditions, networkCidr, waitSeconds, timeout }: CheckedProbe): VirtualMachineRunCommand {
    const { props } = this;
    const { virtualNetwork, virtualMachine } = props;
    const script = SCRIPTS[virtualMachine.operatingSystem];
    const parameters = {
      PROBE_HOST: props.host,
      PROBE_PORT: Token.asString(Token.isUnresolved(props.port) ? props.port : String(props.port)),
      PROBE_PROTOCOL: props.protocol ?? ProbeProtocol.POSTGRESQL,
      PROBE_NETWORK_CIDR: networkCidr,
      PROBE_MAXIMUM_WAIT_SECONDS: String(waitSeconds),
      PROBE_FAIL: String(props.failApply ?? true),
    };
    // Azure runs a command when it is created. A new name for whatever may change the result makes a new command: a changed one would run
    // too, but when it fails then, azurerm has kept the change already and never runs it again.
    const prefix = props.commandNamePrefix ?? `aiven-probe-${nameKey(this, "probes")}`;
    const name = `${prefix}-${hashInTerraform([
      ...Object.values(parameters),
      virtualNetwork.connectionId,
      virtualNetwork.azurePeeringId,
      virtualMachine.id,
      virtualMachine._uniqueId ?? "",
      ...Object.entries(props.triggers ?? {}).flat(),
      createHash("sha256").update(script).digest("hex"),
    ])}`;
    return protect(
      new VirtualMachineRunCommand(this, "run-command", {
        name,
        virtualMachineId: virtualMachine.id,
        location: virtualMachine.location,
        source: { script },
        parameter: Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
        timeouts: { create: timeout, update: timeout, delete: timeout },
        lifecycle: preconditions && { precondition: preconditions },
        provider: props.provider,
      }),
    );
  }

  /** A check on the command's own state: it warns in every plan and apply, and stops none. */
  private warnWhereFailed(address: string, { friendlyUniqueId }: VirtualMachineRunCommand): void {
    TerraformStack.of(this).addOverride(`check.${friendlyUniqueId}_passed`, {
      assert: {
        // Nothing is known of a machine that is off; that is no failure of the network.
        condition: Token.asString(Fn.try([this.found("passed"), true])),
        error_message: placed(
          this,
          `${this.message}. Correct that and run terraform apply -replace='${address}', which probes again`,
        ),
      },
    });
  }

  private found(key: string): IResolvable {
    return propertyAccess(Fn.jsondecode(this.output), [key]);
  }

  private get output(): string {
    return this.runCommand?.instanceView.get(0).output ?? "";
  }
}

const hashInTerraform = (values: readonly string[]): string =>
  `\${substr(sha256(jsonencode(${operand(values)})), 0, 12)}`;
