import type { TerraformStack } from "cdktf";
import {
  AzureVirtualMachine,
  type AzureVirtualMachineOptions,
  ConnectivityProbe,
  type ConnectivityProbeProps,
} from "cdktf-aiven-azure-peering";
import type { Construct } from "constructs";
import { addPeering, SUBSCRIPTION, synthStack, type Synthesised } from "./synth";

export const MACHINE_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Compute/virtualMachines/Probe`;
export const TYPE = "azurerm_virtual_machine_run_command";

/** A machine that is given by its id. */
export const machine = (id = MACHINE_ID, over: Partial<AzureVirtualMachineOptions> = {}) =>
  AzureVirtualMachine.fromId(id, { location: "japaneast", ...over });

/** A probe from a machine that is given by its id: of the network of a peering that comes with it, unless one is given. */
export const addProbe = (scope: Construct, over: Partial<ConnectivityProbeProps> = {}, id = "probe") =>
  new ConnectivityProbe(scope, id, {
    ...(("virtualNetwork" in over ? {} : { virtualNetwork: addPeering(scope).virtualNetwork }) as Pick<
      ConnectivityProbeProps,
      "virtualNetwork"
    >),
    virtualMachine: machine(),
    host: "postgres-my-project.aivencloud.com",
    port: 12691,
    networkCidr: "10.0.0.0/24",
    ...over,
  });

/** What a probe has that is not as in every other test. */
export type Over = (stack: TerraformStack) => Partial<ConnectivityProbeProps>;

/** One peering, and a probe of its network. */
export const synthProbe = (over: Over = () => ({})): Synthesised =>
  synthStack((stack) => {
    addProbe(stack, over(stack));
  });

export interface RunCommand {
  name: string;
  parameter: { name: string; value: string }[];
}
export const commandOf = (stack: Synthesised) => stack.resource(TYPE) as unknown as RunCommand;
export const parametersOf = (stack: Synthesised) =>
  Object.fromEntries(commandOf(stack).parameter.map(({ name, value }) => [name, value]));
