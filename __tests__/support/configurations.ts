import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Lazy, TerraformVariable } from "cdktf";
import {
  AivenAzurePeering,
  AivenVpc,
  AzurePeeringProvider,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ClientSecretSlot,
  ConnectivityProbe,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  MachineOperatingSystem,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
  type PeeringIdentity,
  ProbeProtocol,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import type { Construct } from "constructs";
import * as fc from "fast-check";
import { CLIENT, OTHER_SUBSCRIPTION, SUBSCRIPTION, TENANT } from "./synth";

// Whole configurations as apps have them: every identity, provider, kind of network and option, each value written in each form.

/** How a value is written: as it is, produced late, or as a variable of the app. */
const form = fc.constantFrom("literal", "late", "variable");
type Form = "literal" | "late" | "variable";

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const networkOf = fc.record({
  by: fc.constantFrom("attributes", "id", "resource", "data source"),
  form,
  subscription: fc.constantFrom(undefined, SUBSCRIPTION, OTHER_SUBSCRIPTION),
  hasRanges: fc.boolean(),
  options: fc.record(
    {
      connected: fc.boolean(),
      allowVirtualNetworkAccess: fc.boolean(),
      allowForwardedTraffic: fc.boolean(),
      healthCheck: fc.boolean(),
      peeringName: fc.constantFrom("a", "peer.aiven_1", "x".repeat(80)),
      azurePeeringProvider: fc.constantFrom(...Object.values(AzurePeeringProvider)),
      timeouts: fc.record({ connection: fc.constant("30m"), azurePeering: fc.constant("1h30m") }, { requiredKeys: [] }),
      propagation: fc.record({ roleAssignments: fc.constantFrom("0s", "2m") }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  access: fc.constantFrom(undefined, "create", "roles", "one role", "existing"),
});

export const configuration = fc.record({
  form,
  /** One for all networks, as those of a subscription must have it. */
  tenant: fc.constantFrom(undefined, TENANT),
  identity: fc.constantFrom(
    ...["none", "secret", "two slots", "federated", "existing secret", "certificate", "existing federated", "deployer"],
  ),
  vpc: fc.constantFrom("new", "with a cloud", "existing", "of a known range"),
  networks: fc.array(networkOf, { minLength: 1, maxLength: 4 }),
  probe: optional(
    fc.record({
      operatingSystem: fc.constantFrom(...Object.values(MachineOperatingSystem)),
      protocol: fc.constantFrom(...Object.values(ProbeProtocol)),
      failApply: fc.boolean(),
      triggers: fc.dictionary(fc.constantFrom("a", 'b"c'), fc.constantFrom("", "\n", "$${", '"}')),
    }),
  ),
});

export type Configuration = typeof configuration extends fc.Arbitrary<infer Value> ? Value : never;

/** Builds a configuration below a scope, beside any number of others. */
export function build(scope: Construct, { form, tenant, identity, vpc, networks, probe }: Configuration): void {
  const value = (text: string, as: Form = form, id = text): string => {
    if (as === "literal") return text;
    if (as === "late") return Lazy.stringValue({ produce: () => text });
    return new TerraformVariable(scope, `value ${id}`, { type: "string" }).stringValue;
  };
  const network = ({ by, form, subscription, hasRanges }: Configuration["networks"][number], index: number) => {
    const name = `Net-${scope.node.id}-${index}`;
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/${name}`;
    const text = (what: string, given: string) => value(given, form, `${what} ${index}`);
    const location = text("location", "japaneast");
    const tenantId = tenant;
    const addressSpaces = hasRanges ? [text("range", `10.${index + 1}.0.0/16`), "fd00::/48"] : undefined;
    const options = { location, tenantId, addressSpaces };
    if (by === "id") return AzureVirtualNetwork.fromId(text("id", id), options);
    const names = { name: text("name", name), resourceGroupName: text("group", "Network-RG") };
    if (by === "resource") {
      const addressSpace = [`10.${index + 1}.0.0/16`];
      const resource = new VirtualNetwork(scope, `network ${index}`, { ...names, location: "japaneast", addressSpace });
      return AzureVirtualNetwork.fromResource(resource, { tenantId });
    }
    if (by === "data source") {
      return AzureVirtualNetwork.fromDataSource(
        new DataAzurermVirtualNetwork(scope, `network ${index}`, names),
        options,
      );
    }
    const subscriptionId = subscription && text("subscription", subscription);
    return AzureVirtualNetwork.fromAttributes({ ...names, ...options, subscriptionId });
  };
  const accessOf = (access: Configuration["networks"][number]["access"], index: number): PeeringAccess | undefined => {
    const role = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
    if (access === "create") {
      return PeeringAccess.create({
        applicationRoleName: value(`role-${scope.node.id}-${index}`, form, `role ${index}`),
      });
    }
    if (access === "roles") {
      return PeeringAccess.withRoles({ applicationRoleDefinitionId: role, aivenRoleDefinitionId: role });
    }
    if (access === "one role") return PeeringAccess.withRoles({ aivenRoleDefinitionId: role });
    return access && PeeringAccess.existing();
  };

  const [first, ...rest] = networks.map((each, index) => ({
    virtualNetwork: network(each, index),
    options: { ...each.options, access: accessOf(each.access, index) },
  }));
  if (first === undefined) return;
  const isNew = vpc === "new" || vpc === "with a cloud";
  const peering = new AivenAzurePeering(scope, "peering", {
    ...first.options,
    virtualNetwork: first.virtualNetwork,
    identity: identityOf(scope, identity, value),
    ...(isNew
      ? { project: value("my-project"), networkCidr: value("10.0.0.0/24") }
      : {
          vpc: AivenVpc.fromId(value(`p/${CLIENT}`), {
            networkCidr: vpc === "existing" ? undefined : value("10.0.0.0/24"),
          }),
        }),
    cloudName: vpc === "with a cloud" ? value("azure-japaneast") : undefined,
  });
  rest.forEach(({ virtualNetwork, options }, index) => {
    peering.addVirtualNetwork(`network ${index + 1}`, virtualNetwork, options);
  });
  if (probe === undefined) return;
  const { operatingSystem, ...options } = probe;
  const machine = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-${scope.node.id}`;
  new ConnectivityProbe(scope, "probe", {
    virtualNetwork: peering.virtualNetwork,
    virtualMachine: AzureVirtualMachine.fromId(value(machine, form, "machine"), {
      location: "japaneast",
      operatingSystem,
    }),
    ...{ host: value("postgres.example"), port: 5432 },
    ...options,
    networkCidr: vpc === "existing" ? "10.0.0.0/24" : undefined,
  });
}

function identityOf(
  scope: Construct,
  kind: Configuration["identity"],
  value: (text: string, as?: Form) => string,
): PeeringIdentity | undefined {
  const resourceProviderAccess = ResourceProviderAccess.none();
  const created = (credential: PeeringCredential) =>
    new PeeringApplication(scope, "identity", { credential, displayName: value("app"), resourceProviderAccess });
  const existing = (credential: ExistingCredential) =>
    new ExistingPeeringApplication(scope, "identity", { clientId: value(CLIENT), credential });
  const secret = () => new TerraformVariable(scope, "secret", { type: "string", sensitive: true }).stringValue;
  switch (kind) {
    case "secret":
      return created(PeeringCredential.clientSecret());
    case "two slots":
      return created(
        PeeringCredential.clientSecret({
          secondaryEndDate: value("2099-01-01T00:00:00Z"),
          active: ClientSecretSlot.SECONDARY,
        }),
      );
    case "federated":
      return created(PeeringCredential.federated({ issuer: value("https://issuer.example"), subject: value("s") }));
    case "existing secret":
      return existing(ExistingCredential.clientSecret(secret()));
    case "certificate":
      return existing(ExistingCredential.clientCertificate({ path: "/run/app.pfx", password: secret() }));
    case "existing federated":
      return existing(ExistingCredential.federated());
    case "deployer":
      return new DeployerApplication(scope, "identity");
    default:
      return undefined;
  }
}
