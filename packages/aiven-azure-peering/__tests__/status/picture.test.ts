import { drawn } from "../../src/status/drawing";
import { mermaidOf } from "../../src/status/mermaid";
import type { PicturedPeering } from "../../src/status/picture";
import { textOf } from "../../src/report/text";

const VPC = { id: "vpc", state: "ACTIVE", cloudName: "azure-japaneast", networkCidr: "10.0.0.0/24" };
const APPLICATION = { clientId: "6f99471c-1d25-4720-a4c8-bc5898937de1", displayName: "aiven-azure-peering cb0d747b" };

const LONG = { clientId: null, displayName: "n".repeat(120) };

const peering = (name: string, over: Partial<PicturedPeering> = {}): PicturedPeering => ({
  construct: "stack/peering/virtual-network",
  virtualNetworkId: `/subscriptions/one/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}`,
  addressSpaces: ["10.1.0.0/16"],
  vpcId: "vpc",
  application: APPLICATION,
  aiven: { state: "ACTIVE" },
  azure: { peeringState: "Connected", peeringSyncLevel: "FullyInSync" },
  ...over,
});

describe("the drawing", () => {
  test("of one network", () => {
    expect(drawn({ vpcs: [VPC], peerings: [peering("Hub-VNet")] })).toEqual([
      "┌ your network ─────────┐       Azure's peering        ┌ Aiven's VPC, ACTIVE ──┐",
      "│ Hub-VNet              │ ──────── Connected ────────▶ │ azure-japaneast       │",
      "│ 10.1.0.0/16           │ ◀───────── ACTIVE ────────── │ 10.0.0.0/24           │",
      "└───────────────────────┘      Aiven's connection      └───────────────────────┘",
      "  application: aiven-azure-peering cb0d747b",
    ]);
  });

  test("of several, with what is wrong", () => {
    const peerings = [
      peering("Hub-VNet", { azure: { peeringState: "Connected", peeringSyncLevel: "LocalAndRemoteNotInSync" } }),
      peering("a-spoke-with-a-long-name", {
        addressSpaces: ["10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16"],
        application: { clientId: null, displayName: "other" },
        aiven: { state: "INVALID_SPECIFICATION" },
        azure: null,
      }),
    ];
    expect(drawn({ vpcs: [VPC], peerings })).toEqual([
      "┌ your network ─────────┐       Azure's peering        ┌ Aiven's VPC, ACTIVE ──┐",
      "│ Hub-VNet              │ ┄ LocalAndRemoteNotInSync ┄▶ │ azure-japaneast       │",
      "│ 10.1.0.0/16           │ ◀───────── ACTIVE ────────── │ 10.0.0.0/24           │",
      "├───────────────────────┤                              │                       │",
      "│ a-spoke-with-a-long-… │ ┄┄┄┄┄┄┄┄┄┄ absent ┄┄┄┄┄┄┄┄┄┄ │                       │",
      "│ 10.2.0.0/16, 10.3.0.… │ ◀┄┄ INVALID_SPECIFICATION ┄┄ │                       │",
      "└───────────────────────┘      Aiven's connection      └───────────────────────┘",
      "  application of Hub-VNet: aiven-azure-peering cb0d747b",
      "  application of a-spoke-with-a-long-name: other",
    ]);
  });

  test("before anything exists", () => {
    const nothing = { aiven: null, azure: null, vpcId: null, addressSpaces: null };
    const application = { clientId: null, displayName: null };
    const lines = drawn({ vpcs: [], peerings: [peering("Hub-VNet", { ...nothing, application })] });
    expect(lines.slice(0, 3)).toEqual([
      "┌ your network ─────────┐       Azure's peering        ┌ Aiven's VPC, absent ──┐",
      "│ Hub-VNet              │ ┄┄┄┄┄┄┄┄┄┄ absent ┄┄┄┄┄┄┄┄┄┄ │                       │",
      "│ does not exist        │ ┄┄┄┄┄┄┄┄┄┄ absent ┄┄┄┄┄┄┄┄┄┄ │                       │",
    ]);
    expect(lines[4]).toBe("  application: not known yet");
  });

  test("has a picture for each VPC", () => {
    const other = { ...VPC, id: "other", networkCidr: "10.7.0.0/24" };
    const peerings = [peering("Hub-VNet"), peering("Spoke-VNet", { vpcId: "other" })];
    const lines = drawn({ vpcs: [VPC, other], peerings });
    expect(lines.filter((line) => line.startsWith("┌"))).toHaveLength(2);
    expect(lines.indexOf("")).toBe(5);
  });

  test("fits 80 columns, and is left out of what is narrower", () => {
    const picture = drawn({ vpcs: [VPC], peerings: [peering("n".repeat(64), { application: LONG })] });
    expect(picture.map(({ length }) => length)).toEqual([80, 80, 80, 80, 80]);
    const text = (columns: number) => textOf({ picture, sections: [] }, { columns, colors: false });
    expect(text(80)).toBe(`${picture.join("\n")}\n`);
    expect(text(79)).toBe("\n");
  });
});

test("Mermaid draws several networks, each application once, and dotted what is not as it should be", () => {
  const peerings = [
    peering("Hub-VNet"),
    peering('Spoke "<b>"', {
      aiven: { state: "PENDING_PEER" },
      azure: { peeringState: "Initiated", peeringSyncLevel: null },
    }),
  ];
  expect(mermaidOf({ vpcs: [VPC], peerings }).split("\n")).toEqual([
    "flowchart LR",
    `  vpc0["Aiven's VPC<br/>azure-japaneast<br/>10.0.0.0/24<br/>ACTIVE"]`,
    '  network0_0["Hub-VNet<br/>10.1.0.0/16"]',
    `  network0_0 -- "Azure's peering: Connected" --> vpc0`,
    `  vpc0 -- "Aiven's connection: ACTIVE" --> network0_0`,
    '  application0["application<br/>aiven-azure-peering cb0d747b"]',
    "  application0 -. peers .-> network0_0",
    '  network0_1["Spoke #34;#60;b#62;#34;<br/>10.1.0.0/16"]',
    `  network0_1 -. "Azure's peering: Initiated" .-> vpc0`,
    `  vpc0 -. "Aiven's connection: PENDING_PEER" .-> network0_1`,
    "  application0 -. peers .-> network0_1",
    "",
  ]);
});
