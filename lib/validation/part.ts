import type { TerraformElement } from "cdktf";
import { refuse } from "./refuse";

/**
 * A part that others refer to by its logical id already. cdktf lets one override the id all the same, and then keeps the old one without
 * a word; this says so.
 */
export function part<Element extends TerraformElement>(element: Element): Element {
  element.overrideLogicalId = () =>
    refuse(
      element,
      "overrideLogicalId: not allowed, other parts refer to the logical id already; override allocateLogicalId of the stack instead",
    );
  return element;
}
