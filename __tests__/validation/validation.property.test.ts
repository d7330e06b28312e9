import { AzureVirtualNetwork } from "cdktf-aiven-azure-peering";
import * as fc from "fast-check";
import { isPrivate, networkAddress, overlap, parseCidr } from "../../lib/validation/cidr";
import { PEERING_NAME, RESOURCE_GROUP_NAME, VIRTUAL_NETWORK_NAME } from "../../lib/validation/rules";
import { DURATION } from "../../lib/validation/rules";

const range = fc
  .record({ address: fc.ipV4(), prefix: fc.integer({ min: 0, max: 32 }) })
  .map((parts) => ({ ...parts, address: networkAddress(parts) }));

const number = (address: string) => address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
const bounds = ({ address, prefix }: { address: string; prefix: number }): [number, number] => {
  const first = number(address);
  return [first, first + 2 ** (32 - prefix) - 1];
};

describe("ranges", () => {
  test("what is printed is read again", () => {
    fc.assert(fc.property(range, (r) => expect(parseCidr(`${r.address}/${r.prefix}`)).toEqual(r)));
  });

  test("a network address is the first of its range, and its own", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
        const first = networkAddress({ address, prefix });
        expect(number(first) % 2 ** (32 - prefix)).toBe(0);
        expect(number(address) - number(first)).toBeLessThan(2 ** (32 - prefix));
        expect(networkAddress({ address: first, prefix })).toBe(first);
      }),
    );
  });

  test("two ranges overlap exactly when their intervals meet", () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const [[a1, a2], [b1, b2]] = [bounds(a), bounds(b)];
        expect(overlap(a, b)).toBe(a1 <= b2 && b1 <= a2);
        expect(overlap(b, a)).toBe(overlap(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test("only what lies in one of RFC 1918's blocks is private", () => {
    const blocks = [
      ["10.0.0.0", "10.255.255.255"],
      ["172.16.0.0", "172.31.255.255"],
      ["192.168.0.0", "192.168.255.255"],
    ].map((pair) => pair.map(number) as [number, number]);
    const near = fc
      .tuple(
        fc.constantFrom("10.0", "9.255", "11.0", "172.16", "172.15", "172.31", "172.32", "192.168", "192.169"),
        fc.nat(255),
        fc.nat(255),
        fc.integer({ min: 8, max: 32 }),
      )
      .map(([head, c, d, prefix]) => ({ address: networkAddress({ address: `${head}.${c}.${d}`, prefix }), prefix }));
    fc.assert(
      fc.property(fc.oneof(range, near), (r) => {
        const [first, last] = bounds(r);
        expect(isPrivate(r)).toBe(blocks.some(([low, high]) => low <= first && last <= high));
      }),
      { numRuns: 500 },
    );
  });

  test("text that is no range is refused, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => text.includes("/") || parseCidr(text) === undefined));
  });
});

describe("names", () => {
  const chars = "ABCxyz019_.-()";
  const text = fc.string({ unit: fc.constantFrom(...chars, " ", "/", "é", "源"), maxLength: 95 });
  const letterOrDigit = /^[A-Za-z0-9]$/;
  const last = (name: string) => name.slice(-1);

  test("a virtual network's", () => {
    fc.assert(
      fc.property(text, (name) => {
        const expected =
          name.length >= 2 &&
          name.length <= 64 &&
          [...name].every((char) => letterOrDigit.test(char) || "_.-".includes(char)) &&
          letterOrDigit.test(name.charAt(0)) &&
          (letterOrDigit.test(last(name)) || last(name) === "_");
        expect(VIRTUAL_NETWORK_NAME.allows(name)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("a peering's", () => {
    fc.assert(
      fc.property(text, (name) => {
        const expected =
          name.length >= 1 &&
          name.length <= 80 &&
          [...name].every((char) => letterOrDigit.test(char) || "_.-".includes(char)) &&
          letterOrDigit.test(name.charAt(0)) &&
          (letterOrDigit.test(last(name)) || (name.length > 1 && last(name) === "_"));
        expect(PEERING_NAME.allows(name)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("a resource group's, which may be of any script", () => {
    fc.assert(
      fc.property(text, (name) => {
        const expected =
          name.length >= 1 &&
          name.length <= 90 &&
          [...name].every((char) => letterOrDigit.test(char) || "_.-()é源".includes(char)) &&
          last(name) !== ".";
        expect(RESOURCE_GROUP_NAME.allows(name)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("an ARM id in any case is read and written as azurerm wants it", () => {
    const part = fc.string({ unit: fc.constantFrom(..."abcXYZ012_"), minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(fc.uuid(), part, part, fc.boolean(), (subscription, group, name, lower) => {
        const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${name}`;
        fc.pre(VIRTUAL_NETWORK_NAME.allows(name));
        const given = lower
          ? id.replace("resourceGroups", "resourcegroups").replace("virtualNetworks", "VIRTUALNETWORKS")
          : id;
        const vnet = AzureVirtualNetwork.fromId(given);
        expect([vnet.subscriptionId, vnet.resourceGroupName, vnet.name, vnet.id]).toEqual([
          subscription,
          group,
          name,
          id,
        ]);
      }),
    );
  });
});

test("a duration of any units and amounts is one, and a number alone is none", () => {
  const piece = fc.tuple(fc.nat(999), fc.constantFrom("ms", "s", "m", "h")).map(([n, unit]) => `${n}${unit}`);
  fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (all) => DURATION.allows(all.join(""))));
  fc.assert(fc.property(fc.nat(), (n) => !DURATION.allows(String(n))));
});
