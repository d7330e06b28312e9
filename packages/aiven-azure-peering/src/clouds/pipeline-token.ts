import { assert } from "./credentials";
import { flag, given, type Environment } from "./environment";
import type { Http } from "./http";
import { assertionOf } from "./sign-in-plan";
import { claimsOf, type Claims } from "./tokens";

/** A token by which a pipeline says who its job is. */
export interface PipelineToken {
  /** One that the job was given at its beginning, a file, or one that is asked for each time. */
  readonly delivery: "token" | "file" | "request";
  /** What it says; undefined where only Terraform's providers can ask for one. */
  readonly claims?: Claims;
}

export async function pipelineToken(env: Environment, http: Http): Promise<PipelineToken | undefined> {
  const stands = given(env, "ARM_OIDC_TOKEN", "ARM_OIDC_TOKEN_FILE_PATH") !== undefined;
  // Azure DevOps: azurerm asks it with a body, and nothing here writes
  if (!stands && given(env, "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID") !== undefined) return { delivery: "request" };
  const assertion = assertionOf(env, flag(env, "ARM_USE_AKS_WORKLOAD_IDENTITY") ?? false);
  if (!assertion) return undefined;
  const delivery = "token" in assertion ? "token" : "file" in assertion ? "file" : "request";
  return { delivery, claims: claimsOf(await assert(assertion, http)) };
}
