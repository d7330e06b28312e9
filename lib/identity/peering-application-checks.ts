import type { IConstruct } from "constructs";
import { LISTS_RESOURCE_PROVIDERS } from "../access/azurerm-release";
import { requireDefaultProvider } from "../terraform/default-providers";
import { keyOf } from "../terraform/key-of";
import { requireLiteral, type Rule } from "../validation/checks";
import { checkNames, type Known, requireMade, requireSwitch } from "../validation/options";
import { checkProviders } from "../validation/providers";
import { refuse } from "../validation/refuse";
import { DISPLAY_NAME, ROLE_DEFINITION_ID, UUID, WAIT } from "../validation/rules";
import type { PeeringApplicationProps } from "./peering-application-props";
import { PeeringCredential } from "./peering-credential";

const KNOWN: Known<PeeringApplicationProps> = {
  displayName: true,
  credential: true,
  aivenServicePrincipal: true,
  subscriptionIds: true,
  grantResourceProviderRead: true,
  resourceProviderRoleDefinitionId: true,
  propagation: true,
  providers: true,
};

/** Judges the options of an application that is registered here. */
export function checkPeeringApplication(scope: IConstruct, props: PeeringApplicationProps): void {
  checkNames(scope, "identity", props, KNOWN);
  checkProviders(scope, props.providers);
  const grants = props.grantResourceProviderRead ?? LISTS_RESOURCE_PROVIDERS;
  const used = grants ? (["azuread", "azurerm"] as const) : (["azuread"] as const);
  for (const name of used) {
    if (props.providers?.[name] === undefined) requireDefaultProvider(scope, name, `providers.${name}`);
  }
  requireSwitch(scope, "identity.grantResourceProviderRead", props.grantResourceProviderRead);
  const rule = (property: keyof PeeringApplicationProps, value: string | undefined, rule: Rule) => {
    if (value !== undefined) requireLiteral(scope, `identity.${property}`, value, rule);
  };
  rule("displayName", props.displayName, DISPLAY_NAME);
  rule("resourceProviderRoleDefinitionId", props.resourceProviderRoleDefinitionId, ROLE_DEFINITION_ID);
  rule("propagation", props.propagation, WAIT);
  checkSubscriptions(scope, props);
  if (props.credential !== undefined) {
    requireMade(
      scope,
      "identity.credential",
      props.credential,
      (value) => PeeringCredential._isPeeringCredential(value),
      "what PeeringCredential.clientSecret or federated returns",
    );
  }
}

function checkSubscriptions(scope: IConstruct, { subscriptionIds }: PeeringApplicationProps): void {
  if (subscriptionIds === undefined) return;
  if (subscriptionIds.length === 0) {
    refuse(
      scope,
      "identity.subscriptionIds: an empty list is not allowed, leave it out for the deployer's subscription, or give grantResourceProviderRead: false",
    );
  }
  const seen = new Set<string>();
  for (const id of subscriptionIds) {
    requireLiteral(scope, "identity.subscriptionIds", id, UUID);
    const key = keyOf(scope, id);
    if (seen.has(key))
      refuse(scope, `identity.subscriptionIds: "${id}" is not allowed twice, name each subscription once`);
    seen.add(key);
  }
}
