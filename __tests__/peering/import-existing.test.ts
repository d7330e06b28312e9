import { TerraformStack, TerraformVariable } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AivenServicePrincipalSource,
  AivenVpc,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  type ExistingPeeringApplicationProps,
  PeeringAccess,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal } from "../support/refusal";
import { addPeering, CLIENT, network, SUBSCRIPTION, type Synthesised, synthStack, synthStacks } from "../support/synth";

const CONNECTION = "aiven_azure_vpc_peering_connection";
const VPC_ID = `My-Project/${CLIENT}`;
const NETWORK_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;
const ROLE = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
const { EXISTING, CREATE } = AivenServicePrincipalSource;
const application = (stack: TerraformStack, over: Partial<ExistingPeeringApplicationProps> = {}) =>
  new ExistingPeeringApplication(stack, "application", {
    clientId: CLIENT,
    credential: ExistingCredential.federated(),
    aivenServicePrincipal: EXISTING,
    ...over,
  });

/** A peering that exists, described as it must be. */
const described = (stack: TerraformStack, over: Partial<AivenAzurePeeringProps> = {}) =>
  addPeering(stack, {
    project: undefined,
    networkCidr: undefined,
    vpc: AivenVpc.fromId(VPC_ID),
    importExisting: true,
    access: PeeringAccess.existing(),
    peeringName: "to-aiven",
    remoteVirtualNetworkId: NETWORK_ID,
    identity: over.identity ?? application(stack),
    ...over,
  });

const importsOf = ({ json }: Synthesised) => json.import as unknown as { to: string; id: string }[] | undefined;

describe("both sides are imported by their ids, Aiven's in lower case but for the project", () => {
  test("through azurerm", () => {
    const stack = synthStack((only) => described(only));
    expect(importsOf(stack)).toEqual([
      { to: stack.address(CONNECTION), id: `${VPC_ID}/${SUBSCRIPTION}/hub-vnet` },
      { to: stack.address("azurerm_virtual_network_peering"), id: `${NETWORK_ID}/virtualNetworkPeerings/to-aiven` },
    ]);
  });

  test.each([
    ["azurerm_virtual_network_peering", AzurePeeringProvider.AZURERM],
    ["azapi_resource", AzurePeeringProvider.AZAPI],
  ])("and %s is not replaced for the wait, which is new where it is imported", (type, azurePeeringProvider) => {
    const stack = synthStack((only) => described(only, { azurePeeringProvider }));
    expect(stack.resource(type).lifecycle).toEqual({ replace_triggered_by: [`${stack.address(CONNECTION)}.id`] });
  });

  test.each(Object.values(AzurePeeringProvider))(
    "and the checks through %s give a peering no time that existed before",
    (azurePeeringProvider) => {
      const { checks } = synthStack((only) => described(only, { azurePeeringProvider }));
      const conditions = Object.values(checks).map(({ assert }) => assert.condition);
      expect(conditions.filter((each) => each.includes('"ACTIVE"'))).toHaveLength(1);
      expect(conditions.filter((each) => each.includes("plantimestamp"))).toEqual([]);
    },
  );

  test("through azapi, by the version of the API in which it is written", () => {
    const stack = synthStack((only) => described(only, { azurePeeringProvider: AzurePeeringProvider.AZAPI }));
    const address = stack.address("azapi_resource");
    const [, version] = (stack.resource("azapi_resource").type as string).split("@");
    expect(importsOf(stack)?.[1]).toEqual({
      to: address,
      id: `${NETWORK_ID}/virtualNetworkPeerings/to-aiven?api-version=${version}`,
    });
  });

  test("of variables too", () => {
    const stack = synthStack((only) => {
      const variable = (name: string) => new TerraformVariable(only, name, { type: "string" }).stringValue;
      described(only, {
        vpc: AivenVpc.fromId(variable("vpc")),
        virtualNetwork: AzureVirtualNetwork.fromId(variable("network")),
        peeringName: variable("name"),
      });
    });
    expect(importsOf(stack)).toMatchObject([
      {
        id: '${var.vpc}/${lower(element(split("/", var.network), 2))}/${lower(element(split("/", var.network), 8))}',
      },
      { id: "${var.network}/virtualNetworkPeerings/${var.name}" },
    ]);
  });
});

test("nothing is imported unless it is said, and for the network alone of which it is said", () => {
  expect(importsOf(synthStack((only) => addPeering(only)))).toBeUndefined();
  expect(importsOf(synthStack((only) => described(only, { importExisting: false })))).toBeUndefined();

  const spoke = () => network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] });
  const hub = synthStack((only) => {
    described(only).addVirtualNetwork("new", spoke());
  });
  expect(
    importsOf(hub)
      ?.map(({ to }) => to)
      .filter((to) => to.includes("_new_")),
  ).toEqual([]);

  const later = synthStack((only) => {
    const peering = described(only, {
      importExisting: undefined,
      peeringName: undefined,
      remoteVirtualNetworkId: undefined,
    });
    const names = { peeringName: "spoke-to-aiven", remoteVirtualNetworkId: NETWORK_ID };
    peering.addVirtualNetwork("spoke", spoke(), { importExisting: true, ...names });
  });
  expect(importsOf(later)).toEqual([
    { to: later.address(CONNECTION, "spoke_"), id: `${VPC_ID}/${SUBSCRIPTION}/spoke` },
    {
      to: later.address("azurerm_virtual_network_peering", "spoke_"),
      id: `${NETWORK_ID.replace("Hub-VNet", "Spoke")}/virtualNetworkPeerings/spoke-to-aiven`,
    },
  ]);
});

test("imports of an app's own stay beside them", () => {
  const own = { to: "azurerm_virtual_network.vnet", id: NETWORK_ID };
  const stack = synthStack((only) => {
    described(only);
    only.addOverride("import", [own]);
  });
  expect(importsOf(stack)).toEqual([expect.anything(), expect.anything(), own]);
});

test("what imports changes nothing else that is synthesised", () => {
  const resources = (importExisting: boolean) => {
    const { resource } = synthStack((only) => described(only, { importExisting })).json;
    return JSON.stringify(resource).replace(/"replace_triggered_by":\[.*?\]/, "");
  };
  expect(resources(true)).toBe(resources(false));
});

describe("is refused at synth where it could not work, or would destroy what is there", () => {
  const NETWORK = "stack/peering/virtual-network";
  const MADE_WITH =
    `${NETWORK}: identity: an application that this stack creates is not allowed with importExisting, as Aiven's connection is bound to the application ` +
    "that it was made with, and the apply would delete both sides; give that application as an ExistingPeeringApplication";
  const PRINCIPAL =
    'stack/peering: identity.aivenServicePrincipal: "create" is not allowed with importExisting, as a tenant has one principal of Aiven\'s, and ' +
    'without it there would be no peering; give AivenServicePrincipalSource.EXISTING ("existing")';
  const ROLES =
    `${NETWORK}: access: PeeringAccess.withRoles is not allowed with importExisting, as who made the peering has assigned roles already and a ` +
    "tenant has each assignment once (RoleAssignmentExists); give PeeringAccess.existing(), or leave it out";

  const cases: [string, (stack: TerraformStack) => unknown, string][] = [
    [
      "a new VPC",
      (stack) => described(stack, { vpc: undefined, project: "my-project", networkCidr: "10.0.0.0/24" }),
      "stack/peering: vpc: missing, a new one has no peering that importExisting could import; give the VPC that has it",
    ],
    ["the default application", (stack) => addPeering(stack, { ...plain(), identity: undefined }), MADE_WITH],
    [
      "a new application",
      (stack) => addPeering(stack, { ...plain(), identity: new PeeringApplication(stack, "identity") }),
      MADE_WITH,
    ],
    [
      "a new application that looks Aiven's principal up",
      (stack) => {
        const identity = new PeeringApplication(stack, "identity", { aivenServicePrincipal: EXISTING });
        return addPeering(stack, { ...plain(), identity });
      },
      MADE_WITH,
    ],
    [
      "a new principal of Aiven's, by default",
      (stack) => described(stack, { identity: application(stack, { aivenServicePrincipal: undefined }) }),
      PRINCIPAL,
    ],
    [
      "a new principal of Aiven's, given",
      (stack) => described(stack, { identity: application(stack, { aivenServicePrincipal: CREATE }) }),
      PRINCIPAL,
    ],
    [
      "a new principal of Aiven's, for the deployer",
      (stack) => described(stack, { identity: new DeployerApplication(stack, "deployer") }),
      PRINCIPAL,
    ],
    [
      "no name of the peering",
      (stack) => described(stack, { peeringName: undefined }),
      `${NETWORK}: peeringName: missing, give the name that the peering has in Azure, as it is imported (az network vnet peering list shows it)`,
    ],
    [
      "no id of Aiven's network",
      (stack) => described(stack, { remoteVirtualNetworkId: undefined }),
      `${NETWORK}: remoteVirtualNetworkId: missing, and Aiven no longer returns it for a peering that is ACTIVE, so the apply would replace Azure's peering; ` +
        "give the remoteVirtualNetwork.id of the peering (az network vnet peering list shows it)",
    ],
    [
      "a given role that would be assigned twice",
      (stack) => described(stack, { access: PeeringAccess.withRoles({ aivenRoleDefinitionId: ROLE }) }),
      ROLES,
    ],
    [
      "a peering that is disconnected",
      (stack) => described(stack, { connected: false }),
      `${NETWORK}: importExisting: true is not allowed with connected: false, which removes both sides; leave it out`,
    ],
    [
      "a peering that is moved",
      (stack) =>
        described(stack, {
          azurePeeringProvider: AzurePeeringProvider.AZAPI,
          migrateFrom: AzurePeeringProvider.AZURERM,
        }),
      `${NETWORK}: importExisting: true is not allowed with migrateFrom, which moves a peering that is in the state already; leave one of them out`,
    ],
    [
      "something that is no literal",
      (stack) =>
        described(stack, { importExisting: new TerraformVariable(stack, "import", { type: "bool" }).value as never }),
      "stack/peering: importExisting: a token is not allowed, use true or false; it decides what is synthesised",
    ],
    [
      "a further network without its names",
      (stack) => described(stack).addVirtualNetwork("spoke", spoke(), { importExisting: true }),
      "stack/peering/spoke: peeringName: missing, give the name that the peering has in Azure, as it is imported (az network vnet peering list shows it)",
    ],
  ];
  const spoke = () => network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] });
  const plain = () => ({
    project: undefined,
    networkCidr: undefined,
    vpc: AivenVpc.fromId(VPC_ID),
    importExisting: true,
    access: PeeringAccess.existing(),
    peeringName: "to-aiven",
    remoteVirtualNetworkId: NETWORK_ID,
  });

  test.each(cases)("%s", (_, build, message) => {
    expectRefusal((stack) => build(stack), message);
  });
});

describe("passes where Aiven's principal is there before", () => {
  test("another peering of the stack has created it", () => {
    const stack = synthStack((only) => {
      addPeering(only, { virtualNetwork: network({ name: "Other" }) }, "first");
      described(only);
    });
    expect(importsOf(stack)).toHaveLength(2);
  });

  test("an application of an earlier stack came with it", () => {
    const { peering } = synthStacks(["identity", "peering"], ({ identity: first, peering: second }) => {
      described(second, { identity: new PeeringApplication(first, "identity") });
    });
    expect(importsOf(peering)).toHaveLength(2);
  });

  test("a further network by the same application", () => {
    expectAccepted((only) => {
      const peering = addPeering(only, { identity: application(only, { aivenServicePrincipal: CREATE }) });
      const names = { peeringName: "spoke-to-aiven", remoteVirtualNetworkId: NETWORK_ID };
      const spoke = network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] });
      peering.addVirtualNetwork("spoke", spoke, { importExisting: true, ...names });
    });
  });
});
