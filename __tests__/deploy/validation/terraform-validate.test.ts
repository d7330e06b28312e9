import { TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenVpc,
  AzureVirtualNetwork,
  ClientSecretSlot,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { type Served, serveSchemas } from "simulated-clouds";
import { synthesiseMain } from "../../../tools/synthesise";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { servedBy } from "../../../tools/terraform/served";
import { configuration } from "../../../tools/terraform/source";
import { namesOfProviders } from "../../support/known-to-bindings";
import {
  addPeering,
  addProviders,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthApp,
  synthPeering,
  synthStack,
  type Synthesised,
  virtualNetworkResource,
} from "../../support/synth";

const secret = (stack: TerraformStack) =>
  new TerraformVariable(stack, "secret", { type: "string", sensitive: true }).stringValue;
const existing = (stack: TerraformStack, credential: ExistingCredential) =>
  new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });

const FEDERATED = PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s" });

const stacks: Record<string, () => Synthesised> = {
  "an application of its own": () => synthPeering(),
  "a secret in two slots": () =>
    synthStack((stack) => {
      const credential = PeeringCredential.clientSecret({
        primaryEndDate: "2099-01-01T00:00:00Z",
        secondaryEndDate: "2099-06-01T00:00:00Z",
        active: ClientSecretSlot.SECONDARY,
      });
      addPeering(stack, { identity: new PeeringApplication(stack, "identity", { credential }) });
    }),
  "a federated application of an earlier stack": () => twoStacks(FEDERATED).peering,
  "the earlier stack with a federated application": () => twoStacks(FEDERATED).identity,
  "an existing application with a secret": () =>
    synthStack((stack) => {
      addPeering(stack, { identity: existing(stack, ExistingCredential.clientSecret(secret(stack))) });
    }),
  "an existing application with a certificate": () =>
    synthStack((stack) => {
      const credential = ExistingCredential.clientCertificate({ path: "/run/app.pfx", password: secret(stack) });
      addPeering(stack, { identity: existing(stack, credential) });
    }),
  "an existing federated application": () =>
    synthStack((stack) => {
      addPeering(stack, { identity: existing(stack, ExistingCredential.federated()) });
    }),
  "the deployer's application": () =>
    synthStack((stack) => {
      addPeering(stack, { identity: new DeployerApplication(stack, "identity") });
    }),
  "an identity of an earlier stack": () => twoStacks().peering,
  "the earlier stack": () => twoStacks().identity,
  "an existing VPC and a virtual network by its id": () =>
    synthStack((stack) => {
      const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
      addPeering(stack, {
        project: undefined,
        networkCidr: undefined,
        vpc: AivenVpc.fromId(`p/${CLIENT}`, { networkCidr: "10.0.0.0/24" }),
        virtualNetwork: AzureVirtualNetwork.fromId(id),
      });
    }),
  "everything that only Terraform knows, over two subscriptions": () =>
    synthStack((stack) => {
      const of = (name: string) => new TerraformVariable(stack, name, { type: "string" }).stringValue;
      const far = (name: string, range: string) =>
        network({ name, subscriptionId: OTHER_SUBSCRIPTION, addressSpaces: [range] });
      const peering = addPeering(stack, {
        project: of("project"),
        networkCidr: of("cidr"),
        peeringName: of("peering_name"),
        virtualNetwork: AzureVirtualNetwork.fromId(of("id"), {
          location: of("location"),
          addressSpaces: [of("space")],
        }),
      });
      peering.addVirtualNetwork("own", AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)));
      peering.addVirtualNetwork("far", far(`x-${of("n")}`, "10.2.0.0/16"));
      peering.addVirtualNetwork("farther", far(`y-${of("m")}`, "10.3.0.0/16"));
    }),
  "roles that exist": () =>
    synthStack((stack) => {
      const id = `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`;
      addPeering(stack, {
        access: PeeringAccess.withRoles({ applicationRoleDefinitionId: id, aivenRoleDefinitionId: id }),
        identity: new PeeringApplication(stack, "identity", {
          resourceProviderAccess: ResourceProviderAccess.withRole(id, { subscriptionIds: [SUBSCRIPTION] }),
        }),
      });
    }),
  "every option": () =>
    synthPeering({
      cloudName: "azure-eastus",
      peeringName: "p",
      allowForwardedTraffic: true,
      allowGatewayTransit: true,
      allowVirtualNetworkAccess: false,
      propagation: { roleAssignments: "1m", servicePrincipal: "1m" },
      vpcTimeout: "30m",
      timeouts: { connection: "30m", azurePeering: "30m" },
      access: PeeringAccess.create({
        applicationRoleName: "peer",
        aivenRoleName: "be peered",
        roleScope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG`,
      }),
      remoteVirtualNetworkId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/a/providers/Microsoft.Network/virtualNetworks/a`,
    }),
};

function twoStacks(credential?: PeeringCredential): Record<string, Synthesised> {
  return synthApp((app) => {
    const [first, second] = ["identity", "peering"].map((name) => {
      const stack = new TerraformStack(app, name);
      addProviders(stack);
      return stack;
    }) as [TerraformStack, TerraformStack];
    addPeering(second, { identity: new PeeringApplication(first, "application", { credential }) });
  });
}

// The schemas are azurerm 4.55's and azuread 3.7's, whatever the bindings are of: for CDK Terrain these are 5.10 and 3.10.
describe("the bindings", () => {
  test.each(Object.entries(stacks))("have all that is set and read in %s", (_, synthesise) => {
    const { known, unknown } = namesOfProviders(synthesise().json);
    expect(unknown).toEqual([]);
    expect(known.length).toBeGreaterThan(10);
  });

  test("are missed where they have no such name", () => {
    const resource = {
      azurerm_role_assignment: { a: { scope: "${time_sleep.b.triggers}", scope_id: "${time_sleep.b.trigger}" } },
    };
    expect(namesOfProviders({ resource })).toEqual({
      known: ["azurerm_role_assignment.scope", "time_sleep.triggers"],
      unknown: ["azurerm_role_assignment.scope_id", "time_sleep.trigger"],
    });
  });
});

describe("the real terraform validate", () => {
  let served: Served;
  beforeAll(async () => (served = await serveSchemas()));
  afterAll(() => served.stop());

  const validate = (json: object) =>
    new TerraformDeployment(() => servedBy(served)).deploy(configuration(json)).validate();

  test.each(Object.entries(stacks))("accepts %s", async (_, synthesise) => {
    const { code, text } = await validate(synthesise().json);
    expect({ code, text }).toEqual({ code: 0, text: "Success! The configuration is valid." });
  });

  test("accepts the example", async () => {
    expect(await validate(JSON.parse(synthesiseMain()) as object)).toMatchObject({ code: 0 });
  });

  test("refuses a wrong argument, a missing one, and a reference to nothing", async () => {
    const broken = (change: (connection: Record<string, unknown>) => void) => {
      const { json } = synthPeering();
      change(Object.values(json.resource?.aiven_azure_vpc_peering_connection ?? {})[0]);
      return json;
    };
    const wrong = await validate(broken((connection) => (connection.peer_azure_application = "x")));
    const missing = await validate(broken((connection) => delete connection.peer_azure_app_id));
    const dangling = await validate(broken((connection) => (connection.vpc_id = "${aiven_project_vpc.no.id}")));
    expect([wrong.code, missing.code, dangling.code]).toEqual([1, 1, 1]);
    expect(wrong.text).toContain('No argument or block type is named "peer_azure_application"');
    expect(missing.text).toContain('The argument "peer_azure_app_id" is required, but no definition was found');
    expect(dangling.text).toMatch(/managed resource "aiven_project_vpc" "no"/); // the engines say it in their own ways
  });
});
