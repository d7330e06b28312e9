import type { World } from "../../clouds/world";
import type { Values } from "../../protocol/cty";
import { Failure } from "../../protocol/diagnostics";
import { newAuthorizer, type Authorizer } from "../azure-sdk/authorizer";
import { credentialsFrom, type Credentials } from "../azure-sdk/credentials";
import { RequestError, SignInError } from "../azure-sdk/errors";
import { ProviderSettings } from "../azure-sdk/provider-settings";
import { AzureadClient } from "./client";

/** azuread signs in as azurerm does: as soon as it is configured, with the same order of ways. */
export function configure(world: World, config: Values): AzureadClient {
  try {
    const credentials = credentialsFrom(
      new ProviderSettings(config, world.deployer.environment),
      world.deployer.pipeline,
    );
    const graph = authorizerFor(world, credentials);
    const { clientId, principalObjectId: objectId, tenantId } = tokenOf(graph);
    return new AzureadClient(world, graph, { clientId, objectId, tenantId });
  } catch (error) {
    if (error instanceof SignInError) throw new Failure({ summary: error.message });
    throw error;
  }
}

function authorizerFor(world: World, credentials: Credentials): Authorizer {
  try {
    return newAuthorizer(world, credentials);
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    // assumed: the API's name; an older release says Resource Manager here
    throw new SignInError(`unable to build authorizer for Microsoft Graph API: ${error.message}`);
  }
}

function tokenOf(graph: Authorizer) {
  try {
    return graph.token();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    // assumed: the words before the colon
    throw new SignInError(`unable to obtain access token: ${error.message}`);
  }
}
