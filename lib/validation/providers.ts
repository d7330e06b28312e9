import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { PeeringProviders } from "../terraform/providers";
import { refuse } from "../terraform/refuse";
import { Registry } from "../terraform/registry";
import { type Known, requireOptions } from "./options";

const PROVIDERS: Known<PeeringProviders> = { aiven: true, azuread: true, azurerm: true, time: true };

/** Validates the providers that a construct is given: Terraform knows those of its own stack only. */
export function validateProviders(scope: IConstruct, providers: PeeringProviders | undefined): void {
  if (providers === undefined) return;
  requireOptions(scope, "providers", providers, PROVIDERS);
  for (const [name, provider] of Object.entries(providers))
    validateProvider(scope, `providers.${name}`, provider, name);
}

/** Validates one of them. */
export function validateProvider(scope: IConstruct, property: string, provider: unknown, name: string): void {
  if (provider === undefined) return;
  if (!TerraformProvider.isTerraformProvider(provider) || provider.terraformResourceType !== name) {
    refuse(scope, `${property}: not allowed, use a provider of ${name}`);
  }
  const [theirs, ours] = [TerraformStack.of(provider), TerraformStack.of(scope)];
  if (theirs !== ours) {
    refuse(
      scope,
      `${property}: ${provider.node.path} is not allowed, it is a provider of the stack "${theirs.node.id}"; create one in "${ours.node.id}"`,
    );
  }
}

type Name = "aiven" | "azuread" | "azurerm" | "time";

const found = new WeakMap<TerraformStack, TerraformProvider>();

/**
 * The default azurerm provider of a stack. Only once the stack is synthesised is it sure to be there; then it is looked up once.
 */
export function defaultAzurerm(stack: TerraformStack): TerraformProvider | undefined {
  const known = found.get(stack);
  if (known !== undefined) return known;
  const provider = providersOf(stack, "azurerm").find(({ alias }) => alias === undefined);
  if (provider !== undefined) found.set(stack, provider);
  return provider;
}

const required = Registry.perStack<Map<Name, { readonly user: IConstruct; readonly property: string }>>();

/**
 * Has a stack checked for a default provider. cdktf is content with any provider of the name, one with an alias too, and Terraform then
 * asks for "explicit configuration" without saying of what.
 *
 * @param user who needs it; the first one is named
 * @param name the provider
 * @param property how one is given instead
 */
export function requireDefaultProvider(user: IConstruct, name: Name, property: string): void {
  const known = required.find(user, "") ?? watch(user);
  if (!known.has(name)) known.set(name, { user, property });
}

/** One walk through the stack for all of them. */
function watch(user: IConstruct): Map<Name, { readonly user: IConstruct; readonly property: string }> {
  const needs = required.add(user, "", new Map());
  const stack = TerraformStack.of(user);
  stack.node.addValidation({
    validate: () => {
      const providers = stack.allProviders();
      return [...needs].flatMap(([name, need]) => {
        const ours = providers.filter(({ terraformResourceType }) => terraformResourceType === name);
        // None at all is what cdktf itself complains about.
        if (ours.length === 0 || ours.some(({ alias }) => alias === undefined)) return [];
        return [
          `${need.user.node.path}: ${need.property}: missing, and every ${name} provider of the stack has an alias; give one of them, or add one without an alias`,
        ];
      });
    },
  });
  return needs;
}

const providersOf = (stack: TerraformStack, name: string): TerraformProvider[] =>
  stack.allProviders().filter(({ terraformResourceType }) => terraformResourceType === name);
