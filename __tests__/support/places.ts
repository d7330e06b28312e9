import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import type { Construct } from "constructs";
import {
  AivenAzurePeering,
  AivenCloud,
  AivenVpc,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { CLIENT, network, SUBSCRIPTION } from "./synth";

/** Builds a configuration that is right but for one value. */
export type Place = (scope: Construct, value: never) => unknown;

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups`;
const MACHINE = `${GROUP}/rg/providers/Microsoft.Compute/virtualMachines/vm`;
const ROLE = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;

/** A network of its own for each scope, so that many configurations fit into one stack. */
const networkOf = (scope: Construct, over: object = {}) => network({ name: `Hub-${scope.node.id}`, ...over });

const peering = (scope: Construct, over: object = {}) =>
  new AivenAzurePeering(scope, "peering", {
    project: "my-project",
    networkCidr: "10.0.0.0/24",
    virtualNetwork: networkOf(scope),
    ...over,
  });

const application = (scope: Construct, over: object = {}) => new PeeringApplication(scope, "identity", over);

const existing = (scope: Construct, over: object = {}) =>
  peering(scope, {
    identity: new ExistingPeeringApplication(scope, "identity", {
      ...{ clientId: CLIENT, credential: ExistingCredential.federated() },
      ...over,
    }),
  });

const federated = (scope: Construct, over: object) =>
  application(scope, {
    credential: PeeringCredential.federated({
      ...{ issuer: "https://token.actions.githubusercontent.com", subject: "repo:o/r:environment:e" },
      ...over,
    }),
  });

const probe = (scope: Construct, over: object) =>
  new ConnectivityProbe(scope, "probe", {
    virtualNetwork: peering(scope).virtualNetwork,
    virtualMachine: AzureVirtualMachine.fromId(MACHINE, { location: "japaneast" }),
    ...{ host: "postgres.example", port: 5432 },
    ...over,
  });

const from = (names: readonly string[], build: (scope: Construct, over: object) => unknown): Record<string, Place> =>
  Object.fromEntries(names.map((name) => [name, (scope: Construct, value: never) => build(scope, { [name]: value })]));

const named = (prefix: string, places: Record<string, Place>): [string, Place][] =>
  Object.entries(places).map(([name, place]) => [`${prefix} ${name}`, place]);

const OPTIONS = [
  ...["connected", "peeringName", "allowVirtualNetworkAccess", "allowForwardedTraffic", "allowGatewayTransit"],
  ...["azurePeeringProvider", "migrateFrom", "importExisting", "access", "remoteVirtualNetworkId", "healthCheck"],
  ...["propagation", "timeouts"],
];

const NETWORK = ["name", "resourceGroupName", "subscriptionId", "tenantId", "location", "addressSpaces", "id"];

/** Everything that a user gives, by what it is called. */
export const PLACES: readonly [string, Place][] = [
  ...named("peering", {
    props: (scope, value) => new AivenAzurePeering(scope, "peering", value),
    id: (scope, value) =>
      new AivenAzurePeering(scope, value, {
        ...{ project: "p", networkCidr: "10.0.0.0/24", virtualNetwork: networkOf(scope) },
      }),
    ...from(
      [
        "project",
        "networkCidr",
        "cloudName",
        "vpc",
        "identity",
        "vpcTimeout",
        "virtualNetwork",
        "providers",
        ...OPTIONS,
      ],
      peering,
    ),
    ...from(["connection", "azurePeering"], (scope, timeouts) => peering(scope, { timeouts })),
    ...from(["roleAssignments", "servicePrincipal"], (scope, propagation) => peering(scope, { propagation })),
    ...from(["aiven", "azuread", "azurerm", "time"], (scope, providers) => peering(scope, { providers })),
  }),
  ...named("further network", {
    id: (scope, value) => peering(scope).addVirtualNetwork(value, spoke(scope)),
    network: (scope, value) => peering(scope).addVirtualNetwork("spoke", value),
    options: (scope, value) => peering(scope).addVirtualNetwork("spoke", spoke(scope), value),
    ...from(OPTIONS, (scope, options) => peering(scope).addVirtualNetwork("spoke", spoke(scope), options)),
  }),
  ...named("virtual network", {
    ...from(NETWORK, (scope, over) => peering(scope, { virtualNetwork: networkOf(scope, over) })),
    attributes: (scope, value) => peering(scope, { virtualNetwork: AzureVirtualNetwork.fromAttributes(value) }),
    resource: (scope, value) => peering(scope, { virtualNetwork: AzureVirtualNetwork.fromResource(value) }),
    "data source": (scope, value) => peering(scope, { virtualNetwork: AzureVirtualNetwork.fromDataSource(value) }),
    "by id": (scope, value) => peering(scope, { virtualNetwork: AzureVirtualNetwork.fromId(value) }),
    "one of addressSpaces": (scope, value) =>
      peering(scope, { virtualNetwork: networkOf(scope, { addressSpaces: ["10.1.0.0/16", value] }) }),
    "without a factory": (scope, value) =>
      peering(scope, { virtualNetwork: new (AzureVirtualNetwork as unknown as new (_: never) => object)(value) }),
  }),
  ...named("VPC", {
    id: (scope, value) => existingVpc(scope, AivenVpc.fromId(value)),
    networkCidr: (scope, networkCidr) => existingVpc(scope, AivenVpc.fromId(`p/${CLIENT}`, { networkCidr })),
    options: (scope, value) => existingVpc(scope, AivenVpc.fromId(`p/${CLIENT}`, value)),
    resource: (scope, value) => existingVpc(scope, AivenVpc.fromResource(value)),
    "data source": (scope, value) => existingVpc(scope, AivenVpc.fromDataSource(value)),
    "range of a resource": (scope, networkCidr) =>
      existingVpc(
        scope,
        AivenVpc.fromResource(new ProjectVpc(scope, "vpc", { project: "p", cloudName: "c", networkCidr })),
      ),
  }),
  ...named("cloud", {
    location: (scope, value) => peering(scope, { cloudName: AivenCloud.fromAzureLocation(value) }),
  }),
  ...named("access", {
    create: (scope, value) => peering(scope, { access: PeeringAccess.create(value) }),
    withRoles: (scope, value) => peering(scope, { access: PeeringAccess.withRoles(value) }),
    ...from(["applicationRoleName", "aivenRoleName", "roleScope"], (scope, options) =>
      peering(scope, { access: PeeringAccess.create(options) }),
    ),
    ...from(["applicationRoleDefinitionId", "aivenRoleDefinitionId"], (scope, roles) =>
      peering(scope, { access: PeeringAccess.withRoles(roles) }),
    ),
  }),
  ...named("application", {
    props: (scope, value) => new PeeringApplication(scope, "identity", value),
    id: (scope, value) => new PeeringApplication(scope, value),
    ...from(
      [
        ...["displayName", "owners", "notes", "serviceManagementReference", "tags", "credential", "providers"],
        ...["aivenServicePrincipal", "resourceProviderAccess", "propagation"],
      ],
      application,
    ),
    "one of owners": (scope, value) => application(scope, { owners: [value] }),
    "one of tags": (scope, value) => application(scope, { tags: [value] }),
    ...from(["primaryEndDate", "secondaryEndDate", "active"], (scope, options) =>
      application(scope, { credential: PeeringCredential.clientSecret(options) }),
    ),
    ...from(["issuer", "subject", "audience", "displayName"], federated),
  }),
  ...named("resource provider access", {
    create: (scope, value) => application(scope, { resourceProviderAccess: ResourceProviderAccess.create(value) }),
    role: (scope, value) => application(scope, { resourceProviderAccess: ResourceProviderAccess.withRole(value) }),
    "options of a role": (scope, value) =>
      application(scope, { resourceProviderAccess: ResourceProviderAccess.withRole(ROLE, value) }),
    ...from(["subscriptionIds", "roleNames"], (scope, options) =>
      application(scope, { resourceProviderAccess: ResourceProviderAccess.create(options) }),
    ),
    "one of subscriptionIds": (scope, value) =>
      application(scope, { resourceProviderAccess: ResourceProviderAccess.create({ subscriptionIds: [value] }) }),
    "one of roleNames": (scope, value) =>
      application(scope, { resourceProviderAccess: ResourceProviderAccess.create({ roleNames: [value] }) }),
  }),
  ...named("existing application", {
    props: (scope, value) => new ExistingPeeringApplication(scope, "identity", value),
    ...from(["clientId", "servicePrincipalObjectId", "aivenServicePrincipal", "providers"], existing),
  }),
  ...named("deployer", {
    props: (scope, value) => new DeployerApplication(scope, "identity", value),
    ...from(["aivenServicePrincipal", "providers"], (scope, over) => new DeployerApplication(scope, "identity", over)),
  }),
  ...named("probe", {
    props: (scope, value) => new ConnectivityProbe(scope, "probe", value),
    ...from(
      [
        ...["virtualNetwork", "virtualMachine", "host", "port", "protocol", "networkCidr", "maximumWait", "failApply"],
        ...["commandNamePrefix", "triggers", "timeout", "provider"],
      ],
      probe,
    ),
    "a trigger": (scope, value) => probe(scope, { triggers: { a: value } }),
    "the name of a trigger": (scope, value) =>
      probe(scope, { triggers: { [typeof value === "string" ? value : "a"]: "a" } }),
  }),
  ...named("machine", {
    resource: (scope, value) => probe(scope, { virtualMachine: AzureVirtualMachine.fromResource(value) }),
    id: (scope, value) =>
      probe(scope, { virtualMachine: AzureVirtualMachine.fromId(value, { location: "japaneast" }) }),
    options: (scope, value) => probe(scope, { virtualMachine: AzureVirtualMachine.fromId(MACHINE, value) }),
    location: (scope, location) => probe(scope, { virtualMachine: AzureVirtualMachine.fromId(MACHINE, { location }) }),
    operatingSystem: (scope, operatingSystem) =>
      probe(scope, {
        virtualMachine: AzureVirtualMachine.fromId(MACHINE, { location: "japaneast", operatingSystem }),
      }),
  }),
];

/** Where a credential belongs. */
export const CREDENTIALS: readonly [string, Place][] = [
  ...named("credential of", {
    "an application": (scope, credential) => application(scope, { credential }),
    "an existing application": (scope, credential) => existing(scope, { credential }),
  }),
  ...named("PeeringCredential", {
    clientSecret: (scope, value) => application(scope, { credential: PeeringCredential.clientSecret(value) }),
    federated: (scope, value) => application(scope, { credential: PeeringCredential.federated(value) }),
  }),
  ...named("ExistingCredential", {
    clientSecret: (scope, value) => existing(scope, { credential: ExistingCredential.clientSecret(value) }),
    clientCertificate: (scope, value) => existing(scope, { credential: ExistingCredential.clientCertificate(value) }),
    ...from(["base64", "path"], (scope, options) =>
      existing(scope, { credential: ExistingCredential.clientCertificate(options) }),
    ),
    password: (scope, password) =>
      existing(scope, { credential: ExistingCredential.clientCertificate({ path: "app.pfx", password }) }),
  }),
];

const spoke = (scope: Construct) =>
  networkOf(scope, { name: `Spoke-${scope.node.id}`, addressSpaces: ["10.2.0.0/16"] });

const existingVpc = (scope: Construct, vpc: AivenVpc) =>
  peering(scope, { project: undefined, networkCidr: undefined, vpc });
