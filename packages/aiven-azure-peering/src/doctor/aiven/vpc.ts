import { overlapOf } from "../../clouds/ip-ranges";
import { failed, ok, warning } from "../../report/lines";
import type { Line } from "../../report/report";
import { NETWORKS } from "../../troubleshooting/networks";
import type { Examination } from "../examination";
import { stopped } from "../stopped";

/** The VPC that the stack is given, or that it creates. */
export function vpcLine({ plan, vpc }: Examination): Line {
  const looked = "VPC";
  const { vpcId, created, cloudName, networkCidr } = plan.aiven;
  if (!vpc) {
    const is = [cloudName, networkCidr].filter(Boolean).join(", ");
    if (created) return ok(looked, `is to be created${is === "" ? "" : `: ${is}`}`);
    if (vpcId === undefined) return { looked, verdict: "unknown", found: "its id is known only after an apply" };
    return failed(looked, `${plan.aiven.project} has no VPC ${vpcId}`, `avn vpc list --project ${plan.aiven.project}`);
  }
  const found = `${vpc.project_vpc_id} is ${vpc.state}, in ${vpc.cloud_name}, ${vpc.network_cidr}`;
  if (vpc.state === "ACTIVE") return ok(looked, found);
  if (vpc.state !== "APPROVED") return failed(looked, found, "give another VPC, or have the stack create one");
  // one that the stack creates is waited for
  if (created) return ok(looked, found);
  return stopped(looked, NETWORKS["VPC too young"], { found, remedy: "wait some minutes, until it is ACTIVE" });
}

/** Whether the project may have a VPC where the stack wants it. */
export async function cloudLines({ plan, vpc, clouds }: Examination): Promise<Line[]> {
  const looked = "cloud";
  const { project = "", created, cloudName } = plan.aiven;
  const wanted = vpc?.cloud_name ?? (created ? cloudName : undefined);
  if (wanted === undefined) return [];
  if (!wanted.startsWith("azure-")) {
    return [failed(looked, `${wanted} is not in Azure`, "take a VPC in Azure: `cloudName: AivenCloud.AZURE_…`")];
  }
  if (vpc) return [ok(looked, wanted)];
  const all = (await clouds.aiven.clouds(project)).map(({ cloud_name }) => cloud_name);
  if (all.includes(wanted)) return [ok(looked, wanted)];
  const ofAzure = all.filter((name) => name.startsWith("azure-"));
  return [failed(looked, `${wanted} is no cloud of ${project}`, `one of ${ofAzure.join(", ")}`)];
}

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** What Aiven's API takes: a prefix of 20 to 24. The construct checks what it can see of it. */
export function rangeLines({ plan, vpc }: Examination): Line[] {
  const looked = "range of the VPC";
  const { created, networkCidr } = plan.aiven;
  if (vpc || !created || networkCidr === undefined) return [];
  const [, address, prefix] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(networkCidr) ?? [];
  const good =
    address?.split(".").every((octet) => Number(octet) < 256) && Number(prefix) >= 20 && Number(prefix) <= 24;
  if (!good) {
    const found = `${networkCidr} is not an IPv4 range with a prefix length of 20 to 24`;
    return [stopped(looked, NETWORKS["range of the VPC"], { found })];
  }
  if (overlapOf([networkCidr], PRIVATE)) return [ok(looked, networkCidr)];
  return [
    warning(
      looked,
      `${networkCidr} is outside the private ranges (${PRIVATE.join(", ")})`,
      "choose another `networkCidr`",
    ),
  ];
}
