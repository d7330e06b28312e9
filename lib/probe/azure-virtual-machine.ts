import type { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { requireLiteral } from "../validation/checks";
import { requireChoice } from "../validation/options";
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
 * A Linux or Windows machine in Azure that commands can be run on: describes it, creates nothing.
 */
export class AzureVirtualMachine {
  /**
   * A Linux machine that this app creates.
   *
   * @param virtualMachine the `azurerm_linux_virtual_machine`
   */
  public static fromResource(virtualMachine: LinuxVirtualMachine): AzureVirtualMachine {
    const { id, location, virtualMachineId } = virtualMachine;
    return new AzureVirtualMachine(id, location, MachineOperatingSystem.LINUX, virtualMachineId);
  }

  /**
   * A Windows machine that this app creates.
   *
   * @param virtualMachine the `azurerm_windows_virtual_machine`
   */
  public static fromWindowsResource(virtualMachine: WindowsVirtualMachine): AzureVirtualMachine {
    const { id, location, virtualMachineId } = virtualMachine;
    return new AzureVirtualMachine(id, location, MachineOperatingSystem.WINDOWS, virtualMachineId);
  }

  /**
   * A machine that exists already.
   *
   * @param id `/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Compute/virtualMachines/<name>`
   * @param location its Azure location, for example `japaneast`
   * @param operatingSystem what it runs: `MachineOperatingSystem.LINUX`, which is the default, or `MachineOperatingSystem.WINDOWS`
   * @throws if a literal is no ARM id of a virtual machine, or no location, or the operating system is none of the two
   */
  public static fromId(id: string, location: string, operatingSystem?: MachineOperatingSystem): AzureVirtualMachine {
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

  /** @internal */
  public static _isAzureVirtualMachine(value: unknown): value is AzureVirtualMachine {
    return value instanceof AzureVirtualMachine;
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
  ) {}
}
