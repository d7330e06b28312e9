import {
  aivenSide,
  applicationOf,
  azureSide,
  groupsOf,
  nameOf,
  type Pictured,
  type PicturedGroup,
  rangesOf,
  type Side,
} from "./picture";

/** Boxes of 25, and room for the longest state between them: 80 characters. */
const BOX = 25;
const ARROW = 28;

/** The deployment in lines of up to 80 characters: each network, the VPC, both sides with their states, and the application. */
export const drawn = (pictured: Pictured): string[] =>
  groupsOf(pictured).flatMap((group, index) => (index === 0 ? lines(group) : ["", ...lines(group)]));

function lines({ vpc, peerings }: PicturedGroup): string[] {
  const right = [vpc?.cloudName ?? "", vpc?.networkCidr ?? ""];
  const rows = peerings.flatMap((peering, index) => [
    ...(index === 0 ? [] : [{ left: `├${"─".repeat(BOX - 2)}┤`, between: "" }]),
    { left: inBox(nameOf(peering)), between: towardsAiven(azureSide(peering)) },
    { left: inBox(rangesOf(peering)), between: fromAiven(aivenSide(peering)) },
  ]);
  return [
    row(
      border("┌", "your network", "┐"),
      centred("Azure's peering"),
      border("┌", `Aiven's VPC, ${vpc?.state ?? "absent"}`, "┐"),
    ),
    ...rows.map(({ left, between }, index) => row(left, between, inBox(right[index] ?? ""))),
    row(border("└", "", "┘"), centred("Aiven's connection"), border("└", "", "┘")),
    ...applications(peerings),
  ];
}

const row = (left: string, between: string, right: string): string => `${left} ${between.padEnd(ARROW)} ${right}`;

function applications(peerings: PicturedGroup["peerings"]): string[] {
  const all = peerings.map((peering) => applicationOf(peering));
  const different = [...new Set(all)];
  const line = (application = "not known yet", networks = "") =>
    cut(`  application${networks}: ${application}`, 2 * BOX + ARROW + 2);
  if (different.length === 1) return [line(different[0])];
  return peerings.map((peering, index) => line(all[index], ` of ${nameOf(peering)}`));
}

const towardsAiven = (side: Side): string => (side.isThere ? `${shaft(side, ARROW - 1)}▶` : shaft(side));

const fromAiven = (side: Side): string => (side.isThere ? `◀${shaft(side, ARROW - 1)}` : shaft(side));

/** Solid where traffic can pass. */
const shaft = ({ label, isWell }: Side, width = ARROW): string => centred(` ${label} `, width, isWell ? "─" : "┄");

function centred(text: string, width = ARROW, fill = " "): string {
  const room = Math.max(width - text.length, 0);
  const before = Math.floor(room / 2);
  return fill.repeat(before) + text + fill.repeat(room - before);
}

const inBox = (text: string): string => `│ ${cut(text, BOX - 4).padEnd(BOX - 4)} │`;

const border = (left: string, title: string, right: string): string => {
  const text = title === "" ? "" : ` ${cut(title, BOX - 4)} `;
  return `${left}${text.padEnd(BOX - 2, "─")}${right}`;
};

/** The sections below have it whole. */
const cut = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
