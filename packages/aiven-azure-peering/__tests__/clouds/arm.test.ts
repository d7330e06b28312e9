import { allows } from "../../src/clouds/arm";

test("a permission holds for its pattern, and not for what it excludes", () => {
  const peerings = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
  expect(allows([{ actions: ["*"] }], `${peerings}/write`)).toBe(true);
  expect(allows([{ actions: ["Microsoft.Network/*/read"] }], `${peerings}/read`)).toBe(true);
  expect(allows([{ actions: ["Microsoft.Network/*/read"] }], `${peerings}/write`)).toBe(false);
  expect(allows([{ actions: ["*"], notActions: ["microsoft.network/*/delete"] }], `${peerings}/delete`)).toBe(false);
  expect(
    allows([{ actions: ["*"], notActions: [`${peerings}/*`] }, { actions: [`${peerings}/read`] }], `${peerings}/read`),
  ).toBe(true);
});
