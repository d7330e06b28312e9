import { UsageError } from "../clouds/errors";
import type { Clouds } from "../clouds/clouds";
import type { Command, Context } from "../report/command";
import type { Report, Section } from "../report/report";
import type { DescribedPeering, DescribedStack } from "./described";
import { find, type Wanted } from "./find";
import { installation, programOf, type Core } from "./program";
import { inPython } from "./python";
import { inTypeScript } from "./typescript";

/** The languages in which the app is printed. */
const LANGUAGES = { typescript: inTypeScript, python: inPython };

/** `adopt`: what was created by hand, as an app that imports it. */
export const adopt: Command = {
  name: "adopt",
  summary: "a peering that was created by hand, as an app that imports it as it is",
  examples: [
    ["--vpc my-project/<uuid> > main.ts", "every network that the VPC is peered with; what was found goes to stderr"],
    ["--vpc my-project/<uuid> --network /subscriptions/…/virtualNetworks/hub", "one of these networks"],
    ["--vpc my-project/<uuid> --language python > main.py", "in Python"],
  ],
  options: [
    {
      flags: "--language <name>",
      description: "the language of the app",
      choices: Object.keys(LANGUAGES),
      default: "typescript",
    },
    { flags: "--cdktn", description: "for CDK Terrain instead of CDKTF" },
    {
      flags: "--azure-peering-provider <provider>",
      description:
        "the Terraform provider of Azure's peering (default: azurerm if the application has the right that it needs, otherwise azapi)",
      choices: ["azurerm", "azapi"] satisfies DescribedPeering["azurePeeringProvider"][],
    },
  ],
  takesVpcAlone: true,
  run,
};

async function run({ subject, clouds, options, progress }: Context): Promise<Report> {
  const [{ vpc, networks }] = subject.peerings as [Context["subject"]["peerings"][number]];
  const { project, vpcId } = vpc;
  if (project === undefined || vpcId === undefined) {
    throw new UsageError(
      "no VPC is given: use --vpc <project>/<uuid>; avn vpc list --project <project> shows the UUID",
    );
  }
  progress("looking at both sides");
  const { sections, code } = await describe(clouds, {
    vpcId: `${project}/${vpcId}`,
    virtualNetworkIds: networks.flatMap(({ id }) => (id === undefined ? [] : [id])),
    language: options.language as AdoptOptions["language"],
    core: options.cdktn === true ? "cdktn" : "cdktf",
    azurePeeringProvider: options.azurePeeringProvider as AdoptOptions["azurePeeringProvider"],
  });
  // nothing but the app belongs on standard output, even if there is none
  return { sections, text: code ?? "", data: { code: code ?? null } };
}

export interface AdoptOptions extends Omit<Wanted, "azurermLists"> {
  readonly language: keyof typeof LANGUAGES;
  readonly core: Core;
}

export interface Adopted {
  readonly sections: readonly Section[];
  /** The app that describes what can be adopted, if anything can. */
  readonly code?: string;
}

/** Looks at a peering that was created by hand, and writes the app that imports it. */
export async function describe(clouds: Clouds, options: AdoptOptions): Promise<Adopted> {
  // CDK Terrain's azurerm is 5.x
  const { sections, stack } = await find(clouds, { ...options, azurermLists: options.core === "cdktf" });
  return stack === undefined ? { sections } : { sections, code: write(stack, options) };
}

/** The app that describes a stack. */
export function write(stack: DescribedStack, { language, core }: Pick<AdoptOptions, "language" | "core">): string {
  const imports = 2 * stack.peerings.reduce((sum, { networks }) => sum + networks.length, 0);
  const option = language === "python" ? "import_existing" : "importExisting";
  const heading = [
    "A peering that exists, imported as it is.",
    "",
    `  ${installation(core)[language]}`,
    `  ${core} diff     # must say ${imports} to import and 0 to destroy`,
    `  ${core} deploy   # ${option} may be removed after it`,
  ];
  return LANGUAGES[language](programOf(stack, core, heading));
}
