import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { type App, TerraformStack } from "cdktf";
import { ExistingCredential, ExistingPeeringApplication, PeeringApplication } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { addProbe } from "../support/probe";
import { appRefusalOf, expectAccepted } from "../support/refusal";
import { addPeering, addStack, CLIENT, SUBSCRIPTION, synthApp } from "../support/synth";

describe("a provider that an app has forgotten", () => {
  const all = {
    azurerm: (stack: TerraformStack, alias?: string) =>
      new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION, alias }),
    azuread: (stack: TerraformStack, alias?: string) => new AzureadProvider(stack, "azuread", { alias }),
    aiven: (stack: TerraformStack, alias?: string) => new AivenProvider(stack, "aiven", { apiToken: "t", alias }),
    time: (stack: TerraformStack, alias?: string) => new TimeProvider(stack, "time", { alias }),
  };
  type Name = keyof typeof all;
  const names = Object.keys(all) as Name[];
  const build = (aliases: Partial<Record<Name, string | null>>) => (app: App) => {
    const stack = new TerraformStack(app, "stack");
    for (const name of names) {
      const alias = aliases[name];
      if (alias !== null) all[name](stack, alias);
    }
    addPeering(stack);
  };

  test.each(names)("is missed, ours does not stand in for it: %s", (name) => {
    expectAccepted(() => synthApp(build({})));
    const message = appRefusalOf(build({ [name]: null }));
    expect(message).toMatch(new RegExp(`without a matching provider.*\\b${name}\\b`, "s"));
  });

  test.each<[Name, string]>([
    ["azurerm", "stack/peering/identity"],
    ["azuread", "stack/peering/identity"],
    ["aiven", "stack/peering"],
    ["time", "stack/peering"],
  ])("is missed where every %s has an alias", (name, place) => {
    // cdktf puts a line of its own before it.
    expect(appRefusalOf(build({ [name]: "only" }))).toContain(
      `${place}: providers.${name}: missing, and every ${name} provider of the stack has an alias; give one of them, or add one without an alias`,
    );
  });

  test("is not missed where one with an alias is given", () => {
    expectAccepted(() =>
      synthApp((app) => {
        const stack = new TerraformStack(app, "stack");
        const providers = {
          azurerm: all.azurerm(stack, "only"),
          azuread: all.azuread(stack, "only"),
          aiven: all.aiven(stack, "only"),
          time: all.time(stack, "only"),
        };
        addPeering(stack, { providers });
      }),
    );
  });
});

describe("a provider of another stack is refused", () => {
  const create = {
    aiven: (hub: TerraformStack) => new AivenProvider(hub, "theirs", { alias: "two" }),
    azuread: (hub: TerraformStack) => new AzureadProvider(hub, "theirs", { alias: "two" }),
    azurerm: (hub: TerraformStack) => new AzurermProvider(hub, "theirs", { features: [{}], alias: "two" }),
    time: (hub: TerraformStack) => new TimeProvider(hub, "theirs", { alias: "two" }),
  };
  const credential = ExistingCredential.federated();
  type Use = (spoke: TerraformStack, hub: TerraformStack) => unknown;

  test.each<[string, string, string, Use]>([
    ...Object.entries(create).map(([name, provider]): [string, string, string, Use] => [
      `a peering, of ${name}`,
      "peering",
      `providers.${name}`,
      (spoke, hub) => addPeering(spoke, { providers: { [name]: provider(hub) } }),
    ]),
    [
      "an application",
      "identity",
      "providers.azuread",
      (spoke, hub) => new PeeringApplication(spoke, "identity", { providers: { azuread: create.azuread(hub) } }),
    ],
    [
      "an application that exists",
      "identity",
      "providers.azuread",
      (spoke, hub) => {
        const providers = { azuread: create.azuread(hub) };
        return new ExistingPeeringApplication(spoke, "identity", { clientId: CLIENT, credential, providers });
      },
    ],
    ["a probe", "probe", "provider", (spoke, hub) => addProbe(spoke, { provider: create.azurerm(hub) })],
  ])("by %s", (_, id, property, use) => {
    expect(appRefusalOf((app) => use(addStack(app, "spoke"), addStack(app, "hub")))).toBe(
      `spoke/${id}: ${property}: hub/theirs is not allowed, it is a provider of the stack "hub"; create one in "spoke"`,
    );
  });
});
