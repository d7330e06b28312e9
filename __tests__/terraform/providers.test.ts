import { addPeering, addProviders, CLIENT, OTHER_SUBSCRIPTION, SUBSCRIPTION, synthApp } from "../support/synth";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { type App, TerraformStack } from "cdktf";
import {
  AzureVirtualMachine,
  ConnectivityProbe,
  ExistingCredential,
  ExistingPeeringApplication,
  PeeringApplication,
} from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";

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
  const synth = (
    aliases: Partial<Record<Name, string | null>>,
    peer = (stack: TerraformStack) => void addPeering(stack),
  ) =>
    synthApp((app) => {
      const stack = new TerraformStack(app, "stack");
      for (const name of names) {
        const alias = aliases[name];
        if (alias !== null) all[name](stack, alias);
      }
      peer(stack);
    });

  test.each(names)("is missed, ours does not stand in for it: %s", (name) => {
    expect(() => synth({})).not.toThrow();
    expect(() => synth({ [name]: null })).toThrow(new RegExp(`without a matching provider.*\\b${name}\\b`, "s"));
  });

  test.each<[Name, string]>([
    ["azurerm", "stack/peering/identity"],
    ["azuread", "stack/peering/identity"],
    ["aiven", "stack/peering"],
    ["time", "stack/peering"],
  ])("is missed where every %s has an alias", (name, place) => {
    expect(() => synth({ [name]: "only" })).toThrow(
      `${place}: providers.${name}: missing, and every ${name} provider of the stack has an alias; give one of them, or add one without an alias`,
    );
  });

  test("is not missed where one with an alias is given, or none is needed", () => {
    expect(() =>
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
    ).not.toThrow();
  });
});

/** Two stacks of one app. */
const twoStacks = (build: (hub: TerraformStack, spoke: TerraformStack, app: App) => void) =>
  synthApp((app) => {
    const [hub, spoke] = ["hub", "spoke"].map((name) => {
      const stack = new TerraformStack(app, name);
      addProviders(stack, name === "hub" ? OTHER_SUBSCRIPTION : SUBSCRIPTION);
      return stack;
    }) as [TerraformStack, TerraformStack];
    build(hub, spoke, app);
  });

describe("a provider of another stack is refused", () => {
  const refusal = (place: string, property: string, id: string) =>
    new Error(
      `spoke/${place}: ${property}: hub/${id} is not allowed, it is a provider of the stack "hub"; create one in "spoke"`,
    );

  test("by a peering, whichever it is", () => {
    twoStacks((hub, spoke) => {
      const providers = {
        aiven: new AivenProvider(hub, "theirs-aiven", { alias: "two" }),
        azuread: new AzureadProvider(hub, "theirs-azuread", { alias: "two" }),
        azurerm: new AzurermProvider(hub, "theirs-azurerm", { features: [{}], alias: "two" }),
        time: new TimeProvider(hub, "theirs-time", { alias: "two" }),
      };
      for (const [name, provider] of Object.entries(providers)) {
        expect(() => addPeering(spoke, { providers: { [name]: provider } }, `with-${name}`)).toThrow(
          refusal(`with-${name}`, `providers.${name}`, `theirs-${name}`),
        );
        spoke.node.tryRemoveChild(`with-${name}`);
      }
    });
  });

  test("by an identity and a probe", () => {
    twoStacks((hub, spoke) => {
      const azuread = new AzureadProvider(hub, "theirs", { alias: "two" });
      expect(() => new PeeringApplication(spoke, "own", { providers: { azuread } })).toThrow(
        refusal("own", "providers.azuread", "theirs"),
      );
      const credential = ExistingCredential.federated();
      expect(
        () => new ExistingPeeringApplication(spoke, "known", { clientId: CLIENT, credential, providers: { azuread } }),
      ).toThrow(refusal("known", "providers.azuread", "theirs"));
      const { virtualNetwork: peered } = addPeering(spoke);
      const machine = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;
      const probe = {
        ...{ virtualNetwork: peered, virtualMachine: AzureVirtualMachine.fromId(machine, { location: "japaneast" }) },
        ...{ host: "postgres.example", port: 5432, networkCidr: "10.0.0.0/24" },
      };
      const provider = new AzurermProvider(hub, "theirs-too", { features: [{}], alias: "two" });
      expect(() => new ConnectivityProbe(spoke, "probe", { ...probe, provider })).toThrow(
        refusal("probe", "provider", "theirs-too"),
      );
      ["own", "known", "probe"].forEach((id) => spoke.node.tryRemoveChild(id));
    });
  });
});
