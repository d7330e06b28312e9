import { AzurePeeringProvider, DeployerApplication } from "cdktf-aiven-azure-peering";
import type { SignIn } from "../../../lib/identity/peering-identity";
import * as lib from "../../../lib/terraform/manifest";
import { addPeering, synthStack } from "../../../__tests__/support/synth";
import { NETWORK_VERSION } from "../src/clouds/arm";
import { LIST_PROVIDERS, NEEDS } from "../src/principals/roles";
import { MANIFEST_NAME, MANIFEST_VERSION, readManifest, type PeeringFacts } from "../src/subject/manifest";
import { AIVEN_APPLICATION_ID } from "../src/subject/subject";

// What the package and the command both know, though neither imports the other.

const stack = synthStack((only) => void addPeering(only));

/** The actions of the role whose address has a part in it. */
const actionsOf = (part: string): unknown => {
  const [{ actions }] = stack.resource("azurerm_role_definition", part).permissions as [{ actions: unknown }];
  return actions;
};

test("the version of the manifest, and its name", () => {
  expect(MANIFEST_VERSION).toBe(lib.MANIFEST_VERSION);
  const comment = stack.json["//"];
  expect(comment[MANIFEST_NAME]).toMatchObject({ version: MANIFEST_VERSION });
  expect(Object.keys(readManifest(comment, ""))).toEqual(["stack/peering"]);
});

test("the names of the facts, which the compiler compares", () => {
  // How an application signs in is a type of its own in lib, where it is added to in one place.
  const read = ({ identity, ...written }: lib.PeeringFacts): PeeringFacts => {
    const kind = identity.credential.kind as SignIn["kind"];
    return { ...written, identity: { ...identity, credential: { ...identity.credential, kind } } };
  };
  const [facts] = Object.values(readManifest(stack.json["//"], "")) as lib.PeeringFacts[];
  expect(read(facts).identity.credential.kind).toBe("secret");
});

test("what the application and Aiven may do", () => {
  expect(actionsOf("roles_application")).toEqual(NEEDS.application);
  expect(actionsOf("roles_aiven")).toEqual(NEEDS.aiven);
  expect(actionsOf("resource-providers")).toEqual([LIST_PROVIDERS]);
});

test("Aiven's own application", () => {
  const { client_id } = stack.resource("azuread_service_principal", "aiven-service-principal");
  expect(client_id).toBe(AIVEN_APPLICATION_ID);
});

test("the version of Azure's API in which a peering is created through azapi, and read here", () => {
  const azapi = synthStack((only) => {
    const identity = new DeployerApplication(only, "application");
    addPeering(only, { identity, azurePeeringProvider: AzurePeeringProvider.AZAPI });
  });
  const { type } = azapi.resource("azapi_resource");
  expect(type).toBe(`Microsoft.Network/virtualNetworks/virtualNetworkPeerings@${NETWORK_VERSION}`);
});
