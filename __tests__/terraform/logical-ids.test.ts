import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import { AivenProvider } from "cdktf-provider-aiven/lib/provider";
import { expectRefusal } from "../support/refusal";
import { addPeering, SUBSCRIPTION, synthApp, synthStack } from "../support/synth";

describe("overrideLogicalId, which comes too late,", () => {
  test("is refused, whichever resource it is of", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      const parts = peering.node
        .findAll()
        .filter((each): each is TerraformElement => TerraformElement.isTerraformElement(each));
      const resources = parts.filter((each) => TerraformResource.isTerraformResource(each));
      expect(resources.length).toBeGreaterThan(10);
      for (const part of resources) {
        expectRefusal(
          () => part.overrideLogicalId("mine"),
          `${part.node.path}: overrideLogicalId: not allowed, other elements refer to the logical id already; override allocateLogicalId ` +
            "of the stack instead",
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
    expect(stack?.resource("time_sleep", "service-principal-propagation").triggers).toMatchObject({
      connection_id: `\${${connection}.id}`,
    });
    expect(JSON.stringify({ ...stack?.json, "//": "" }).replace(/"uniqueId":"[^"]*"/g, "")).not.toMatch(
      /(?:time_sleep|connection)\.peering_virtual-network_/,
    );
  });
});
