import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { PeeringApplication, ResourceProviderAccess } from "cdktf-aiven-azure-peering";
import { addPeering, network, OTHER_SUBSCRIPTION, SUBSCRIPTION, type Synthesised, synthStack } from "../support/synth";

const PAGE = join(__dirname, "../../docs/upgrading.md");

type Written = (stack: TerraformStack, id: string) => string;

const literal: Written = (_, id) => id;
const variable: Written = (stack) => new TerraformVariable(stack, "far", { type: "string" }).stringValue;

/** But for those of the right to list resource providers. */
const pairsIn = (addresses: readonly string[]) =>
  addresses.filter((address) => !address.includes("resource-providers"));

/** The addresses that one has and the other has not. */
const made = (before: Synthesised, after: Synthesised) =>
  after.addresses.filter((address) => !before.addresses.includes(address));

describe("a subscription's id that becomes a variable", () => {
  const further = (written: Written) =>
    synthStack((stack) => {
      const far = network({ subscriptionId: written(stack, OTHER_SUBSCRIPTION), addressSpaces: ["10.3.0.0/16"] });
      addPeering(stack).addVirtualNetwork("far", far);
    });

  test("is eight characters of the expression in the addresses of a further subscription's pair of roles", () => {
    const [before, after] = [further(literal), further(variable)];
    const pair = `_subscription-${OTHER_SUBSCRIPTION}_roles_`;
    expect(pairsIn(made(after, before)).filter((each) => !each.includes(pair))).toEqual([]);
    expect(pairsIn(made(before, after))).toEqual([
      expect.stringMatching(/^azurerm_role_definition\.peering_subscription-[0-9a-f]{8}_roles_\w+_[0-9A-F]{8}$/),
      expect.stringMatching(/^azurerm_role_definition\.peering_subscription-[0-9a-f]{8}_roles_\w+_[0-9A-F]{8}$/),
    ]);
  });

  test("leaves the names of these roles, which is why new ones would meet the old ones", () => {
    const names = (stack: Synthesised) =>
      Object.values(stack.resources("azurerm_role_definition"))
        .map(({ name }) => String(name).replace("${var.far}", OTHER_SUBSCRIPTION))
        .sort();
    expect(names(further(variable))).toEqual(names(further(literal)));
  });

  test("moves as the page's example says", () => {
    const [, from, to] = /from: "([^"]+)",\s+to: "([^"]+)"/.exec(readFileSync(PAGE, "utf8")) ?? [];
    const [before, after] = [further(literal), further(variable)];
    expect(made(after, before)).toContain(from);
    expect(made(before, after)).toContain(to);
  });

  test("changes no address of the first network's pair of roles", () => {
    const first = (written: Written) =>
      synthStack((stack) => {
        const identity = new PeeringApplication(stack, "identity");
        addPeering(stack, { identity, virtualNetwork: network({ subscriptionId: written(stack, SUBSCRIPTION) }) });
      });
    expect(pairsIn(made(first(literal), first(variable)))).toEqual([]);
  });

  test.each<[string, (stack: TerraformStack, id: string) => unknown]>([
    [
      "that the construct makes",
      (stack, subscriptionId) => addPeering(stack, { virtualNetwork: network({ subscriptionId }) }),
    ],
    [
      "of your own",
      (stack, subscriptionId) => {
        const identity = new PeeringApplication(stack, "mine");
        addPeering(stack, { identity, virtualNetwork: network({ subscriptionId }) });
      },
    ],
    [
      "whose subscriptions are named",
      (stack, id) => {
        const resourceProviderAccess = ResourceProviderAccess.create({ subscriptionIds: [id] });
        return new PeeringApplication(stack, "mine", { resourceProviderAccess });
      },
    ],
  ])("changes those of the role of an application %s, at the first subscription too", (_, add) => {
    const stackOf = (written: Written) => synthStack((stack) => void add(stack, written(stack, SUBSCRIPTION)));
    expect(made(stackOf(literal), stackOf(variable)).map((each) => each.split(".")[0])).toEqual([
      "azurerm_role_assignment",
      "azurerm_role_definition",
    ]);
  });
});
