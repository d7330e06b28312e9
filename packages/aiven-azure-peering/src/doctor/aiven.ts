import { overlapOf } from "../clouds/ip-ranges";
import { check, stopped, unseen } from "../report/check";
import { failed, ok, unknown, warning } from "../report/report";
import type { VpcScope } from "./scopes";
import { quoted } from "../report/shell";

/** A token that has expired is refused before anything is looked at. */
export const token = check({
  name: "Aiven token",
  run: async ({ clouds }: VpcScope) => ok(`of ${(await clouds.aiven.user()).user}`),
});

export const project = check({
  name: "project",
  stopsAt: ["failed", "unknown"],
  async run({ wanted: { project }, clouds }: VpcScope) {
    if (project === undefined) return unknown("its name is known after apply");
    if (await clouds.aiven.hasProject(project)) return ok(project);
    return failed(`there is no project ${project}`, "correct `project`: avn project list");
  },
  // Aiven refuses a project of somebody else's, and does not find an absent one
  whenDenied: ({ message }, { wanted: { project } }) =>
    failed(`${message} (${project})`, "correct `project`, or use a token of a member of the project"),
});

/** Roles and permissions with which VPCs and peerings are created. https://aiven.io/docs/platform/concepts/permissions */
const NETWORKERS = [
  "admin",
  "operator",
  "role:organization:admin",
  "role:project:admin",
  "project:networking:write",
  "organization:networking:write",
];
/** Those with which they are not. */
const OTHERS = [
  "developer",
  "read_only",
  "role:services:maintenance",
  "role:services:recover",
  "project:networking:read",
  "role:project:read",
  "project:services:write",
];

/** VPCs and peerings are for administrators of the project, or for who has a permission for networks. */
export const rightToEdit = check({
  name: "right to edit the project",
  async run({ wanted: { project = "" }, clouds }: VpcScope) {
    const held = await clouds.aiven.memberships(project);
    const message = `is ${held?.join(", ") ?? "no direct member"} in ${project}`;
    if (held?.some((role) => NETWORKERS.includes(role))) return ok(message);
    const remedy = `use a token with admin, operator or project:networking:write in ${project}`;
    if (held?.length && held.every((role) => OTHERS.includes(role))) {
      return failed(`${message}, which does not allow to create a VPC or a peering`, remedy);
    }
    if (held?.length) {
      return unknown(`${message}; Aiven does not document that this allows to create a VPC or a peering`, remedy);
    }
    // an administrator of the organization, or a member of a group, may be listed nowhere
    return unknown(message, remedy);
  },
});

/** The VPC that the stack is given, or that it creates. */
export const existence = check({
  name: "VPC",
  finds: ["VPC too young"],
  run({ wanted, vpc, unreadVpcs }: VpcScope) {
    const unread = unreadVpcs.get(wanted);
    if (unread) return unseen(unread);
    const { project, vpcId, created, cloudName, networkCidr } = wanted;
    if (!vpc) {
      const described = [cloudName, networkCidr].filter(Boolean).join(", ");
      if (created) return ok(`will be created${described === "" ? "" : `: ${described}`}`);
      if (vpcId === undefined) return unknown("its id is known after apply");
      return failed(`${project} has no VPC ${vpcId}`, `avn vpc list --project ${quoted(project ?? "…")}`);
    }
    const message = `${vpc.project_vpc_id} is ${vpc.state}, in ${vpc.cloud_name}, ${vpc.network_cidr}`;
    if (vpc.state === "ACTIVE") return ok(message);
    if (vpc.state !== "APPROVED") return failed(message, "give another VPC, or let the stack create one");
    // Terraform waits for one that it creates
    if (created) return ok(message);
    return stopped("VPC too young", { message, remedy: "wait some minutes until it is ACTIVE" });
  },
});

/** Whether the project may have a VPC where the stack wants it. */
export const cloud = check({
  name: "cloud",
  async run({ wanted: { project = "", created, cloudName }, vpc, clouds }: VpcScope) {
    const wanted = vpc?.cloud_name ?? (created ? cloudName : undefined);
    if (wanted === undefined) return [];
    if (!wanted.startsWith("azure-")) {
      return failed(`${wanted} is not in Azure`, "use a VPC in Azure: `cloudName: AivenCloud.AZURE_…`");
    }
    if (vpc) return ok(wanted);
    const all = (await clouds.aiven.clouds(project)).map(({ cloud_name }) => cloud_name);
    if (all.includes(wanted)) return ok(wanted);
    const inAzure = all.filter((name) => name.startsWith("azure-"));
    return failed(`${wanted} is not a cloud of ${project}`, `use one of ${inAzure.join(", ")}`);
  },
});

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** What Aiven's API takes: a prefix of 20 to 24. The construct checks what it can see of it. */
export const range = check({
  name: "VPC range",
  finds: ["range of the VPC"],
  run({ wanted: { created, networkCidr }, vpc }: VpcScope) {
    if (vpc || !created || networkCidr === undefined) return [];
    const [, address, prefix] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(networkCidr) ?? [];
    const isAllowed =
      address?.split(".").every((octet) => Number(octet) < 256) && Number(prefix) >= 20 && Number(prefix) <= 24;
    if (!isAllowed) {
      const message = `${networkCidr} is not an IPv4 range with a prefix length of 20 to 24`;
      return stopped("range of the VPC", { message });
    }
    if (overlapOf([networkCidr], PRIVATE)) return ok(networkCidr);
    const message = `${networkCidr} is outside of the private ranges (${PRIVATE.join(", ")})`;
    return warning(message, "choose another `networkCidr`");
  },
});
