import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformDataSource, type TerraformProvider, TerraformResource, type TerraformStack } from "cdktf";
import {
  AivenVpc,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import type * as Library from "cdktf-aiven-azure-peering";
import { addProbe, MACHINE_ID } from "../support/probe";
import { expectAccepted, expectRefusal, refusalOf } from "../support/refusal";
import { addPeering, addStack, CLIENT, network, SUBSCRIPTION, synthApp, synthStack, TENANT } from "../support/synth";

/** Loads the package once more, as a second installation of it would be, beside the same cdktf. */
function secondCopy(): typeof Library {
  const cores = ["cdktf", "constructs"].map((name) => [name, jest.requireActual<object>(name)] as const);
  let copy: typeof Library | undefined;
  jest.isolateModules(() => {
    for (const [name, core] of cores) jest.doMock(name, () => core);
    copy = jest.requireActual<typeof Library>("../../lib/index");
  });
  for (const [name] of cores) jest.dontMock(name);
  if (copy === undefined || copy.AivenVpc === AivenVpc) throw new Error("it is the same copy");
  return copy;
}

const theirs = secondCopy();
const REMEDY = "install it once (npm ls cdktf-aiven-azure-peering shows each)";
const ofCopy = (property: string, what: string) =>
  `${property}: ${what} of another copy of cdktf-aiven-azure-peering is not allowed; ${REMEDY}`;

const VPC_ID = `my-project/${CLIENT}`;
const NETWORK_ID = network().id as string;
const existing = { project: undefined, networkCidr: undefined };

describe("an object of another copy of the package", () => {
  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    [
      "a virtual network",
      (stack) => addPeering(stack, { virtualNetwork: theirs.AzureVirtualNetwork.fromId(NETWORK_ID) }),
      `stack/peering: ${ofCopy("virtualNetwork", "an AzureVirtualNetwork")}`,
    ],
    [
      "a VPC",
      (stack) => addPeering(stack, { ...existing, vpc: theirs.AivenVpc.fromId(VPC_ID) }),
      `stack/peering: ${ofCopy("vpc", "an AivenVpc")}`,
    ],
    [
      "an access",
      (stack) => addPeering(stack, { access: theirs.PeeringAccess.existing() }),
      `stack/peering/virtual-network: ${ofCopy("access", "a PeeringAccess")}`,
    ],
    [
      "a credential",
      (stack) => new PeeringApplication(stack, "identity", { credential: theirs.PeeringCredential.clientSecret() }),
      `stack/identity: ${ofCopy("identity.credential", "a PeeringCredential")}`,
    ],
    [
      "a credential of an existing application",
      (stack) =>
        new ExistingPeeringApplication(stack, "identity", {
          clientId: CLIENT,
          credential: theirs.ExistingCredential.federated(),
        }),
      `stack/identity: ${ofCopy("identity.credential", "an ExistingCredential")}`,
    ],
    [
      "a resource provider access",
      (stack) =>
        new PeeringApplication(stack, "identity", {
          resourceProviderAccess: theirs.ResourceProviderAccess.none(),
        }),
      `stack/identity: ${ofCopy("identity.resourceProviderAccess", "a ResourceProviderAccess")}`,
    ],
    [
      "a machine",
      (stack) =>
        addProbe(stack, { virtualMachine: theirs.AzureVirtualMachine.fromId(MACHINE_ID, { location: "japaneast" }) }),
      `stack/probe: ${ofCopy("virtualMachine", "an AzureVirtualMachine")}`,
    ],
    [
      "an identity of another app",
      (stack) => {
        let identity: unknown;
        synthApp((app) => {
          identity = new theirs.DeployerApplication(addStack(app, "other"), "identity");
        });
        return addPeering(stack, { identity: identity as never });
      },
      `stack/peering: ${ofCopy("identity", "a PeeringIdentity")}`,
    ],
  ])("%s is named as such", (_, build, message) => {
    expectRefusal(build, message);
  });
});

describe("two copies in one app", () => {
  const both = (path: string) =>
    `${path}: two copies of cdktf-aiven-azure-peering are not allowed in one app; ${REMEDY}`;

  test("are refused by whichever comes second, in one stack or in two", () => {
    expectRefusal((stack) => {
      addPeering(stack);
      new theirs.DeployerApplication(stack, "identity");
    }, both("stack/identity"));
    const inTwo = () =>
      synthApp((app) => {
        new theirs.PeeringApplication(addStack(app, "one"), "identity");
        addPeering(addStack(app, "two"));
      });
    expect(refusalOf(inTwo)).toBe(both("two/peering"));
  });

  test("are accepted in two apps", () => {
    expectAccepted((stack) => addPeering(stack));
    expectAccepted((stack) => {
      new theirs.AivenAzurePeering(stack, "peering", {
        project: "my-project",
        networkCidr: "10.0.0.0/24",
        virtualNetwork: theirs.AzureVirtualNetwork.fromId(NETWORK_ID, { location: "japaneast", tenantId: TENANT }),
      });
    });
  });
});

/** As `cdktf get` writes them: a class of its own for each type, of whichever module. */
class Resource extends TerraformResource {
  public nameInput = "Hub-VNet";
  public resourceGroupNameInput = "Network-RG";
  public locationInput = "japaneast";
  public addressSpaceInput = ["10.1.0.0/16"];
  public networkCidrInput = "10.0.0.0/24";

  constructor(scope: TerraformStack, id: string, type: string, provider?: TerraformProvider) {
    super(scope, id, { terraformResourceType: type, provider });
  }

  public get id() {
    return this.getStringAttribute("id");
  }
  public get location() {
    return this.getStringAttribute("location");
  }
  public get virtualMachineId() {
    return this.getStringAttribute("virtual_machine_id");
  }
}

class DataSource extends TerraformDataSource {
  constructor(scope: TerraformStack, id: string, type: string) {
    super(scope, id, { terraformResourceType: type });
  }

  public get id() {
    return this.getStringAttribute("id");
  }
  public get name() {
    return this.getStringAttribute("name");
  }
  public get resourceGroupName() {
    return this.getStringAttribute("resource_group_name");
  }
  public get location() {
    return this.getStringAttribute("location");
  }
  public get addressSpace() {
    return this.getListAttribute("address_space");
  }
  public get networkCidr() {
    return this.getStringAttribute("network_cidr");
  }
}

describe("bindings of an app's own", () => {
  test("describe a virtual network", () => {
    const stack = synthStack((stack) => {
      const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
      const resource = new Resource(stack, "vnet", "azurerm_virtual_network", provider);
      addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(resource) });
    });
    expect(stack.resource("aiven_azure_vpc_peering_connection")).toMatchObject({
      vnet_name: "hub-vnet",
      peer_resource_group: "network-rg",
    });
    expect(stack.resource("azurerm_role_assignment", "access_aiven")).toMatchObject({
      scope: "${azurerm_virtual_network.vnet.id}",
      provider: "azurerm.hub",
    });
  });

  test("describe a virtual network that is read", () => {
    const stack = synthStack((stack) => {
      const data = new DataSource(stack, "vnet", "azurerm_virtual_network");
      addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromDataSource(data) });
    });
    expect(stack.resource("azurerm_virtual_network_peering")).toMatchObject({
      virtual_network_name: "${data.azurerm_virtual_network.vnet.name}",
      resource_group_name: "${data.azurerm_virtual_network.vnet.resource_group_name}",
    });
  });

  test.each<[string, (stack: TerraformStack) => AivenVpc, string]>([
    ["a VPC", (stack) => AivenVpc.fromResource(new Resource(stack, "own", "aiven_project_vpc")), ""],
    [
      "a VPC that is read",
      (stack) => AivenVpc.fromDataSource(new DataSource(stack, "own", "aiven_project_vpc")),
      "data.",
    ],
  ])("describe %s", (_, vpc, prefix) => {
    const stack = synthStack((stack) => {
      addPeering(stack, { ...existing, vpc: vpc(stack) });
    });
    expect(stack.resource("aiven_azure_vpc_peering_connection").vpc_id).toBe(`\${${prefix}aiven_project_vpc.own.id}`);
  });

  test.each(["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"])("describe a machine: %s", (type) => {
    const stack = synthStack((stack) => {
      addProbe(stack, { virtualMachine: AzureVirtualMachine.fromResource(new Resource(stack, "machine", type)) });
    });
    const command = stack.resource("azurerm_virtual_machine_run_command");
    expect(command).toMatchObject({
      virtual_machine_id: `\${${type}.machine.id}`,
      location: `\${${type}.machine.location}`,
    });
    expect(command.name).toContain(`${type}.machine.virtual_machine_id`);
  });

  test.each<[string, (resource: Resource) => unknown, string]>([
    [
      "a virtual network",
      (resource) => AzureVirtualNetwork.fromResource(resource),
      "virtualNetwork: not allowed, give AzureVirtualNetwork.fromResource an azurerm_virtual_network",
    ],
    [
      "a VPC",
      (resource) => AivenVpc.fromResource(resource),
      "vpc: not allowed, give AivenVpc.fromResource an aiven_project_vpc; a VPC of an organization is another kind",
    ],
    [
      "a machine",
      (resource) => AzureVirtualMachine.fromResource(resource),
      "virtualMachine: not allowed, give AzureVirtualMachine.fromResource an azurerm_linux_virtual_machine or azurerm_windows_virtual_machine",
    ],
  ])("of another type do not describe %s", (_, use, message) => {
    expectRefusal((stack) => use(new Resource(stack, "other", "azurerm_subnet")), message);
  });

  test("may be the providers", () => {
    const credential = ExistingCredential.federated();
    expectAccepted((stack) => {
      const azurerm = new AzurermProvider(stack, "own", { features: [{}], subscriptionId: SUBSCRIPTION, alias: "own" });
      const identity = new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });
      addPeering(stack, { identity, providers: { azurerm } });
    });
  });
});
