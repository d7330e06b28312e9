import type { Token } from "../../clouds/entra/tokens";
import type { World } from "../../clouds/world";
import { firstBlock, type Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { newAuthorizer, type Authorizer } from "../azure-sdk/authorizer";
import { credentialsFrom, type Credentials } from "../azure-sdk/credentials";
import { RequestError, SignInError } from "../azure-sdk/errors";
import { ProviderSettings } from "../azure-sdk/provider-settings";
import { AzurermClient, type Account } from "./client";
import { listResourceProviders } from "./resource-provider-listing";

const MAX_AUXILIARY_TENANTS = 3;

/**
 * azurerm signs in as soon as it is configured, in plan, apply, refresh and destroy alike, whether or not a resource will
 * ask for anything: it fetches a Microsoft Graph token to learn who it is. A refusal is not tried again.
 */
export function configure(world: World, config: Values): AzurermClient {
  try {
    return signIn(world, config);
  } catch (error) {
    if (error instanceof SignInError || error instanceof RequestError) throw new Failure({ summary: error.message });
    throw error;
  }
}

function signIn(world: World, config: Values): AzurermClient {
  const settings = new ProviderSettings(config, world.deployer.environment);
  const subscriptionId = settings.text("subscription_id", "ARM_SUBSCRIPTION_ID");
  if (subscriptionId === "") {
    throw new SignInError("`subscription_id` is a required provider property when performing a plan/apply operation");
  }
  const credentials = credentialsFrom(settings, world.deployer.pipeline);
  if (credentials.auxiliaryTenantIds.length > MAX_AUXILIARY_TENANTS) {
    throw new SignInError(`the provider only supports up to ${MAX_AUXILIARY_TENANTS} auxiliary tenant IDs`);
  }
  const resourceManager = authorizerFor("Resource Manager", world, credentials);
  const account = accountOf(graphToken(world, credentials), subscriptionId);
  const client = new AzurermClient(world, resourceManager, account, featuresOf(config));
  listResourceProviders(client, settings);
  return client;
}

function authorizerFor(api: string, world: World, credentials: Credentials): Authorizer {
  try {
    return newAuthorizer(world, credentials);
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    throw new SignInError(`unable to build authorizer for ${api} API: ${error.message}`);
  }
}

function graphToken(world: World, credentials: Credentials): Token {
  const graph = authorizerFor("Microsoft Graph", world, credentials);
  try {
    return graph.token();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    throw new SignInError(`building account: could not acquire access token to parse claims: ${error.message}`);
  }
}

const accountOf = ({ clientId, principalObjectId, tenantId }: Token, subscriptionId: string): Account => ({
  clientId,
  objectId: principalObjectId,
  tenantId,
  subscriptionId,
});

function featuresOf(config: Values) {
  const resourceGroup = firstBlock(firstBlock(config.features)?.resource_group);
  const prevent = resourceGroup?.prevent_deletion_if_contains_resources;
  return { preventDeletionOfFilledResourceGroups: prevent !== false };
}
