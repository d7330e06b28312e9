import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { Lazy, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import {
  AivenCloud,
  AivenVpc,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
  type ConnectivityProbeProps,
  PeeringAccess,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { addPeering, CLIENT, network, SUBSCRIPTION, synthStack, type Synthesised } from "../support/synth";

// What was taken at synth, and ended in another tool's words, or in none.

const variable = (scope: Construct, id: string) => new TerraformVariable(scope, id, { type: "string" }).stringValue;
const refused = (build: (stack: TerraformStack) => unknown) => () => synthStack((stack) => void build(stack));

describe("a probe", () => {
  const virtualMachine = AzureVirtualMachine.fromId(
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`,
    { location: "japaneast" },
  );
  const probe = (over: Partial<ConnectivityProbeProps>, peering: Parameters<typeof addPeering>[1] = {}) =>
    synthStack((stack) => {
      const { virtualNetwork } = addPeering(stack, peering);
      new ConnectivityProbe(stack, "probe", {
        ...{ virtualNetwork, virtualMachine, host: "postgres.example", port: 5432 },
        ...over,
      });
    });
  const rangeIn = (stack: Synthesised) => {
    const { parameter } = stack.resource("azurerm_virtual_machine_run_command") as {
      parameter: { name: string; value: string }[];
    };
    return parameter.find(({ name }) => name === "PROBE_NETWORK_CIDR")?.value;
  };
  const existing = (networkCidr?: string) => ({
    ...{ project: undefined, networkCidr: undefined },
    vpc: AivenVpc.fromId(`p/${CLIENT}`, { networkCidr }),
  });

  test.each([
    ["host", 'a host name without scheme and port, such as "postgres-my-project.aivencloud.com"'],
    ["port", "a whole number from 1 to 65535"],
  ])("without %s is refused", (property, use) => {
    expect(() => probe({ [property]: undefined })).toThrow(new Error(`stack/probe: ${property}: missing, give ${use}`));
  });

  test("takes the range of the VPC, created or given", () => {
    expect(rangeIn(probe({}))).toBe("10.0.0.0/24");
    expect(rangeIn(probe({}, existing("10.9.0.0/24")))).toBe("10.9.0.0/24");
    expect(rangeIn(probe({ networkCidr: "10.9.0.0/24" }, existing()))).toBe("10.9.0.0/24");
  });

  test("asks for the range where nobody has given it", () => {
    expect(() => probe({}, existing())).toThrow(
      new Error(
        "stack/probe: networkCidr: missing, and the range of the VPC is not known; give it here, or with AivenVpc.fromId",
      ),
    );
  });

  test("refuses a range that is not the VPC's, at synth or by Terraform", () => {
    expect(() => probe({ networkCidr: "10.0.1.0/24" })).toThrow(
      new Error(
        'stack/probe: networkCidr: "10.0.1.0/24" is not allowed, the range of the peered VPC is "10.0.0.0/24"; leave it out',
      ),
    );
    const stack = synthStack((stack) => {
      const { virtualNetwork } = addPeering(stack);
      const networkCidr = variable(stack, "range");
      new ConnectivityProbe(stack, "probe", {
        ...{ virtualNetwork, virtualMachine, host: "postgres.example", port: 5432, networkCidr },
      });
    });
    const { lifecycle } = stack.resource("azurerm_virtual_machine_run_command");
    expect(JSON.stringify(lifecycle)).toContain(
      JSON.stringify('${try(var.range == "10.0.0.0/24", true)}').slice(1, -1),
    );
  });

  test.each([
    [{ a: 5 }, 'triggers["a"]: 5 is not allowed, use a text'],
    [{ "a b": undefined }, 'triggers["a b"]: missing, give a text'],
    [["a"], "triggers: a list is not allowed, give an object of texts, by names of your own"],
    ["a", "triggers: a text is not allowed, give an object of texts, by names of your own"],
  ])("refuses %j as what makes it run again", (triggers, message) => {
    expect(() => probe({ triggers: triggers as never })).toThrow(new Error(`stack/probe: ${message}`));
  });
});

describe("a truth value", () => {
  const NAMES = ["allowVirtualNetworkAccess", "allowForwardedTraffic", "allowGatewayTransit"] as const;

  test.each([...NAMES, "connected", "healthCheck", "importExisting"])("in %s is no text, number or object", (name) => {
    for (const [value, shown] of [
      ["false", '"false"'],
      [0, "0"],
      [{}, "an object"],
      [[], "an empty list"],
    ] as const) {
      expect(refused((stack) => addPeering(stack, { [name]: value as never }))).toThrow(
        new RegExp(
          `^stack/peering: ${name}: ${shown} is not allowed, use true or false(?:; it decides what is synthesised)?$`,
        ),
      );
    }
  });

  test.each(NAMES)("in %s may be Terraform's to know", (name) => {
    const stack = synthStack((stack) => {
      addPeering(stack, { [name]: new TerraformVariable(stack, "flag", { type: "bool" }).booleanValue });
    });
    expect(JSON.stringify(stack.resource("azurerm_virtual_network_peering"))).toContain('"${var.flag}"');
  });
});

describe("a location", () => {
  test.each(["__proto__", "constructor", "toString"])("is not %s", (location) => {
    expect(() => AivenCloud.fromAzureLocation(location)).toThrow(/^location: "/);
    expect(refused((stack) => addPeering(stack, { virtualNetwork: network({ location }) }))).toThrow(/location: "/);
  });

  test.each([
    [5, "5 is not allowed, use"],
    [undefined, "missing, give"],
    [null, "missing, give"],
  ])("is not %j", (location, problem) => {
    expect(() => AivenCloud.fromAzureLocation(location as never)).toThrow(
      new Error(`location: ${problem} an Azure location, such as "japaneast"`),
    );
  });
});

describe("the id of a construct", () => {
  const message = "is not allowed, use letters, digits, hyphens and underscores";

  test("is known at synth, and nothing that Terraform evaluates", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      const add = (id: unknown) => () => peering.addVirtualNetwork(id as string, network({ name: "Spoke" }));
      expect(add(variable(stack, "id"))).toThrow(
        new Error(`stack/peering: addVirtualNetwork: the id: a token ${message}`),
      );
      expect(add(undefined)).toThrow("stack/peering: addVirtualNetwork: the id: missing, give one of letters");
      expect(add(5)).toThrow(new Error(`stack/peering: addVirtualNetwork: the id: 5 ${message}`));
      expect(() => addPeering(stack, {}, "${var.x}")).toThrow(
        new Error('id: "stack/${var.x}" is not allowed in a path, use letters, digits, hyphens and underscores'),
      );
      const above = new Construct(stack, "a%{b");
      expect(() => new PeeringApplication(above, "identity")).toThrow(
        'id: "stack/a%{b/identity" is not allowed in a path',
      );
      above.node.scope?.node.tryRemoveChild("a%{b");
    });
  });

  test("begins a name that Terraform takes", () => {
    expect(refused((stack) => addPeering(stack, {}, "1st"))).toThrow(
      /^stack\/1st\/[\w/-]+: id: "1st_[\w-]+" is not allowed as a name in Terraform, which begins with a letter or an underscore; give the construct /,
    );
    expect(refused((stack) => new PeeringApplication(new Construct(stack, "2"), "identity"))).toThrow(
      /^stack\/2\/identity/,
    );
    expect(() => synthStack((stack) => void addPeering(stack, {}, "_1st"))).not.toThrow();
    class Prefixed extends TerraformStack {
      protected override allocateLogicalId(...[element]: Parameters<TerraformStack["allocateLogicalId"]>): string {
        return `a_${super.allocateLogicalId(element)}`;
      }
    }
    synthStack((stack) => {
      const own = new Prefixed(stack.node.root, "own");
      expect(() => new PeeringApplication(own, "1st")).not.toThrow();
      stack.node.root.node.tryRemoveChild("own");
    });
  });
});

describe("a federated credential", () => {
  const federated = (over: object) => () =>
    PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s", ...over });

  test.each([
    ["https://token.actions.githubusercontent.com/", "https://token.actions.githubusercontent.com"],
    ["https://TOKEN.actions.githubusercontent.com", "https://token.actions.githubusercontent.com"],
    ["https://gitlab.com/", "https://gitlab.com"],
    ["https://app.terraform.io/", "https://app.terraform.io"],
    [`https://vstoken.dev.azure.com/${CLIENT}/`, "https://vstoken.dev.azure.com/<id of the organization>"],
    ["https://vstoken.dev.azure.com/my-org", "https://vstoken.dev.azure.com/<id of the organization>"],
    [`https://login.microsoftonline.com/${CLIENT}/v2.0/`, "https://login.microsoftonline.com/<id of the tenant>/v2.0"],
  ])("of the issuer %s is refused", (issuer, says) => {
    expect(federated({ issuer })).toThrow(
      new Error(
        `credential.issuer: "${issuer}" is not allowed, the tokens of this issuer have "${says}" and Microsoft Entra compares it letter by ` +
          "letter (AADSTS70021, AADSTS700211); write it as they do",
      ),
    );
  });

  test.each([
    "https://token.actions.githubusercontent.com",
    "https://token.actions.githubusercontent.com/my-enterprise",
    "https://gitlab.com",
    "https://gitlab.example/",
    "https://app.terraform.io",
    `https://vstoken.dev.azure.com/${CLIENT}`,
    `https://login.microsoftonline.com/${CLIENT}/v2.0`,
    `https://eastus.oic.prod-aks.azure.com/${CLIENT}/${CLIENT}/`,
  ])("of the issuer %s is taken", (issuer) => expect(federated({ issuer })).not.toThrow());

  test.each(["http://issuer.example", "issuer.example", " https://issuer.example"])("of %j is refused", (issuer) => {
    expect(federated({ issuer })).toThrow(
      `credential.issuer: "${issuer}" is not allowed, use the https URL of the issuer`,
    );
  });

  test.each(["repo:o/*", " repo:o/r", "repo:o/r\n"])("of the subject %j is refused", (subject) => {
    expect(federated({ subject })).toThrow(
      /^credential\.subject: .* is not allowed, use 1 to 600 characters without a wildcard/,
    );
  });
});

describe("what is no object of options is refused", () => {
  test.each([
    ["a list", []],
    ["a Buffer", Buffer.from("a")],
    ["a Date", new Date(0)],
    ["a text", "a"],
    ["a function", () => ({})],
  ])("%s", (shown, value) => {
    const message = `${shown} is not allowed, give an object of options`;
    expect(refused((stack) => addPeering(stack, { timeouts: value as never }))).toThrow(
      new Error(`stack/peering: timeouts: ${message}`),
    );
    expect(() => PeeringAccess.create(value as never)).toThrow(new Error(`access: ${message}`));
    expect(() => AzureVirtualNetwork.fromAttributes(value as never)).toThrow(new Error(`virtualNetwork: ${message}`));
  });

  test("and a class that is made by its own methods is not made by new", () => {
    for (const type of [AzureVirtualNetwork, AivenVpc, AzureVirtualMachine, PeeringAccess, PeeringCredential]) {
      expect(() => new (type as unknown as new () => object)()).toThrow(
        new Error(`new ${type.name}: not allowed, use one of ${type.name}'s static methods`),
      );
    }
  });
});

describe("a text that Terraform evaluates", () => {
  test("means what it means everywhere in CDKTF, and is written literally as everywhere", () => {
    const stack = synthStack((stack) => {
      variable(stack, "team");
      const texts = { notes: "of ${var.team}", displayName: "costs $${5}", tags: ["%%{ if }"] };
      new PeeringApplication(stack, "application", texts);
    });
    expect(stack.resource("azuread_application")).toMatchObject({
      notes: "of ${var.team}",
      display_name: "costs $${5}",
      tags: ["%%{ if }"],
    });
  });

  test("is refused where it has no end", () => {
    expect(refused((stack) => new PeeringApplication(stack, "application", { notes: "costs ${5" }))).toThrow(
      new Error(
        'stack/application: identity.notes: "costs ${5" is not allowed, "${" and "%{" begin what Terraform evaluates and "}" ends it; write ' +
          '"$${" and "%%{" for these characters themselves',
      ),
    );
  });

  test("is no range", () => {
    const range = 'fd00:", file("/etc/hostname"), "';
    expect(() => network({ addressSpaces: [range] })).toThrow(
      new Error(`virtualNetwork.addressSpaces: "${range}" is not allowed, use CIDR notation, such as "10.1.0.0/16"`),
    );
    expect(() => network({ addressSpaces: ["fd00::/48", "::/0", "::ffff:10.0.0.0/128"] })).not.toThrow();
    for (const wrong of ["fd00::/129", "fd00::", "fd00:::/48", "::/0x"]) {
      expect(() => network({ addressSpaces: [wrong] })).toThrow(`"${wrong}" is not allowed, use CIDR notation`);
    }
  });
});

test("a network of a data source may have what only Terraform knows, in any form", () => {
  const stack = synthStack((stack) => {
    const name = Lazy.stringValue({ produce: () => "Hub-VNet" });
    const data = new DataAzurermVirtualNetwork(stack, "vnet", { name, resourceGroupName: variable(stack, "group") });
    addPeering(stack, { virtualNetwork: AzureVirtualNetwork.fromDataSource(data, { location: "japaneast" }) });
  });
  expect(stack.resource("aiven_azure_vpc_peering_connection").vnet_name).toBe('${lower("Hub-VNet")}');
});
