import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenServicePrincipalSource,
  AzurePeeringProvider,
  AzureVirtualNetwork,
  DeployerApplication,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
  VirtualNetworkAccessSource,
} from "cdktf-aiven-azure-peering";
import { fromStack } from "../../src/subject/from-stack";
import type { Subject } from "../../src/subject/subject";
import { temporaryFolder } from "../../../../tools/folder";
import { addPeering, addProviders, SUBSCRIPTION, synthApp } from "../../../../__tests__/support/synth";

const CLIENT = "44444444-4444-4444-8444-444444444444";
const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Group/providers/Microsoft.Network/virtualNetworks/Hub`;

/** The subject of the last stack that `build` makes, as the command reads it from the folder. */
function subjectOf(
  build: (stack: TerraformStack, stackOf: (name: string) => TerraformStack) => void,
  env: Readonly<Record<string, string>> = {},
): Subject {
  const stacks = synthApp((app) => {
    const stackOf = (name: string): TerraformStack => {
      const stack = new TerraformStack(app, name);
      addProviders(stack);
      return stack;
    };
    build(stackOf("peering"), stackOf);
  });
  const folder = temporaryFolder("subject");
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stacks.peering?.json));
  return fromStack(folder, env);
}

test("an application of the same stack is known by its name, its VPC by cloud and range", () => {
  const { aiven, identity, aivenPrincipal, networks } = subjectOf((stack) => void addPeering(stack));
  expect(aiven).toMatchObject({ created: true, networkCidr: "10.0.0.0/24" });
  expect(aiven.vpcId).toBeUndefined();
  expect(identity).toMatchObject({ kind: "created", credential: "secret", activeSecret: "primary" });
  expect(identity.clientId).toBeUndefined();
  expect(identity.displayName).toMatch(/^aiven-azure-peering /);
  expect(identity.providerReadIn).toEqual([SUBSCRIPTION]);
  expect(aivenPrincipal).toBe("CREATE");
  expect(networks).toMatchObject([{ azurePeeringProvider: "azurerm", access: "CREATE", roles: "DEFINED" }]);
});

test("an application from an earlier stack", () => {
  const { identity, aivenPrincipal } = subjectOf((stack, stackOf) => {
    addPeering(stack, { identity: new PeeringApplication(stackOf("identity"), "application") });
  });
  expect(identity).toMatchObject({ kind: "earlier-stack", credential: "secret" });
  expect(aivenPrincipal).toBeUndefined();
});

test("an existing application with a certificate, and a network by the value of a variable", () => {
  const { identity, aivenPrincipal, networks } = subjectOf(
    (stack) => {
      const id = new TerraformVariable(stack, "network", { type: "string" }).stringValue;
      const identity = new ExistingPeeringApplication(stack, "application", {
        clientId: CLIENT,
        credential: ExistingCredential.clientCertificate({ path: "/certificate.pfx" }),
        aivenServicePrincipal: AivenServicePrincipalSource.EXISTING,
      });
      addPeering(stack, { identity, virtualNetwork: AzureVirtualNetwork.fromId(id, { location: "japaneast" }) });
    },
    { TF_VAR_network: ID },
  );
  expect(identity).toMatchObject({ kind: "existing", clientId: CLIENT, credential: "certificate", providerReadIn: [] });
  expect(aivenPrincipal).toBe("EXISTING");
  expect(networks).toMatchObject([{ id: ID, created: false, resourceGroup: "Group", name: "Hub" }]);
});

test("without the value of a variable only an apply can tell the network", () => {
  const { networks } = subjectOf((stack) => {
    const id = new TerraformVariable(stack, "network", { type: "string" }).stringValue;
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromId(id, { location: "japaneast" }) });
  });
  expect(networks[0].id).toBeUndefined();
});

test("through azapi, federated, with rights that exist already", () => {
  const { identity, networks } = subjectOf((stack) => {
    const credential = PeeringCredential.federated({ issuer: "https://issuer.example", subject: "repo:mine" });
    addPeering(stack, {
      identity: new PeeringApplication(stack, "application", { credential, grantResourceProviderRead: false }),
      azurePeeringProvider: AzurePeeringProvider.AZAPI,
      access: VirtualNetworkAccessSource.EXISTING,
    });
  });
  expect(identity).toMatchObject({
    kind: "created",
    credential: "federated",
    subjects: [{ issuer: "https://issuer.example", subject: "repo:mine" }],
    providerReadIn: [],
  });
  expect(networks).toMatchObject([{ azurePeeringProvider: "azapi", access: "EXISTING" }]);
});

test("Terraform's own application signs in as the environment says", () => {
  const { identity } = subjectOf(
    (stack) => void addPeering(stack, { identity: new DeployerApplication(stack, "application") }),
    { ARM_CLIENT_ID: CLIENT },
  );
  expect(identity).toMatchObject({ kind: "existing", credential: "environment", clientId: CLIENT });
});
