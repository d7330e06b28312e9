import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import type { TerraformStack } from "cdktf";
import {
  AivenVpc,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { addProbe, MACHINE_ID } from "../support/probe";
import { publicStructs } from "../support/public-structs";
import { noSuchOption, refusalOf } from "../support/refusal";
import { addPeering, CLIENT, network, spoke, virtualNetworkResource } from "../support/synth";

/** Where an object of options is given: what it is given by, what the message names before the option, and how it is given. */
type Place = readonly [by: string, prefix: string, give: (stack: TerraformStack, options: never) => unknown];

const ROLE = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
const further = (options: object) => (stack: TerraformStack) =>
  addPeering(stack).addVirtualNetwork("spoke", spoke(), options);
const existing = (stack: TerraformStack, over: object) =>
  new ExistingPeeringApplication(stack, "identity", {
    clientId: CLIENT,
    credential: ExistingCredential.federated(),
    ...over,
  });

/** Every public object of options, by its name. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  AivenAzurePeeringProps: [["a peering", "stack/peering: ", (stack, options) => addPeering(stack, options)]],
  PeeredVirtualNetworkOptions: [
    ["a further network", 'stack/peering: addVirtualNetwork("spoke").', (stack, options) => further(options)(stack)],
  ],
  PropagationWaits: [
    ["a peering", "stack/peering: propagation.", (stack, propagation) => addPeering(stack, { propagation })],
    ["a further network", "stack/peering: propagation.", (stack, propagation) => further({ propagation })(stack)],
  ],
  PeeringTimeouts: [
    ["a peering", "stack/peering: timeouts.", (stack, timeouts) => addPeering(stack, { timeouts })],
    ["a further network", "stack/peering: timeouts.", (stack, timeouts) => further({ timeouts })(stack)],
  ],
  PeeringProviders: [
    ["a peering", "stack/peering: providers.", (stack, providers) => addPeering(stack, { providers })],
    [
      "an application",
      "stack/identity: providers.",
      (stack, providers) => new PeeringApplication(stack, "identity", { providers }),
    ],
    ["an existing application", "stack/identity: providers.", (stack, providers) => existing(stack, { providers })],
    [
      "the deployer",
      "stack/identity: providers.",
      (stack, providers) => new DeployerApplication(stack, "identity", { providers }),
    ],
  ],
  CustomRoleOptions: [["PeeringAccess.create", "access.", (_, options) => PeeringAccess.create(options)]],
  ExistingRoles: [["PeeringAccess.withRoles", "access.", (_, roles) => PeeringAccess.withRoles(roles)]],
  ResourceProviderRoleOptions: [
    [
      "ResourceProviderAccess.withRole",
      "resourceProviderAccess.",
      (_, options) => ResourceProviderAccess.withRole(ROLE, options),
    ],
  ],
  CustomResourceProviderRoleOptions: [
    [
      "ResourceProviderAccess.create",
      "resourceProviderAccess.",
      (_, options) => ResourceProviderAccess.create(options),
    ],
  ],
  PeeringApplicationProps: [
    ["an application", "stack/identity: identity.", (stack, props) => new PeeringApplication(stack, "identity", props)],
  ],
  ExistingPeeringApplicationProps: [
    ["an existing application", "stack/identity: identity.", (stack, props) => existing(stack, props)],
  ],
  DeployerApplicationProps: [
    ["the deployer", "stack/identity: identity.", (stack, props) => new DeployerApplication(stack, "identity", props)],
  ],
  ClientSecretOptions: [
    ["PeeringCredential.clientSecret", "credential.", (_, options) => PeeringCredential.clientSecret(options)],
  ],
  FederatedCredentialOptions: [
    ["PeeringCredential.federated", "credential.", (_, options) => PeeringCredential.federated(options)],
  ],
  ClientCertificateOptions: [
    [
      "ExistingCredential.clientCertificate",
      "credential.",
      (_, options) => ExistingCredential.clientCertificate(options),
    ],
  ],
  AzureVirtualNetworkOptions: [
    [
      "AzureVirtualNetwork.fromResource",
      "stack/vnet: virtualNetwork.",
      (stack, options) => AzureVirtualNetwork.fromResource(virtualNetworkResource(stack), options),
    ],
    [
      "AzureVirtualNetwork.fromDataSource",
      "stack/vnet: virtualNetwork.",
      (stack, options) => {
        const names = { name: "Hub-VNet", resourceGroupName: "Network-RG" };
        return AzureVirtualNetwork.fromDataSource(new DataAzurermVirtualNetwork(stack, "vnet", names), options);
      },
    ],
    [
      "AzureVirtualNetwork.fromId",
      "virtualNetwork.",
      (_, options) => AzureVirtualNetwork.fromId(network().id as string, options),
    ],
  ],
  AzureVirtualNetworkAttributes: [
    ["AzureVirtualNetwork.fromAttributes", "virtualNetwork.", (_, attributes) => network(attributes)],
  ],
  AivenVpcOptions: [["AivenVpc.fromId", "vpc.", (_, options) => AivenVpc.fromId(`p/${CLIENT}`, options)]],
  AzureVirtualMachineOptions: [
    ["AzureVirtualMachine.fromId", "virtualMachine.", (_, options) => AzureVirtualMachine.fromId(MACHINE_ID, options)],
  ],
  ConnectivityProbeProps: [["a probe", "stack/probe: ", (stack, props) => addProbe(stack, props)]],
};

const structs = publicStructs();

test("every public object of options is looked at", () => {
  expect(Object.keys(PLACES).sort()).toEqual([...structs.keys()].sort());
});

describe.each(Object.entries(PLACES))("%s", (struct, places) => {
  describe.each(places)("given to %s", (_, prefix, give) => {
    // The second is inherited by every object, and still no option.
    test.each(["another", "toString", "project_name"])("refuses what it does not know: %s", (name) => {
      const message = refusalOf((stack) => give(stack, { [name]: undefined } as never));
      const [, listed = ""] = /, use (.*)$/.exec(message) ?? [];
      const options = listed.split(/, | or /);
      expect(message).toBe(noSuchOption(`${prefix}${name}`, options));
      expect(options.sort()).toEqual(structs.get(struct));
    });
  });
});

test("the options are listed as a reader of the API finds them", () => {
  expect(refusalOf((stack) => addPeering(stack, { timeouts: { conection: "1m" } as never }))).toBe(
    "stack/peering: timeouts.conection: there is no such option, use connection or azurePeering",
  );
  expect(refusalOf(() => AivenVpc.fromId(`p/${CLIENT}`, { networkCIDR: "10.0.0.0/24" } as never))).toBe(
    "vpc.networkCIDR: there is no such option, use networkCidr",
  );
});
