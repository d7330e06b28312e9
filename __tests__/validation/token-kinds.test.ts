import { Lazy, TerraformVariable, type TerraformStack } from "cdktf";
import {
  AivenCloud,
  AivenVpc,
  AzureVirtualNetwork,
  PeeringApplication,
  type PeeringApplicationProps,
} from "cdktf-aiven-azure-peering";
import { addPeering, network } from "../support/synth";
import { expectAccepted, expectRefusal, USE } from "../support/refusal";

// A token says by its form whether it is a list or a text; which one only Terraform knows is taken.

const aList = (stack: TerraformStack) =>
  new TerraformVariable(stack, "list", { type: "list(string)" }).listValue as never;
const isAList = (property: string, use: string) => `${property}: a list is not allowed, use ${use}`;
const aText = () => Lazy.stringValue({ produce: () => "a text" }) as never;
const anything = (stack: TerraformStack) => new TerraformVariable(stack, "any", { type: "any" }).value as never;

describe("a list of Terraform is refused where a text belongs", () => {
  const id = isAList("virtualNetwork.id", USE.virtualNetworkId);

  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    ["fromId", (stack) => AzureVirtualNetwork.fromId(aList(stack)), id],
    ["fromAttributes", (stack) => AzureVirtualNetwork.fromAttributes({ id: aList(stack) }), id],
    ["AivenVpc.fromId", (stack) => AivenVpc.fromId(aList(stack)), isAList("vpc.id", USE.vpcId)],
    [
      "AivenCloud.fromAzureLocation",
      (stack) => AivenCloud.fromAzureLocation(aList(stack)),
      isAList("location", 'an Azure location, such as "japaneast"'),
    ],
    [
      "networkCidr",
      (stack) => addPeering(stack, { networkCidr: aList(stack) }),
      isAList("stack/peering: networkCidr", USE.range),
    ],
  ])("%s", (_, build, message) => {
    expectRefusal(build, message);
  });
});

describe("a text of Terraform is refused where a list belongs", () => {
  const identity = (stack: TerraformStack, over: PeeringApplicationProps) =>
    new PeeringApplication(stack, "identity", over);

  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    ["owners", (stack) => identity(stack, { owners: aText() }), "stack/identity: identity.owners"],
    ["tags", (stack) => identity(stack, { tags: aText() }), "stack/identity: identity.tags"],
  ])("%s", (_, build, property) => {
    expectRefusal(build, `${property}: "a text" is not allowed, use a list, or leave it out`);
  });

  test("addressSpaces", () => {
    expectRefusal(
      (stack) => addPeering(stack, { virtualNetwork: network({ addressSpaces: aText() }) }),
      'virtualNetwork.addressSpaces: "a token" is not allowed, use a list of ranges in CIDR notation',
    );
  });
});

test("a number of Terraform is refused where a truth value belongs", () => {
  expectRefusal((stack) => {
    const number = new TerraformVariable(stack, "number", { type: "number" }).numberValue;
    return addPeering(stack, { allowForwardedTraffic: number as never });
  }, "stack/peering: allowForwardedTraffic: a token is not allowed, use true or false");
});

test("what may be of any kind is taken, and Terraform decides", () => {
  expectAccepted((stack) => new PeeringApplication(stack, "identity", { owners: anything(stack) }));
  expectAccepted((stack) => addPeering(stack, { virtualNetwork: network({ addressSpaces: anything(stack) }) }));
});
