import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  AivenVpc,
  AzureVirtualNetwork,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
  ResourceProviderAccess,
} from "cdktf-aiven-azure-peering";
import { Construct } from "constructs";
import { addProbe, machine } from "../support/probe";
import { expectRefusal, refusalOf } from "../support/refusal";
import { addPeering, addProviders, network, synthApp, TENANT } from "../support/synth";

/** Every message that Terraform may give, in a stack of everything that only Terraform knows. */
function everything(): { messages: string[]; paths: string[] } {
  const paths: string[] = [];
  const { stack } = synthApp((app) => {
    const stack = new TerraformStack(app, "stack");
    addProviders(stack);
    const text = (name: string) => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    const platform = new Construct(stack, "platform") as TerraformStack;
    const peering = addPeering(platform, {
      project: text("project"),
      networkCidr: text("cidr"),
      peeringName: text("peering"),
      virtualNetwork: AzureVirtualNetwork.fromId(text("id"), {
        location: text("location"),
        tenantId: TENANT,
        addressSpaces: [text("space")],
      }),
    });
    peering.addVirtualNetwork("spoke", network({ name: text("name"), addressSpaces: [text("range")] }));
    peering.addVirtualNetwork("third", network({ name: text("third") }), { connected: false });
    const identity = new ExistingPeeringApplication(stack, "known", {
      clientId: text("client"),
      credential: ExistingCredential.federated(),
    });
    const none = { project: undefined, networkCidr: undefined };
    addPeering(
      stack,
      { ...none, identity, vpc: AivenVpc.fromId(text("vpc"), { networkCidr: text("vpc_range") }) },
      "other",
    );
    addProbe(platform, {
      virtualNetwork: peering.virtualNetwork,
      virtualMachine: machine(text("machine"), { location: text("place") }),
      host: text("host"),
      networkCidr: text("probed"),
      failApply: false,
    });
    paths.push(...stack.node.findAll().map(({ node }) => node.path));
  });
  const messages = [...JSON.stringify(stack?.json).matchAll(/"error_message":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text = ""]) => String(JSON.parse(`"${text}"`)),
  );
  return { messages, paths };
}

test("every message of Terraform begins with the construct that it is about", () => {
  const { messages, paths } = everything();
  expect(messages.length).toBeGreaterThan(30);
  const placeless = messages.filter((message) => !paths.includes(message.slice(0, message.indexOf(": "))));
  expect(placeless).toEqual([]);
  const places = new Set(messages.map((message) => message.slice(0, message.indexOf(": "))));
  expect([...places].sort()).toEqual([
    "stack/known",
    "stack/other/virtual-network",
    "stack/platform/peering",
    "stack/platform/peering/identity/client-secret",
    "stack/platform/peering/spoke",
    "stack/platform/peering/virtual-network",
    "stack/platform/probe",
  ]);
});

test("of many networks the one is named that is wrong", () => {
  const message = refusalOf((stack) => {
    const peering = addPeering(stack);
    for (let n = 2; n <= 20; n++) {
      peering.addVirtualNetwork(`network-${n}`, network({ name: `network-${n}`, addressSpaces: [`10.${n}.0.0/16`] }));
    }
    const last = network({ name: "last", addressSpaces: ["10.99.0.0/16"] });
    peering.addVirtualNetwork("network-99", last, { peeringName: "a-" });
  });
  expect(message).toMatch(/^stack\/peering\/network-99: peeringName: "a-" is not allowed, use /);
});

test.each([
  [
    "the identity",
    (stack: TerraformStack) => new PeeringApplication(stack, "mine", { displayName: "" }),
    'stack/mine: identity.displayName: "" is not allowed, use 1 to 120 characters',
  ],
  [
    "the subscription, and not the roles that are made in it",
    (stack: TerraformStack) =>
      new PeeringApplication(stack, "mine", {
        resourceProviderAccess: ResourceProviderAccess.create({ subscriptionIds: [""] }),
      }),
    'stack/mine: identity.resourceProviderAccess.subscriptionIds: "" is not allowed, use a UUID such as 00000000-0000-0000-0000-000000000000',
  ],
  [
    "what describes a network that is a resource",
    (stack: TerraformStack) => {
      const names = { name: "a", resourceGroupName: "rg", location: "japaneast", addressSpace: ["10.1.0.0/16"] };
      return AzureVirtualNetwork.fromResource(new VirtualNetwork(stack, "vnet", names));
    },
    'stack/vnet: virtualNetwork.name: "a" is not allowed, use 2 to 64 letters, digits, underscores, periods and hyphens that begin with a ' +
      "letter or digit and end with a letter, digit or underscore",
  ],
])("%s is named", (_, use, message) => {
  expectRefusal((stack) => use(stack), message);
});
