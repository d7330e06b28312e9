import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AzurePeeringProvider,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
  type ExistingPeeringApplicationProps,
  type PeeringIdentity,
} from "cdktf-aiven-azure-peering";
import { type ExistingApplication, federatedAssertion, type SettingsInput, type SignIn } from "simulated-clouds";
import type { StackMaker } from "../../../tools/terraform/source";
import { RSA_CERTIFICATE as CERTIFICATE } from "../../../tools/certificates";
import { plain } from "../support/changes";
import { Deployment } from "../support/deployment";
import { peerNetwork } from "../support/peering";

/** How Terraform is signed in. */
export const PEOPLE: SignIn[] = ["azure-cli", "managed-identity"];
export const PIPELINES: SignIn[] = ["client-secret", "client-certificate", "oidc"];
export const SIGN_INS: SignIn[] = [...PEOPLE, ...PIPELINES];

/** The pipeline whose tokens the simulator signs for whoever signs in by OIDC. */
export const PIPELINE = {
  issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:customer/infrastructure:ref:refs/heads/main",
};

/** What an application needs at the subscription through azurerm 4.x. */
export const LISTING = "Microsoft.Resources/subscriptions/providers/read";

const CLIENT_ID = "44444444-4444-4444-8444-444444444444";
const SECRET = "an existing secret";

/** An application that somebody else has registered, with these rights at the subscription. */
export const existingApplication = (...grants: string[]): ExistingApplication => ({
  clientId: CLIENT_ID,
  displayName: "peering",
  multiTenant: true,
  secret: SECRET,
  grants,
});

/** That application as a stack has it, with its secret unless another credential is given. */
export const existingIn = (
  stack: TerraformStack,
  { credential, ...rest }: Partial<ExistingPeeringApplicationProps> = {},
): ExistingPeeringApplication =>
  new ExistingPeeringApplication(stack, "application", {
    clientId: CLIENT_ID,
    credential: credential ?? ExistingCredential.clientSecret(variable(stack, "secret", SECRET)),
    ...rest,
  });

/** A peering by that application, in one stack. */
export const withExisting =
  (over: Partial<AivenAzurePeeringProps> = {}, application: Partial<ExistingPeeringApplicationProps> = {}) =>
  (stack: StackMaker): void => {
    const only = stack();
    peerNetwork(only, { identity: existingIn(only, application), ...over });
  };

/** A peering through azapi, in one stack. */
export const throughAzapi = (over: Partial<AivenAzurePeeringProps> = {}) =>
  plain({ azurePeeringProvider: AzurePeeringProvider.AZAPI, ...over });

type Build = (stack: StackMaker) => void;
const withIdentity =
  (identityIn: (stack: TerraformStack) => PeeringIdentity): Build =>
  (stack) => {
    const only = stack();
    peerNetwork(only, { azurePeeringProvider: AzurePeeringProvider.AZAPI, identity: identityIn(only) });
  };
const existing = (credentialIn: (stack: TerraformStack) => ExistingCredential): Build =>
  withIdentity((stack) => existingIn(stack, { credential: credentialIn(stack) }));
const variable = (stack: TerraformStack, name: string, value: string) =>
  new TerraformVariable(stack, name, { type: "string", sensitive: true, default: value }).stringValue;

/** Who may peer, as an app in one stack has it. */
export const IDENTITIES: Readonly<Record<string, Build>> = {
  "an application with a secret, inside": throughAzapi(),
  "a federated application, inside": withIdentity(
    (stack) => new PeeringApplication(stack, "application", { credential: PeeringCredential.federated(PIPELINE) }),
  ),
  "an existing one with a secret": existing((stack) => ExistingCredential.clientSecret(variable(stack, "s", SECRET))),
  "an existing one with a certificate": existing((stack) =>
    ExistingCredential.clientCertificate({ base64: variable(stack, "c", CERTIFICATE) }),
  ),
  "an existing federated one": existing(() => ExistingCredential.federated()),
  "Terraform's own": withIdentity((stack) => new DeployerApplication(stack, "application")),
};

/** Fresh clouds, where the pipeline's token is in the environment even if Terraform signs in by something else. */
export function startUnder(signIn: SignIn, build: Build, settings: SettingsInput = {}): Promise<Deployment> {
  const token = federatedAssertion({ ...PIPELINE, audience: "api://AzureADTokenExchange" });
  const environment = signIn === "oidc" ? {} : { ARM_OIDC_TOKEN: token };
  const existing = {
    ...existingApplication(),
    certificate: CERTIFICATE,
    federated: { ...PIPELINE, audience: "api://AzureADTokenExchange" },
  };
  return Deployment.start(
    { signIn, environment, existingApplication: existing, deployer: { multiTenant: true }, ...settings },
    build,
  );
}

/** Whoever but Aiven has asked Resource Manager for Azure's peering. */
export const callersOfPeering = ({ world }: Deployment): string[] => [
  ...new Set(
    world.journal
      .matching(/\/virtualNetworkPeerings\//)
      .map(({ identity }) => identity)
      .filter((identity) => identity !== "aiven"),
  ),
];

/** The peering application, as the journal names it. */
export const applicationOf = ({ world }: Deployment): string => {
  const found = world.entra.directory.applications.find(({ displayName }) =>
    displayName.startsWith("aiven-azure-peering"),
  );
  return `app ${found?.clientId ?? CLIENT_ID}`;
};
