import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { PeeringProviders } from "../terraform/providers";
import { type Known, checkNames } from "./options";
import { refuse } from "./refuse";

const PROVIDERS: Known<PeeringProviders> = { aiven: true, azuread: true, azurerm: true, time: true };

/** Judges the providers that a construct is given: Terraform knows those of its own stack only. */
export function checkProviders(scope: IConstruct, providers: PeeringProviders | undefined): void {
  if (providers === undefined) return;
  checkNames(scope, "providers", providers, PROVIDERS);
  for (const [name, provider] of Object.entries(providers)) checkProvider(scope, `providers.${name}`, provider, name);
}

/** Judges one of them. */
export function checkProvider(scope: IConstruct, property: string, provider: unknown, name: string): void {
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
