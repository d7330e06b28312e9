import type { TokenCredential } from "@azure/identity";
import { CloudError } from "./cloud-error";
import { credentialOf } from "./credentials";
import type { Endpoints } from "./endpoints";
import { given, type Environment } from "./environment";
import type { Http } from "./http";
import { planSignIn, type SignInMode } from "./sign-in-plan";

/** Who is signed in to Azure. */
export interface SignIn {
  readonly mode: SignInMode;
  readonly tenantId?: string;
  /** The application's, or the managed identity's; undefined for a person. */
  readonly clientId?: string;
  readonly credential: TokenCredential;
}

/** Signs in as Terraform would; Microsoft Entra is asked when the first token is needed. */
export async function signIn(env: Environment, endpoints: Endpoints, http: Http): Promise<SignIn> {
  const plan = planSignIn(env);
  const { mode, tenantId, clientId } = plan;
  return { mode, tenantId, clientId, credential: await credentialOf(plan, { env, login: endpoints.login, http }) };
}

/** The token that Aiven's provider takes. */
export function aivenToken(env: Environment): string {
  const token = given(env, "AIVEN_TOKEN");
  if (token === undefined) {
    throw new CloudError("nobody is signed in to Aiven", {
      cloud: "Aiven",
      remedy: "set AIVEN_TOKEN, or the variable from which the stack has it, to a token of the project",
    });
  }
  return token;
}
