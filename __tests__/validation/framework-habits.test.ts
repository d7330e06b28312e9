import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { Fn, TerraformElement, TerraformResource, TerraformStack, TerraformVariable } from "cdktf";
import { AzureVirtualNetwork, DeployerApplication } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import {
  addPeering,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthApp,
  synthStack,
  virtualNetworkResource,
} from "../support/synth";

describe("overrideLogicalId of a part, which comes too late,", () => {
  test("speaks, whichever part it is", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      const parts = peering.node
        .findAll()
        .filter((each): each is TerraformElement => TerraformElement.isTerraformElement(each));
      const resources = parts.filter((each) => TerraformResource.isTerraformResource(each));
      expect(resources.length).toBeGreaterThan(10);
      for (const part of resources) {
        expect(() => part.overrideLogicalId("mine")).toThrow(
          new Error(
            `${part.node.path}: overrideLogicalId: not allowed, other parts refer to the logical id already; override allocateLogicalId ` +
              "of the stack instead",
          ),
        );
      }
    });
  });

  test("has its remedy: allocateLogicalId of the stack, by which all references go", () => {
    class Short extends TerraformStack {
      protected override allocateLogicalId(element: TerraformElement): string {
        return super.allocateLogicalId(element).replace("peering_virtual-network_", "p_");
      }
    }
    const { stack } = synthApp((app) => {
      const stack = new Short(app, "stack");
      new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION });
      new AzureadProvider(stack, "azuread");
      new AivenProvider(stack, "aiven", { apiToken: "token" });
      new TimeProvider(stack, "time");
      addPeering(stack);
    });
    const connection = stack?.address("aiven_azure_vpc_peering_connection");
    expect(connection).toMatch(/\.p_connection_/);
    expect(stack?.resource("time_sleep", "answer").triggers).toMatchObject({ connection_id: `\${${connection}.id}` });
    expect(JSON.stringify({ ...stack?.json, "//": "" }).replace(/"uniqueId":"[^"]*"/g, "")).not.toMatch(
      /(?:time_sleep|connection)\.peering_virtual-network_/,
    );
  });
});

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

test("a variable's value, which is of any type and no text, may be given where a text is expected", () => {
  const stack = synthStack((stack) => {
    const of = (name: string): never => new TerraformVariable(stack, name, { type: "string" }).value as never;
    addPeering(stack, {
      ...{ project: of("project"), networkCidr: of("cidr"), cloudName: of("cloud"), peeringName: of("peering_name") },
      virtualNetwork: network({
        ...{ name: of("network"), resourceGroupName: of("group"), subscriptionId: of("subscription") },
        ...{ tenantId: of("tenant"), addressSpaces: [of("space")] },
      }),
    });
  });
  expect(stack.resource("aiven_project_vpc")).toMatchObject({
    ...{ project: "${var.project}", network_cidr: "${var.cidr}", cloud_name: "${var.cloud}" },
  });
  expect(stack.resource("aiven_azure_vpc_peering_connection")).toMatchObject({
    ...{ vnet_name: "${lower(var.network)}", peer_resource_group: "${lower(var.group)}" },
    ...{ azure_subscription_id: "${lower(var.subscription)}", peer_azure_tenant_id: "${lower(var.tenant)}" },
  });
  expect(stack.resource("azurerm_virtual_network_peering").name).toBe("${var.peering_name}");
  expect(stack.resource("azurerm_role_definition", "roles_aiven").scope).toBe("/subscriptions/${var.subscription}");
});

describe("switches", () => {
  const expression = (stack: TerraformStack) => new TerraformVariable(stack, "flag", { type: "bool" }).booleanValue;

  test.each([
    ["allowVirtualNetworkAccess", "allow_virtual_network_access"],
    ["allowForwardedTraffic", "allow_forwarded_traffic"],
    ["allowGatewayTransit", "allow_gateway_transit"],
  ])("of Azure's peering may be left to Terraform: %s", (property, argument) => {
    const stack = synthStack((stack) => {
      addPeering(stack, { [property]: Fn.anytrue([expression(stack)]) });
    });
    expect(stack.resource("azurerm_virtual_network_peering")[argument]).toBe("${anytrue([var.flag])}");
  });

  test.each(["connected", "healthCheck"])("that decide what is synthesised may not: %s", (property) => {
    for (const [value, shown] of [
      [(stack: TerraformStack) => expression(stack), "a token"],
      [() => "false", '"false"'],
      [() => 0, "0"],
    ] as const) {
      synthStack((stack) => {
        expect(() => addPeering(stack, { [property]: value(stack) as never })).toThrow(
          new Error(
            `stack/peering: ${property}: ${shown} is not allowed, use true or false; it decides what is synthesised`,
          ),
        );
        stack.node.tryRemoveChild("peering");
      });
    }
  });
});

test("an own data source named deployer is not adopted", () => {
  const stack = synthStack((stack) => {
    const provider = new AzurermProvider(stack, "other", {
      ...{ features: [{}], subscriptionId: OTHER_SUBSCRIPTION, alias: "other" },
    });
    new DataAzurermClientConfig(stack, "deployer", { provider });
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack)) });
    new DeployerApplication(stack, "identity");
  });
  const users = JSON.stringify({ ...stack.json, data: {}, "//": {} });
  expect(stack.data("azurerm_client_config").deployer?.provider).toBe("azurerm.other");
  expect(users).not.toMatch(/azurerm_client_config\.deployer\b(?!_)/);
  expect(users).toMatch(/azurerm_client_config\.aiven-azure-peering-deployer\b/);
  expect(Object.keys(stack.data("azurerm_client_config")).sort()).toEqual(["aiven-azure-peering-deployer", "deployer"]);
});
