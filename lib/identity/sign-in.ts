/**
 * How the peering application proves who it is. What the arguments of a provider are for it, and how every other way is shut out, is the
 * matter of the file that creates the provider.
 */
export type SignIn =
  | { readonly kind: "secret"; readonly value: string }
  | { readonly kind: "certificate"; readonly base64?: string; readonly path?: string; readonly password?: string }
  /** By a token of the pipeline, from its environment. */
  | { readonly kind: "federated" }
  /** By whatever the environment has of an application: Terraform itself is signed in as it. */
  | { readonly kind: "environment" };
