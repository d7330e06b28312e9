import { TerraformVariable } from "cdktf";
import {
  AivenVpc,
  AzurePeeringProvider,
  ExistingCredential,
  ExistingPeeringApplication,
} from "cdktf-aiven-azure-peering";
import { type ExistingApplication, type FederatedSubject, time } from "simulated-clouds";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";
import { createVpc } from "../../../../../__tests__/deploy/troubleshooting/situations";
import type { Before, Build } from "../support/doctor";
import type { ForeseenRow } from "../../../src/doctor/checks";
import type { Situation } from "./situation";

export const LISTING = "Microsoft.Resources/subscriptions/providers/read";
const { AZAPI } = AzurePeeringProvider;

/** Whom the simulated pipeline says that its job is. */
export const PIPELINE = {
  issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:customer/infrastructure:ref:refs/heads/main",
};

export const federatedApplication: ExistingApplication = {
  clientId: existingApplication().clientId,
  displayName: "peering",
  multiTenant: true,
  grants: [],
  federated: { ...PIPELINE, audience: "api://AzureADTokenExchange" },
};

export const withFederated: Build = (stack) => {
  const only = stack();
  const { clientId } = federatedApplication;
  const credential = ExistingCredential.federated();
  const identity = new ExistingPeeringApplication(only, "application", { clientId, credential });
  peerNetwork(only, { identity, azurePeeringProvider: AZAPI });
};

/** The construct sees no range here, and leaves it to Terraform. */
const variableRange =
  (range: string): Build =>
  (stack) => {
    const only = stack();
    const variable = new TerraformVariable(only, "range", { type: "string", default: range });
    peerNetwork(only, { networkCidr: variable.stringValue });
  };

/** The existing application, as the simulated clouds have it. */
export function theApplication({ deployment }: Before) {
  const { applications } = deployment.world.entra.directory;
  const found = applications.find(({ clientId }) => clientId === existingApplication().clientId);
  if (!found) throw new Error("there is no existing application");
  return found;
}

function endSecrets(before: Before): void {
  const application = theApplication(before);
  const end = before.deployment.world.clock.now() - time.days(1);
  application.passwords = application.passwords.map((password) => ({ ...password, end }));
}

const deleteApplication = ({ deployment }: Before): void =>
  deployment.world.byHand.deleteApplication(existingApplication().clientId);

/** A stack with a VPC that somebody has asked for. */
async function giveVpc({ deployment }: Before): Promise<void> {
  const vpc = AivenVpc.fromId(createVpc(deployment));
  await deployment.change((stack) => void peerNetwork(stack(), { project: undefined, networkCidr: undefined, vpc }));
}

const underOidc = { signIn: "oidc", existingApplication: federatedApplication } as const;

/** The application trusts another job than the one that runs. */
const trusting = (other: Partial<FederatedSubject>): Situation => ({
  settings: underOidc,
  build: withFederated,
  wrong: {
    settings: {
      existingApplication: {
        ...federatedApplication,
        federated: { ...PIPELINE, audience: "api://AzureADTokenExchange", ...other },
      },
    },
  },
  remedy: /^PeeringCredential\.federated\(\{ issuer: /,
});

/** The rows of the page that are about signing in, Microsoft Entra and Aiven. */
export const IDENTITY_SITUATIONS = {
  "no authorizer": { wrong: { settings: { signIn: "client-secret" } } },

  "secret ended": {
    settings: { existingApplication: existingApplication(LISTING) },
    build: withExisting(),
    wrong: { harm: endSecrets },
    remedy: /^az ad app credential reset --id 44444444-/,
  },

  "secret replaced, or application deleted": {
    settings: { existingApplication: existingApplication(LISTING) },
    build: withExisting(),
    wrong: { harm: deleteApplication },
    remedy: /^give the `clientId` of an application that exists/,
  },

  "application deleted": {
    settings: { existingApplication: existingApplication() },
    build: withExisting({ azurePeeringProvider: AZAPI }),
    wrong: { harm: deleteApplication },
    remedy: /^give the `clientId` of an application that exists/,
  },

  "token ended": {
    settings: {
      signIn: "oidc",
      existingApplication: federatedApplication,
      deployer: { oidc: { delivery: "token", lifetime: 3600 } },
    },
    build: withFederated,
    wrong: { settings: { deployer: { oidc: { delivery: "token", lifetime: 180 } } } },
    remedy: /^set ARM_OIDC_REQUEST_URL/,
  },

  "subject not trusted": trusting({ subject: "repo:customer/infrastructure:environment:production" }),
  "subject in another case": trusting({ subject: PIPELINE.subject.replace("customer", "Customer") }),
  "issuer not trusted": trusting({ issuer: "https://gitlab.com" }),
  "audience not trusted": trusting({ audience: "https://gitlab.com" }),

  "no token of the pipeline, azapi": {
    settings: underOidc,
    build: withFederated,
    wrong: { settings: { signIn: "azure-cli" } },
    remedy: /^run this command and Terraform in the pipeline/,
  },
  "no token of the pipeline, azurerm": {
    settings: { ...underOidc, existingApplication: { ...federatedApplication, grants: [LISTING] } },
    build: withExisting({}, { credential: ExistingCredential.federated() }),
    wrong: { settings: { signIn: "azure-cli" } },
    remedy: /^run this command and Terraform in the pipeline/,
  },

  "principal there already": { wrong: { settings: { aivenPrincipalExists: true } } },

  "may not create principals": {
    wrong: { settings: { deployer: { directoryRoles: ["Global Reader"] } } },
    remedy: /^have an Application Administrator run az ad sp create/,
  },

  "secrets are capped": {
    settings: { signIn: "client-secret", customer: { passwordLifetimeCapDays: 800 } },
    build: (stack) => void peerNetwork(stack(), { azurePeeringProvider: AZAPI }),
    wrong: { settings: { customer: { passwordLifetimeCapDays: 90 } } },
  },

  "secrets are forbidden": {
    settings: { signIn: "client-secret" },
    build: (stack) => void peerNetwork(stack(), { azurePeeringProvider: AZAPI }),
    wrong: { settings: { customer: { passwordsForbidden: true } } },
  },

  "range of the VPC": { build: variableRange("10.0.0.0/24"), wrong: { build: variableRange("10.0.0.0/28") } },

  "VPC too young": {
    prepare: async (before) => {
      await giveVpc(before);
      await before.deployment.world.clock.advance(time.minutes(2));
    },
    wrong: { settings: { aiven: { vpcCreation: 3600 } } },
    remedy: /^wait some minutes/,
  },
} as const satisfies Partial<Record<ForeseenRow, Situation>>;
