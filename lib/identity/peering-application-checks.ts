import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { LISTS_RESOURCE_PROVIDERS } from "../access/azurerm-release";
import { requireDefaultProvider } from "../terraform/default-providers";
import { keyOf } from "../terraform/key-of";
import { requireLiteral, type Rule } from "../validation/checks";
import { checkNames, type Known, requireMade, requireSwitch } from "../validation/options";
import { checkProviders } from "../validation/providers";
import { refuse } from "../validation/refuse";
import { DISPLAY_NAME, ROLE_DEFINITION_ID, TEXT, UUID, WAIT } from "../validation/rules";
import type { PeeringApplicationProps } from "./peering-application-props";
import { PeeringCredential } from "./peering-credential";

const KNOWN: Known<PeeringApplicationProps> = {
  displayName: true,
  owners: true,
  notes: true,
  serviceManagementReference: true,
  tags: true,
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
  rule("notes", props.notes, TEXT);
  rule("serviceManagementReference", props.serviceManagementReference, TEXT);
  checkList(scope, "owners", props.owners, UUID);
  checkList(scope, "tags", props.tags, TEXT);
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

function checkList(scope: IConstruct, property: string, list: string[] | undefined, rule: Rule): void {
  if (list === undefined || Token.isUnresolved(list)) return;
  if (!Array.isArray(list) || list.length === 0) {
    const given = Array.isArray(list) ? "an empty list" : JSON.stringify(list);
    refuse(scope, `identity.${property}: ${given} is not allowed, use a list, or leave it out`);
  }
  for (const each of list) requireLiteral(scope, `identity.${property}`, each, rule);
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
