import type { Vpc } from "../../clouds/aiven/vpc";
import { text, type Values } from "../../protocol/cty";
import { Failure, type Diagnostic } from "../../protocol/diagnostics";
import type { DataSourceBehaviour, ResourceBehaviour } from "../../protocol/provider-definition";
import { splitId, type AivenClient } from "./client";
import { attempt, isNotFound } from "./errors";
import { deleteVpc, waitUntilActive } from "./vpc-waits";

/** `aiven_project_vpc`: everything about it is decided when it is created. */
export const projectVpc: ResourceBehaviour<AivenClient> = {
  forceNew: ["project", "cloud_name", "network_cidr"],
  timeouts: { create: "20m", read: "20m", delete: "20m" },

  async create(planned, context) {
    const { api, caller } = context.client;
    const project = text(planned.project);
    const input = { cloudName: text(planned.cloud_name), networkCidr: text(planned.network_cidr) };
    const { id } = attempt("failed to create resource", "VpcCreate", () => api.vpcs.create(caller, project, input));
    return valuesOf(project, await waitUntilActive(context, project, id));
  },

  read(current, { client }) {
    const [name, id] = idOf(current);
    try {
      return valuesOf(name, client.api.vpcs.get(client.caller, name, id));
    } catch (error) {
      if (isNotFound(error)) return null;
      return attempt("failed to read resource", "VpcGet", () => {
        throw error;
      });
    }
  },

  delete(prior, context) {
    const [name, id] = idOf(prior);
    return deleteVpc(context, name, id);
  },

  importState(id) {
    const parts = splitId(id, 2);
    if (parts) return { id, project: parts[0], project_vpc_id: parts[1] };
    const detail = `Expected import identifier with format: "project/project_vpc_id". Got: "${id}"`;
    throw new Failure({ summary: "Unexpected Read Identifier", detail });
  },
};

const idOf = (values: Values) => [text(values.project), text(values.project_vpc_id)] as const;

const valuesOf = (name: string, vpc: Vpc): Values => ({
  id: `${name}/${vpc.id}`,
  project: name,
  project_vpc_id: vpc.id,
  cloud_name: vpc.cloudName,
  network_cidr: vpc.networkCidr,
  state: vpc.state,
});

const SUMMARY = "failed to read datasource";

/** `data.aiven_project_vpc`: by its id, or the only one of a project in a cloud. */
export const projectVpcData: DataSourceBehaviour<AivenClient> = {
  validate,

  read(config, { client: { api, caller } }) {
    const [name, id] = splitId(text(config.vpc_id), 2) ?? [text(config.project), text(config.project_vpc_id)];
    if (id) {
      return valuesOf(
        name,
        attempt(SUMMARY, "VpcGet", () => api.vpcs.get(caller, name, id)),
      );
    }
    const cloud = text(config.cloud_name);
    const all = attempt(SUMMARY, "VpcList", () => api.vpcs.list(caller, name));
    const found = all.filter(({ cloudName }) => cloudName === cloud);
    if (found.length === 1) return valuesOf(name, found[0]);
    const detail =
      found.length > 1
        ? `multiple project VPC with cloud_name "${cloud}", use vpc_id instead`
        : `not found project VPC with cloud_name "${cloud}"`;
    throw new Failure({ summary: SUMMARY, detail });
  },
};

/** assumed: the wording; that exactly one of the three is needed, and a project with two of them, is known. */
function validate(config: Values): Diagnostic[] {
  const given = ["project_vpc_id", "cloud_name", "vpc_id"].filter((name) => config[name] !== null);
  const summary = "Invalid Attribute Combination";
  if (given.length !== 1) {
    return [
      { summary, detail: "Exactly one of these attributes must be configured: [project_vpc_id,cloud_name,vpc_id]" },
    ];
  }
  const [name] = given;
  if (name === "vpc_id" && config.project !== null) {
    return [{ summary, path: [name], detail: `Attribute "project" cannot be specified when "vpc_id" is specified` }];
  }
  if (name !== "vpc_id" && config.project === null) {
    return [{ summary, path: [name], detail: `Attribute "project" must be specified when "${name}" is specified` }];
  }
  return [];
}
