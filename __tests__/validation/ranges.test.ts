import { App, TerraformStack } from "cdktf";
import { AivenVpc } from "cdktf-aiven-azure-peering";
import { addPeering, CLIENT, network, synthPeering } from "../support/synth";

const stack = () => new TerraformStack(new App(), "stack");

describe("ranges", () => {
  test("host bits are refused, with the range that was probably meant", () => {
    expect(() => synthPeering({ networkCidr: "10.0.0.1/24" })).toThrow(
      new Error('stack/peering: networkCidr: "10.0.0.1/24" has host bits set, use "10.0.0.0/24"'),
    );
  });

  test.each([["10.0.0.0/24"], ["10.0.0.128/25"], ["10.0.0.0/8"], ["8.0.0.0/5"]])(
    "an overlap with the virtual network's %s is refused",
    (space) => {
      const virtualNetwork = network({ addressSpaces: ["10.1.0.0/16", space] });
      expect(() => synthPeering({ virtualNetwork })).toThrow(
        new Error(
          `stack/peering/virtual-network: networkCidr: "10.0.0.0/24" overlaps the virtual network's range "${space}", choose one that does not`,
        ),
      );
    },
  );

  test("neighbours do not overlap", () => {
    const virtualNetwork = network({ addressSpaces: ["10.0.1.0/24", "9.255.255.0/24", "fd00::/48"] });
    expect(() => synthPeering({ virtualNetwork })).not.toThrow();
  });

  test("the range of an existing VPC is compared where it is known", () => {
    const vpc = AivenVpc.fromId(`p/${CLIENT}`, { networkCidr: "10.1.2.0/24" });
    expect(() => synthPeering({ project: undefined, networkCidr: undefined, vpc })).toThrow(
      new Error(
        'stack/peering/virtual-network: networkCidr: "10.1.2.0/24" overlaps the virtual network\'s range "10.1.0.0/16", choose one that does not',
      ),
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
    const scope = stack();
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
