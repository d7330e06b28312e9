import type { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import type { TerraformResource } from "cdktf";
import { mark } from "../terraform/recognition";
import { refuse } from "../terraform/refuse";
import { requireLiteral } from "../validation/checks";
import { refuseMany } from "../validation/loops";
import { requireChoice, requireOptions } from "../validation/options";
import { AZURE_LOCATION, VIRTUAL_MACHINE_ID } from "../validation/rules";

/**
 * What a machine runs, and so which script a probe brings to it.
 */
export enum MachineOperatingSystem {
  /** Linux with Azure's agent and Python 3.6 or later, as Ubuntu's images have it. */
  LINUX = "linux",
  /**
   * Windows with Azure's agent and Windows PowerShell 5.1, in which no policy restricts what a script may call (`FullLanguage`): Windows
   * Server 2016 or later, Windows 10 or later. Limits: https://learn.microsoft.com/azure/virtual-machines/windows/run-command-managed
   */
  WINDOWS = "windows",
}

/**
 * What the id of a machine does not hold.
 */
export interface AzureVirtualMachineOptions {
  /** The Azure location, for example `japaneast`. */
  readonly location: string;

  /**
   * What the machine runs.
   *
   * @default MachineOperatingSystem.LINUX
   */
  readonly operatingSystem?: MachineOperatingSystem;
}

const OPERATING_SYSTEMS: ReadonlyMap<string, MachineOperatingSystem> = new Map([
  ["azurerm_linux_virtual_machine", MachineOperatingSystem.LINUX],
  ["azurerm_windows_virtual_machine", MachineOperatingSystem.WINDOWS],
]);

/**
 * A Linux or Windows machine in Azure that commands can be run on: describes it, creates nothing.
 */
export class AzureVirtualMachine {
  /**
   * A machine that this app creates.
   *
   * @param virtualMachine the `azurerm_linux_virtual_machine` or `azurerm_windows_virtual_machine`, of whichever bindings
   * @throws if it is another resource, or made by `forEach` or `count`
   */
  public static fromResource(virtualMachine: TerraformResource): AzureVirtualMachine {
    const { terraformResourceType: type } = (virtualMachine ?? {}) as Partial<TerraformResource>;
    const operatingSystem = OPERATING_SYSTEMS.get(type ?? "");
    if (operatingSystem === undefined) {
      const allowed = [...OPERATING_SYSTEMS.keys()].join(" or ");
      refuse(undefined, `virtualMachine: not allowed, give AzureVirtualMachine.fromResource an ${allowed}`);
    }
    refuseMany("virtualMachine", virtualMachine);
    const { id, location, virtualMachineId } = virtualMachine as LinuxVirtualMachine | WindowsVirtualMachine;
    return new AzureVirtualMachine(id, location, operatingSystem, virtualMachineId);
  }

  /**
   * A machine that exists already.
   *
   * @param id `/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Compute/virtualMachines/<name>`
   * @param options what the id does not hold
   * @throws if a literal is no ARM id of a virtual machine, or no location, or the operating system is none of the two
   */
  public static fromId(id: string, options: AzureVirtualMachineOptions): AzureVirtualMachine {
    requireOptions(undefined, "virtualMachine", options, { location: AZURE_LOCATION.allowed, operatingSystem: true });
    const { location, operatingSystem } = options;
    requireLiteral(undefined, "virtualMachine.id", id, VIRTUAL_MACHINE_ID);
    requireLiteral(undefined, "virtualMachine.location", location, AZURE_LOCATION);
    requireChoice(
      undefined,
      "virtualMachine.operatingSystem",
      operatingSystem,
      "MachineOperatingSystem",
      MachineOperatingSystem,
    );
    return new AzureVirtualMachine(id, location, operatingSystem ?? MachineOperatingSystem.LINUX);
  }

  private constructor(
    /** The ARM id. */
    public readonly id: string,
    /** The Azure location. */
    public readonly location: string,
    /** What it runs. */
    public readonly operatingSystem: MachineOperatingSystem,
    /**
     * What distinguishes the machine from an earlier one of the same name, where known.
     *
     * @internal
     */
    public readonly _uniqueId?: string,
  ) {
    mark(this, "AzureVirtualMachine", id);
  }
}
