import type { TerraformStack } from "cdktf";
import { AzureVirtualMachine, ConnectivityProbe, type ConnectivityProbeProps } from "cdktf-aiven-azure-peering";
import { addPeering, SUBSCRIPTION, synthStack, type Synthesised } from "./synth";

export const MACHINE_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Compute/virtualMachines/Probe`;
export const TYPE = "azurerm_virtual_machine_run_command";

/** What a probe has that is not as in every other test. */
export type Over = (stack: TerraformStack) => Partial<ConnectivityProbeProps>;

/** One peering, and a probe of its network from a machine that is given by its id. */
export const synthProbe = (over: Over = () => ({})): Synthesised =>
  synthStack((stack) => {
    new ConnectivityProbe(stack, "probe", {
      virtualNetwork: addPeering(stack).virtualNetwork,
      virtualMachine: AzureVirtualMachine.fromId(MACHINE_ID, { location: "japaneast" }),
      host: "postgres-my-project.aivencloud.com",
      port: 12691,
      networkCidr: "10.0.0.0/24",
      ...over(stack),
    });
  });

export interface RunCommand {
  name: string;
  parameter: { name: string; value: string }[];
  lifecycle?: { precondition: { condition: string; error_message: string }[] };
}
export const commandOf = (stack: Synthesised) => stack.resource(TYPE) as unknown as RunCommand;
export const parametersOf = (stack: Synthesised) =>
  Object.fromEntries(commandOf(stack).parameter.map(({ name, value }) => [name, value]));
