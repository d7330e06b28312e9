import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accounts, type ExistingApplication, type SettingsInput, type SignIn, type World } from "simulated-clouds";
import { EXAMPLES, synthesise } from "../../../tools/synthesise";
import { appFolder } from "../../../tools/terraform/source";
import { jsonIn } from "../../../tools/terraform/written";
import { expectActive } from "../support/assertions";
import { Deployment } from "../support/deployment";

/** What a reader sees in an example's README that says how Terraform is signed in. */
const SAYS: Partial<Record<SignIn, string>> = {
  "azure-cli": "az login",
  "client-secret": "ARM_CLIENT_SECRET",
  oidc: "id-token: write",
};

const SECOND_SUBSCRIPTION_ID = "5ab50000-0000-4000-8000-000000000002";
const GROUP = `/subscriptions/${accounts.customerSubscriptionId}/resourceGroups/Network-RG`;
const NETWORK = `${GROUP}/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;

const existingApplication: ExistingApplication = {
  clientId: "44444444-4444-4444-8444-444444444444",
  displayName: "existing",
  multiTenant: true,
  secret: "an existing secret",
  grants: ["Microsoft.Resources/subscriptions/providers/read"],
};

const VARIABLES = {
  aiven_api_token: "not-a-real-token",
  aiven_project: "my-project",
  aiven_network_cidr: "10.0.0.0/24",
  azure_subscription_id: accounts.customerSubscriptionId,
  azure_second_subscription_id: SECOND_SUBSCRIPTION_ID,
  azure_tenant_id: accounts.customerTenantId,
  azure_resource_group: "Network-RG",
  azure_virtual_network: "Hub-VNet",
  azure_virtual_network_id: NETWORK,
  azure_location: "japaneast",
  application_client_id: existingApplication.clientId,
  application_client_secret: existingApplication.secret ?? "",
  // whom the simulated pipeline's token vouches for
  github_subject: "repo:customer/infrastructure:ref:refs/heads/main",
};

const withNetwork = (world: World): void => {
  world.byHand.createResourceGroup(GROUP, "japaneast");
  world.byHand.createVirtualNetwork(NETWORK, ["10.1.0.0/16"], "japaneast");
};

interface Case {
  readonly name: string;
  readonly signIn: SignIn;
  readonly settings?: SettingsInput;
  /** What somebody else has made, and what is to be there still when the example is gone. */
  readonly before?: (world: World) => Promise<Readonly<Record<string, string>>>;
  readonly peerings?: number;
  /** How many secrets come to lie in the states: that of the application that peers, or none. */
  readonly secrets: number;
}

const nothing = () => Promise.resolve({});
const network = (world: World) => {
  withNetwork(world);
  return nothing();
};
const networkAndVpc = async (world: World) => {
  withNetwork(world);
  const range = { cloudName: "azure-japaneast", networkCidr: "10.0.0.0/24" };
  const vpc = world.aiven.vpcs.create({ apiToken: "token" }, "my-project", range);
  await world.clock.advance(world.settings.aiven.vpcCreation * 1000);
  return { aiven_vpc_id: `my-project/${vpc.id}` };
};
const subscriptions = [accounts.customerSubscriptionId, SECOND_SUBSCRIPTION_ID].map((id) => ({ id, name: id }));

/** An administrator has prepared everything in Entra, where the deployer may change nothing. */
const prepared: SettingsInput = {
  existingApplication,
  aivenPrincipalExists: true,
  deployer: { managesApplications: false },
};

const cases: Case[] = [
  { name: "minimal", signIn: "azure-cli", before: network, secrets: 1 },
  { name: "pipeline-one-stack", signIn: "client-secret", secrets: 1 },
  { name: "pipeline-two-stacks", signIn: "client-secret", secrets: 1 },
  { name: "existing-application", signIn: "azure-cli", settings: prepared, before: network, secrets: 0 },
  { name: "existing-application", signIn: "client-secret", settings: prepared, before: network, secrets: 0 },
  { name: "github-secretless", signIn: "oidc", secrets: 0 },
  {
    name: "hub-three-networks",
    signIn: "azure-cli",
    settings: { customer: { subscriptions } },
    peerings: 3,
    secrets: 1,
  },
  { name: "existing-vpc", signIn: "azure-cli", before: networkAndVpc, secrets: 1 },
];

const start = async ({ name, signIn, settings, before = nothing }: Case) => {
  const deployment = await Deployment.fresh({ signIn, ...settings });
  const variables = { ...VARIABLES, ...(await before(deployment.world)) };
  deployment.env = Object.fromEntries(Object.entries(variables).map(([key, value]) => [`TF_VAR_${key}`, value]));
  deployment.deploy(appFolder(join(EXAMPLES, name)));
  for (const stack of deployment.stacks) {
    expect((await deployment.validate(stack)).text).toBe("Success! The configuration is valid.");
  }
  return deployment;
};

/** Every secret there is: those that Entra knows, and those that Terraform is signed in with. */
const allSecrets = ({ entra, deployer }: World): string[] => {
  return [
    VARIABLES.aiven_api_token,
    ...entra.directory.applications.flatMap(({ passwords }) => passwords.map(({ secretText }) => secretText)),
    ...Object.entries(deployer.environment).flatMap(([name, value]) => (/SECRET|TOKEN/.test(name) ? [value] : [])),
  ];
};

/** What a README leaves out of what one must know to deploy: how to sign in, and the variables without a default. */
const unsaid = ({ name, signIn }: Case, deployment: Deployment): string[] => {
  const readme = readFileSync(join(EXAMPLES, name, "README.md"), "utf8");
  const variables = deployment.stacks.flatMap((stack) =>
    Object.entries(jsonIn(deployment.folderOf(stack)).variable as Record<string, { default?: unknown }>),
  );
  const required = variables.filter(([, { default: value }]) => value === undefined).map(([key]) => `TF_VAR_${key}`);
  expect(required).toContain("TF_VAR_aiven_api_token");
  return [SAYS[signIn] ?? signIn, ...required].filter((text) => !readme.includes(text));
};

test.each(cases)("$name comes under $signIn as its README says, has nothing left to do, and goes", async (each) => {
  const deployed = await start(each);
  expect(unsaid(each, deployed)).toEqual([]);
  await expectActive(deployed, each.peerings);
  const states = deployed.stacks.map((stack) => deployed.state(stack)).join("\n");
  expect(states).toContain("aiven_azure_vpc_peering_connection");
  expect(allSecrets(deployed.world).filter((secret) => states.includes(secret))).toHaveLength(each.secrets);

  const { code, text } = await deployed.destroy();
  expect({ code, text }).toMatchObject({ code: 0 });
  expect(deployed.changes).toEqual({ left: [], missing: [] });
});

test("github-secretless keeps its state where the pipeline's own token lets it", () => {
  const example = synthesise(join(EXAMPLES, "github-secretless"), { env: { STATE_STORAGE_ACCOUNT: "account" } });
  expect([...example.keys()]).toEqual(["peering"]);
  expect(JSON.parse(example.get("peering") ?? "")).toMatchObject({
    terraform: {
      backend: {
        azurerm: {
          storage_account_name: "account",
          container_name: "tfstate",
          key: "terraform.peering.tfstate",
          use_oidc: true,
          use_azuread_auth: true,
        },
      },
    },
  });
});

test.each(["pipeline-one-stack", "github-secretless"])(
  "in %s the application has no right at the subscription",
  async (name) => {
    const deployed = await start(cases.find((each) => each.name === name) as Case);
    await expectActive(deployed);
    const scopes = Object.values(await deployed.resources())
      .filter(({ address }) => address.startsWith("azurerm_role_assignment."))
      .map(({ values }) => String(values.scope));
    expect(scopes).toHaveLength(2);
    expect(scopes.filter((scope) => !/\/virtualNetworks\/[^/]+$/.test(scope))).toEqual([]);
  },
);
