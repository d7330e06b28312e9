import type { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { requireLiteral } from "../validation/checks";
import { AZURE_LOCATION, VIRTUAL_MACHINE_ID } from "../validation/rules";

/**
 * A Linux machine in Azure that commands can be run on: describes it, creates nothing.
 */
export class AzureVirtualMachine {
  /**
   * A machine that this app creates.
   *
   * @param virtualMachine the `azurerm_linux_virtual_machine`
   */
  public static fromResource(virtualMachine: LinuxVirtualMachine): AzureVirtualMachine {
    return new AzureVirtualMachine(virtualMachine.id, virtualMachine.location, virtualMachine.virtualMachineId);
  }

  /**
   * A machine that exists already. It must run Linux with Azure's agent and Python 3.6 or later, as Ubuntu's images do.
   *
   * @param id `/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Compute/virtualMachines/<name>`
   * @param location its Azure location, for example `japaneast`
   * @throws if a literal is no ARM id of a virtual machine, or no location
   */
  public static fromId(id: string, location: string): AzureVirtualMachine {
    requireLiteral(undefined, "virtualMachine.id", id, VIRTUAL_MACHINE_ID);
    requireLiteral(undefined, "virtualMachine.location", location, AZURE_LOCATION);
    return new AzureVirtualMachine(id, location);
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
    /**
     * What distinguishes the machine from an earlier one of the same name, where known.
     *
     * @internal
     */
    public readonly _uniqueId?: string,
  ) {}
}
