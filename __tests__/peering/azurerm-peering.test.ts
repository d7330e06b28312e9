import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { type TerraformStack, TerraformStack as Stack, TerraformVariable } from "cdktf";
import { type AivenAzurePeeringProps, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import {
  addPeering,
  after,
  SUBSCRIPTION,
  synthApp,
  synthPeering,
  synthStack,
  TENANT,
  virtualNetworkResource,
} from "../support/synth";

const PEERING = "azurerm_virtual_network_peering";
const plain = synthPeering();

describe("the Azure peering", () => {
  const peering = plain.resource(PEERING);
  const wait = plain.address("time_sleep", "service-principal-propagation");

  test("it joins the network that Aiven named, in Azure's own case", () => {
    expect(peering).toMatchObject({
      virtual_network_name: "Hub-VNet",
      resource_group_name: "Network-RG",
      remote_virtual_network_id: after(wait, `${wait}.triggers.to_network_id`),
    });
  });

  test("a new connection of Aiven's makes a new peering of Azure's, as one side alone cannot be joined again", () => {
    expect(peering.lifecycle).toEqual({ replace_triggered_by: [`${wait}.id`] });
  });

  test("hosts may talk to each other, and nothing else is opened", () => {
    expect(peering).toMatchObject({
      allow_virtual_network_access: true,
      allow_forwarded_traffic: false,
      allow_gateway_transit: false,
      use_remote_gateways: false,
    });
  });

  test("it is created by the peering application, which signs in once Aiven has accepted", () => {
    const [provider, ...others] = plain.peeringProviders;
    expect(others).toEqual([]);
    expect(peering.provider).toBe(`azurerm.${String(provider?.alias)}`);
    expect(provider).toMatchObject({
      client_id: after(wait, `${wait}.triggers.client_id`),
      auxiliary_tenant_ids: [after(wait, `${wait}.triggers.to_tenant_id`)],
      tenant_id: TENANT,
      subscription_id: SUBSCRIPTION,
      client_secret: `\${${plain.address("azuread_application_password")}.value}`,
    });
  });
});

describe("the Azure peering", () => {
  test.each([
    ["peeringName", "to-aiven", "name"],
    ["allowVirtualNetworkAccess", false, "allow_virtual_network_access"],
    ["allowForwardedTraffic", true, "allow_forwarded_traffic"],
    ["allowGatewayTransit", true, "allow_gateway_transit"],
  ])("%s can be set", (property, value, argument) => {
    expect(synthPeering({ [property]: value }).resource(PEERING)[argument]).toBe(value);
  });

  test("the default name is unique in the app", () => {
    const stack = synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, { networkCidr: "10.2.0.0/24" }, "second");
    });
    const names = Object.values(stack.resources(PEERING)).map((peering) => peering.name);
    expect(names).toEqual([expect.stringMatching(/^aiven-[0-9a-f]{8}$/), expect.stringMatching(/^aiven-[0-9a-f]{8}$/)]);
    expect(new Set(names).size).toBe(2);
  });
});

describe("the peering application's provider", () => {
  test("every other way of signing in is shut out", () => {
    expect(plain.peeringProviders[0]).toMatchObject({
      client_id_file_path: "",
      client_secret_file_path: "",
      client_certificate: "",
      client_certificate_path: "",
      use_oidc: false,
      use_aks_workload_identity: false,
      resource_provider_registrations: "none",
    });
  });

  test("the Azure CLI or a managed identity stands in at the first plan, where the secret is made in the same stack", () => {
    expect(plain.peeringProviders[0]).not.toHaveProperty("use_cli");
    expect(plain.peeringProviders[0]).not.toHaveProperty("use_msi");
  });
});

describe("the operator's environment", () => {
  /** What our provider has of it, where the operator's default one has `environment` and another has `other`. */
  const carried = (
    environment: string | undefined,
    over: (stack: TerraformStack, aliased: AzurermProvider) => Partial<AivenAzurePeeringProps> = () => ({}),
    late = false,
  ) => {
    const { stack } = synthApp((app) => {
      const stack = new Stack(app, "stack");
      const operator = () =>
        new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION, environment });
      if (!late) operator();
      const aliased = new AzurermProvider(stack, "aliased", {
        features: [{}],
        alias: "aliased",
        environment: "usgovernment",
      });
      new AzureadProvider(stack, "azuread");
      new AivenProvider(stack, "aiven", { apiToken: "token" });
      new TimeProvider(stack, "time");
      addPeering(stack, over(stack, aliased));
      if (late) operator();
    });
    return stack?.peeringProviders[0]?.environment;
  };

  test("is our provider's too, and the providers' own default where there is none", () => {
    expect(carried(undefined)).toBeUndefined();
    expect(carried("china")).toBe("china");
    expect(carried("public")).toBe("public");
  });

  test("is that of the provider that is given, or of the network's own", () => {
    expect(carried("china", (_, azurerm) => ({ providers: { azurerm } }))).toBe("usgovernment");
    expect(
      carried("china", (stack, provider) => ({
        virtualNetwork: AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { provider })),
      })),
    ).toBe("usgovernment");
  });

  test("is found whether the provider comes before the peering or after it", () => {
    expect(carried("china", undefined, true)).toBe("china");
  });

  test("may be a variable", () => {
    const { stack } = synthApp((app) => {
      const stack = new Stack(app, "stack");
      const environment = new TerraformVariable(stack, "environment", { type: "string" }).stringValue;
      new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION, environment });
      new AzureadProvider(stack, "azuread");
      new AivenProvider(stack, "aiven", { apiToken: "token" });
      new TimeProvider(stack, "time");
      addPeering(stack);
    });
    expect(stack?.peeringProviders[0]?.environment).toBe("${var.environment}");
  });
});
