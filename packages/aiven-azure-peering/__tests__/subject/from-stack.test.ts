import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationPasswordA as ApplicationPassword } from "@cdktf/provider-azuread/lib/application-password";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenServicePrincipalSource,
  AivenVpc,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { fromStack } from "../../src/subject/from-stack";
import { MANIFEST_NAME } from "../../src/subject/manifest";
import type { Subject, SubjectPeering } from "../../src/subject/subject";
import { temporaryFolder } from "../../../../tools/folder";
import {
  addPeering,
  addProviders,
  network,
  SUBSCRIPTION,
  synthApp,
  virtualNetworkResource,
} from "../../../../__tests__/support/synth";

const CLIENT = "44444444-4444-4444-8444-444444444444";
const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Group/providers/Microsoft.Network/virtualNetworks/Hub`;
const { AZAPI } = AzurePeeringProvider;

type Build = (stack: TerraformStack, stackOf: (name: string) => TerraformStack) => void;

/** The JSON of the stack "peering" of an app. */
function synthesised(build: Build): Record<string, Record<string, unknown>> {
  const stacks = synthApp((app) => {
    const stackOf = (name: string): TerraformStack => {
      const stack = new TerraformStack(app, name);
      addProviders(stack);
      return stack;
    };
    build(stackOf("peering"), stackOf);
  });
  return stacks.peering.json;
}

/** The folder of a stack with that JSON. */
function folderOf(json: unknown): string {
  const folder = temporaryFolder("subject");
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(json));
  return folder;
}

const subjectOf = (build: Build, env: Readonly<Record<string, string>> = {}): Subject =>
  fromStack(folderOf(synthesised(build)), env);

/** Of a stack that has one peering. */
const peeringOf = (build: Build, env?: Readonly<Record<string, string>>): SubjectPeering => {
  const { peerings } = subjectOf(build, env);
  expect(peerings).toHaveLength(1);
  return peerings[0];
};

const certified = (stack: TerraformStack) =>
  new ExistingPeeringApplication(stack, "application", {
    clientId: CLIENT,
    credential: ExistingCredential.clientCertificate({ path: "/certificate.pfx" }),
    aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
  });

test("an application of the same stack is known by its name, its VPC by cloud and range", () => {
  const { peerings, definedRoles } = subjectOf((stack) => void addPeering(stack));
  const [{ construct, vpc, identity, networks }] = peerings;
  expect(construct).toBe("peering/peering");
  expect(vpc).toMatchObject({ created: true, project: "my-project", networkCidr: "10.0.0.0/24" });
  expect(vpc.vpcId).toBeUndefined();
  expect(identity).toMatchObject({ kind: "created", credential: "secret", activeSecret: "primary" });
  expect(identity.clientId).toBeUndefined();
  expect(identity.displayName).toMatch(/^aiven-azure-peering /);
  expect(identity).toMatchObject({ listsProvidersIn: [SUBSCRIPTION], aivenServicePrincipal: "create" });
  expect(networks).toMatchObject([
    { construct: "peering/peering/virtual-network", azurePeeringProvider: "azurerm", access: "create", created: false },
  ]);
  expect(definedRoles).toHaveLength(3);
  expect(new Set(definedRoles?.map(({ subscriptionId }) => subscriptionId))).toEqual(new Set([SUBSCRIPTION]));
});

test("an application from an earlier stack, which also has Aiven's service principal and the roles for it", () => {
  const { peerings, definedRoles } = subjectOf((stack, stackOf) => {
    addPeering(stack, { identity: new PeeringApplication(stackOf("identity"), "application") });
  });
  expect(peerings[0].identity).toEqual({
    kind: "earlier-stack",
    clientId: undefined,
    credential: "secret",
    subjects: [],
    listsProvidersIn: [],
    aivenServicePrincipal: "earlier-stack",
  });
  expect(definedRoles).toHaveLength(2);
});

test("an existing application with a certificate, and a network by the value of a variable", () => {
  const { identity, networks } = peeringOf(
    (stack) => {
      const id = new TerraformVariable(stack, "network", { type: "string" }).stringValue;
      const virtualNetwork = AzureVirtualNetwork.fromId(id, { location: "japaneast" });
      addPeering(stack, { identity: certified(stack), virtualNetwork });
    },
    { TF_VAR_network: ID },
  );
  expect(identity).toMatchObject({
    kind: "existing",
    clientId: CLIENT,
    credential: "certificate",
    listsProvidersIn: [],
    aivenServicePrincipal: "existing",
  });
  expect(networks).toMatchObject([{ id: ID, created: false, resourceGroup: "Group", name: "Hub" }]);
});

describe("an input variable without a value, of which something is made that is looked at,", () => {
  const byVariable: Build = (stack) => {
    const id = new TerraformVariable(stack, "network", { type: "string" }).stringValue;
    new TerraformVariable(stack, "unused", { type: "string" });
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromId(id, { location: "japaneast" }) });
  };

  test("is asked for, as Terraform would", () => {
    const refused =
      /^--stack: \S+cdk\.tf\.json has an input variable without a value: set TF_VAR_network to the value that/;
    expect(() => subjectOf(byVariable)).toThrow(refused);
    expect(subjectOf(byVariable, { TF_VAR_network: ID }).peerings[0].networks[0].id).toBe(ID);
  });

  test("may have one in a file that Terraform reads by itself", () => {
    const folder = folderOf(synthesised(byVariable));
    // nobody writes to it, so a reader would wait for ever
    if (process.platform !== "win32") execFileSync("mkfifo", [join(folder, "pipe.auto.tfvars")]);
    writeFileSync(join(folder, "terraform.tfvars"), `network_of_another = "x"\n`);
    expect(() => fromStack(folder, {})).toThrow(/TF_VAR_network /);
    writeFileSync(join(folder, "my.auto.tfvars"), `  network = "${ID}"\n`);
    expect(fromStack(folder, {}).peerings[0].networks[0].id).toBeUndefined();
  });
});

test("whether azurerm lists resource providers goes by its major, the environment and the provider", () => {
  const lists = (change: (json: Record<string, Record<string, unknown>>) => void, env = {}) => {
    const json = synthesised((stack) => void addPeering(stack));
    change(json);
    return fromStack(folderOf(json), env).azurermLists;
  };
  const version = (constraint: string) => (json: Record<string, Record<string, unknown>>) => {
    (json.terraform.required_providers as Record<string, object>).azurerm = { source: "azurerm", version: constraint };
  };
  // the bindings' own release is 4 with CDKTF, and 5 with CDK Terrain
  expect([
    lists(version("4.55.0")),
    lists(version("~> 4.70")),
    lists(version("5.2.0")),
    lists(version(">= 5.0")),
  ]).toEqual([true, true, false, false]);
  expect(lists(version("4.55.0"), { ARM_PROVIDER_ENHANCED_VALIDATION: "false" })).toBe(false);
  const block = { enhanced_validation: [{ resource_providers: false }] };
  const withBlock = (json: Record<string, Record<string, unknown>>) => {
    version("4.55.0")(json);
    Object.assign((json.provider.azurerm as object[])[0], block);
  };
  expect(lists(withBlock)).toBe(false);
});

test("through azapi, federated, with rights that exist already", () => {
  const { identity, networks } = peeringOf((stack) => {
    const credential = PeeringCredential.federated({ issuer: "https://issuer.example", subject: "repo:mine" });
    addPeering(stack, {
      identity: new PeeringApplication(stack, "application", { credential }),
      azurePeeringProvider: AZAPI,
      access: PeeringAccess.existing(),
    });
  });
  expect(identity).toMatchObject({
    kind: "created",
    credential: "federated",
    subjects: [{ issuer: "https://issuer.example", subject: "repo:mine" }],
    listsProvidersIn: [],
  });
  expect(networks).toMatchObject([{ azurePeeringProvider: "azapi", access: "existing", roleIds: {} }]);
});

test("roles that exist, and the subscriptions in which a role for listing resource providers is assigned", () => {
  const role = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";
  const { identity, networks } = peeringOf((stack) => {
    const resourceProviderAccess = ResourceProviderAccess.withRole(role, { subscriptionIds: [SUBSCRIPTION] });
    addPeering(stack, {
      identity: new PeeringApplication(stack, "application", { resourceProviderAccess }),
      access: PeeringAccess.withRoles({ applicationRoleDefinitionId: role, aivenRoleDefinitionId: role }),
    });
  });
  expect(identity.listsProvidersIn).toEqual([SUBSCRIPTION]);
  const id = `/subscriptions/${SUBSCRIPTION}${role}`;
  expect(networks).toMatchObject([{ access: "with-roles", roleIds: { application: id, aiven: id } }]);
});

test("the deployer's own application signs in as the environment says", () => {
  const { identity } = peeringOf(
    (stack) => void addPeering(stack, { identity: new DeployerApplication(stack, "application") }),
    { ARM_CLIENT_ID: CLIENT },
  );
  expect(identity).toMatchObject({ kind: "existing", credential: "environment", clientId: CLIENT });
});

describe("what else is in the stack is not taken for the peering's own:", () => {
  test("a peering between two networks of Azure, beside one through azapi", () => {
    const { identity, networks } = peeringOf((stack) => {
      addPeering(stack, { identity: certified(stack), azurePeeringProvider: AZAPI });
      new VirtualNetworkPeering(stack, "hub-to-spoke", {
        name: "hub-to-spoke",
        resourceGroupName: "Network-RG",
        virtualNetworkName: "Hub-VNet",
        remoteVirtualNetworkId: ID,
      });
    });
    expect(identity.credential).toBe("certificate");
    expect(networks).toMatchObject([{ azurePeeringProvider: "azapi" }]);
    expect(networks[0].peeringName).toMatch(/^aiven-/);
  });

  test("an application with a client secret", () => {
    const { identity } = peeringOf((stack) => {
      const application = new Application(stack, "other", {
        displayName: "other",
        signInAudience: "AzureADMultipleOrgs",
      });
      new ApplicationPassword(stack, "password", { applicationId: application.id });
      addPeering(stack, { identity: certified(stack) });
    });
    expect(identity).toMatchObject({ kind: "existing", credential: "certificate" });
    expect(identity.displayName).toBeUndefined();
  });
});

describe("a network that the stack creates is known as such", () => {
  test.each<[string, (stack: TerraformStack) => AzureVirtualNetwork]>([
    ["by its resource", (stack) => AzureVirtualNetwork.fromResource(virtualNetworkResource(stack))],
    ["by its id", (stack) => AzureVirtualNetwork.fromId(virtualNetworkResource(stack).id, { location: "japaneast" })],
    ["by its name", (stack) => network({ name: virtualNetworkResource(stack).name })],
  ])("%s", (_, virtualNetwork) => {
    const { networks } = peeringOf((stack) => void addPeering(stack, { virtualNetwork: virtualNetwork(stack) }));
    expect(networks).toMatchObject([{ created: true, name: "Hub-VNet" }]);
  });
});

describe("several peerings of one stack", () => {
  const UUID = "9be8d603-ca10-4ef7-9d8f-27a5cc2cab86";

  test("with VPCs and identities of their own", () => {
    const { peerings } = subjectOf((stack) => {
      addPeering(stack, { azurePeeringProvider: AZAPI, identity: certified(stack) });
      addPeering(stack, { networkCidr: "10.8.0.0/24", virtualNetwork: network({ name: "Spoke" }) }, "other");
    });
    expect(peerings).toMatchObject([
      { construct: "peering/other", vpc: { networkCidr: "10.8.0.0/24" }, identity: { kind: "created" } },
      { construct: "peering/peering", vpc: { networkCidr: "10.0.0.0/24" }, identity: { kind: "existing" } },
    ]);
    expect(peerings.map(({ networks }) => networks.map(({ name }) => name))).toEqual([["Spoke"], ["Hub-VNet"]]);
  });

  test("of one VPC and one identity have the same", () => {
    const { peerings } = subjectOf((stack) => {
      const identity = certified(stack);
      const vpc = AivenVpc.fromId(`my-project/${UUID}`);
      const shared = { identity, vpc, project: undefined, networkCidr: undefined };
      addPeering(stack, shared);
      addPeering(stack, { ...shared, virtualNetwork: network({ name: "Spoke" }) }, "other");
    });
    const [one, other] = peerings;
    expect(one.vpc).toEqual({ project: "my-project", vpcId: UUID, created: false });
    expect(other.vpc).toBe(one.vpc);
    expect(other.identity).toBe(one.identity);
  });

  test("those that are disconnected are left out", () => {
    const { networks } = peeringOf((stack) => {
      const peering = addPeering(stack);
      peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] }), {
        connected: false,
      });
    });
    expect(networks.map(({ name }) => name)).toEqual(["Hub-VNet"]);
  });
});

describe("a stack that cannot be read is refused", () => {
  const refused = (json: unknown) => () => fromStack(folderOf(json), {});
  const stack = synthesised((only) => void addPeering(only));

  test("without a manifest", () => {
    expect(refused({ ...stack, "//": { ...stack["//"], [MANIFEST_NAME]: undefined } })).toThrow(
      /^--stack: .*cdk\.tf\.json does not say what its peerings are made of: .* synthesise the stack again$/,
    );
    expect(refused({ resource: {} })).toThrow("does not say what its peerings are made of");
  });

  test("with a manifest of another version", () => {
    const manifest = { ...(stack["//"][MANIFEST_NAME] as object), version: 2 };
    expect(refused({ ...stack, "//": { ...stack["//"], [MANIFEST_NAME]: manifest } })).toThrow(
      /was synthesised by another release of the package \(its manifest has version 2, this command reads version 1\)/,
    );
  });

  test("where every peering is disconnected", () => {
    expect(refused(synthesised((only) => void addPeering(only, { connected: false })))).toThrow(
      /every peering is disconnected \(connected: false\), so there is nothing to look at/,
    );
  });
});
