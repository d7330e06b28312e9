import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { type TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenServicePrincipalSource,
  AivenVpc,
  AzureVirtualNetwork,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { factsOf, manifestOf } from "../support/manifest";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  spoke,
  SUBSCRIPTION,
  Synthesised,
  synthPeering,
  synthStack,
  TENANT,
  variable,
} from "../support/synth";

const networkOf = (stack: Synthesised, path = "stack/peering/virtual-network") =>
  (factsOf(stack).virtualNetworks as Record<string, Record<string, unknown>>)[path] ?? {};

describe("an identity", () => {
  const identityOf = (create: (stack: TerraformStack) => object) =>
    factsOf(synthStack((stack) => void addPeering(stack, create(stack)))).identity;
  const existing = (credential: (stack: TerraformStack) => ExistingCredential) =>
    identityOf((stack) => ({
      identity: new ExistingPeeringApplication(stack, "identity", {
        clientId: CLIENT,
        servicePrincipalObjectId: TENANT,
        credential: credential(stack),
      }),
    }));
  const known = { kind: "existing", stack: "stack", clientId: CLIENT, servicePrincipalObjectId: TENANT };

  test.each<[string, (stack: TerraformStack) => ExistingCredential]>([
    ["secret", (stack) => ExistingCredential.clientSecret(variable(stack, "secret"))],
    ["certificate", () => ExistingCredential.clientCertificate({ path: "/run/app.pfx" })],
    ["federated", () => ExistingCredential.federated()],
  ])("that exists has a credential of its kind: %s", (kind, credential) => {
    expect(existing(credential)).toEqual({ ...known, credential: { kind, addresses: [] }, resourceProviderAccess: [] });
  });

  test("that is the deployer's has none", () => {
    const deployer = "data.azurerm_client_config.aiven-azure-peering-deployer";
    expect(identityOf((stack) => ({ identity: new DeployerApplication(stack, "identity") }))).toEqual({
      kind: "deployer",
      stack: "stack",
      clientId: `\${${deployer}.client_id}`,
      servicePrincipalObjectId: `\${${deployer}.object_id}`,
      credential: { kind: "environment", addresses: [] },
      resourceProviderAccess: [],
    });
  });

  test("of two secrets says which one is in use", () => {
    const ends = { primaryEndDate: "2099-01-01T00:00:00Z", secondaryEndDate: "2099-07-01T00:00:00Z" };
    const stack = synthStack((stack) => {
      const credential = PeeringCredential.clientSecret(ends);
      addPeering(stack, { identity: new PeeringApplication(stack, "identity", { credential }) });
    });
    const [primary, secondary] = ["primary", "secondary"].map((slot) =>
      stack.address("azuread_application_password", slot),
    );
    expect(factsOf(stack).identity).toMatchObject({
      credential: { kind: "secret", addresses: [primary, secondary], active: primary },
    });
  });

  test("has every grant, also one that followed later", () => {
    const stack = synthStack((stack) => {
      const identity = new PeeringApplication(stack, "identity");
      const far = network({ name: "Far", subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: [] });
      addPeering(stack, { identity }).addVirtualNetwork("far", far);
    });
    expect(factsOf(stack).identity).toMatchObject({
      resourceProviderAccess: [SUBSCRIPTION, OTHER_SUBSCRIPTION].map((subscriptionId) => ({
        subscriptionId,
        assignment: stack.address("azurerm_role_assignment", `resource-providers-${subscriptionId}`),
        definition: stack.address("azurerm_role_definition", `resource-providers-${subscriptionId}`),
      })),
    });
  });

  test("whose principal of Aiven's is looked up says so, by the address of a data source", () => {
    const stack = synthStack((stack) => {
      const aivenServicePrincipal = AivenServicePrincipalSource.EXISTING;
      addPeering(stack, { identity: new PeeringApplication(stack, "identity", { aivenServicePrincipal }) });
    });
    expect(factsOf(stack).aivenServicePrincipal).toEqual({
      source: "existing",
      address: "data.azuread_service_principal.aiven-azure-peering-aiven-service-principal",
      stack: "stack",
    });
  });
});

test("every peering of a stack has its own, by its path", () => {
  const stack = synthStack((stack) => {
    addPeering(stack);
    addPeering(stack, { networkCidr: "10.9.0.0/24", virtualNetwork: spoke() }, "second");
  });
  const { peerings } = manifestOf(stack);
  expect(Object.keys(peerings).sort()).toEqual(["stack/peering", "stack/second"]);
  expect(Object.keys(peerings["stack/second"]?.virtualNetworks as object)).toEqual(["stack/second/virtual-network"]);
});

test("a network that is read, and its ranges, are expressions", () => {
  const stack = synthStack((stack) => {
    const names = { name: "Hub-VNet", resourceGroupName: "Network-RG" };
    const virtualNetwork = AzureVirtualNetwork.fromDataSource(new DataAzurermVirtualNetwork(stack, "vnet", names));
    addPeering(stack, { virtualNetwork, cloudName: "azure-japaneast" });
  });
  expect(networkOf(stack).network).toMatchObject({
    id: "${data.azurerm_virtual_network.vnet.id}",
    subscriptionId: SUBSCRIPTION,
    addressSpaces: "${data.azurerm_virtual_network.vnet.address_space}",
    address: "data.azurerm_virtual_network.vnet",
  });
});

test("a peering that is imported says so", () => {
  const stack = synthStack((stack) => {
    addPeering(stack, {
      project: undefined,
      networkCidr: undefined,
      vpc: AivenVpc.fromId(`p/${CLIENT}`),
      identity: new ExistingPeeringApplication(stack, "identity", {
        clientId: CLIENT,
        credential: ExistingCredential.federated(),
        aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
      }),
      importExisting: true,
      peeringName: "to-aiven",
      remoteVirtualNetworkId: network().id,
    });
  });
  expect(networkOf(stack).importExisting).toBe(true);
});

test("no secret is in it, not even one that is written in the code", () => {
  const stack = synthStack((stack) => {
    const sensitive = new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue;
    const by = (id: string, credential: ExistingCredential) =>
      new ExistingPeeringApplication(stack, id, { clientId: CLIENT, credential });
    addPeering(stack, { identity: by("a", ExistingCredential.clientSecret("hunter2")) }, "one");
    const certificate = ExistingCredential.clientCertificate({ base64: "TUlJ", password: sensitive });
    addPeering(stack, { identity: by("b", certificate), virtualNetwork: spoke(), networkCidr: "10.8.0.0/24" }, "two");
    const third = { virtualNetwork: network({ name: "Third", addressSpaces: [] }), networkCidr: "10.9.0.0/24" };
    addPeering(stack, third, "three");
  });
  const text = JSON.stringify(manifestOf(stack));
  expect(Object.keys(manifestOf(stack).peerings)).toHaveLength(3);
  for (const secret of ["hunter2", "TUlJ", "var.password", ".value}"]) expect(text).not.toContain(secret);
  expect(JSON.stringify(stack.json.provider)).toContain("hunter2");
});

test("every address in it is one of the stack's, and every expression names one", () => {
  const stack = synthPeering();
  const text = JSON.stringify(manifestOf(stack));
  const named = [...text.matchAll(/\b(?:data\.)?(?:azuread|azurerm|aiven|time)_\w+\.[\w-]+/g)].map(([name]) => name);
  expect(new Set(named).size).toBeGreaterThan(8);
  expect(named.filter((name) => !stack.addresses.includes(name))).toEqual([]);
});

test("what an app and cdktf write beside it stays", () => {
  const stack = synthStack((stack) => {
    addPeering(stack);
    stack.addOverride("//.theirs", { owner: "network" });
  });
  expect(stack.json["//"]).toMatchObject({
    theirs: { owner: "network" },
    metadata: { stackName: "stack" },
    aivenAzurePeering: { version: 1 },
  });
});
