import type { AivenVpc } from "../clouds/aiven";
import type { Context } from "../report/command";
import type { Line, Report, Section } from "../report/report";
import type { SubjectNetwork } from "../subject/subject";
import { connectionLine } from "./connection";
import { azurePeeringLines } from "./azure-peering";
import { peeringData } from "./data";
import { findSides, findVpc, type Sides } from "../subject/peerings";
import { rightsLines, type Principals } from "../principals/rights";
import { identityOf } from "./who-peers";

/** How the peering is: what both clouds say of it. */
export async function statusOf(context: Context): Promise<Report> {
  const { subject, clouds, progress } = context;
  progress("looking at Aiven's VPC");
  const vpc = await findVpc(subject, clouds);
  progress("looking at both sides");
  const peerings: { readonly network: SubjectNetwork; readonly sides: Sides }[] = [];
  for (const network of subject.networks) peerings.push({ network, sides: await findSides(network, vpc, clouds) });

  progress("looking at the application");
  const clientId = peerings.map(({ sides }) => sides.aiven?.peer_azure_app_id).find(Boolean);
  const { principals, lines } = await identityOf(context, clientId);
  progress("looking at the rights");
  const networks: Section[] = [];
  for (const { network, sides } of peerings) networks.push(await networkSection(network, sides, principals, context));
  return {
    sections: [{ title: "Aiven's VPC", lines: [vpcLine(vpc, context)] }, ...networks, { title: "Who peers", lines }],
    data: peeringData(vpc, peerings),
  };
}

function vpcLine(vpc: AivenVpc | undefined, { subject }: Context): Line {
  const { project = "a project that is not known", vpcId } = subject.aiven;
  if (!vpc) {
    const which = vpcId === undefined ? "no VPC like this one" : `no VPC ${vpcId}`;
    return { looked: "VPC", verdict: "failed", found: `${project} has ${which}`, remedy: "`terraform apply`" };
  }
  const found = `${project}/${vpc.project_vpc_id} in ${vpc.cloud_name}, ${vpc.network_cidr}, ${vpc.state}`;
  if (vpc.state === "ACTIVE") return { looked: "VPC", verdict: "ok", found };
  return { looked: "VPC", verdict: "warning", found, remedy: "look again in a minute" };
}

async function networkSection(
  network: SubjectNetwork,
  sides: Sides,
  principals: Principals,
  { clouds }: Context,
): Promise<Section> {
  const title = network.id ?? `${network.link ?? "a virtual network"} (where it is, only an apply can tell)`;
  const found = sides.network;
  if (!found && network.id !== undefined) {
    const line: Line = {
      looked: "virtual network",
      verdict: "failed",
      found: "there is none",
      remedy: "`terraform apply`, or correct its name",
    };
    return { title, lines: [line, connectionLine(sides)] };
  }
  const rights = found ? await rightsLines(found.id, principals, clouds) : [];
  return { title, table: tableOf(sides), lines: [connectionLine(sides), ...azurePeeringLines(sides), ...rights] };
}

function tableOf({ aiven, azure, aivenNetworkId }: Sides): Section["table"] {
  const dash = "–";
  return {
    head: ["", "Aiven's connection", "Azure's peering"],
    rows: [
      ["state", aiven?.state ?? "absent", azure?.properties.peeringState ?? "absent"],
      ["in sync", dash, azure?.properties.peeringSyncLevel ?? dash],
      ["name", aiven ? `${aiven.peer_resource_group}/${aiven.peer_vpc}` : dash, azure?.name ?? dash],
      [
        "Aiven's network",
        shortName(aivenNetworkId) ?? dash,
        shortName(azure?.properties.remoteVirtualNetwork?.id) ?? dash,
      ],
    ],
  };
}

const shortName = (id: string | undefined): string | undefined => id?.split("/").at(-1);
