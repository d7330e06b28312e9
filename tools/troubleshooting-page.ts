import type { AzurePeeringProviderName, Row } from "../packages/aiven-azure-peering/src/troubleshooting/row";
import { SECTIONS } from "../packages/aiven-azure-peering/src/troubleshooting/rows";

const INTRODUCTION = `<!-- Written by npm run docs from packages/aiven-azure-peering/src/troubleshooting, whose rows __tests__/deploy/troubleshooting tries. Change those, not this file. -->

# What does this message want of me?

What Terraform prints on the left, its cause, and what to do. Look for a part of the message, such as its code; \`…\` stands for what differs each
time. A remedy that names \`-replace\`, \`-target\`, \`-refresh\` or \`state rm\` is a command of Terraform's, in the folder of the stack's JSON
(\`cdktf.out/stacks/<stack>\`). Where it says azurerm or azapi, that is the provider that makes Azure's peering (\`azurePeeringProvider\`).
Most of it can be known before an apply: [\`aiven-azure-peering doctor\`](../packages/aiven-azure-peering/README.md#doctor) looks for it.
`;

/** The page about everything that can go wrong, as Markdown. */
export const troubleshootingPage = (): string =>
  [INTRODUCTION, ...Object.entries<Readonly<Record<string, Row>>>(SECTIONS).map(section)].join("\n");

const section = ([title, rows]: [string, Readonly<Record<string, Row>>]) =>
  [
    `## ${title}`,
    "",
    "| what you see | why | what to do |",
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
        .map((maker) => `${maker}: ${remedy[maker]}`)
        .join(". ");

const cell = (text: string) => text.replace(/\|/g, "\\|");
