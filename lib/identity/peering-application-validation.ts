import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { LISTS_RESOURCE_PROVIDERS } from "../access/resource-provider-access";
import { requireDefaultProvider } from "../validation/providers";
import { keyOf } from "../terraform/keys";
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
  resourceProviderRoleNames: true,
  propagation: true,
  providers: true,
};

/** Validates the options of an application that is registered here. */
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
  checkRoleNames(scope, props, grants);
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

/** What each name is, is validated with the role. */
function checkRoleNames(scope: IConstruct, props: PeeringApplicationProps, grants: boolean): void {
  const { resourceProviderRoleNames: names, resourceProviderRoleDefinitionId: existing, subscriptionIds } = props;
  if (names === undefined) return;
  const property = "identity.resourceProviderRoleNames";
  if (!grants)
    refuse(
      scope,
      `${property}: not allowed without grantResourceProviderRead, as no role is created then; leave it out`,
    );
  if (existing !== undefined) {
    refuse(
      scope,
      `${property}: not allowed beside resourceProviderRoleDefinitionId, whose role exists already; give one or the other`,
    );
  }
  const count = subscriptionIds?.length ?? 1;
  if (!Array.isArray(names) || Token.isUnresolved(names) || names.length !== count) {
    const given =
      Array.isArray(names) && !Token.isUnresolved(names)
        ? `a list of ${names.length}`
        : "a value that is no literal list";
    refuse(
      scope,
      `${property}: ${given} is not allowed, use a list of ${count}, one for each subscription in the order of subscriptionIds`,
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
