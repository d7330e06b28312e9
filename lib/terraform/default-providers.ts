import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { Registry } from "./registry";

type Name = "aiven" | "azuread" | "azurerm" | "time";

const required = Registry.perStack<IConstruct>();

/**
 * The default provider of that name in a stack. Only once the stack is synthesised is it sure to be there.
 */
export const defaultProvider = (stack: TerraformStack, name: string): TerraformProvider | undefined =>
  stack
    .allProviders()
    .find(({ terraformResourceType, alias }) => terraformResourceType === name && alias === undefined);

/**
 * Has a stack checked for a default provider once. cdktf is content with any provider of the name, one with an alias too, and Terraform
 * then asks for "explicit configuration" without saying of what.
 *
 * @param user who needs it; the first one is named
 * @param name the provider
 * @param property how one is given instead
 */
export function requireDefaultProvider(user: IConstruct, name: Name, property: string): void {
  if (required.find(user, name)) return;
  required.add(user, name, user);
  const stack = TerraformStack.of(user);
  stack.node.addValidation({
    validate: () => {
      const providers = stack.allProviders().filter(({ terraformResourceType }) => terraformResourceType === name);
      // None at all is what cdktf itself complains about.
      if (providers.length === 0 || providers.some(({ alias }) => alias === undefined)) return [];
      return [
        `${user.node.path}: ${property}: missing, and every ${name} provider of the stack has an alias; give one of them, or add one without an alias`,
      ];
    },
  });
}
