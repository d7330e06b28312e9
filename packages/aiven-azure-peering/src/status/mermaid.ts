import {
  aivenSide,
  applicationOf,
  azureSide,
  groupsOf,
  nameOf,
  type Pictured,
  type PicturedPeering,
  rangesOf,
  type Side,
} from "./picture";

/** The deployment as a flowchart of Mermaid. https://mermaid.js.org/syntax/flowchart.html */
export function mermaidOf(pictured: Pictured): string {
  const applications = new Map<string, string>();
  const lines = groupsOf(pictured).flatMap(({ vpc, peerings }, group) => [
    node(`vpc${group}`, ["Aiven's VPC", vpc?.cloudName, vpc?.networkCidr, vpc?.state ?? "absent"]),
    ...peerings.flatMap((peering, index) => network(`vpc${group}`, `network${group}_${index}`, peering, applications)),
  ]);
  return `${["flowchart LR", ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

function network(vpc: string, id: string, peering: PicturedPeering, applications: Map<string, string>): string[] {
  const lines = [
    node(id, [nameOf(peering), rangesOf(peering)]),
    edge(id, vpc, "Azure's peering", azureSide(peering)),
    edge(vpc, id, "Aiven's connection", aivenSide(peering)),
  ];
  const application = applicationOf(peering);
  if (application === undefined) return lines;
  const { clientId } = peering.application;
  const known = applications.get(clientId ?? application);
  const own = known ?? `application${applications.size}`;
  applications.set(clientId ?? application, own);
  return [...lines, ...(known ? [] : [node(own, ["application", application])]), `${own} -. peers .-> ${id}`];
}

const node = (id: string, lines: readonly (string | undefined)[]): string =>
  `${id}["${lines
    .filter((line) => line !== undefined && line !== "")
    .map(quoted)
    .join("<br/>")}"]`;

/** Solid where traffic can pass. */
const edge = (from: string, to: string, what: string, { label, isWell }: Side): string => {
  const text = `"${quoted(`${what}: ${label}`)}"`;
  return isWell ? `${from} -- ${text} --> ${to}` : `${from} -. ${text} .-> ${to}`;
};

/** A text between quotation marks; Mermaid has entities for what would end it, or be taken for markup. */
const quoted = (text = ""): string => text.replace(/[#"<>&]/g, (character) => `#${character.charCodeAt(0)};`);
