import { failed, ok, warning } from "../../report/lines";
import type { Line } from "../../report/report";
import type { Examination } from "../examination";

/** Aiven refuses a token that has ended before anything is looked at. */
export async function tokenLine({ clouds }: Examination): Promise<Line> {
  const { user } = await clouds.aiven.user();
  return ok("token of Aiven", `of ${user}`);
}

export async function projectLine({ plan, clouds }: Examination): Promise<Line> {
  const { project } = plan.aiven;
  if (project === undefined) {
    return { looked: "project", verdict: "unknown", found: "its name is known only after an apply" };
  }
  if (await clouds.aiven.hasProject(project)) return ok("project", project);
  return failed(
    "project",
    `there is no ${project}, or not for this token`,
    "correct `project`, or use a token of a member of it",
  );
}

const LOOKED = "right to edit the project";
const NETWORKS = "project:networking:write";
/** https://aiven.io/docs/platform/concepts/permissions */
const READERS = ["read_only", "developer", "maintain_services", "recover_services"];

/** VPCs and peerings are for administrators of the project, or for who has a permission for networks. */
export async function editLines({ plan, clouds }: Examination): Promise<Line[]> {
  const { project = "" } = plan.aiven;
  const held = await clouds.aiven.memberships(project);
  const found = `is ${held?.join(", ") ?? "no direct member"} in ${project}`;
  if (held?.some((role) => role === "admin" || role === NETWORKS)) return [ok(LOOKED, found)];
  const remedy = `use a token of somebody who is admin of ${project}, or has ${NETWORKS}`;
  if (held?.length && held.every((role) => READERS.includes(role))) {
    return [failed(LOOKED, `${found}, which may create no VPC and no peering`, remedy)];
  }
  if (held?.length)
    return [warning(LOOKED, `${found}, of which Aiven does not say that it may create a VPC or a peering`, remedy)];
  // an administrator of the organization, or a member of a group, may be listed nowhere
  return [{ looked: LOOKED, verdict: "unknown", found, remedy }];
}
