import { TerraformStack, TerraformVariable } from "cdktf";
import {
  type AivenAzurePeeringProps,
  AivenVpc,
  AzurePeeringProvider,
  AzureVirtualMachine,
  AzureVirtualNetwork,
  ConnectivityProbe,
  PeeringApplication,
  PeeringCredential,
} from "cdktf-aiven-azure-peering";
import { addPeering, addProviders, CLIENT, network, SUBSCRIPTION, synthApp, synthStack } from "../support/synth";

const variable = (stack: TerraformStack, name: string, type = "string") => new TerraformVariable(stack, name, { type });
const ONLY_ONE =
  "and Azure peers Aiven's network with one of them only (VnetAddressSpaceOverlapsWithAlreadyPeeredVnet); use another Aiven VPC for one";

describe("two virtual networks of one VPC", () => {
  const both = (second: string[], first = ["10.1.0.0/16"]) =>
    synthStack((stack) => {
      const peering = addPeering(stack, { virtualNetwork: network({ addressSpaces: first }) });
      peering.addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: second }));
    });

  test.each([
    ["the same range", "10.3.0.0/16"],
    ["a part of it", "10.3.255.255/32"],
    ["a wider one", "10.2.0.0/15"],
  ])("are refused with %s", (_, range) => {
    expect(() => both(["10.9.0.0/16", range], ["10.1.0.0/16", "10.3.0.0/16"])).toThrow(
      new Error(
        `stack/peering/spoke: virtualNetwork.addressSpaces: "${range}" overlaps "10.3.0.0/16" of stack/peering/virtual-network, ${ONLY_ONE}`,
      ),
    );
  });

  test("are taken as neighbours, with a range of IPv6 in common, or where one's is unknown", () => {
    expect(() => both(["10.2.0.0/16", "10.0.255.0/24"])).not.toThrow();
    expect(() => both(["10.2.0.0/16", "fd00::/48"], ["10.1.0.0/16", "fd00::/48"])).not.toThrow();
    expect(() =>
      synthStack((stack) => {
        addPeering(stack).addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: undefined }));
      }),
    ).not.toThrow();
  });

  test("are compared with every other, not with the first alone", () => {
    synthStack((stack) => {
      const peering = addPeering(stack);
      peering.addVirtualNetwork("a", network({ name: "Spoke-A", addressSpaces: ["10.2.0.0/16"] }));
      expect(() =>
        peering.addVirtualNetwork("b", network({ name: "Spoke-B", addressSpaces: ["10.2.3.0/24"] })),
      ).toThrow(
        new Error(
          `stack/peering/b: virtualNetwork.addressSpaces: "10.2.3.0/24" overlaps "10.2.0.0/16" of stack/peering/a, ${ONLY_ONE}`,
        ),
      );
    });
  });

  test("may overlap in two VPCs", () => {
    expect(() =>
      synthStack((stack) => {
        addPeering(stack);
        addPeering(stack, { networkCidr: "10.2.0.0/24", virtualNetwork: network({ name: "Twin" }) }, "second");
      }),
    ).not.toThrow();
  });

  test("are judged by Terraform where only it knows a range, once for all of them", () => {
    const stack = synthStack((stack) => {
      const peering = addPeering(stack);
      const spoke = (id: string) => network({ name: id, addressSpaces: [variable(stack, id).stringValue] });
      peering.addVirtualNetwork("one", spoke("one"));
      peering.addVirtualNetwork("two", spoke("two"));
    });
    const found = Object.entries(stack.resources("time_sleep")).flatMap(([name, { lifecycle }]) =>
      ((lifecycle as { precondition?: object[] } | undefined)?.precondition ?? []).map((each) => [name, each]),
    );
    expect(found).toEqual([
      [
        expect.stringContaining("peering_one_access_propagation"),
        {
          condition: expect.stringMatching(
            /^\$\{!contains\(flatten\(\[for n in \[\[\["10\.1\.0\.0\/16"\], .*var\.one.*var\.two.*\), true\)\}$/,
          ) as string,
          error_message:
            "stack/peering: virtualNetwork.addressSpaces: two virtual networks have addresses in common, and Azure peers Aiven's network " +
            "with one of them only; use another Aiven VPC for one",
        },
      ],
    ]);
  });
});

describe("two VPCs of one virtual network", () => {
  const both = (second: string, virtualNetwork = network()) =>
    synthStack((stack) => {
      addPeering(stack);
      addPeering(stack, { networkCidr: second, virtualNetwork }, "second");
    });
  const refusal = new Error(
    'stack/second/virtual-network: networkCidr: "10.0.0.0/24" overlaps "10.0.0.0/24" of stack/peering/virtual-network, which is peered with the same virtual ' +
      "network (VnetAddressSpaceOverlapsWithAlreadyPeeredVnet); choose one that does not",
  );

  test("are refused with a range in common, however the network is written", () => {
    expect(() => both("10.0.0.0/24")).toThrow(refusal);
    expect(() => both("10.0.0.0/24", network({ name: "HUB-VNET" }))).toThrow(refusal);
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;
    expect(() => both("10.0.0.0/24", AzureVirtualNetwork.fromId(id, { location: "japaneast" }))).toThrow(refusal);
  });

  test("are taken as neighbours, and for two networks", () => {
    expect(() => both("10.0.1.0/24")).not.toThrow();
    expect(() => both("10.0.0.0/24", network({ name: "Another" }))).not.toThrow();
  });

  test("are taken where only Terraform knows a range", () => {
    const later = (stack: TerraformStack) => new TerraformVariable(stack, "range", { type: "string" }).stringValue;
    expect(() =>
      synthStack((stack) => {
        addPeering(stack);
        addPeering(stack, { networkCidr: later(stack) }, "second");
      }),
    ).not.toThrow();
  });

  test("are compared where they exist already", () => {
    expect(() =>
      synthStack((stack) => {
        addPeering(stack);
        const vpc = AivenVpc.fromId(`p/${CLIENT}`, { networkCidr: "10.0.0.0/24" });
        addPeering(stack, { project: undefined, networkCidr: undefined, vpc }, "second");
      }),
    ).toThrow(refusal);
  });
});

describe("a federated application", () => {
  const federated = () => PeeringCredential.federated({ issuer: "https://issuer.example", subject: "s" });

  test("is refused in the peering's own stack, where azurerm signs in before it exists", () => {
    expect(() =>
      synthStack((stack) => {
        addPeering(stack, { identity: new PeeringApplication(stack, "identity", { credential: federated() }) });
      }),
    ).toThrow(
      "stack/identity: identity.credential: a federated credential is not allowed in the stack of the peering (stack/peering/subscription), " +
        "as azurerm signs in before the application exists; create the PeeringApplication in a stack of its own",
    );
  });

  test("is taken from a stack of its own", () => {
    expect(() =>
      synthApp((app) => {
        const [first, second] = ["identity", "peering"].map((name) => {
          const stack = new TerraformStack(app, name);
          addProviders(stack);
          return stack;
        }) as [TerraformStack, TerraformStack];
        addPeering(second, { identity: new PeeringApplication(first, "identity", { credential: federated() }) });
      }),
    ).not.toThrow();
  });
});

describe("a resource group with letters that ASCII lacks", () => {
  const named = (resourceGroupName: string, over: Partial<AivenAzurePeeringProps> = {}) =>
    synthStack((stack) => void addPeering(stack, { virtualNetwork: network({ resourceGroupName }), ...over }));

  test.each(["Größe", "網路", "réseau"])("%s is refused through azurerm, which does not take it", (name) => {
    expect(() => named(name)).toThrow(
      new Error(
        `stack/peering/virtual-network: virtualNetwork.resourceGroupName: "${name}" is not allowed with azurePeeringProvider "azurerm", which takes letters and ` +
          "digits of ASCII alone; give azurePeeringProvider: AzurePeeringProvider.AZAPI",
      ),
    );
  });

  test("is taken through azapi, and where azurerm has no half to create", () => {
    expect(() => named("Größe", { azurePeeringProvider: AzurePeeringProvider.AZAPI })).not.toThrow();
    expect(() => named("Größe", { connected: false })).not.toThrow();
    expect(() => named("Network-RG_(1).old")).not.toThrow();
  });

  test("is left to azurerm where only Terraform knows the name", () => {
    expect(() =>
      synthStack((stack) => {
        const resourceGroupName = variable(stack, "group").stringValue;
        addPeering(stack, { virtualNetwork: network({ resourceGroupName }) });
      }),
    ).not.toThrow();
  });
});

describe("a probe on a network that is off", () => {
  const machine = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`;
  const probe = (connected: boolean) => {
    let made: ConnectivityProbe | undefined;
    const stack = synthStack((stack) => {
      made = new ConnectivityProbe(stack, "probe", {
        virtualNetwork: addPeering(stack, { connected }).virtualNetwork,
        virtualMachine: AzureVirtualMachine.fromId(machine, "japaneast"),
        ...{ host: "postgres.example", port: 5432, networkCidr: "10.0.0.0/24", failApply: false },
      });
    });
    const { outcome, message, waitedSeconds, node } = made as ConnectivityProbe;
    const said = node.metadata.filter(({ type }) => type === "@cdktf/info").map(({ data }) => data as string);
    return { stack, values: [outcome, message, waitedSeconds], said };
  };

  test("runs no command, says so, and has found nothing", () => {
    const { stack, values, said } = probe(false);
    expect(stack.resources("azurerm_virtual_machine_run_command")).toEqual({});
    expect(Object.keys(stack.checks).filter((name) => name.startsWith("probe"))).toEqual([]);
    expect(values).toEqual(["", "", -1]);
    expect(said).toEqual(["nothing is probed, as stack/peering/virtual-network is not connected"]);
  });

  test("runs once the network is on", () => {
    const { stack, said } = probe(true);
    expect(Object.keys(stack.resources("azurerm_virtual_machine_run_command"))).toHaveLength(1);
    expect(said).toEqual([]);
  });
});
