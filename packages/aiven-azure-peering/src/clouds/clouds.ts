import { Aiven } from "./aiven";
import { Arm } from "./arm";
import { endpointsOf, type Endpoints } from "./endpoints";
import type { Environment } from "./environment";
import { Graph } from "./graph";
import { Http } from "./http";
import { pipelineToken, type PipelineToken } from "./tokens";
import { aivenToken, signIn, type SignIn } from "./credentials";
import { claimsOf, Tokens, type Claims } from "./tokens";

/** The clouds as whoever is signed in sees them. Nothing is asked before it is needed. */
export interface Clouds {
  readonly endpoints: Endpoints;
  readonly signIn: SignIn;
  readonly arm: Arm;
  readonly graph: Graph;
  readonly aiven: Aiven;
  /** Who is signed in to Azure, as the token says. */
  whoIsSignedIn(): Promise<Claims>;
  /** The pipeline's token, by which a federated application signs in; undefined where there is none. */
  pipelineToken(): Promise<PipelineToken | undefined>;
}

/** Asks when it is called for the first time, and keeps what was said. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

/** @throws UsageError where the environment describes no sign-in, CloudError where the metadata of Azure cannot be read */
export async function connect(env: Environment): Promise<Clouds> {
  const http = new Http(env);
  const endpoints = await endpointsOf(env, http);
  const signedIn = await signIn(env, endpoints, http);
  const tokens = new Tokens(signedIn);
  const arm = new Arm(http, tokens, endpoints);
  return {
    endpoints,
    signIn: signedIn,
    arm,
    graph: new Graph(http, tokens, endpoints),
    aiven: new Aiven(http, endpoints.aiven, () => aivenToken(env)),
    pipelineToken: () => pipelineToken(env, http),
    whoIsSignedIn: async () => claimsOf(await arm.token()),
  };
}
