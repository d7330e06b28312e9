import type { AzurePeeringProviderName, Row } from "../packages/aiven-azure-peering/src/troubleshooting/row";
import { SECTIONS } from "../packages/aiven-azure-peering/src/troubleshooting/rows";

const INTRODUCTION = `<!-- Written by npm run docs from packages/aiven-azure-peering/src/troubleshooting, whose rows __tests__/deploy/troubleshooting tries. Change those, not this file. -->

# Troubleshooting

Each row has a message of Terraform, its cause, and what to do. Search for a part of the message, such as its code. In a message, \`…\` stands for
what differs each time. Run a command that is given here in the folder of the stack's JSON (\`cdktf.out/stacks/<stack>\`). Where a row names azurerm
or azapi, it is about peerings with that \`azurePeeringProvider\`.

[\`aiven-azure-peering doctor\`](../packages/aiven-azure-peering/README.md#doctor) finds most of this before an apply.
`;

/** The page about everything that can go wrong, as Markdown. */
export const troubleshootingPage = (): string =>
  [INTRODUCTION, ...Object.entries<Readonly<Record<string, Row>>>(SECTIONS).map(section)].join("\n");

const section = ([title, rows]: [string, Readonly<Record<string, Row>>]) =>
  [
    `## ${title}`,
    "",
    "| message | cause | what to do |",
    "| --- | --- | --- |",
    ...Object.values(rows).map((row) => `| ${[seen(row), row.cause, whatToDo(row)].map(cell).join(" | ")} |`),
    "",
  ].join("\n");

const seen = ({ texts, where, through }: Row) =>
  [texts.map((text) => `\`${text}\``).join(", "), where, through && `(${through})`].filter(Boolean).join(" ");

const whatToDo = ({ remedy }: Row) =>
  typeof remedy === "string"
    ? remedy
    : (["azurerm", "azapi"] satisfies AzurePeeringProviderName[])
        .map((provider) => `${provider}: ${remedy[provider]}`)
        .join(". ");

const cell = (text: string) => text.replace(/\|/g, "\\|");
