import type { TerraformStack } from "cdktf";
import { PeeringApplication, type PeeringApplicationProps, type PeeringIdentity } from "cdktf-aiven-azure-peering";
import { addPeering, synthStack } from "./synth";

/** One peering by an identity of its stack. */
export const synthIdentity = (create: (stack: TerraformStack) => PeeringIdentity) =>
  synthStack((stack) => {
    addPeering(stack, { identity: create(stack) });
  });

/** One peering by an application that the stack creates. */
export const synthApplication = (props: PeeringApplicationProps) =>
  synthIdentity((stack) => new PeeringApplication(stack, "identity", props));
