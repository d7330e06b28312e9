import { App, TerraformStack } from "cdktf";
import { AivenVpc, AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import { expectAccepted, expectRefusal } from "../support/refusal";
import { addPeering, CLIENT, network, SUBSCRIPTION, synthPeering, synthStack, variable } from "../support/synth";

describe("ranges", () => {
  test("host bits are refused, with the range that was probably meant", () => {
    expectRefusal(
      () => synthPeering({ networkCidr: "10.0.0.1/24" }),
      'stack/peering: networkCidr: "10.0.0.1/24" has host bits set, use "10.0.0.0/24"',
    );
  });

  test.each([["10.0.0.0/24"], ["10.0.0.128/25"], ["10.0.0.0/8"], ["8.0.0.0/5"]])(
    "an overlap with the virtual network's %s is refused",
    (space) => {
      const virtualNetwork = network({ addressSpaces: ["10.1.0.0/16", space] });
      expectRefusal(
        () => synthPeering({ virtualNetwork }),
        `stack/peering/virtual-network: networkCidr: "10.0.0.0/24" overlaps the virtual network's range "${space}", choose one that does not`,
      );
    },
  );

  test("neighbours do not overlap", () => {
    const virtualNetwork = network({ addressSpaces: ["10.0.1.0/24", "9.255.255.0/24", "fd00::/48"] });
    expectAccepted(() => synthPeering({ virtualNetwork }));
  });

  test("the range of an existing VPC is compared where it is known", () => {
    const vpc = AivenVpc.fromId(`p/${CLIENT}`, { networkCidr: "10.1.2.0/24" });
    expectRefusal(
      () => synthPeering({ project: undefined, networkCidr: undefined, vpc }),
      'stack/peering/virtual-network: networkCidr: "10.1.2.0/24" overlaps the virtual network\'s range "10.1.0.0/16", choose one that does not',
    );
  });

  test.each([
    ["11.0.0.0/24", true],
    ["172.32.0.0/24", true],
    ["192.169.0.0/24", true],
    ["172.16.0.0/24", false],
    ["172.31.240.0/20", false],
    ["192.168.0.0/24", false],
    ["10.255.255.0/24", false],
  ])("%s draws a warning that it is not private: %s", (networkCidr, warns) => {
    const scope = new TerraformStack(new App(), "stack");
    const peering = addPeering(scope, { networkCidr, virtualNetwork: network({ addressSpaces: undefined }) });
    const warnings = peering.node.metadata
      .filter((entry) => entry.type === "@cdktf/warn")
      .map((entry) => entry.data as string);
    expect(warnings).toEqual(
      warns
        ? [
            `networkCidr: "${networkCidr}" is outside the private ranges of RFC 1918 (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16), so hosts of the internet that use these addresses cannot be reached from the virtual network`,
          ]
        : [],
    );
  });
});

describe("ranges that Azure lets nobody have", () => {
  const message = (property: string, value: string, forbidden: string) =>
    `${property}: "${value}" is not allowed, Azure keeps ${forbidden} for itself; use a range outside of it, such as one of RFC 1918`;
  const ranges: [string, string, string][] = [
    ["127.0.0.0/24", "127.0.0.0/8", "126.255.255.0/24"],
    ["127.255.255.0/24", "127.0.0.0/8", "128.0.0.0/24"],
    ["168.63.129.0/24", "168.63.129.16/32", "168.63.130.0/24"],
    ["169.254.0.0/24", "169.254.0.0/16", "169.253.255.0/24"],
    ["169.254.240.0/20", "169.254.0.0/16", "169.255.0.0/20"],
    ["224.0.0.0/24", "224.0.0.0/4", "223.255.255.0/24"],
    ["239.255.255.0/24", "224.0.0.0/4", "240.0.0.0/24"],
    ["255.255.255.0/24", "255.255.255.255/32", "255.255.254.0/24"],
  ];

  test.each(ranges)("%s is refused for %s, its neighbour %s is not", (bad, forbidden, good) => {
    const virtualNetwork = network({ addressSpaces: undefined });
    expectRefusal(
      (stack) => addPeering(stack, { networkCidr: bad, virtualNetwork }),
      `stack/peering: ${message("networkCidr", bad, forbidden)}`,
    );
    expectAccepted(() => synthPeering({ networkCidr: good, virtualNetwork }));
    expectRefusal(
      () => network({ addressSpaces: ["10.1.0.0/16", bad] }),
      message("virtualNetwork.addressSpaces", bad, forbidden),
    );
    expectAccepted(() => network({ addressSpaces: ["10.1.0.0/16", good] }));
  });

  test("the address of Azure's own services is refused, and those beside it are not", () => {
    const range = "168.63.129.16/32";
    expectRefusal(() => network({ addressSpaces: [range] }), message("virtualNetwork.addressSpaces", range, range));
    expectAccepted(() => network({ addressSpaces: ["168.63.129.15/32", "168.63.129.17/32"] }));
  });
});

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
    expectRefusal(
      () => both(["10.9.0.0/16", range], ["10.1.0.0/16", "10.3.0.0/16"]),
      `stack/peering/spoke: virtualNetwork.addressSpaces: "${range}" overlaps "10.3.0.0/16" of stack/peering/virtual-network, ${ONLY_ONE}`,
    );
  });

  test("are accepted as neighbours, with a range of IPv6 in common, or where one's is unknown", () => {
    expectAccepted(() => both(["10.2.0.0/16", "10.0.255.0/24"]));
    expectAccepted(() => both(["10.2.0.0/16", "fd00::/48"], ["10.1.0.0/16", "fd00::/48"]));
    expectAccepted((stack) => {
      addPeering(stack).addVirtualNetwork("spoke", network({ name: "Spoke", addressSpaces: undefined }));
    });
  });

  test("are compared with every other, not with the first alone", () => {
    expectRefusal((stack) => {
      const peering = addPeering(stack);
      peering.addVirtualNetwork("a", network({ name: "Spoke-A", addressSpaces: ["10.2.0.0/16"] }));
      peering.addVirtualNetwork("b", network({ name: "Spoke-B", addressSpaces: ["10.2.3.0/24"] }));
    }, `stack/peering/b: virtualNetwork.addressSpaces: "10.2.3.0/24" overlaps "10.2.0.0/16" of stack/peering/a, ${ONLY_ONE}`);
  });

  test("may overlap in two VPCs", () => {
    expectAccepted((stack) => {
      addPeering(stack);
      addPeering(stack, { networkCidr: "10.2.0.0/24", virtualNetwork: network({ name: "Twin" }) }, "second");
    });
  });

  test("are validated by Terraform where only it knows a range, once for all of them", () => {
    const stack = synthStack((stack) => {
      const peering = addPeering(stack);
      const spoke = (id: string) => network({ name: id, addressSpaces: [variable(stack, id)] });
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
  const message =
    'stack/second/virtual-network: networkCidr: "10.0.0.0/24" overlaps "10.0.0.0/24" of stack/peering/virtual-network, which is peered with the same virtual ' +
    "network (VnetAddressSpaceOverlapsWithAlreadyPeeredVnet); choose one that does not";

  test("are refused with a range in common, however the network is written", () => {
    expectRefusal(() => both("10.0.0.0/24"), message);
    expectRefusal(() => both("10.0.0.0/24", network({ name: "HUB-VNET" })), message);
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Network-RG/providers/Microsoft.Network/virtualNetworks/Hub-VNet`;
    expectRefusal(() => both("10.0.0.0/24", AzureVirtualNetwork.fromId(id, { location: "japaneast" })), message);
  });

  test("are accepted as neighbours, and for two networks", () => {
    expectAccepted(() => both("10.0.1.0/24"));
    expectAccepted(() => both("10.0.0.0/24", network({ name: "Another" })));
  });

  test("are accepted where only Terraform knows a range", () => {
    expectAccepted((stack) => {
      addPeering(stack);
      addPeering(stack, { networkCidr: variable(stack, "range") }, "second");
    });
  });

  test("are compared where they exist already", () => {
    expectRefusal((stack) => {
      addPeering(stack);
      const vpc = AivenVpc.fromId(`p/${CLIENT}`, { networkCidr: "10.0.0.0/24" });
      addPeering(stack, { project: undefined, networkCidr: undefined, vpc }, "second");
    }, message);
  });
});
