import { type TerraformDataSource, type TerraformResource, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { expressionOf } from "../terraform/keys";
import { refuse } from "../terraform/refuse";

/** One construct cannot be multiplied by Terraform: what it makes stands once in the configuration. */
const REMEDY = "loop over the values in code, with a construct for each";

/** Refuses a resource that stands for many. */
export function refuseMany(property: string, element: TerraformResource | TerraformDataSource): void {
  const by = element.forEach !== undefined ? "forEach" : element.count !== undefined ? "count" : undefined;
  if (by !== undefined)
    refuse(element, `${property}: not allowed, ${by} makes it stand for any number of resources; ${REMEDY}`);
}

/** Refuses what an iterator yields: it means something inside of a resource with `forEach` alone. */
export function refuseIterated(scope: IConstruct, values: Readonly<Record<string, unknown>>): void {
  for (const [property, value] of Object.entries(values)) {
    if (!Token.isUnresolved(value)) continue;
    if (/\beach\.(?:key|value)\b/.test(expressionOf(scope, Token.asString(value)))) {
      refuse(scope, `${property}: an iterator's value is not allowed, no resource here has forEach; ${REMEDY}`);
    }
  }
}
