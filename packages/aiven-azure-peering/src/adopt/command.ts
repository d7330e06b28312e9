import { UsageError } from "../clouds/cloud-error";
import type { Command, Context } from "../report/command";
import type { Report } from "../report/report";
import { adopt as look, type Language, LANGUAGES } from "./adopt";
import type { DescribedPeering } from "./described";

/** `adopt`: what was made by hand, as an app that takes it over. */
export const adopt: Command = {
  name: "adopt",
  summary: "a peering that was made by hand, as the app that takes it over as it is",
  examples: [
    ["--vpc my-project/<uuid> > main.ts", "every network that the VPC is peered with; what was found goes to stderr"],
    ["--vpc my-project/<uuid> --network /subscriptions/…/virtualNetworks/hub", "one network of them"],
    ["--vpc my-project/<uuid> --language python > main.py", "in Python"],
  ],
  options: [
    {
      ...{ flags: "--language <name>", description: "the language of the app" },
      ...{ choices: Object.keys(LANGUAGES), default: "typescript" },
    },
    { flags: "--cdktn", description: "for CDK Terrain, cdktn" },
    {
      flags: "--azure-peering-provider <provider>",
      description:
        "the provider of Azure's peering; azurerm where the application has the right that it needs, else azapi",
      choices: ["azurerm", "azapi"],
    },
  ],
  takesVpcAlone: true,
  run,
};

async function run(context: Context): Promise<Report> {
  const { subject, clouds, options } = context;
  const { project, vpcId } = subject.aiven;
  if (project === undefined || vpcId === undefined) {
    throw new UsageError(
      "adopt: the VPC is missing, use --vpc <project>/<uuid>, as avn vpc list --project <project> has it",
    );
  }
  context.progress("looking at both sides");
  const { lines, code } = await look(clouds, {
    vpcId: `${project}/${vpcId}`,
    virtualNetworkIds: subject.networks.flatMap(({ id }) => (id === undefined ? [] : [id])),
    language: options.language as Language,
    core: options.cdktn === true ? "cdktn" : "cdktf",
    azurePeeringProvider: options.azurePeeringProvider as DescribedPeering["azurePeeringProvider"] | undefined,
  });
  return { sections: [{ title: "What there is", lines }], text: code, data: { code: code ?? null } };
}
