import { X509Certificate } from "node:crypto";
import { join } from "node:path";
import { type Served, serveSchemas } from "simulated-clouds";
import { EXAMPLES, synthesise } from "../../../tools/synthesise";
import { TerraformDeployment } from "../../../tools/terraform/deployment";
import { servedBy } from "../../../tools/terraform/served";
import { configuration } from "../../../tools/terraform/source";
import { FEDERATED, WITH_SECRET } from "./working-configuration";

type Block = Record<string, unknown>;
interface Json {
  readonly terraform: { readonly required_providers: Record<string, { source: string; version: string }> };
  readonly provider: { readonly azapi: readonly Block[] };
  readonly resource: Record<string, Record<string, Block>>;
  readonly check: Record<string, { readonly assert: { readonly condition: string } }>;
}

const OF_BOTH: Readonly<Record<string, string>> = {
  "azuread_service_principal.aiven-azure-peering-aiven-service-principal": "aivenPrincipal",
  "azurerm_role_definition.peering_subscription_roles_application": "applicationRole",
  "azurerm_role_definition.peering_subscription_roles_aiven": "aivenRole",
  "azurerm_role_assignment.peering_virtual-network_access_application": "applicationAssignment",
  "azurerm_role_assignment.peering_virtual-network_access_aiven": "aivenAssignment",
  "azurerm_resource_group.resource-group": "group",
  "azurerm_virtual_network.virtual-network": "network",
  "time_sleep.peering_virtual-network_access_propagation": "accessWait",
  "time_sleep.peering_virtual-network_service-principal-propagation": "propagationWait",
  "aiven_project_vpc.peering_vpc": "vpc",
  "terraform_data.peering_connected-vpc": "connectedVpc",
  "aiven_azure_vpc_peering_connection.peering_virtual-network_connection": "connection",
  "azapi_resource.peering_virtual-network_azure-peering": "azurePeering",
  // Variables of the app there, here what the deployer's own provider says.
  "data.azurerm_client_config.aiven-azure-peering-deployer.subscription_id": "SUBSCRIPTION",
  "data.azurerm_client_config.aiven-azure-peering-deployer.tenant_id": "TENANT",
};

const CASES = [
  {
    name: "pipeline-one-stack",
    working: WITH_SECRET,
    called: {
      ...OF_BOTH,
      "azuread_application.peering_identity_application": "application",
      "azuread_service_principal.peering_identity_service-principal": "principal",
      "azuread_application_password.peering_identity_client-secret_primary": "secret",
    },
    // nothing of the construct but what is compared
    more: ["connectedVpc", "group", "network", "vpc"],
  },
  {
    name: "github-secretless",
    working: FEDERATED,
    called: {
      ...OF_BOTH,
      "azuread_application.application": "application",
      "azuread_service_principal.application_service-principal": "principal",
      "azuread_application_federated_identity_credential.application_federated-credential": "credential",
      "time_sleep.application_propagation": "identityWait",
    },
    // the wait is for stacks that come after an identity of one's own; nothing here reads it
    more: ["connectedVpc", "group", "identityWait", "network", "vpc"],
  },
] as const;

/** Arguments that are names, or what only this library has: what was run says nothing about them. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  provider: ["alias"],
  application: ["display_name"],
  secret: ["display_name"],
  credential: ["display_name", "subject"],
  applicationRole: ["name"],
  aivenRole: ["name"],
  connection: ["lifecycle"], // the rules for what a user may give, which are tested by themselves
  azurePeering: ["name", "provider"],
};

/** Arguments that differ on purpose: what they are here, and why. */
const ON_PURPOSE = {
  // azapi's own are half an hour, for which a plan or a destroy would seem to hang
  "azurePeering.timeouts": { create: "10m", update: "10m", delete: "10m" },
  // what was run had the release, which an app should not be held to
  "azapi version": "~> 2.12",
};

const without = (block: Block, names: readonly string[] = []): Block =>
  Object.fromEntries(Object.entries(block).filter(([name]) => name !== "//" && !names.includes(name)));

/** The JSON of an example with its resources called by what they are for. */
function read(name: string, called: Readonly<Record<string, string>>): { json: Json; resources: Map<string, Block> } {
  const [text] = [...synthesise(join(EXAMPLES, name)).values()];
  // without the hashes of their paths, which another test pins
  const unhashed = text.replace(/_[0-9A-F]{8}\b/g, "");
  const renamed = Object.entries(called).reduce((all, [address, role]) => all.replaceAll(address, role), unhashed);
  const json = JSON.parse(renamed) as Json;
  const blocks = Object.entries(json.resource).flatMap(([type, all]) =>
    Object.entries(all).map(([id, block]) => [called[`${type}.${id}`] ?? `${type}.${id}`, block] as const),
  );
  const resources = new Map(blocks.map(([role, block]) => [role, without(block, LEFT_OUT[role])]));
  return { json, resources };
}

describe.each(CASES)("$name", ({ name, working, called, more }) => {
  const { json, resources } = read(name, called);

  test("has the resources that were run with the real binaries, and no more", () => {
    expect([...resources.keys()].sort()).toEqual([...Object.keys(working.resources), ...more].sort());
  });

  test.each(Object.entries(working.resources))("%s has the very arguments", (role, expected) => {
    const found = resources.get(role) as Block;
    if (role === "azurePeering") {
      expect(found.timeouts).toEqual(ON_PURPOSE["azurePeering.timeouts"]);
      delete found.timeouts;
    }
    if (role === "propagationWait") {
      const { postcondition } = found.lifecycle as { postcondition: { error_message?: string }[] };
      // names the construct
      expect(postcondition[0]?.error_message).toMatch(/^peering\/peering\/virtual-network: Aiven accepted the peering/);
      delete postcondition[0]?.error_message;
    }
    expect(found).toEqual(expected);
  });

  test("the provider that acts as the application has the very arguments", () => {
    expect(json.provider.azapi).toHaveLength(1);
    const found = without(json.provider.azapi[0], LEFT_OUT.provider);
    if (working === WITH_SECRET) {
      // another certificate that nobody has registered: base64 of PEM, with its key
      const pem = Buffer.from(found.client_certificate as string, "base64").toString();
      expect(new X509Certificate(pem).subject).toBe("CN=nobody");
      expect(pem).toContain("PRIVATE KEY");
      delete found.client_certificate;
    }
    expect(found).toEqual(working.provider);
  });

  test("asks for azapi from where it was taken", () => {
    const version = ON_PURPOSE["azapi version"];
    expect(json.terraform.required_providers.azapi).toEqual({ source: "azure/azapi", version });
  });

  test("the checks are of both sides", () => {
    const conditions = Object.values(json.check).map(({ assert }) => assert.condition);
    // added since: a new peering has some time for what is usual
    const orNew = (isUsual: string) =>
      ` || (${isUsual} && try(timecmp(plantimestamp(), timeadd(propagationWait.id, "20m")) < 0, false))}`;
    const active = working.checks.active.replace(/}$/, orNew('connection.state == "PENDING_PEER"'));
    expect(conditions).toContain(active);
    // with try, as in a state that azurerm wrote there is no output yet
    const connected =
      'try(azurePeering.output.state, "") == "Connected" && try(azurePeering.output.sync, "") == "FullyInSync"';
    expect(conditions).toContain(`\${${connected}${orNew('try(azurePeering.output.state, "") == "Initiated"')}`);
  });
});

describe("the real terraform validate", () => {
  let served: Served;
  beforeAll(async () => (served = await serveSchemas()));
  afterAll(() => served.stop());
  const json = (name: string) => JSON.parse([...synthesise(join(EXAMPLES, name)).values()][0] ?? "") as Json;
  const validate = (content: object) =>
    new TerraformDeployment(() => servedBy(served)).deploy(configuration(content)).validate();

  test.each(CASES)("accepts $name by azapi's schema", async ({ name }) => {
    const { code, text } = await validate(json(name));
    expect({ code, text }).toEqual({ code: 0, text: "Success! The configuration is valid." });
  });

  test.each([
    ["of the provider", ({ provider }: Json) => provider.azapi[0]],
    ["of Azure's peering", ({ resource }: Json) => Object.values(resource.azapi_resource ?? {})[0]],
  ])("refuses an argument %s that azapi does not have", async (_, blockOf) => {
    const changed = json("pipeline-one-stack");
    blockOf(changed).sign_in_as = "somebody";
    const { code, text } = await validate(changed);
    expect(code).toBe(1);
    expect(text).toContain('"sign_in_as"');
  });
});
