import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { type TerraformStack, TerraformVariable } from "cdktf";
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
} from "cdktf-aiven-azure-peering";
import { synthesiseMain } from "../../tools/synthesise";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  spoke,
  SUBSCRIPTION,
  synthPeering,
  Synthesised,
  synthStack,
  synthStacks,
  TENANT,
  variable,
} from "../support/synth";

interface Manifest {
  readonly version: number;
  readonly peerings: Readonly<Record<string, Record<string, unknown>>>;
}

const manifestOf = ({ json }: Synthesised): Manifest =>
  (json["//"] as unknown as { readonly aivenAzurePeering: Manifest }).aivenAzurePeering;
/** What a stack says of its one peering. */
const factsOf = (stack: Synthesised): Record<string, unknown> => {
  const [facts, ...others] = Object.values(manifestOf(stack).peerings);
  expect(others).toEqual([]);
  return facts ?? {};
};
const networkOf = (stack: Synthesised, path = "stack/peering/virtual-network") =>
  (factsOf(stack).virtualNetworks as Record<string, Record<string, unknown>>)[path] ?? {};

const ROLE = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;

test("the whole of it for main.ts", () => {
  const example = new Synthesised(JSON.parse(synthesiseMain()) as never);
  const at = (type: string, part?: string) => example.address(type, part);
  const identity = "peering_identity";
  const [application, principal, secret] = [
    at("azuread_application"),
    at("azuread_service_principal", identity),
    at("azuread_application_password"),
  ];
  const role = (side: string) => ({
    assignment: at("azurerm_role_assignment", `access_${side}`),
    definition: at("azurerm_role_definition", `roles_${side}`),
    roleDefinitionId: `\${${at("azurerm_role_definition", `roles_${side}`)}.role_definition_resource_id}`,
  });
  expect(manifestOf(example)).toEqual({
    version: 1,
    peerings: {
      "aiven-azure-peering/peering": {
        providers: { aiven: "aiven", azuread: "azuread", azurerm: "azurerm" },
        vpc: {
          id: `\${${at("aiven_project_vpc")}.id}`,
          address: at("aiven_project_vpc"),
          networkCidr: "${var.aiven_network_cidr}",
        },
        identity: {
          kind: "created",
          stack: "aiven-azure-peering",
          clientId: `\${${application}.client_id}`,
          servicePrincipalObjectId: `\${${principal}.object_id}`,
          application,
          servicePrincipal: principal,
          credential: { kind: "secret", addresses: [secret], active: secret },
          resourceProviderAccess: [
            {
              subscriptionId: "${var.azure_subscription_id}",
              assignment: at("azurerm_role_assignment", "resource-providers"),
            },
          ],
        },
        aivenServicePrincipal: {
          source: "create",
          address: "azuread_service_principal.aiven-azure-peering-aiven-service-principal",
          stack: "aiven-azure-peering",
        },
        virtualNetworks: {
          "aiven-azure-peering/peering/virtual-network": {
            network: {
              id: "${azurerm_virtual_network.virtual-network.id}",
              name: "${var.name}",
              resourceGroupName: "${azurerm_resource_group.resource-group.name}",
              subscriptionId: "${var.azure_subscription_id}",
              tenantId: "${var.azure_tenant_id}",
              location: "${var.azure_location}",
              addressSpaces: ["${var.azure_address_space}"],
              address: "azurerm_virtual_network.virtual-network",
            },
            connected: true,
            importExisting: false,
            connection: at("aiven_azure_vpc_peering_connection"),
            azurePeering: {
              address: at("azurerm_virtual_network_peering"),
              name: example.resource("azurerm_virtual_network_peering").name,
            },
            azurePeeringProvider: "azurerm",
            provider: `azurerm.${String(example.peeringProviders[0]?.alias)}`,
            access: { source: "create", application: role("application"), aiven: role("aiven") },
          },
        },
      },
    },
  });
});

test("the whole of it through azapi, by an earlier stack's federated application, with roles that exist, disconnected in part", () => {
  const { identity, peering } = synthStacks(["identity", "peering"], (stacks) => {
    const application = new PeeringApplication(stacks.identity, "application", {
      credential: PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s" }),
    });
    const hub = addPeering(stacks.peering, {
      project: undefined,
      networkCidr: undefined,
      vpc: AivenVpc.fromId(`p/${CLIENT}`),
      identity: application,
      azurePeeringProvider: AzurePeeringProvider.AZAPI,
      access: PeeringAccess.withRoles({ applicationRoleDefinitionId: ROLE }),
      peeringName: "to-aiven",
    });
    hub.addVirtualNetwork("spoke", spoke({ location: undefined }), {
      connected: false,
      access: PeeringAccess.existing(),
    });
  });
  const output = (value: string) => {
    const [name = "none"] = Object.entries(identity.outputs).find(([, each]) => each === value) ?? [];
    return `\${data.terraform_remote_state.cross-stack-reference-input-identity.outputs.${name}}`;
  };
  const credential = identity.address("azuread_application_federated_identity_credential");
  const application = identity.address("azuread_application");
  const principal = identity.address("azuread_service_principal", "application");
  const assigned = (part: string) => {
    const found = peering.addresses.filter((address) => address.startsWith(`azurerm_role_assignment.${part}`));
    expect(found).toHaveLength(1);
    return found[0];
  };
  const hub = "/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet";
  expect(manifestOf(identity)?.peerings ?? {}).toEqual({});
  expect(manifestOf(peering)).toEqual({
    version: 1,
    peerings: {
      "peering/peering": {
        providers: { aiven: "aiven", azuread: "azuread", azurerm: "azurerm" },
        vpc: { id: `p/${CLIENT}` },
        identity: {
          kind: "created",
          stack: "identity",
          clientId: output(`\${${application}.client_id}`),
          servicePrincipalObjectId: output(`\${${principal}.object_id}`),
          application,
          servicePrincipal: principal,
          credential: { kind: "federated", addresses: [credential] },
          resourceProviderAccess: [],
        },
        aivenServicePrincipal: {
          source: "create",
          address: "azuread_service_principal.aiven-azure-peering-aiven-service-principal",
          stack: "identity",
        },
        virtualNetworks: {
          "peering/peering/virtual-network": {
            network: {
              id: `/subscriptions/${SUBSCRIPTION}${hub}`,
              name: "Hub-VNet",
              resourceGroupName: "Network-RG",
              subscriptionId: SUBSCRIPTION,
              tenantId: TENANT,
              location: "japaneast",
              addressSpaces: ["10.1.0.0/16"],
            },
            connected: true,
            importExisting: false,
            connection: peering.address("aiven_azure_vpc_peering_connection"),
            azurePeering: { address: peering.address("azapi_resource"), name: "to-aiven" },
            azurePeeringProvider: "azapi",
            provider: `azapi.${String(peering.providers("azapi")[0]?.alias)}`,
            access: {
              source: "roles",
              application: {
                roleDefinitionId: `/subscriptions/${SUBSCRIPTION}${ROLE}`,
                assignment: assigned("aiven-azure-peering-role-"),
              },
              aiven: {
                roleDefinitionId: `\${${peering.address("azurerm_role_definition")}.role_definition_resource_id}`,
                definition: peering.address("azurerm_role_definition"),
                assignment: assigned("peering_virtual-network_access_aiven"),
              },
            },
          },
          "peering/peering/spoke": {
            network: {
              id: `/subscriptions/${SUBSCRIPTION}${hub.replace("Hub-VNet", "Spoke")}`,
              name: "Spoke",
              resourceGroupName: "Network-RG",
              subscriptionId: SUBSCRIPTION,
              tenantId: TENANT,
              addressSpaces: ["10.2.0.0/16"],
            },
            connected: false,
            importExisting: false,
            azurePeeringProvider: "azapi",
            provider: `azapi.${String(peering.providers("azapi")[0]?.alias)}`,
            access: { source: "existing" },
          },
        },
      },
    },
  });
});

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
    subscriptionId: "${data.azurerm_client_config.aiven-azure-peering-deployer.subscription_id}",
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
