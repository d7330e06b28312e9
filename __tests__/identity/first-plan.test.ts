import { App, TerraformStack } from "cdktf";
import {
  type AivenAzurePeering,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal } from "../support/refusal";
import { addPeering, addProviders, addStack, CLIENT, SUBSCRIPTION, synthApp, synthStacks } from "../support/synth";

const existing = (stack: TerraformStack, credential = ExistingCredential.federated()) =>
  new ExistingPeeringApplication(stack, "identity", { clientId: CLIENT, credential });

describe("what is said at synth", () => {
  const messages = (build: (stack: TerraformStack) => void) => {
    const app = new App();
    const stack = new TerraformStack(app, "stack");
    addProviders(stack);
    build(stack);
    return stack.node.findAll().flatMap((node) => node.node.metadata.filter((entry) => /info|warn/.test(entry.type)));
  };

  test("an application of the same stack needs the Azure CLI or a managed identity at the first plan", () => {
    expect(messages((stack) => addPeering(stack))).toEqual([
      expect.objectContaining({
        type: "@cdktf/info",
        data:
          "the first plan needs a deployer who is signed in with the Azure CLI or a managed identity; a service principal needs " +
          "azurePeeringProvider: AzurePeeringProvider.AZAPI",
      }),
    ]);
  });

  test("nothing where the credentials are known", () => {
    expect(messages((stack) => addPeering(stack, { identity: existing(stack) }))).toEqual([]);
  });
});

describe("a federated application", () => {
  const federated = () => PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s" });

  test("is refused in the peering's own stack, where azurerm signs in before it exists", () => {
    expectRefusal(
      (stack) => {
        addPeering(stack, { identity: new PeeringApplication(stack, "identity", { credential: federated() }) });
      },
      "stack/identity: identity.credential: a federated credential is not allowed in the stack of the peering (stack/peering/virtual-network), " +
        "as azurerm signs in before the application exists; create the PeeringApplication in a stack of its own, or give the peering " +
        "azurePeeringProvider: AzurePeeringProvider.AZAPI",
    );
  });

  test("is accepted from a stack of its own", () => {
    expectAccepted(() =>
      synthStacks(["identity", "peering"], ({ identity: first, peering: second }) => {
        addPeering(second, { identity: new PeeringApplication(first, "identity", { credential: federated() }) });
      }),
    );
  });
});

const deployed = (credential?: PeeringCredential) => {
  const peerings: AivenAzurePeering[] = [];
  const stacks = synthApp((app) => {
    const [first, second, third] = ["identity", "one", "two"].map((name) => addStack(app, name)) as [
      TerraformStack,
      TerraformStack,
      TerraformStack,
    ];
    const identity = new PeeringApplication(first, "application", { credential });
    peerings.push(addPeering(second, { identity }), addPeering(third, { identity, networkCidr: "10.2.0.0/24" }));
  });
  const info = peerings.flatMap((peering) => peering.node.metadata.filter((entry) => entry.type === "@cdktf/info"));
  return { stacks, info };
};
const { stacks, info } = deployed();
const { identity, one, two } = stacks;
const remote = (output: string) =>
  `\${data.terraform_remote_state.cross-stack-reference-input-identity.outputs.${output}}`;
const outputOf = (value: string) =>
  Object.entries(identity?.json.output ?? {}).find(([, output]) => output.value === (value as never))?.[0] ?? "none";
test("two stacks share the identity of a third", () => {
  for (const stack of [one, two]) {
    expect(stack?.resources("azuread_application")).toEqual({});
    expect(stack?.resource("time_sleep", "access_propagation").triggers).toMatchObject({
      client_id: remote(outputOf(`\${${identity?.address("azuread_application")}.client_id}`)),
    });
  }
});
test("the secret crosses in a sensitive output, and the operator is shut out as the credentials are known at plan", () => {
  const output = outputOf(`\${${identity?.address("azuread_application_password")}.value}`);
  expect(identity?.json.output?.[output]).toMatchObject({ sensitive: true });
  expect(one?.peeringProviders[0]).toMatchObject({ client_secret: remote(output), use_cli: false, use_msi: false });
});
test("the application's client id is known to the first plan, as the stand-in of the operator is shut out", () => {
  const wait = one?.address("time_sleep", "service-principal-propagation");
  expect(one?.peeringProviders[0]?.client_id).toBe(`\${${wait}.triggers.client_id}`);
});
test("nothing of the identity is waited for again: its own stack has seen to that", () => {
  expect(one?.resource("time_sleep", "access_propagation")).not.toHaveProperty("depends_on");
  expect(identity?.resource("time_sleep", "propagation").create_duration).toBe("100s");
});
test("the identity's stack grants the right to list resource providers before a peering is planned", () => {
  expect(identity?.resource("azurerm_role_assignment").scope).toBe(`/subscriptions/${SUBSCRIPTION}`);
  expect(one?.addresses.filter((address) => address.includes("resource-providers"))).toEqual([]);
});
test("there is nothing to say about the first plan", () => {
  expect(info).toEqual([]);
});
test("a federated identity crosses without a secret", () => {
  const federated = deployed(PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s" }));
  expect(federated.stacks.one?.peeringProviders[0]).toMatchObject({
    client_secret: "",
    use_oidc: true,
    use_cli: false,
  });
  expect(JSON.stringify(federated.stacks)).not.toContain(".value}");
});
