import type { AzurePeeringProviderName, Commands, Row } from "../packages/aiven-azure-peering/src/troubleshooting/row";
import { SECTIONS } from "../packages/aiven-azure-peering/src/troubleshooting/rows";

const INTRODUCTION = `<!-- Written by npm run docs from packages/aiven-azure-peering/src/troubleshooting, whose rows __tests__/deploy/troubleshooting tries. Change those, not this file. -->

# Troubleshooting

Search this page for a part of the message that Terraform printed, such as its code. Each message has a heading. In a message, \`…\` stands for
what differs each time.

Run Terraform's commands in the folder of the stack's JSON (\`cdktf.out/stacks/<stack>\`). Put the address that Terraform printed in the place of
\`…\`. Where a heading names azurerm or azapi, it is about peerings with that \`azurePeeringProvider\`.

[\`aiven-azure-peering doctor\`](../packages/aiven-azure-peering/README.md#doctor) finds most of this before an apply.
`;

/** The page about everything that can go wrong, as Markdown. */
export const troubleshootingPage = (): string =>
  [INTRODUCTION, ...Object.entries<Readonly<Record<string, Row>>>(SECTIONS).map(section)].join("\n\n");

const section = ([title, rows]: [string, Readonly<Record<string, Row>>]) =>
  [`## ${title}`, ...Object.values(rows).map(entry)].join("\n\n");

const entry = (row: Row) =>
  [...row.texts.map((text) => heading(text, row)), `**Cause:** ${sentence(row.cause)}`, ...remedies(row)].join("\n\n");

const heading = (text: string, { where, through }: Row) =>
  `### ${[`\`${text}\``, where, through && `(${through})`].filter(Boolean).join(" ")}`;

function remedies({ remedy, commands = [] }: Row): string[] {
  if (typeof remedy === "string")
    return [`**What to do:** ${sentence(remedy)}`, ...(isList(commands) ? block(commands) : [])];
  return PROVIDERS.flatMap((provider) => [
    `**What to do, with ${provider}:** ${sentence(remedy[provider])}`,
    ...block(isList(commands) ? commands : commands[provider]),
  ]);
}

/** A row's text is also the end of a line in a terminal. */
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const PROVIDERS = ["azurerm", "azapi"] as const satisfies readonly AzurePeeringProviderName[];

const isList = (commands: NonNullable<Row["commands"]>): commands is Commands => Array.isArray(commands);

const block = (commands: Commands) => (commands.length === 0 ? [] : [["```sh", ...commands, "```"].join("\n")]);
