import { HOST_NAME } from "../../lib/validation/rules";
import { type TerraformStack } from "cdktf";
import {
  AivenAzurePeering,
  AivenVpc,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { addProbe } from "../support/probe";
import { expectRefusal, notAllowed, USE } from "../support/refusal";
import { addPeering, CLIENT, network, virtualNetworkResource } from "../support/synth";

/**
 * Callers whom no compiler helps: JavaScript, `as any`, or another language. Everything they may get wrong is one readable error.
 */
type Untyped = (stack: TerraformStack) => unknown;

const peer = (over: object) => (stack: TerraformStack) => addPeering(stack, over);

const further = (over: object | null) => (stack: TerraformStack) =>
  addPeering(stack).addVirtualNetwork(
    "spoke",
    network({ name: "Spoke", addressSpaces: ["10.2.0.0/16"] }),
    over as never,
  );

const application = (props: object) => (stack: TerraformStack) => new PeeringApplication(stack, "identity", props);

const existing = (props: object) => (stack: TerraformStack) =>
  new ExistingPeeringApplication(stack, "identity", {
    clientId: CLIENT,
    credential: ExistingCredential.federated(),
    ...props,
  });

const probe = (over: object) => (stack: TerraformStack) => addProbe(stack, over);

const newVpc = (stack: TerraformStack) =>
  new ProjectVpc(stack, "own", { project: "p", cloudName: "azure-eastus", networkCidr: "10.9.0.0/24" });

const A_NETWORK = "what AzureVirtualNetwork.fromResource, fromDataSource, fromId or fromAttributes returns";
const A_VPC = "what AivenVpc.fromResource, fromDataSource or fromId returns";
const AN_IDENTITY = "a PeeringApplication, an ExistingPeeringApplication or a DeployerApplication";
const A_CREDENTIAL = "what ExistingCredential.clientSecret, federated or clientCertificate returns";
const AN_OWN_CREDENTIAL = "what PeeringCredential.clientSecret or federated returns";
const AN_ACCESS = "what PeeringAccess.create, withRoles or existing returns";
const A_PEERED_NETWORK = "virtualNetwork of an AivenAzurePeering, or what its addVirtualNetwork returned";

const refusals: Record<string, [string, Untyped, string][]> = {
  "one thing for another": [
    ["no network", peer({ virtualNetwork: undefined }), `stack/peering: virtualNetwork: missing, give ${A_NETWORK}`],
    [
      "a raw virtual network",
      (stack) => addPeering(stack, { virtualNetwork: virtualNetworkResource(stack) as never }),
      `stack/peering: virtualNetwork: a VirtualNetwork is not allowed, use ${A_NETWORK}`,
    ],
    [
      "the id of a network",
      peer({ virtualNetwork: "/subscriptions/x" }),
      `stack/peering: virtualNetwork: "/subscriptions/x" is not allowed, use ${A_NETWORK}`,
    ],
    [
      "the properties of a network",
      peer({ virtualNetwork: { name: "vnet" } }),
      `stack/peering: virtualNetwork: an object is not allowed, use ${A_NETWORK}`,
    ],
    [
      "a raw further network",
      (stack) => addPeering(stack).addVirtualNetwork("spoke", virtualNetworkResource(stack) as never),
      `stack/peering: virtualNetwork: a VirtualNetwork is not allowed, use ${A_NETWORK}`,
    ],
    [
      "a raw VPC",
      (stack) => peer({ project: undefined, networkCidr: undefined, vpc: newVpc(stack) })(stack),
      `stack/peering: vpc: a ProjectVpc is not allowed, use ${A_VPC}`,
    ],
    ["the id of a VPC", peer({ vpc: `p/${CLIENT}` }), `stack/peering: vpc: "p/${CLIENT}" is not allowed, use ${A_VPC}`],
    [
      "a client id",
      peer({ identity: CLIENT }),
      `stack/peering: identity: "${CLIENT}" is not allowed, use ${AN_IDENTITY}`,
    ],
    [
      "no credential",
      existing({ credential: undefined }),
      `stack/identity: identity.credential: missing, give ${A_CREDENTIAL}`,
    ],
    [
      "a bare secret",
      existing({ credential: {} }),
      `stack/identity: identity.credential: an object is not allowed, use ${A_CREDENTIAL}`,
    ],
    [
      "the credential of another kind",
      application({ credential: ExistingCredential.federated() }),
      `stack/identity: identity.credential: an ExistingCredential is not allowed, use ${AN_OWN_CREDENTIAL}`,
    ],
    [
      "the name of an access",
      peer({ access: "EXISTING" }),
      `stack/peering/virtual-network: ${notAllowed("access", "EXISTING", AN_ACCESS)}`,
    ],
    [
      "the access of another thing",
      further({ access: ResourceProviderAccess.none() }),
      `stack/peering/spoke: access: a ResourceProviderAccess is not allowed, use ${AN_ACCESS}`,
    ],
    [
      "the subscriptions of an application",
      application({ resourceProviderAccess: { subscriptionIds: [] } }),
      "stack/identity: identity.resourceProviderAccess: an object is not allowed, use what ResourceProviderAccess.none, withRole or create returns",
    ],
    [
      "a network for a resource",
      () => AzureVirtualNetwork.fromResource(undefined as never),
      "virtualNetwork: not allowed, give AzureVirtualNetwork.fromResource an azurerm_virtual_network",
    ],
    [
      "a VPC for a network",
      (stack) => AzureVirtualNetwork.fromResource(newVpc(stack)),
      "virtualNetwork: not allowed, give AzureVirtualNetwork.fromResource an azurerm_virtual_network",
    ],
    ["no id of a VPC", () => AivenVpc.fromId(undefined as never), "vpc.id: missing, give " + USE.vpcId],
    [
      "no id of a network",
      () => AzureVirtualNetwork.fromId(undefined as never),
      "virtualNetwork.id: missing, give the ARM id of a virtual network, " +
        '"/subscriptions/<uuid>/resourceGroups/<name>/providers/Microsoft.Network/virtualNetworks/<name>"',
    ],
    [
      "no network",
      probe({ virtualNetwork: undefined }),
      `stack/probe: virtualNetwork: missing, give ${A_PEERED_NETWORK}`,
    ],
    [
      "no machine",
      probe({ virtualMachine: undefined }),
      "stack/probe: virtualMachine: missing, give what AzureVirtualMachine.fromResource or fromId returns",
    ],
    [
      "a provider by its name",
      peer({ providers: { aiven: "aiven" } }),
      "stack/peering: providers.aiven: not allowed, use a provider of aiven",
    ],
    [
      "one range for a list",
      () => network({ addressSpaces: "10.1.0.0/16" as never }),
      'virtualNetwork.addressSpaces: "10.1.0.0/16" is not allowed, use a list of ranges in CIDR notation',
    ],
    [
      "a number for a text",
      peer({ project: 7 }),
      "stack/peering: project: 7 is not allowed, use the name of the Aiven project",
    ],
  ],
  "an enum": [
    [
      "aivenServicePrincipal",
      application({ aivenServicePrincipal: "EXISTING" }),
      'stack/identity: aivenServicePrincipal: "EXISTING" is not allowed, use AivenServicePrincipalSource.CREATE ("create") or AivenServicePrincipalSource.EXISTING ("existing")',
    ],
    [
      "active",
      () => PeeringCredential.clientSecret({ active: "SECONDARY" as never }),
      'credential.active: "SECONDARY" is not allowed, use ClientSecretSlot.PRIMARY ("primary") or ClientSecretSlot.SECONDARY ("secondary")',
    ],
  ],
  null: [
    ["a property", peer({ peeringName: null }), "stack/peering: peeringName: null is not allowed, leave it out"],
    ["the network", peer({ virtualNetwork: null }), `stack/peering: virtualNetwork: missing, give ${A_NETWORK}`],
    [
      "the properties of a peering",
      (stack) => new AivenAzurePeering(stack, "peering", null as never),
      "stack/peering: props: missing, give an object of options",
    ],
    [
      "no properties of a peering",
      (stack) => new AivenAzurePeering(stack, "peering", undefined as never),
      "stack/peering: props: missing, give an object of options",
    ],
    [
      "all properties",
      (stack) => new PeeringApplication(stack, "identity", null as never),
      "stack/identity: identity: missing, give an object of options",
    ],
    [
      "a provider",
      peer({ providers: { time: null } }),
      "stack/peering: providers.time: null is not allowed, leave it out",
    ],
    [
      "a wait",
      peer({ propagation: { roleAssignments: null } }),
      "stack/peering: propagation.roleAssignments: null is not allowed, leave it out",
    ],
    [
      "a timeout",
      peer({ timeouts: { connection: null } }),
      "stack/peering: timeouts.connection: null is not allowed, leave it out",
    ],
    [
      "a role",
      () => PeeringAccess.withRoles({ aivenRoleDefinitionId: null as never }),
      "access.aivenRoleDefinitionId: null is not allowed, leave it out",
    ],
    [
      "an option of one network",
      further({ connected: null }),
      'stack/peering: addVirtualNetwork("spoke").connected: null is not allowed, leave it out',
    ],
    [
      "the options of one network",
      further(null),
      'stack/peering: addVirtualNetwork("spoke"): missing, give an object of options',
    ],
    [
      "an attribute",
      () => network({ tenantId: null as never }),
      "virtualNetwork.tenantId: null is not allowed, leave it out",
    ],
    [
      "an end date",
      () => PeeringCredential.clientSecret({ primaryEndDate: null as never }),
      "credential.primaryEndDate: null is not allowed, leave it out",
    ],
    [
      "a password",
      () => ExistingCredential.clientCertificate({ path: "a", password: null as never }),
      "credential.password: null is not allowed, leave it out",
    ],
    [
      "the range of a VPC",
      () => AivenVpc.fromId(`p/${CLIENT}`, { networkCidr: null as never }),
      "vpc.networkCidr: null is not allowed, leave it out",
    ],
    ["a host", probe({ host: null }), `stack/probe: host: missing, give ${HOST_NAME.allowed}`],
  ],
};

describe.each(Object.entries(refusals))("%s is refused with one readable error", (_, cases) => {
  test.each(cases)("%s", (_name, use, message) => {
    expectRefusal((stack) => use(stack), message);
  });
});
