import { Lazy, TerraformVariable } from "cdktf";
import {
  AivenCloud,
  AivenVpc,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import {
  addPeering,
  CLIENT,
  network,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  synthStack,
  type Synthesised,
  TENANT,
} from "../support/synth";

const late = <Value>(value: Value) => Lazy.stringValue({ produce: () => value as string });
const lateList = (...values: string[]) => Lazy.listValue({ produce: () => values });

interface Conditions {
  readonly precondition?: { readonly condition: string; readonly error_message: string }[];
}
const preconditions = (stack: Synthesised) =>
  Object.values(stack.json.resource ?? {})
    .flatMap((resources) => Object.values(resources))
    .flatMap(({ lifecycle }) => (lifecycle as Conditions | undefined)?.precondition ?? []);
const conditions = (stack: Synthesised) => preconditions(stack).map(({ condition }) => condition);

describe("a literal that is produced late", () => {
  test("stands in quotes in what Terraform evaluates, as a range", () => {
    const stack = synthStack((stack) => void addPeering(stack, { networkCidr: late("10.0.8.0/24") }));
    expect(stack.resource("aiven_project_vpc").network_cidr).toBe("10.0.8.0/24");
    expect(conditions(stack)).toEqual(
      expect.arrayContaining([
        '${(can(cidrnetmask("10.0.8.0/24")) && try(tonumber(split("/", "10.0.8.0/24")[1]) >= 20 && tonumber(split("/", "10.0.8.0/24")[1]) <= 24, false)) && path.module != ""}',
        '${try(cidrsubnet("10.0.8.0/24", 0, 0) == "10.0.8.0/24", true) && path.module != ""}',
      ]),
    );
    expect(
      preconditions(stack)
        .map(({ error_message }) => error_message)
        .join("\n"),
    ).toContain('networkCidr: "${try(tostring("10.0.8.0/24"), null) == null ? "null" : "10.0.8.0/24"}" is not allowed');
  });

  test.each([
    ["a list of them", [late("10.1.0.0/16"), "10.2.0.0/16"]],
    ["a list that is produced late", lateList("10.1.0.0/16", "10.2.0.0/16")],
  ])("stands in quotes in %s", (_, addressSpaces) => {
    const stack = synthStack((stack) => void addPeering(stack, { virtualNetwork: network({ addressSpaces }) }));
    expect(conditions(stack).join("\n")).toContain('try(split(",", join(",", ["10.1.0.0/16", "10.2.0.0/16"])), [])');
  });

  test("is lowered for Aiven, and stands as it is for Azure", () => {
    const stack = synthStack((stack) => {
      const virtualNetwork = network({ name: late("Hub-VNet"), resourceGroupName: late("Network-RG") });
      addPeering(stack, { virtualNetwork });
    });
    expect(stack.resource("aiven_azure_vpc_peering_connection")).toMatchObject({
      vnet_name: '${lower("Hub-VNet")}',
      peer_resource_group: '${lower("Network-RG")}',
    });
    expect(stack.resource("azurerm_virtual_network_peering").virtual_network_name).toBe("Hub-VNet");
  });

  test("is what it is in an id that is taken apart", () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/Spoke`;
    const stack = synthStack((stack) => {
      const virtualNetwork = AzureVirtualNetwork.fromId(late(id), { tenantId: TENANT, location: late("japaneast") });
      addPeering(stack, { virtualNetwork });
    });
    const { vnet_name } = stack.resource("aiven_azure_vpc_peering_connection");
    expect(vnet_name).toBe(`\${lower(element(split("/", "${id}"), 8))}`);
    expect(AivenVpc.fromId(late(`p/${CLIENT}`)).uuid).toMatch(/^\$\{TfToken/);
  });

  test("is the same value as the literal, wherever two are compared", () => {
    synthStack((stack) => {
      const peering = addPeering(stack, { virtualNetwork: network({ subscriptionId: late(SUBSCRIPTION) }) });
      expect(() => peering.addVirtualNetwork("same", network({ name: late("HUB-vnet"), addressSpaces: [] }))).toThrow(
        "a virtual network of that name in the same subscription is peered already",
      );
      peering.node.tryRemoveChild("same");
    });
    const stack = synthStack((stack) => {
      const peering = addPeering(stack);
      const far = (name: string, subscriptionId: string, range: string) =>
        peering.addVirtualNetwork(name, network({ name, subscriptionId, addressSpaces: [range] }));
      far("late", late(OTHER_SUBSCRIPTION), "10.3.0.0/16");
      far("literal", OTHER_SUBSCRIPTION, "10.2.0.0/16");
    });
    expect(stack.peeringProviders).toHaveLength(2);
  });

  test("may be produced after the construct", () => {
    let name: string | undefined;
    const stack = synthStack((stack) => {
      addPeering(stack, { virtualNetwork: network({ name: Lazy.stringValue({ produce: () => name }) }) });
      name = "Late-VNet";
    });
    expect(stack.resource("azurerm_virtual_network_peering").virtual_network_name).toBe("Late-VNet");
  });

  test("names a federated credential, a role and a cloud", () => {
    const stack = synthStack((stack) => {
      const issuer = "https://issuer.example";
      const credential = PeeringCredential.federated(
        { issuer, subject: late("a"), displayName: late("fc-a") },
        { issuer, subject: "b", displayName: new TerraformVariable(stack, "name", { type: "string" }).stringValue },
      );
      new PeeringApplication(stack, "application", { credential, displayName: late("app") });
      const access = PeeringAccess.create({ applicationRoleName: late("role-a"), aivenRoleName: late("role-b") });
      addPeering(stack, { access, cloudName: AivenCloud.fromAzureLocation(late("japaneast")) });
    });
    const credentials = stack.resources("azuread_application_federated_identity_credential");
    expect(Object.values(credentials).map(({ display_name }) => display_name)).toEqual(["fc-a", "${var.name}"]);
    expect(stack.resource("aiven_project_vpc").cloud_name).toMatch(/lower\(replace\("japaneast", " ", ""\)\)/);
  });
});

describe("what the construct puts into an expression", () => {
  const machine = AzureVirtualMachine.fromId(
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`,
    { location: "japaneast" },
  );

  test("is quoted whatever it holds, as the triggers of a probe", () => {
    const stack = synthStack((stack) => {
      new ConnectivityProbe(stack, "probe", {
        virtualNetwork: addPeering(stack).virtualNetwork,
        virtualMachine: machine,
        ...{ host: "postgres.example", port: 5432, networkCidr: "10.0.0.0/24" },
        triggers: { 'a"b': '", file("/etc/hostname"), "', c: "line\nbreak \\", d: "$${var.x}" },
      });
    });
    const { name } = stack.resource("azurerm_virtual_machine_run_command");
    expect(name).toContain(
      '"a\\"b", "\\", file(\\"/etc/hostname\\"), \\"", "c", "line\\nbreak \\\\", "d", "$${var.x}", ',
    );
  });

  test("is quoted beside a token too", () => {
    const stack = synthStack((stack) => {
      const team = new TerraformVariable(stack, "team", { type: "string" }).stringValue;
      addPeering(stack, { virtualNetwork: network({ resourceGroupName: `team "net"\n${team}` }) });
    });
    expect(stack.resource("aiven_azure_vpc_peering_connection").peer_resource_group).toBe(
      '${lower("team \\"net\\"\\n${var.team}")}',
    );
  });
});
