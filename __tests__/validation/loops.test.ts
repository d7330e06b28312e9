import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { TerraformCount, TerraformIterator, TerraformStack, TerraformVariable } from "cdktf";
import { AivenVpc, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { ProjectVpc } from "cdktf-provider-aiven/lib/project-vpc";
import { expectAccepted, expectRefusal } from "../support/refusal";
import { addPeering, network, synthStack, virtualNetworkResource } from "../support/synth";

describe("loops of Terraform", () => {
  const REMEDY = "loop over the values in code, with a construct for each";
  const iterator = () => TerraformIterator.fromMap({ a: "10.0.0.0/24" });
  const refused = (use: (stack: TerraformStack) => unknown, message: string) =>
    synthStack((stack) => {
      expectRefusal(() => use(stack), message);
      for (const { node } of stack.node.children.filter((each) => !/azure|aiven$|time/.test(each.node.id))) {
        stack.node.tryRemoveChild(node.id);
      }
    });
  const many = (place: string, property: string, by: string) =>
    `${place}: ${property}: not allowed, ${by} makes it stand for any number of resources; ${REMEDY}`;
  const iterated = (property: string, place = "stack/peering") =>
    `${place}: ${property}: an iterator's value is not allowed, no resource here has forEach; ${REMEDY}`;

  test("are refused around a virtual network", () => {
    refused(
      (stack) => AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { forEach: iterator() })),
      many("stack/vnet", "virtualNetwork", "forEach"),
    );
    refused(
      (stack) => AzureVirtualNetwork.fromResource(virtualNetworkResource(stack, { count: TerraformCount.of(2) })),
      many("stack/vnet", "virtualNetwork", "count"),
    );
    const names = { name: "Hub-VNet", resourceGroupName: "Network-RG" };
    refused(
      (stack) =>
        AzureVirtualNetwork.fromDataSource(
          new DataAzurermVirtualNetwork(stack, "read", { ...names, forEach: iterator() }),
        ),
      many("stack/read", "virtualNetwork", "forEach"),
    );
  });

  test("are refused around a VPC", () => {
    const vpc = { project: "p", cloudName: "azure-eastus", networkCidr: "10.9.0.0/24" };
    refused(
      (stack) => AivenVpc.fromResource(new ProjectVpc(stack, "vpc", { ...vpc, forEach: iterator() })),
      many("stack/vpc", "vpc", "forEach"),
    );
    refused(
      (stack) => AivenVpc.fromResource(new ProjectVpc(stack, "vpc", { ...vpc, count: 2 })),
      many("stack/vpc", "vpc", "count"),
    );
  });

  test.each(["project", "networkCidr", "cloudName"])("yield nothing that means something here: %s", (property) => {
    refused((stack) => addPeering(stack, { [property]: iterator().value as never }), iterated(property));
    refused((stack) => addPeering(stack, { [property]: iterator().key as never }), iterated(property));
  });

  test("yield no network and no VPC", () => {
    refused(
      (stack) => addPeering(stack, { virtualNetwork: network({ name: iterator().key }) }),
      iterated("virtualNetwork.name", "stack/peering/virtual-network"),
    );
    const vpc = { project: undefined, networkCidr: undefined, vpc: AivenVpc.fromId(iterator().key) };
    refused((stack) => addPeering(stack, vpc), iterated("vpc.id", "stack/peering/virtual-network"));
  });

  test("are not seen where there are none", () => {
    expectAccepted((stack) => {
      const project = new TerraformVariable(stack, "each_key", { type: "string" }).stringValue;
      addPeering(stack, { project });
    });
  });
});
