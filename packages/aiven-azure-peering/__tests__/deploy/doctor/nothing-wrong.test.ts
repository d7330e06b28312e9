import {
  AivenServicePrincipalSource,
  AzurePeeringProvider,
  DeployerApplication,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { accounts, type SettingsInput } from "simulated-clouds";
import { expectActive } from "../../../../../__tests__/deploy/support/assertions";
import { peerNetwork } from "../../../../../__tests__/deploy/support/peering";
import { assign, roles } from "../../../../../__tests__/deploy/troubleshooting/rights-of-others";
import { existingApplication, withExisting } from "../../../../../__tests__/deploy/support/identities";
import { networkIn } from "../../../../../__tests__/deploy/troubleshooting/situations";
import { Before, type Build } from "../support/doctor";
import { createHub, existingRights, GIVEN_ROLES } from "./azure-rows";

const OTHER = "5ab50000-0000-4000-8000-000000000002";
const listing = "Microsoft.Resources/subscriptions/providers/read";
const { EXISTING } = AivenServicePrincipalSource;

const subject = {
  issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:customer/infrastructure:ref:refs/heads/main",
};

interface Shape {
  readonly settings?: SettingsInput;
  readonly build?: Build;
  readonly peerings?: number;
  readonly before?: (before: Before) => void | Promise<void>;
}

/** Stacks that are applied without a word of `doctor` against them. */
const SHAPES: Readonly<Record<string, Shape>> = {
  "by default, as a person": {},
  "by default, as a managed identity": { settings: { signIn: "managed-identity" } },
  "through azapi in a pipeline, with a federated application": {
    settings: { signIn: "oidc" },
    build: (stack) => {
      const only = stack();
      const identity = new PeeringApplication(only, "application", {
        credential: PeeringCredential.federated(subject),
      });
      peerNetwork(only, { identity, azurePeeringProvider: AzurePeeringProvider.AZAPI });
    },
  },
  "an existing application": {
    settings: { existingApplication: existingApplication(listing) },
    build: withExisting(),
  },
  "the deployer's own application": {
    settings: { signIn: "client-secret", deployer: { multiTenant: true } },
    build: (stack) => {
      const only = stack();
      peerNetwork(only, { identity: new DeployerApplication(only, "application") });
    },
  },
  "rights that are there": {
    settings: {
      existingApplication: existingApplication(),
      aivenPrincipalExists: true,
      customer: { roles: GIVEN_ROLES },
    },
    build: existingRights,
    before: async (before) => {
      createHub(before);
      await assign(before.deployment, GIVEN_ROLES[0], existingApplication().clientId);
      await assign(before.deployment, GIVEN_ROLES[1], accounts.aivenApplicationId);
    },
  },
  "given roles, by who may assign only these": {
    settings: {
      existingApplication: existingApplication(),
      aivenPrincipalExists: true,
      customer: { roles: GIVEN_ROLES },
      deployer: { azureRoles: ["Owner"], assignableRoles: GIVEN_ROLES.map(({ guid }) => guid) },
    },
    build: withExisting(
      { access: PeeringAccess.withRoles(roles), azurePeeringProvider: AzurePeeringProvider.AZAPI },
      { aivenServicePrincipal: EXISTING },
    ),
  },
  "two networks in two subscriptions": {
    peerings: 2,
    settings: {
      customer: { subscriptions: [accounts.customerSubscriptionId, OTHER].map((id) => ({ id, name: id })) },
    },
    build: (stack) => {
      const only = stack();
      const identity = new PeeringApplication(only, "application");
      peerNetwork(only, { identity });
      peerNetwork(only, { identity, networkCidr: "10.7.0.0/24", virtualNetwork: networkIn(only, OTHER) }, "other");
    },
  },
};

test.each(Object.entries(SHAPES))("%s", async (_name, { settings, build, peerings, before: prepare }) => {
  const before = await Before.apply(settings, build);
  await prepare?.(before);
  expect((await before.doctor()).complaints).toEqual([]);
  await expectActive(before.deployment, peerings);
  expect((await before.doctor()).complaints.filter((each) => each.startsWith("failed"))).toEqual([]);
});
