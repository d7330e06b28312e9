import type { TerraformStack } from "cdktf";
import { PeeringApplication, type PeeringApplicationProps, type PeeringIdentity } from "cdktf-aiven-azure-peering";
import { addPeering, type Block, synthStack, type Synthesised } from "./synth";

/** One peering by an identity of its stack. */
export const synthIdentity = (create: (stack: TerraformStack) => PeeringIdentity) =>
  synthStack((stack) => {
    addPeering(stack, { identity: create(stack) });
  });

/** One peering by an application that the stack creates. */
export const synthApplication = (props: PeeringApplicationProps) =>
  synthIdentity((stack) => new PeeringApplication(stack, "identity", props));

/** The assignments by which an application may list resource providers, by their names. */
export const grants = (stack: Synthesised): [string, Block][] =>
  Object.entries(stack.resources("azurerm_role_assignment")).filter(([name]) => name.includes("resource-providers"));

/** The subscriptions in which it may. */
export const grantedIn = (stack: Synthesised): string[] =>
  grants(stack).map(([, { scope }]) => (scope as string).slice("/subscriptions/".length));
