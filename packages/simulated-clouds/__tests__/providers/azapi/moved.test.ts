import { testNeeding } from "../../../../../tools/needing";
import { vnet } from "../../clouds/people";
import { expectSuccess } from "../../support/clouds";
import { AzapiHarness, configuration, ID, PEERING, retry, TYPE } from "./peering";

const harness = new AzapiHarness();

describe("moved", () => {
  const test = testNeeding("moves to another type", "azapi's part in a move from azurerm");
  const azurerm = {
    name: "to-other",
    resource_group_name: "network",
    virtual_network_name: "vnet",
    remote_virtual_network_id: vnet("other"),
  };
  const moving = (from: string, to: string) => ({ moved: [{ from, to }] });

  test("from azurerm to azapi: in place, with one PUT, then empty", async () => {
    const before = { ...configuration(), resource: { azurerm_virtual_network_peering: { it: azurerm } } };
    expectSuccess(await harness.configure(before).apply());
    const after = configuration(retry("Busy"), moving("azurerm_virtual_network_peering.it", PEERING));
    const planned = await harness.configure(after).plan();
    expectSuccess(planned, 2);
    expect(planned.text).toContain("0 to add, 1 to change, 0 to destroy");
    const asked = harness.since();
    expectSuccess(await harness.apply());
    expect(asked().filter((each) => !each.startsWith("GET"))).toEqual(["PUT 200"]);
    expectSuccess(await harness.plan());
    expect((await harness.resources())[PEERING].values).toMatchObject({ type: TYPE, id: ID });
  });

  test("from azapi to azurerm: the SDK's resource takes no other type's state", async () => {
    expectSuccess(await harness.configure(configuration()).apply());
    const resource = { azurerm_virtual_network_peering: { it: azurerm } };
    const back = { ...configuration({}, moving(PEERING, "azurerm_virtual_network_peering.it")), resource };
    const { code, text } = await harness.configure(back).plan();
    expect(code).toBe(1);
    expect(text).toContain("Move Resource State Not Supported");
    expect(text).toContain(
      'The "azurerm_virtual_network_peering" resource type does not support moving resource state across resource types.',
    );
  });

  test("from anything but azurerm: refused", async () => {
    const app = { resource: { terraform_data: { it: {} } } };
    expectSuccess(await harness.configure(app).apply());
    const { text } = await harness.configure(configuration({}, moving("terraform_data.it", PEERING))).plan();
    expect(text).toContain("The `azapi_resource` resource can only be moved from an `azurerm` resource");
  });
});
